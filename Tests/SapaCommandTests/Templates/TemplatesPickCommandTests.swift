import DeskModel
import JSONText
import LocalePacks
import TestSupport
import Testing

@testable import ReplyTemplates
@testable import SapaCommand

@Suite("What sapa templates pick prints")
struct TemplatesPickCommandTests {
  private static func advice(isTypical: Bool = true) throws -> PickAdvisor.Advice {
    let id = VariantID(answer: AnswerID("late"), locale: LocaleTag(language: "en"), name: "plain")
    let ranked = VariantChooser.offer(
      [
        VariantCandidate(id: id, audience: .customer),
        VariantCandidate(
          id: VariantID(answer: id.answer, locale: id.locale, name: "bare"), audience: .customer,
          missing: ["order.number"]),
      ],
      in: OfferSituation(
        conversation: "c", locales: [id.locale], audience: .customer, isFirstReply: true),
      usage: UsageView(
        of: id.answer,
        uses: [VariantUse(variant: id, conversation: "c", at: 1_790_000_000, by: "Nastya\u{7}")],
        conversation: "c", customer: nil, now: 1_790_000_100))
    let pick = PickAdvisor.Pick(
      id: id.answer, title: "Late\u{1B}[2J", locale: id.locale, isTheirs: true,
      reasons: [.follows(times: 3)], echo: .none, offer: ranked, first: ranked.first,
      reply: RenderedReply(text: "One\n\u{1B}]0;x\u{7}two", toFill: ["order.number"]))
    var none = pick
    none.first = nil
    none.reply = nil
    return PickAdvisor.Advice(isTypical: isTypical, picks: [pick, none])
  }

  @Test("people read answer, reasons, variant and text, without a control character")
  func text() throws {
    let words = PickWords(words: try Fixtures.words())
    let text = TemplatesPickCommand.text("c\u{9B}1", try Self.advice(isTypical: false), words)
    #expect(
      text.unicodeScalars.allSatisfy {
        $0 == "\n" || $0.value >= 0x20 && $0.value != 0x7F && $0.value != 0x9B
      })
    #expect(text.contains(words.untypical))
    #expect(text.contains("\n1. late · Late"))
    #expect(text.contains("   It was picked 3× after the reply that went before.\n"))
    #expect(text.contains("   ── plain, said here already: Used here 1×, last by Nastya"))
    #expect(text.contains("\n   │ One\n   │ "))
    #expect(text.contains("   ── nothing to offer. "))
    #expect(text.contains("   bare: Cannot be offered: order.number is not known here.\n"))
    let nothing = TemplatesPickCommand.text("1", PickAdvisor.Advice(isTypical: true, picks: []), words)
    #expect(nothing == "══ 1\nNothing fits.\n\n")
  }

  @Test("programs read an object a line")
  func json() throws {
    let words = PickWords(words: try Fixtures.words())
    let line = TemplatesPickCommand.json("c-1", try Self.advice(), words)
    #expect(line.filter(\.isNewline).count == 1)
    let root = try JSONDocument(Array(line.utf8)).root
    #expect(root["id"]?.string == "c-1" && root["typical"] == .bool(true))
    let answers = try #require(root["answers"]?.array)
    #expect(answers.count == 2)
    #expect(answers[0]["variant"]?.string == "late@en#plain")
    #expect(answers[0]["text"]?.string == "One\n\u{1B}]0;x\u{7}two")
    #expect(answers[0]["toFill"]?.array?.compactMap(\.string) == ["order.number"])
    #expect(answers[0]["repeat"] == .bool(true) && answers[0]["usedUp"] == .bool(true))
    #expect(answers[1]["variant"] == .null && answers[1]["text"] == nil)
    #expect(answers[1]["others"]?.array?.compactMap(\.string) == ["plain"])
  }
}
