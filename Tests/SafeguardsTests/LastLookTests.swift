import DeskModel
import Safeguards
import Testing

@Suite("The last look")
struct LastLookTests {
  /// All sentences of the standard checks, as the English catalogue has them.
  static let sentences: [(key: String, english: String)] = [
    ("finding.text.empty", "There is nothing to send."),
    ("finding.placeholder.unfilled", "{0} was not filled in."),
    ("finding.placeholder.doubtful", "{0} looks like a gap that was not filled in."),
    ("finding.placeholder.address", "“{0}”: a name seems to be missing."),
    ("finding.text.invisible", "Holds characters that nobody sees ({0})."),
    ("finding.text.invisible.direction", "Holds characters that turn text round ({0})."),
    ("finding.text.invisible.remove", "Take them out."),
    ("finding.thread.movedOn.one", "{0} has written since you began."),
    ("finding.thread.movedOn.many", "{1} new messages since you began, the last from {0}."),
    ("finding.thread.answered.one", "{0} has already answered since you began."),
    ("finding.thread.answered.many", "{1} answers of ours since you began, the last from {0}."),
    ("finding.thread.noted.one", "{0} has left a note since you began."),
    ("finding.thread.noted.many", "{1} new notes since you began, the last from {0}."),
    ("finding.audience.customer", "“{0}” reads like a note to us, but the customer will get it."),
    ("finding.audience.world", "“{0}” reads like a note to us, but everybody will read it."),
    ("finding.audience.changed", "This text was begun as a note, and others will read it now."),
    ("finding.audience.note", "Make it an internal note."),
  ]

  private let troubled = Draft(
    text: "Hello ,\n@olena see\u{200B} {{order}} and [NAME]", audience: .customer,
    thread: [.said("1", .customer), .said("2", .agent, "Olena"), .said("3", .customer, "Dewi")], basedOn: "1")

  @Test("errors come first, then warnings, each in the order of the text")
  func sorts() {
    let findings = LastLook.judge(troubled)
    #expect(
      findings.map(\.rule) == [
        "placeholder.unfilled", "thread.answered", "thread.movedOn", "placeholder.address", "text.invisible",
        "placeholder.unfilled", "audience.mismatch",
      ])
    #expect(findings.map(\.severity) == findings.map(\.severity).sorted())
  }

  @Test("an ordinary reply passes")
  func passes() {
    let draft = Draft(text: "Baik Kak Dewi, saya cek dulu ya.", audience: .customer, locale: "id")
    #expect(LastLook.judge(draft).isEmpty)
  }

  @Test("only the checks that are asked for are run")
  func runsGivenChecks() {
    #expect(LastLook.judge(troubled, checks: []).isEmpty)
    #expect(LastLook.judge(troubled, checks: [EmptyTextCheck()]).isEmpty)
    #expect(LastLook.judge(.reply(""), checks: [EmptyTextCheck()]).count == 1)
  }

  @Test("every finding's words are in the catalogue, with as many gaps as it has arguments")
  func hasWords() {
    let catalogue = Dictionary(uniqueKeysWithValues: Self.sentences.map { ($0.key, $0.english) })
    let drafts = [troubled, .reply(""), .reply("@x\u{202E}"), .reply("internal: no", audience: .world)]
    for finding in drafts.flatMap({ LastLook.judge($0) }) {
      let sentence = catalogue[finding.messageKey]
      #expect(sentence != nil, "no words for \(finding.messageKey)")
      for number in 0..<9 where sentence?.contains("{\(number)}") == true {
        #expect(number < finding.arguments.count)
      }
      if let key = finding.suggestionKey { #expect(catalogue[key] != nil, "no words for \(key)") }
    }
  }

  @Test("every range lies in the text on scalar boundaries, whatever the text", arguments: 0..<40)
  func pointsIntoText(seed: Int) {
    let pieces = [
      "{{", "}}", "{", "}", "[", "]", "[[", "<", ">", "name", "%", "___", "XXX", "@", "`", "```", "\n",
      "\r\n", " ",
      ",", "Hello", "Dear", "\u{202E}", "\u{200D}", "👩", "ім'я", "#{", "${", "://", "\\", "1", "\u{301}",
    ]
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    var text = ""
    for _ in 0..<60 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text += pieces[Int(state >> 33) % pieces.count]
    }
    for finding in LastLook.judge(.reply(text)) {
      #expect(finding.range.upperBound <= text.utf8.count)
      for offset in [finding.start, finding.end] {
        let index = text.utf8.index(text.startIndex, offsetBy: offset)
        #expect(index.samePosition(in: text.unicodeScalars) != nil)
      }
    }
  }
}
