import Testing

@testable import ReplyTemplates

@Suite struct StorableBodyTests {
  private func choice(_ parts: [TemplatePiece]...) -> TemplatePiece {
    .choice(parts.map { ChoicePart(body: TemplateBody($0)) })
  }

  private let name = TemplatePiece.placeholder(Placeholder(fact: "x"))

  @Test func whatCannotBeEscapedIsSaidOtherwise() throws {
    let cases: [(TemplateBody, String)] = [
      (TemplateBody([.text("["), choice([name], [.text("b")]), .text("]")]), "[[[{{x}}|[b]]]"),
      (TemplateBody([choice([name], [.text("b]")])]), "[[{{x}}|b]|]]"),
      (TemplateBody([choice([name], [.text("if not")])]), "[[{{x}}|if not x: if not]]"),
      (TemplateBody([choice([name])]), "[[{{x}}|]]"),
      (TemplateBody([.text("{"), name, .text("}")]), "{ {{x}}}"),
      (TemplateBody([.text("a \t\n  b  \n\n")]), "a\n  b"), (TemplateBody([.text("\n \n a")]), " a"),
    ]
    for (body, source) in cases {
      let storable = StorableBody(body).body
      #expect(storable.source == source)
      #expect(try TemplateBody(parsing: source) == storable)
    }
  }
}
