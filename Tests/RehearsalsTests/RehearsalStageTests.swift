import DeskModel
import Rehearsals
import Testing

@Suite("The stage of a rehearsal")
struct RehearsalStageTests {
  private let now = Timestamp(milliseconds: 1_772_443_440_000)

  private func stage(_ text: String = Fixtures.text) -> RehearsalStage {
    RehearsalStage(
      Rehearsal(Fixtures.scenario(text), lists: [:], seed: 1), now: now, trainee: Agent(id: "me", name: "Me"),
      trainer: "Trainer")
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

  @Test("the others are conversations of their own")
  func others() {
    let others = stage().others
    #expect(others.map(\.id) == [RehearsalStage.other(0)])
    #expect(others[0].contact.given == "Bo" && others[0].entries.map(\.text) == ["Mine, too."])
  }
}
