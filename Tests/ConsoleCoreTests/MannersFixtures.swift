import ConsoleCore
import DeskModel
import Foundation
import LocalePacks
import TestSupport

/// Manners of a made-up language, so that tests of the console do not depend on what packs say.
enum MannersFixtures {
  static let pack = """
    {
      schema: 1, locale: "id", name: "Test", country: "ID", sources: {S: {ref: "a page"}},
      register: {method: "markers", markers: [
        {id: "you", kind: "informal", forms: ["kamu"], why: "For friends.", better: "Kak", replace: true,
         src: ["S"], status: "sourced"},
      ]},
      address: {expect: "firstReply", rules: [
        {id: "kak", form: "Kak {given}", why: "Right for everybody.", src: ["S"], status: "sourced"},
        {id: "nobody", form: "Kak", why: "No name.", src: ["S"], status: "sourced"},
      ]},
      avoid: [{id: "pork", kind: "taboo", forms: ["babi"], why: "Not here.", severity: "error", src: ["S"], status: "sourced"}],
      softNo: [{id: "besok", kind: "strong", forms: ["besok"], unlessTime: true, why: "It may mean no.",
                better: "Offer an hour.", src: ["S"], status: "sourced"}],
      holidays: [
        {id: "eid-al-fitr", before: 1, after: 7, tone: "festive", greeting: "Selamat.", src: ["S"], status: "sourced"},
        {id: "nyepi", tone: "solemn", note: "Silence.", src: ["S"], status: "sourced"},
      ],
      typography: {ellipsis: "…", dash: "spacedEnDash"},
    }
    """

  /// The manners, with Indonesia's holidays.
  static func manners(_ pack: String = pack) throws -> Manners {
    let extract = try CLDRExtract(
      Array(try Checkout.text("Locales/cldr/extract.json5").utf8), file: "extract")
    let tag = LocaleTag(language: "id")
    let library = PackLibrary(
      [PackFile(tag: tag, layer: "shipped", path: "id", bytes: Array(pack.utf8))], family: extract.family)
    let table = try HolidayTable(Array(try Checkout.text("Locales/holidays/ID.json5").utf8), file: "ID")
    return Manners(
      edition: 1, pack: library.resolve(tag).pack, languages: LanguageIdentifier(library),
      locale: extract.locale(tag), holidays: table)
  }

  /// A dialog with a customer of that language.
  static var conversation: Conversation {
    var conversation = Fixtures.dialog.allRead
    conversation.locale = "id"
    conversation.contact.locale = "id-ID"
    conversation.contact.timeZone = nil
    return conversation
  }
}

extension StateDriver {
  /// A console on that dialog, with its manners here.
  static func withManners(
    _ conversation: Conversation = MannersFixtures.conversation, pack: String = MannersFixtures.pack
  ) throws -> StateDriver {
    var driver = try StateDriver(conversation)
    for effect in driver.take(.drawn) {
      guard case .loadManners(let locale) = effect else { continue }
      driver.take(.manners(locale, try MannersFixtures.manners(pack), problems: []))
    }
    driver.take(.drawn)
    return driver
  }
}
