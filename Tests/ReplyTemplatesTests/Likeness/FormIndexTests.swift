import Testing

@testable import ReplyTemplates

@Suite("Forms of words")
struct FormIndexTests {
  private static func form(_ text: String, start: Bool = false, end: Bool = false) -> AnswerForm {
    let scalars = text.unicodeScalars.map(\.value)
    return AnswerForm(
      hash: TextHash.of(scalars), count: scalars.count, isOpenAtStart: start, isOpenAtEnd: end)
  }

  @Test(
    "are found as a whole, as a beginning, as an end and within, the whole first and the longest beginning next",
    arguments: [
      ("approve", 1), ("approved", 3), ("approval", 2), ("gelmez", 4), ("mez", nil), ("gelmedik", 5),
      ("medikal", nil), ("other", nil), ("appro", nil),
    ] as [(String, Int?)])
  func value(_ word: String, _ expected: Int?) {
    var index = FormIndex<Int>()
    index.insert(Self.form("approve"), 1) { old, _ in old }
    index.insert(Self.form("approv", end: true), 2) { old, _ in old }
    index.insert(Self.form("approve", end: true), 3) { old, _ in old }
    index.insert(Self.form("mez", start: true), 4) { old, _ in old }
    index.insert(Self.form("medi", start: true, end: true), 5) { old, _ in old }
    let scalars = word.unicodeScalars.map(\.value)
    #expect(index.value(TextHash(scalars), 0, scalars.count) == expected)
  }

  @Test("the longest counts where there are no blanks")
  func longest() {
    var index = FormIndex<Int>()
    index.insert(Self.form("不"), 1) { old, _ in old }
    index.insert(Self.form("不客气"), 2) { old, _ in old }
    let scalars = "您不客气".unicodeScalars.map(\.value)
    let found = index.longest(TextHash(scalars), at: 1, limit: 3)
    #expect(found?.value == 2)
    #expect(found?.count == 3)
    #expect(index.longest(TextHash(scalars), at: 1, limit: 2)?.value == 1)
  }
}
