import Testing

@testable import ReplyTemplates

@Suite("The likeness of two texts")
struct TrigramDiceTests {
  @Test(
    "is Dice's coefficient of their trigrams, marks and capitals left out",
    arguments: [
      ("night", "nacht", 0), ("abcd", "abce", 50), ("abc abc", "abc", 33), ("One, two!", "one TWO", 100),
      ("", "", 0),
      ("ab", "ab", 0), ("Ґанок і дім", "ґанок, і дім…", 100), ("a  b  c", "a b c", 100),
    ])
  func likeness(_ left: String, _ right: String, _ hundredths: Int) {
    let (left, right) = (TrigramProfile(left), TrigramProfile(right))
    #expect(left.likeness(to: right) == hundredths)
    #expect(right.likeness(to: left) == hundredths)
    #expect(hundredths == 0 || left.canReach(hundredths, with: right))
  }

  @Test("is not looked for where the lengths alone forbid it")
  func lengths() {
    let short = TrigramProfile("yes it is")
    let long = TrigramProfile(String(repeating: "yes it is and so on ", count: 5))
    #expect(!short.canReach(60, with: long))
    #expect(short.likeness(to: long) < 60)
  }
}
