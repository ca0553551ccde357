import DeskModel
import LocalePacks
import ReplyTemplates
import SystemCalls
import Testing

/// The templates that ship, as the program reads them.
enum ShippedTemplates {
  private static func files(_ folder: String, _ name: String) -> [TemplateFile] {
    let path = "\(folder)/\(name)"
    return ((try? FileSystem.list(path)) ?? []).sorted().flatMap { entry -> [TemplateFile] in
      guard entry.hasSuffix(".md") else { return files(folder, "\(name)/\(entry)") }
      let bytes = (try? FileSystem.contents(of: "\(path)/\(entry)", limit: 1 << 20)) ?? []
      return [
        TemplateFile(layer: "shipped", name: "\(name)/\(entry)", path: "\(name)/\(entry)", bytes: bytes)
      ]
    }
  }

  static let set = TemplateSet(
    ["replies", "fragments", "scripts"].flatMap { files(TemplateFixtures.root + "/Templates", $0) })
}

@Suite("The templates that ship")
struct ShippedTemplatesTests {
  private let whole = ["en", "ru", "uk", "id"]
  private let commonest = [
    "delivery-late", "refund-status", "cannot-log-in", "double-charge", "wrong-item", "cancel-order",
    "return-how",
    "outage-now", "not-known-yet", "kind-refusal", "thanks-for-praise", "public-complaint",
  ]

  @Test("are read without a fault, and each answer says when to use it")
  func faults() {
    #expect(ShippedTemplates.set.problems == [])
    #expect(ShippedTemplates.set.answers.count >= 30)
    for answer in ShippedTemplates.set.sorted {
      #expect(answer.about?.useWhen.isEmpty == false, "\(answer.id)")
      #expect(answer.settings.owner != nil, "\(answer.id)")
    }
  }

  @Test("have three variants in private and four in public, in four languages, and the commonest in six more")
  func variants() {
    for answer in ShippedTemplates.set.sorted {
      let more = commonest.contains(answer.id.path) ? ["de", "fr", "es", "pt-BR", "ja", "vi"] : []
      for tag in whole + more {
        let variants = answer.locales[TemplateFixtures.tag(tag)]?.variants ?? []
        #expect(
          variants.count { $0.audience == .customer && $0.channels.isEmpty } >= 3, "\(answer.id) \(tag)")
        #expect(variants.count { $0.audience == .world } >= 4, "\(answer.id) \(tag)")
        #expect(answer.locales[TemplateFixtures.tag(tag)]?.asks.count ?? 0 >= 4, "\(answer.id) \(tag)")
      }
    }
  }

  @Test("lead to answers that there are, and take fragments that there are in their language")
  func links() {
    let set = ShippedTemplates.set
    for answer in set.sorted {
      for target in answer.about?.notWhen.compactMap(\.leadsTo) ?? [] {
        #expect(set.answers[target] != nil, "\(answer.id) → \(target)")
      }
      for (tag, texts) in answer.locales {
        for name in texts.variants.flatMap(\.body.fragments) {
          #expect(set.fragment(name, for: tag, TemplateFixtures.family) != nil, "\(answer.id) \(tag) \(name)")
        }
      }
    }
  }

  @Test("can be offered to a customer of whom nothing is known, but for facts that the agent fills in")
  func nothingKnown() throws {
    let set = ShippedTemplates.set
    for answer in set.sorted {
      for (tag, texts) in answer.locales {
        let writer = try TemplateFixtures.writer("\(tag)")
        for variant in texts.variants {
          var facts = KnownFacts(["today": .date(20_785), "me.name": .text("Nia"), "me.given": .text("Nia")])
          facts["thread.first"] = .flag(variant.occasion != .later)
          let reply = set.render(
            variant, of: answer, locale: tag, facts: facts, writer: writer, TemplateFixtures.family)
          #expect(
            reply.isWhole, "\(answer.id) \(tag) \(variant.name): \(reply.missing) \(reply.missingFragments)")
          #expect(!reply.text.contains("  "), "\(answer.id) \(tag) \(variant.name)")
          #expect(
            !reply.text.contains(" ,") && !reply.text.hasPrefix(","), "\(answer.id) \(tag) \(variant.name)")
        }
      }
    }
  }

  @Test("scripts for hard moments fit one screen, and say what to do, to say and what not")
  func scripts() {
    let ids = [
      "dont-know-yet", "refusing", "angry-customer", "promo-code-fraud", "public-complaint", "our-mistake",
      "third-time", "no-answer", "abusive-message", "outage",
    ]
    for id in ids {
      for tag in whole {
        guard let script = ShippedTemplates.set.scripts[id]?[TemplateFixtures.tag(tag)] else {
          Issue.record("\(id) \(tag)")
          continue
        }
        let items = script.steps.flatMap(\.items)
        #expect((3...6).contains(script.steps.count), "\(id) \(tag)")
        #expect(items.contains { $0.kind == .say || $0.kind == .ask }, "\(id) \(tag)")
        #expect(items.contains { $0.kind == .not } && items.contains { $0.kind == .do }, "\(id) \(tag)")
        let lines = items.reduce(script.steps.count + 2) { $0 + 1 + $1.source.count / 66 }
        #expect(lines <= 30, "\(id) \(tag): \(lines)")
      }
    }
  }
}
