import Testing

@testable import LocalePacks

@Suite("Forms that a customer has used")
struct MirroredFormsTests {
  private static func used(_ forms: [String], _ messages: [String]) -> [String] {
    var mirrored = MirroredForms()
    for form in forms { mirrored.add(Array(form)) }
    for message in messages { mirrored.read(Array(message)) }
    return forms.filter { mirrored.isUsed(Array($0)) }
  }

  @Test(
    "are found anywhere in any message, and also in one another",
    arguments: [
      (["hey"], ["they"], ["hey"]), (["hey"], ["he", "y"], []), (["hey"], [], []), ([""], ["a"], []),
      (["a b", "b", "ab"], ["a b"], ["a b", "b"]), (["aab"], ["aaab"], ["aab"]),
      (["aa", "aab"], ["aa"], ["aa"]),
    ])
  func found(_ forms: [String], _ messages: [String], _ expected: [String]) {
    #expect(Self.used(forms, messages) == expected)
  }

  @Test(
    "are none that are too long for a habit",
    arguments: [(MirroredForms.longest, 1), (MirroredForms.longest + 1, 0)])
  func long(_ length: Int, _ count: Int) {
    let form = String(repeating: "a", count: length)
    #expect(Self.used([form], [form]).count == count)
  }

  @Test("are found in one walk through a long message")
  func hostile() {
    let forms = (1...64).map { String(repeating: "a", count: $0) }
    #expect(Self.used(forms, [String(repeating: "a", count: 20_000)]) == forms)
  }
}
