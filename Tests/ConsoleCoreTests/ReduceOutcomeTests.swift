import DeskLink
import DeskModel
import Safeguards
import ScreenKit
import TestSupport
import Testing
import TextLayout
import Widgets

@testable import ConsoleCore

/// What becomes of replies that are on their way: the second half of `Reduce+Send.swift`.
@Suite("Reduce: what became of a reply")
struct ReduceOutcomeTests {
  private static let newer = [
    Fixtures.agent("e-9", "already done", minutesAgo: 0, agent: Agent(id: "o", name: "Olena"))
  ]

  @Test(
    "a reply that was not sent is back in the composer, before what was typed since",
    arguments: [
      Outcome.conflict(newer: newer, version: 3), .denied(reason: "closed"),
      .invalid(field: "text", reason: "too long"),
      .partial([StepOutcome(step: "say", isApplied: false, reason: "no")]),
    ])
  func textComesBack(outcome: Outcome) throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.hold("one")
    let asked = driver.sendHeld()
    driver.type("two")
    let effects = driver.answer(asked, outcome)
    #expect(effects.requests.isEmpty)
    #expect(effects.drafts.map(\.text) == ["one\n\ntwo"])
    #expect(effects.drafts.map(\.held) == [nil])
    #expect(driver.text == "one\n\ntwo")
    #expect(driver.composer?.held == nil)
    #expect(driver.composer?.isSending == false)
    #expect(driver.composer?.audience == .customer)
    #expect(driver.state.remark?.isError == true)
    #expect(driver.state.pendingActs.isEmpty)
    #expect(driver.wait(milliseconds: 60_000).intents.isEmpty, "never sent again by itself")
  }

  @Test(
    "a desk that fails keeps the words",
    arguments: [DeskError.cannotWrite(reason: "disk full"), .unsupported("say"), .unknownConversation("c-1")])
  func failureKeepsWords(error: DeskError) throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.hold("one")
    let asked = driver.sendHeld()
    let effects = driver.fail(asked, error)
    #expect(effects.drafts.map(\.text) == ["one"])
    #expect(driver.text == "one")
    #expect(driver.composer?.held == nil)
    #expect(driver.state.remark?.isError == true)
  }

  @Test("a desk that goes away in the middle of sending is asked what became of it")
  func awayIsUnclear() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.hold("one")
    let effects = driver.fail(driver.sendHeld(), .away(reason: "broken pipe"))
    #expect(effects.requests == [.reconcile("key-1")])
    driver.take(.answered(.reconcile("key-1"), .success(.outcome(.unknown))))
    #expect(driver.text == "one")
    #expect(driver.remark.contains("broken pipe"), "why it did not go, not that the program had ended")
  }

  @Test("who wrote meanwhile is named, and the next Enter warns")
  func conflictNames() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.hold("one")
    driver.answer(driver.sendHeld(), .conflict(newer: Self.newer, version: 2))
    #expect(driver.remark.contains("Olena"))
    driver.update(Fixtures.dialog.allRead.answered(by: "Olena"))
    try driver.press("Enter")
    #expect(driver.state.look?.findings.map(\.rule) == ["thread.answered"])
  }

  @Test("a throttled reply waits until the desk's time and goes under the same key")
  func throttled() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.hold("one")
    let asked = driver.sendHeld()
    let until = driver.state.now.adding(seconds: 30)
    driver.answer(asked, .throttled(until: until))
    #expect(driver.composer?.held?.until == until)
    #expect(driver.composer?.isSending == false)
    #expect(driver.state.nextDeadline.map { $0 <= until } == true)
    #expect(driver.wait(milliseconds: 29_999).intents.isEmpty)
    let again = driver.wait(milliseconds: 1).intents
    #expect(again == asked.intents)
  }

  @Test("a throttled reply can be taken back")
  func throttledTakenBack() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.hold("one")
    driver.answer(driver.sendHeld(), .throttled(until: driver.state.now.adding(seconds: 30)))
    try driver.press("Ctrl-T")
    #expect(driver.text == "one")
    #expect(driver.wait(milliseconds: 60_000).intents.isEmpty)
  }

  @Test("a desk whose clock is slow is not hammered")
  func throttledInThePast() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.hold("one")
    driver.answer(driver.sendHeld(), .throttled(until: driver.state.now.adding(seconds: -10)))
    let wait = driver.state.nextDeadline.map { $0.milliseconds - driver.state.now.milliseconds } ?? 0
    #expect(wait >= 200)
  }

  @Test("a second reply does not make the first one go before the desk's time")
  func throttledWithSecond() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.hold("one")
    driver.answer(driver.sendHeld(), .throttled(until: driver.state.now.adding(seconds: 30)))
    driver.type("two")
    let effects = try driver.press("Enter")
    #expect(effects.intents.isEmpty)
  }

  @Test("quitting does not hammer a desk that asks us to wait")
  func throttledWhileQuitting() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.hold("one")
    let asked = try driver.press("Ctrl-C Enter")
    driver.answer(asked, .throttled(until: driver.state.now.adding(seconds: 30)))
    let again = driver.wait(milliseconds: 1).intents
    #expect(again.isEmpty)
  }

  @Test(
    "an unclear outcome is asked for by its key, never sent again", arguments: [Outcome.unknown, .accepted])
  func unclear(outcome: Outcome) throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.hold("one")
    let effects = driver.answer(driver.sendHeld(), outcome)
    #expect(effects == [.ask(.reconcile("key-1"))])
    #expect(driver.composer?.held?.text == "one")
    #expect(driver.composer?.isSending == true)
    #expect(driver.wait(milliseconds: 60_000).intents.isEmpty)
    let done = driver.take(
      .answered(
        .reconcile("key-1"), .success(.outcome(.applied(entry: "n", audience: .customer, version: 2)))))
    #expect(done.drafts.map(\.isEmpty) == [true])
    #expect(driver.composer?.held == nil)
    #expect(driver.text.isEmpty)
    #expect(driver.state.pendingActs.isEmpty)
  }

  @Test("a reply that never arrived is back in the composer")
  func reconciledUnknown() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.hold("one")
    driver.answer(driver.sendHeld(), .unknown)
    driver.type("two")
    driver.take(.answered(.reconcile("key-1"), .success(.outcome(.unknown))))
    #expect(driver.text == "one\n\ntwo")
    #expect(driver.composer?.held == nil)
    #expect(!driver.remark.isEmpty)
  }

  @Test("a reply that the desk has taken but not yet done is not offered again")
  func reconciledAccepted() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.hold("one")
    driver.answer(driver.sendHeld(), .accepted)
    driver.take(.answered(.reconcile("key-1"), .success(.outcome(.accepted))))
    #expect(driver.composer?.held?.text == "one")
    #expect(driver.text.isEmpty)
  }

  @Test("a desk that cannot be asked does not mean that the reply was not sent")
  func reconcileFails() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.hold("one")
    driver.answer(driver.sendHeld(), .unknown)
    driver.take(.answered(.reconcile("key-1"), .failure(.away(reason: "no network"))))
    let notSent = try Fixtures.words()("draft.heldRestored").string
    #expect(driver.composer?.held?.text == "one")
    #expect(driver.remark != notSent)
  }

  @Test(
    "another audience than the chosen one is a loud error",
    arguments: [Audience.world, .internal, nil] as [Audience?])
  func wrongAudience(echoed: Audience?) throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.hold("one")
    driver.answer(driver.sendHeld(), .applied(entry: "n", audience: echoed, version: 2))
    #expect(driver.state.remark?.isError == true)
    #expect(driver.remark == (try Fixtures.words())("send.wrongAudience").string)
    #expect(driver.composer?.held == nil)
  }

  @Test("each audience has its own word for done", arguments: Audience.allCases)
  func doneWord(audience: Audience) throws {
    var driver = try StateDriver(audience == .world ? Fixtures.publicThread.allRead : Fixtures.dialog.allRead)
    if audience == .internal { try driver.press("Alt-N") }
    try driver.hold("one")
    driver.answer(driver.sendHeld(), .applied(entry: "n", audience: audience, version: 2))
    #expect(driver.remark == (try Fixtures.words())("send.done.\(audience.rawValue)").string)
  }

  @Test("a reply that is sent while another conversation is open is forgotten there")
  func sentElsewhere() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.hold("one")
    driver.open(Fixtures.publicThread.allRead)
    let asked = driver.sendHeld()
    #expect(asked.intents.map(\.conversation) == ["c-1"])
    let effects = driver.answer(asked, .applied(entry: "n", audience: .customer, version: 2))
    #expect(effects.drafts.map(\.conversation) == ["c-1"])
    #expect(driver.state.parked.isEmpty)
    #expect(driver.state.open?.conversation.id == "p-1")
  }

  @Test("a reply that fails elsewhere comes back there")
  func failsElsewhere() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.hold("one")
    driver.open(Fixtures.publicThread.allRead)
    driver.answer(driver.sendHeld(), .denied(reason: "closed"))
    #expect(driver.state.parked["c-1"]?.field.text == "one")
    #expect(driver.text.isEmpty)
    #expect(driver.state.remark?.isError == true)
  }

  // MARK: A second reply while one is held

  @Test("a second reply waits for the first, then has a hold of its own")
  func secondReply() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.hold("one")
    driver.type("two")
    let first = try driver.press("Enter")
    #expect(first.intents.map(\.clientKey) == ["key-1"], "the first goes at once")
    #expect(driver.composer?.next != nil)
    #expect(driver.text == "two")
    driver.answer(first, .applied(entry: "n", audience: .customer, version: 2))
    #expect(driver.composer?.held?.text == "two")
    #expect(driver.composer?.held?.clientKey == "key-2")
    #expect(driver.composer?.held?.until == driver.state.now.adding(seconds: 8))
    #expect(driver.composer?.next == nil)
    let second = driver.sendHeld()
    #expect(second.intents.map(\.clientKey) == ["key-2"])
  }

  @Test("the second reply does not go when the first does not")
  func secondReplyStays() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.hold("one")
    driver.type("two")
    let first = try driver.press("Enter")
    driver.answer(first, .denied(reason: "closed"))
    #expect(driver.text == "one\n\ntwo")
    #expect(driver.composer?.held == nil)
    #expect(driver.composer?.next == nil)
    #expect(driver.wait(milliseconds: 60_000).intents.isEmpty)
  }

  @Test("what is typed after Enter on the second reply never goes without a look")
  func typingAfterSecondEnter() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.hold("one")
    driver.type("two")
    let first = try driver.press("Enter")
    driver.type(" {{customer.name}}")
    driver.answer(first, .applied(entry: "n", audience: .customer, version: 2))
    #expect(driver.composer?.held?.text.contains("{{") != true)
  }
}

@Test(
  "a second reply follows although another conversation was opened meanwhile, or it is said that it does not"
)
func secondReplyElsewhere() throws {
  var driver = try StateDriver(Fixtures.dialog.allRead)
  try driver.hold("one")
  driver.type("two")
  let first = try driver.press("Enter")
  driver.open(Fixtures.publicThread.allRead)
  driver.answer(first, .applied(entry: "n", audience: .customer, version: 2))
  let sent = try Fixtures.words()("send.done.customer").string
  #expect(driver.state.parked["c-1"]?.held?.text == "two" || driver.remark != sent)
}
