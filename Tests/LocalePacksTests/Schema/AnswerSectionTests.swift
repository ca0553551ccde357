import Testing

@testable import LocalePacks

@Suite("What makes another answer, in a pack")
struct AnswerSectionTests {
  private func problems(_ answers: String) -> [String] {
    let file = PackFixtures.file("xx", "answers: {\(answers)}")
    return PackLayer(file.bytes, file: file.path, origin: PackOrigin(tag: file.tag, layer: file.layer))
      .problems.map(\.description)
  }

  private static let when =
    "{id: \"when\", weak: true, sides: [\"today\", [\"tomorrow\", \"tmrw-\"]], src: [], status: \"unsourced\"}"

  @Test("is read, a bare text standing for a list")
  func read() {
    let pack = PackFixtures.pack(
      "answers: {negations: [\"not\", \"-less\"], courtesies: \"please\", clitics: [\"و\"], numbers: {\"2\": [\"two\", \"both\"], \"3\": \"three\"}, words: [\(Self.when)]}"
    )
    #expect(pack.answers.negations == ["not", "-less"])
    #expect(pack.answers.courtesies == ["please"])
    #expect(pack.answers.clitics == ["و"])
    #expect(pack.answers.numbers == [2: ["two", "both"], 3: ["three"]])
    #expect(pack.answerWords.map(\.sides) == [[["today"], ["tomorrow", "tmrw-"]]])
    #expect(pack.answerWords.map(\.isWeak) == [true])
  }

  @Test("a child replaces a list of words by its id, and takes one away")
  func layers() {
    let other = "{id: \"size\", sides: [\"small\", \"large\"], src: [], status: \"unsourced\"}"
    let library = PackFixtures.library([
      ("es", "answers: {negations: [\"no\"], words: [\(Self.when), \(other)]}"),
      (
        "es-419",
        "parent: \"es\", answers: {words: [{id: \"when\", off: true}, {id: \"size\", sides: [\"a\"], src: [], status: \"unsourced\"}]}"
      ),
    ])
    let pack = library.resolve(LocaleTag(language: "es", region: "419")).pack
    #expect(pack.answerWords.map(\.id) == ["size"])
    #expect(pack.answerWords.map(\.sides) == [[["a"]]])
    #expect(pack.answers.negations == ["no"])
  }

  @Test(
    "says what is wrong",
    arguments: [
      ("negations: 5", "answers.negations: must be a text or a list of texts, not a number."),
      ("negations: [\"n(o|ot)\"]", "answers.negations: “n(o|ot)” looks like a regular expression"),
      ("courtesies: [\"-\"]", "answers.courtesies: “-” has neither letter nor digit."),
      ("numbers: {\"32\": \"x\"}", "answers.numbers.32: is not a field here"),
      ("opposites: []", "answers.opposites: is not a field here"),
      (
        "words: [{id: \"a\", src: [], status: \"unsourced\"}]",
        "answers.words[0].sides: is missing: lists of words."
      ),
      (
        "words: [{id: \"a\", sides: [], src: [], status: \"unsourced\"}]",
        "answers.words[0].sides: must be a list of texts and lists of texts, and not empty."
      ),
      (
        "words: [{id: \"a\", sides: [\"x\", 7], src: [], status: \"unsourced\"}]",
        "answers.words[0].sides[1]: must be a text or a list of texts, none of them empty."
      ),
      (
        "words: [{id: \"a\", sides: [\"x\", [\"y\", \"X\"]], src: [], status: \"unsourced\"}]",
        "answers.words[0].sides: “x” stands on two sides."
      ),
      ("words: [{id: \"a\", sides: [\"x\"], src: []}]", "answers.words[0].status: is missing"),
    ])
  func wrong(_ answers: String, _ expected: String) {
    let told = problems(answers)
    #expect(told.contains { $0.contains(expected) }, "\(told)")
  }
}
