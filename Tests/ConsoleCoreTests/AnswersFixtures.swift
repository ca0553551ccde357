import ConsoleCore
import DeskModel
import Foundation
import LocalePacks
import ReplyTemplates
import TestSupport

/// A small library of answers, so that tests of the console do not depend on what ships.
enum AnswersFixtures {
  static let late = """
    <!-- title: Paket terlambat -->
    # Customers ask
    - Paket saya di mana?
    # In private
    ## plain
    [[{{customer.address}}, paket|Paket]] sedang di jalan, mohon ditunggu.
    ## short
    Masih dibawa kurir[[, {{customer.address}}|]].
    ## number
    Pesanan {{order.number}} tiba pada {{order.day}}.
    ## code
    Kode: {{order.code}}
    # In public
    ## open
    Sedang kami lacak.
    ## calm
    Kami periksa sekarang juga.
    """
  static let about = """
    # Late parcel
    ## Not when
    - Nothing moves: [it is lost](../lost/about.md)
    ## Facts
    - order.number: the number of the order
    - order.day (date): the new day
    ## Settings
    - shortcuts: late
    - set status: pending
    - add tags: late
    - follow up: 2 days: did it come?
    """
  static let thanks = """
    # In private
    ## thanks
    Terima kasih banyak, kami sampaikan ke tim.
    """

  static func files() -> [TemplateFile] {
    [
      ("replies/late/about.md", about), ("replies/late/id.md", late), ("replies/thanks/id.md", thanks),
      ("replies/thanks/about.md", "# Thanks\n## Settings\n- first contact only: yes\n"),
      ("replies/english/en.md", "# In private\n## only\nOnly in English.\n"),
    ].map { TemplateFile(layer: "shipped", name: $0.0, path: "/x/\($0.0)", bytes: Array($0.1.utf8)) }
  }

  static func library(_ files: [TemplateFile] = files()) throws -> AnswerLibrary {
    let cldr = try CLDRExtract(Array(try Checkout.text("Locales/cldr/extract.json5").utf8), file: "extract")
    let dates = try CLDRDates(
      Array(try Checkout.text("Locales/cldr/dates.json5").utf8), file: "dates", family: cldr.family)
    return AnswerLibrary(files, cldr: cldr, dates: dates)
  }
}

extension StateDriver {
  /// A console on a dialog, with its manners and the answers here.
  static func withAnswers(
    _ conversation: Conversation = MannersFixtures.conversation,
    files: [TemplateFile] = AnswersFixtures.files()
  ) throws -> StateDriver {
    var driver = try StateDriver.withManners(conversation)
    driver.take(.answers(try AnswersFixtures.library(files), PickMemory(), problems: []))
    driver.readReplies()
    return driver
  }

  /// Does what the runtime does with our replies that are to be read.
  mutating func readReplies() {
    for case .recognize(let recognition) in take(.drawn) {
      take(.recognized(ReadReplies(recognition, after: nil, state.answers.library)))
    }
    take(.drawn)
  }

  /// The choice of an answer, if it is open.
  var answerPopup: AnswerPopup? {
    if case .answers(let popup)? = state.popup { popup } else { nil }
  }
}
