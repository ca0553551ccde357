import DeskModel
import Foundation
import LocalePacks
import ReplyTemplates
import TestSupport

@testable import SapaCommand

/// A set of answers made of texts, with the packs and locale data of this checkout.
enum TemplateFixture {
  static let packs = try? PackShelf(
    PackFolders(
      shipped: Checkout.root.appending(path: "Locales").path, team: nil, personal: "/nonexistent"))

  /// A set from files by their names below `Templates`.
  static func set(_ files: [String: String]) -> TemplateSet {
    TemplateSet(
      files.map {
        TemplateFile(layer: "team", name: $0.key, path: "/team/\($0.key)", bytes: Array($0.value.utf8))
      })
  }

  /// A library of a set; nil when the checkout's data cannot be read.
  static func library(_ set: TemplateSet) throws -> AnswerLibrary? {
    guard let packs else { return nil }
    return AnswerLibrary(
      set, edition: 1, cldr: packs.cldr, dates: try packs.folders.dates(packs.cldr.family))
  }

  /// An entry that somebody of us or a customer wrote.
  static func entry(
    _ id: EntryID, _ kind: AuthorKind, _ text: String, minute: Int64 = 0, audience: Audience = .customer,
    templates: [TemplateUse] = []
  ) -> Entry {
    Entry(
      id: id, at: Timestamp(milliseconds: 1_790_000_000_000 + minute * 60_000),
      author: Author(kind: kind, id: kind == .agent ? "a" : "u", name: kind == .agent ? "Nastya" : nil),
      audience: audience, kind: audience == .world ? .comment : .message, text: text, templates: templates)
  }
}
