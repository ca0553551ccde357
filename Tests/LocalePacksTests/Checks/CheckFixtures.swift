@testable import LocalePacks

/// What one check alone says, in a form that tests can compare.
enum CheckFixtures {
  /// Provenance of a record that nobody has confirmed.
  static let unsourced = "src: [], status: \"unsourced\""

  static func findings(_ check: some PackCheck, _ draft: PackDraft, _ pack: LocalePack) -> [PackFinding] {
    check.findings(in: ReadDraft(draft, pack, nil))
  }

  /// The rule of each finding with the words that it points at.
  static func told(_ check: some PackCheck, _ draft: PackDraft, _ pack: LocalePack) -> [String] {
    findings(check, draft, pack).map { "\($0.rule): \(words(draft.text, $0.range))" }
  }

  static func told(_ check: some PackCheck, _ text: String, _ pack: LocalePack) -> [String] {
    told(check, PackDraft(text: text), pack)
  }

  static func words(_ text: String, _ range: Range<Int>) -> String {
    String(decoding: Array(text.utf8)[range], as: UTF8.self)
  }
}
