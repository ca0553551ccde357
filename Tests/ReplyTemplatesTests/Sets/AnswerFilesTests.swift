import DeskModel
import LocalePacks
import ReplyTemplates
import SystemCalls
import Testing

@Suite("An answer written as its files")
struct AnswerFilesTests {
  private func read(_ answer: Answer) -> (Answer?, [TemplateProblem]) {
    let set = TemplateSet(
      AnswerFiles.files(of: answer).map {
        TemplateFixtures.file("replies/\(answer.id.path)/\($0.name)", $0.text)
      })
    return (set.answers[answer.id], set.problems)
  }

  /// What a reader takes from the place where something stands.
  private func bare(_ answer: Answer?) -> Answer? {
    guard var answer else { return nil }
    if var about = answer.about {
      about.file = ""
      about.useWhen = about.useWhen.map { AnswerCase(text: $0.text, leadsTo: $0.leadsTo) }
      about.notWhen = about.notWhen.map { AnswerCase(text: $0.text, leadsTo: $0.leadsTo) }
      about.facts = about.facts.map { fact in
        Fact(name: fact.name, type: fact.type, isOptional: fact.isOptional, note: fact.note)
      }
      answer.about = about
    }
    for (tag, texts) in answer.locales {
      answer.locales[tag]?.file = ""
      answer.locales[tag]?.variants = texts.variants.map { variant in
        var variant = variant
        variant.file = ""
        variant.line = 0
        variant.textLine = 0
        return variant
      }
    }
    return answer
  }

  @Test("reads back as it was, with every setting and mark")
  func everything() throws {
    var plain = Variant(
      name: "after waiting", audience: .customer, channels: ["mail", "letter"], occasion: .later,
      review: .reviewed(by: "Ann, 2026-11-01"), source: "Hello {{customer.name}}.\n\nIt is late.",
      body: try TemplateBody(parsing: "Hello {{customer.name}}.\n\nIt is late."))
    plain.allowances = [LintAllowance(rule: "jargon.vpn", reason: "engineers ask")]
    let open = Variant(
      name: "open", audience: .world, source: "Late.", body: try TemplateBody(parsing: "Late."))
    let answer = Answer(
      id: AnswerID("a/late"),
      about: AnswerAbout(
        title: "Late", summary: "It is late.\n\nReally.", useWhen: [AnswerCase(text: "It is late")],
        notWhen: [AnswerCase(text: "It is lost", leadsTo: AnswerID("a/lost"))],
        facts: [Fact(name: "order.day", type: .date, isOptional: true, note: "the day"), Fact(name: "n")],
        settings: AnswerSettings(
          tags: ["a", "b"], shortcuts: ["l"], isFirstContactOnly: true, status: "pending", addTags: ["x"],
          removeTags: ["y"], followUp: PlannedFollowUp(after: 7_200, text: "ask"), attachments: ["map.pdf"],
          channels: ["chat"], owner: "Marta", reviewBy: 20_880,
          trial: VariantTrial(variants: ["after waiting", "open"], limit: 400, difference: 8))),
      locales: [
        TemplateFixtures.tag("pt-BR"): AnswerTexts(
          title: "Atrasado", review: .unreviewed, asks: ["Cadê?"], variants: [plain, open],
          allowances: [LintAllowance(rule: "text", reason: "so it is")])
      ])
    let (back, problems) = read(answer)
    #expect(problems == [])
    #expect(bare(back) == bare(answer))
  }

  @Test("every shipped answer reads back as it was")
  func shipped() throws {
    let root = TemplateFixtures.root + "/Templates/replies"
    for id in try FileSystem.list(root) {
      let names = try FileSystem.list("\(root)/\(id)").filter { $0.hasSuffix(".md") }
      let set = TemplateSet(
        try names.map { name in
          TemplateFile(
            layer: "shipped", name: "replies/\(id)/\(name)", path: name,
            bytes: try FileSystem.contents(of: "\(root)/\(id)/\(name)", limit: 1 << 20))
        })
      #expect(set.problems == [], "\(id)")
      let answer = try #require(set.answers[AnswerID(id)])
      #expect(bare(read(answer).0) == bare(answer), "\(id)")
    }
  }
}
