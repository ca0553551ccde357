import SeededRandom
import Testing

@testable import ReplyTemplates

@Suite struct TemplateBodySourceTests {
  @Test(arguments: [
    "", "plain", "{{a}} {{b.c:plural x, y}}", "[[if a = b and not c: {{d}}|if e != f: g|]]", "{{> sign-off}}",
    #"\{{x}} \[[y\]] a | b"#,
    #"[[a \| b\]] ]|{{c}}]]"#, "\\# a\n\\## b #c", #"a\b \\ c\{ \<!-- x -->"#, "]] | [ { <!- #",
  ])
  func theSourceIsWhatWasParsed(text: String) throws {
    let body = try TemplateBody(parsing: text)
    #expect(try TemplateBody(parsing: body.source) == body)
  }

  @Test(arguments: 0..<300)
  func storableBodiesAreParsedFromTheirSource(seed: UInt64) throws {
    var random = SeededGenerator(seed)
    let words = [
      "a", " ", "\n", "#", "{", "{{", "[", "[[", "]", "]]", "|", "<!--", "\\", "if x: ", "if ", "}}", "é",
      "{%",
    ]
    func pick() -> String { words.randomElement(using: &random) ?? "" }
    func pieces(_ count: Int, isInChoice: Bool) -> [TemplatePiece] {
      (0..<count).map { _ in
        switch Int.random(in: 0..<(isInChoice ? 8 : 10), using: &random) {
        case 0...5: .text(pick())
        case 6: .placeholder(Placeholder(fact: "x.y"))
        case 7: .fragment("f")
        default:
          .choice(
            (0..<Int.random(in: 1...3, using: &random)).map { _ in
              ChoicePart(
                conditions: Int.random(in: 0..<3, using: &random) == 0 ? [TemplateCondition(fact: "c")] : [],
                body: TemplateBody(pieces(Int.random(in: 0...3, using: &random), isInChoice: true)))
            })
        }
      }
    }
    let body = TemplateBody(pieces(Int.random(in: 0...6, using: &random), isInChoice: false))
    let storable = StorableBody(body).body
    #expect((try? TemplateBody(parsing: storable.source)) == storable, "\(storable.source)")
  }
}
