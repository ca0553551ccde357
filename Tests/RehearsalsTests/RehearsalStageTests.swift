import DeskModel
import Rehearsals
import Testing

@Suite("The stage of a rehearsal")
struct RehearsalStageTests {
  private let now = Timestamp(milliseconds: 1_772_443_440_000)

  private func stage(_ text: String = Fixtures.text) -> RehearsalStage {
    RehearsalStage(
      Rehearsal(Fixtures.scenario(text), lists: [:], seed: 1), now: now, trainee: Agent(id: "me", name: "Me"),
      names: RehearsalStage.Names(trainer: "Trainer", page: "Our page"))
  }

  @Test("the customer, what stood there before, and what the agent knows are on the desk")
  func conversation() {
    let conversation = stage().conversation
    #expect(conversation.contact.full == "Ada Lind" && conversation.contact.locale == "en-GB")
    #expect(conversation.assignee?.id == "me")
    #expect(conversation.entries.map(\.kind) == [.message, .message, .note, .note])
    #expect(conversation.entries.last?.text == "The parcel is in the depot.")
    #expect(conversation.entries.allSatisfy { $0.at < now })
    #expect(conversation.subject.hasPrefix("Parcel ") && !conversation.subject.contains("{{"))
    #expect(!"\(conversation)".contains("it is a present"), "what the customer hides is not on the desk")
  }

  @Test("what the customer says comes behind it, with ids that stay")
  func said() {
    let stage = stage()
    let once = stage.conversation(with: [(now, "Hello?")])
    let twice = stage.conversation(with: [(now, "Hello?"), (now, "Well?")])
    #expect(once.entries.dropFirst(4).map(\.id) == ["said-0"])
    #expect(twice.entries.dropFirst(4).map(\.id) == ["said-0", "said-1"])
    #expect(twice.entries[4].author.kind == .customer && twice.entries[4].audience == .customer)
  }

  @Test("a comment stands in the thread for all to read")
  func comment() {
    let stage = stage(Fixtures.text.replacing("- channel: chat", with: "- channel: comment"))
    #expect(stage.conversation.shape == .publicThread)
    let said = stage.conversation(with: [(now, "Hello?")]).entries.last
    #expect(said?.audience == .world && said?.kind == .comment)
  }

  @Test(
    "under a post the customer's first line answers the post, not a colleague; later ones answer the first")
  func branches() throws {
    let before = """
      ## Before

      - post by us, 2 hours ago: We are open.
        - stranger Cy, 1 hour ago: Nice.
          - agent Olena, 30 minutes ago: Thank you.
      """
    var text = Fixtures.text.replacing("- channel: chat", with: "- channel: comment")
    let start = try #require(text.firstRange(of: "## Before"))
    let end = try #require(text[start.upperBound...].firstRange(of: "\n## "))
    text.replaceSubrange(start.lowerBound..<end.lowerBound, with: before + "\n")
    let entries = stage(text).conversation(with: [(now, "Hello?"), (now, "Well?")]).entries
    #expect(entries.first?.author.name == "Our page")
    #expect(entries.first { $0.id == "said-0" }?.parent == entries.first?.id)
    #expect(entries.first { $0.id == "said-1" }?.parent == "said-0")
  }

  @Test("the others are conversations of their own")
  func others() {
    let others = stage().others
    #expect(others.map(\.id) == [RehearsalStage.other(0)])
    #expect(others[0].contact.given == "Bo" && others[0].entries.map(\.text) == ["Mine, too."])
  }
}
