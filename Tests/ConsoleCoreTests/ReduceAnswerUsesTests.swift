import DeskLink
import DeskModel
import LocalePacks
import ReplyTemplates
import Safeguards
import ScreenKit
import TestSupport
import Testing
import TextLayout

@testable import ConsoleCore

@Suite("Never the same twice")
struct ReduceAnswerUsesTests {
  private func dialog(_ texts: String...) -> Conversation {
    var conversation = MannersFixtures.conversation
    for (index, text) in texts.enumerated() {
      conversation.entries.append(
        Fixtures.agent(
          EntryID("r\(index)"), text, minutesAgo: 10 - Int64(index), agent: Agent(id: "n", name: "Nastya")))
    }
    return conversation
  }

  private func rules(_ driver: StateDriver) -> [String] {
    driver.state.manners.live?.findings.map(\.rule) ?? []
  }

  private let said = "Kak Dewi, paket sedang di gudang kami dan besok pagi diantar kurir ke alamat rumah."
  private let again = "Paket sedang di gudang kami dan besok pagi diantar kurir ke alamat rumah 🙂"

  @Test("a draft that says what somebody said here is told while it is written, with who, when and how alike")
  func whileWriting() throws {
    var driver = try StateDriver.withAnswers(dialog(said))
    driver.readReplies()
    driver.type(again)
    driver.take(.drawn)
    let finding = try #require(driver.state.manners.live?.findings.first { $0.rule == "duplicate.thread" })
    #expect(finding.severity == .warn)
    #expect(finding.about == "r0")
    #expect(finding.arguments[1] == "Nastya")
    #expect(Int(finding.arguments[0]).map { $0 >= 80 } == true)
    #expect(finding.arguments[2].contains(":"))
  }

  @Test("the last look finds it too when the replies have not been read yet")
  func lastLook() throws {
    var driver = try StateDriver.withManners(dialog(said))
    driver.type(again)
    try driver.press("Enter")
    #expect(driver.state.look?.findings.contains { $0.rule == "duplicate.thread" } == true)
    #expect(driver.state.look?.canSend == true)
    #expect(driver.composer?.held == nil)
  }

  @Test(
    "another day or a negation is another answer",
    arguments: [
      "Paket sedang di gudang kami dan lusa pagi diantar kurir ke alamat rumah.",
      "Paket tidak di gudang kami dan besok pagi diantar kurir ke alamat rumah.",
    ])
  func otherAnswer(_ text: String) throws {
    let pack = MannersFixtures.pack.replacing(
      "typography:",
      with:
        "answers: {negations: [\"tidak\", \"bukan\"], words: [{id: \"day\", sides: [[\"besok\"], [\"lusa\"]], src: [\"S\"], status: \"sourced\"}]}, typography:"
    )
    var driver = try StateDriver.withManners(dialog(said), pack: pack)
    driver.take(.answers(try AnswersFixtures.library(), PickMemory(), problems: []))
    driver.readReplies()
    driver.type(text)
    driver.take(.drawn)
    #expect(!rules(driver).contains("duplicate.thread"))
  }

  @Test("a reply that says what a variant says counts as its use, whoever wrote it by hand")
  func recognized() throws {
    var driver = try StateDriver.withAnswers(dialog("Paket sedang di jalan, mohon ditunggu."))
    driver.readReplies()
    let uses = try #require(driver.state.answers.uses)
    #expect(uses.here.map(\.variant.name) == ["plain"])
    #expect(uses.here.first?.by == "Nastya")
    driver.type("/late")
    #expect(driver.answerPopup?.rows.first?.usesHere == 1)
    #expect(driver.answerPopup?.options.first?.variant.name != "plain")
  }

  @Test("our near-identical replies are marked in the thread, with how many and how alike")
  func clusters() throws {
    var conversation = Fixtures.publicThread.allRead
    conversation.locale = "id"
    for index in 0..<3 {
      var entry = Fixtures.agent(
        EntryID("r\(index)"), "Halo! Mohon maaf, paket sedang kami lacak dan segera kami kabari ya.",
        minutesAgo: 5)
      entry.audience = .world
      entry.kind = .comment
      entry.parent = conversation.entries[0].id
      conversation.entries.append(entry)
    }
    var driver = try StateDriver.withAnswers(conversation)
    driver.readReplies()
    #expect(driver.state.answers.read?.clusters.clusters.first?.members.count == 3)
    driver.take(.input(.resize(Size(columns: 160, rows: 48))))
    var renderer = Renderer()
    let text = renderer.render(driver.state).text
    #expect(text.contains("≈ 3 of ours alike"))
    #expect(text.contains("≈"))
  }

  // MARK: What we said to the customer before

  private func earlier(_ id: ConversationID, _ text: String) -> Conversation {
    var conversation = MannersFixtures.conversation
    conversation.id = id
    conversation.entries = [
      Fixtures.agent("e", text, minutesAgo: 5_000, agent: Agent(id: "n", name: "Nastya"))
    ]
    return conversation
  }

  @Test("earlier conversations are asked for when an answer is begun, once, and what we said there is told")
  func elsewhere() throws {
    var driver = try StateDriver.withAnswers()
    let old = earlier("c-old", said)
    let contact = MannersFixtures.conversation.contact.id
    driver.take(
      .answered(
        .earlier(
          with: contact, except: MannersFixtures.conversation.id, limit: OpenConversation.earlierLimit),
        .success(.earlier(contact, [ConversationSummary(old)]))))
    #expect(driver.take(.drawn).requests.isEmpty)
    driver.type("P")
    #expect(driver.take(.drawn).requests.contains(.end(of: "c-old")))
    #expect(driver.take(.drawn).requests.isEmpty)
    driver.take(.answered(.end(of: "c-old"), .success(.conversation(old))))
    #expect(driver.state.open?.conversation.id == MannersFixtures.conversation.id, "nothing else is opened")
    driver.readReplies()
    driver.type(String(again.dropFirst()))
    driver.take(.drawn)
    let finding = try #require(driver.state.manners.live?.findings.first { $0.rule == "duplicate.customer" })
    #expect(finding.conversation == "c-old")
  }

  @Test("an earlier conversation that cannot be had is no error for the person")
  func missing() throws {
    var driver = try StateDriver.withAnswers()
    let contact = MannersFixtures.conversation.contact.id
    driver.take(
      .answered(
        .earlier(
          with: contact, except: MannersFixtures.conversation.id, limit: OpenConversation.earlierLimit),
        .success(.earlier(contact, [ConversationSummary(earlier("c-old", said))]))))
    driver.type("P")
    driver.take(.drawn)
    driver.take(.answered(.end(of: "c-old"), .failure(.unknownConversation("c-old"))))
    #expect(driver.state.remark == nil)
  }
}
