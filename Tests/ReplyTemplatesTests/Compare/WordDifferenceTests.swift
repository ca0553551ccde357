import ReplyTemplates
import SeededRandom
import Testing

@Suite("What changed in a text, word by word")
struct WordDifferenceTests {
  @Test(
    "marks what was taken out and what was put in",
    arguments: [
      ("Your order is late.", "Your order is late.", "Your order is late."),
      ("Your order is late.", "Your parcel is late.", "Your [-order-] {+parcel+} is late."),
      ("a b c", "a c", "a [-b-] c"), ("a c", "a b c", "a {+b+} c"), ("", "new", "{+new+}"),
      ("old", "", "[-old-]"), ("", "", ""),
      ("one\ntwo", "one\n\ntwo", "one\n{+\n+}two"), ("a b", "x y", "[-a b-]{+x y+}"),
      ("退款已发出", "退款未发出", "退款[-已-]{+未+}发出"), ("Привіт, Олю", "Привіт, Олено", "Привіт, [-Олю-]{+Олено+}"),
      ("a a a", "a a", "a [-a-] a"),
    ])
  func marked(old: String, new: String, marked: String) {
    let difference = WordDifference(from: old, to: new)
    #expect(difference.marked == marked)
    #expect(difference.isEmpty == (old == new))
  }

  @Test("what is the same and what was added is the new text, but for blanks; likewise the old one")
  func whole() {
    var random = SeededGenerator(seed: 7)
    func text() -> String {
      (0..<Int(random.next() % 30)).map { _ in ["a", "b", "c", "\n", "店"][Int(random.next() % 5)] }
        .joined(separator: " ")
    }
    func bare(_ text: String) -> String { text.filter { $0 != " " } }
    for _ in 0..<300 {
      let (old, new) = (text(), text())
      var (left, right) = ("", "")
      for part in WordDifference(from: old, to: new).parts {
        switch part {
        case .same(let words):
          left += words
          right += words
        case .removed(let words): left += words
        case .added(let words): right += words
        }
      }
      #expect(bare(left) == bare(old) && bare(right) == bare(new))
    }
  }

  @Test("texts that are too long to be compared word by word are changed as a whole")
  func long() {
    let old = "head " + (0..<2_100).map { "o\($0)" }.joined(separator: " ") + " tail"
    let new = "head " + (0..<2_100).map { "n\($0)" }.joined(separator: " ") + " tail"
    let parts = WordDifference(from: old, to: new).parts
    #expect(parts.count == 4)
    #expect(parts.first == .same("head ") && parts.last == .same("tail"))
  }
}
