import DeskLink
import DeskModel
import ScreenKit
import TestSupport
import Testing
import TextLayout
import Widgets

@testable import ConsoleCore

@Suite("Reduce: acts and undo")
struct ReduceActsTests {
  private static let olena = Agent(id: "a-olena", name: "Olena")
  private static let done = Outcome.applied(entry: nil, audience: nil, version: 2)

  @Test("an act is asked for under a key of its own and remembered with what undoes it")
  func asks() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead, focus: .conversation)
    let before = driver.state
    let effects = try driver.press("e")
    let intent = Intent(
      clientKey: "key-1", conversation: "c-1", by: Fixtures.me, action: .setStatus("resolved"))
    #expect(effects == [.ask(.apply(intent))])
    expectChanges(from: before, to: driver.state) { state in
      state.nextKey = 2
      state.pendingActs["key-1"] = PendingAct(
        intent: intent, inverse: .setStatus("open"), isReply: false, who: "Dewi Lestari")
    }
  }

  @Test(
    "what undoes an act",
    arguments: [
      (.setStatus("resolved"), .setStatus("open")), (.setStatus("open"), nil),
      (.assign(olena), .assign(Fixtures.me)), (.assign(nil), .assign(Fixtures.me)),
      (.assign(Fixtures.me), nil),
      (.snooze(until: Fixtures.now), .snooze(until: nil)), (.snooze(until: nil), nil),
      (.tag(add: ["vip"], remove: []), .tag(add: [], remove: ["vip"])),
      (.tag(add: [], remove: ["billing"]), .tag(add: ["billing"], remove: [])),
      (.tag(add: ["billing"], remove: ["absent"]), nil),
      (.tag(add: ["a", "billing"], remove: ["absent"]), .tag(add: [], remove: ["a"])),
      (.markRead(upTo: "e-1"), nil), (.say(text: "a", kind: .note, audience: .internal, parent: nil), nil),
    ] as [(IntentAction, IntentAction?)])
  func inverses(action: IntentAction, inverse: IntentAction?) {
    #expect(AppState.inverse(of: action, in: Fixtures.dialog) == inverse)
  }

  @Test(
    "status, hand-over, tag and snooze are undone by u",
    arguments: [
      ("e", IntentAction.setStatus("open")), ("h Enter", .snooze(until: nil)),
      ("t b i l l i n g Enter", .tag(add: ["billing"], remove: [])),
      ("a Down Enter", .assign(Fixtures.me)),
    ])
  func undoes(keys: String, inverse: IntentAction) throws {
    var driver = try StateDriver(Fixtures.dialog.allRead, focus: .conversation)
    let asked = try driver.press(keys)
    #expect(asked.intents.count == 1)
    driver.answer(asked, Self.done)
    #expect(driver.state.undoSteps == [UndoStep(conversation: "c-1", inverse: inverse, who: "Dewi Lestari")])
    #expect(driver.remark.contains("u "), "the key is told")
    let undone = try driver.press("u")
    #expect(undone.intents.map(\.action) == [inverse])
    #expect(undone.intents.map(\.conversation) == ["c-1"])
    #expect(driver.state.undoSteps.isEmpty)
    driver.answer(undone, Self.done)
    #expect(driver.state.undoSteps.isEmpty, "an undoing is not undone")
    #expect(driver.state.pendingActs.isEmpty)
  }

  @Test("the last act is undone first, each in its own conversation")
  func undoesInOrder() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead, focus: .conversation)
    driver.answer(try driver.press("e"), Self.done)
    driver.open(Fixtures.publicThread.allRead)
    driver.answer(try driver.press("h Enter"), Self.done)
    #expect(try driver.press("u").intents.map(\.conversation) == ["p-1"])
    #expect(try driver.press("u").intents.map(\.conversation) == ["c-1"])
    #expect(try driver.press("u").isEmpty)
    #expect(driver.remark == (try Fixtures.words())("undo.nothing").string)
  }

  @Test("what can be undone does not grow for ever: the latest hundred acts")
  func undoIsBounded() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead, focus: .conversation)
    for _ in 0..<3 { driver.answer(try driver.press("e"), Self.done) }
    for _ in 0..<99 { driver.answer(try driver.press("h Enter"), Self.done) }
    #expect(driver.state.undoSteps.count == 100)
    #expect(driver.state.undoSteps.first?.inverse == .setStatus("open"))
    #expect(driver.state.undoSteps.dropFirst().allSatisfy { $0.inverse == .snooze(until: nil) })
  }

  @Test("u takes a held reply back before it undoes acts")
  func undoTakesBack() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.press("Esc")
    driver.answer(try driver.press("e"), Self.done)
    try driver.press("r")
    try driver.hold("one")
    #expect(try driver.press("Esc u").intents.isEmpty)
    #expect(driver.text == "one")
    #expect(driver.state.undoSteps.count == 1)
  }

  @Test("an act that changes nothing leaves nothing to undo")
  func nothingToUndo() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead, focus: .conversation)
    driver.answer(try driver.press("m"), Self.done)
    #expect(driver.state.undoSteps.isEmpty)
    #expect(driver.state.remark?.isError == false)
  }

  @Test("an undoing that fails can be tried again")
  func undoFails() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead, focus: .conversation)
    driver.answer(try driver.press("e"), Self.done)
    driver.fail(try driver.press("u"), .cannotWrite(reason: "disk full"))
    #expect(driver.state.remark?.isError == true)
    #expect(driver.state.undoSteps.count == 1)
  }

  @Test(
    "an act that was not done is told as an error and leaves nothing to undo",
    arguments: [
      Outcome.denied(reason: "no"), .invalid(field: "status", reason: "no"), .unknown,
      .throttled(until: Fixtures.now), .conflict(newer: [], version: 3), .partial([]),
    ])
  func notDone(outcome: Outcome) throws {
    var driver = try StateDriver(Fixtures.dialog.allRead, focus: .conversation)
    #expect(driver.answer(try driver.press("e"), outcome).isEmpty)
    #expect(driver.state.remark?.isError == true)
    #expect(driver.state.undoSteps.isEmpty)
    #expect(driver.state.pendingActs.isEmpty)
    #expect(driver.text.isEmpty, "an act has no words to bring back")
  }

  @Test("a desk that cannot be written says so, its reason made harmless")
  func cannotWrite() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead, focus: .conversation)
    driver.fail(try driver.press("e"), .cannotWrite(reason: HostileText.all))
    #expect(driver.state.remark?.isError == true)
    #expect(HostileText.firstHarm(in: driver.remark) == nil)
  }

  @Test("a desk that cannot mark as read is no reason for words")
  func markReadFails() throws {
    var driver = try StateDriver(Fixtures.dialog)
    driver.type("a")
    driver.fail(driver.wait(milliseconds: 0), .unsupported("markRead"))
    #expect(driver.state.remark == nil)
  }

  @Test("an outcome that comes twice is taken once")
  func twice() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead, focus: .conversation)
    let asked = try driver.press("e")
    driver.answer(asked, Self.done)
    let before = driver.state
    #expect(driver.answer(asked, Self.done).isEmpty)
    expectChanges(from: before, to: driver.state) { _ in }
  }

  @Test("while another conversation is on its way, an act does not hit the one before")
  func actWhileOpening() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead, focus: .queue)
    driver.state.opening = "p-1"
    let intents = try driver.press("e").intents
    #expect(intents.map(\.conversation) != ["c-1"])
  }

  // MARK: Lists to choose from

  private static func picker(_ keys: String, in driver: inout StateDriver) throws -> PickerPopup? {
    #expect(try driver.press(keys).isEmpty)
    guard case .picker(let picker) = driver.state.popup else { return nil }
    return picker
  }

  @Test("statuses: all categories, the present one marked")
  func statuses() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead, focus: .conversation)
    let items = try Self.picker("s", in: &driver)?.items ?? []
    #expect(items.map(\.choice) == StatusCategory.allCases.map { .setStatus($0.rawValue) })
    #expect(items.map { !$0.detail.isEmpty } == [false, true, false, false])
  }

  @Test("people: me, nobody, and the others once")
  func people() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead, focus: .conversation)
    driver.state.agents = [Fixtures.me, Self.olena]
    let items = try Self.picker("a", in: &driver)?.items ?? []
    #expect(items.map(\.choice) == [.assign(Fixtures.me), .assign(nil), .assign(Self.olena)])
    #expect(items.map { !$0.detail.isEmpty } == [true, false, false])
  }

  @Test("people of one name are told apart by their ids")
  func twins() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead, focus: .conversation)
    let names = ["rt:a-2": "Budi", "own:a-2": "Budi", "own:a-3": "Olena"]
    driver.state.agents = names.keys.sorted().map { Agent(id: AgentID($0), name: names[$0] ?? "") }
    let items = try Self.picker("a", in: &driver)?.items ?? []
    #expect(items.dropFirst(2).map(\.title.string) == ["Budi (own:a-2)", "Olena", "Budi (rt:a-2)"])
  }

  @Test("tags: those that it has first, then those seen in the queue")
  func tags() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead, focus: .conversation)
    var other = ConversationSummary(Fixtures.dialog)
    other.tags = ["zeta", "alpha", "billing"]
    driver.state.queue.rows = [other]
    let items = try Self.picker("t", in: &driver)?.items ?? []
    #expect(items.map(\.choice) == ["billing", "alpha", "zeta"].map { .toggleTag($0) })
  }

  @Test("times to sleep until; one that sleeps can be woken")
  func snoozes() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead, focus: .conversation)
    let items = try Self.picker("h", in: &driver)?.items ?? []
    let day: Int64 = 86_400
    let nine = Fixtures.now.adding(seconds: day - 24 * 60)
    #expect(
      items.map(\.choice) == [
        .snooze(until: Fixtures.now.adding(seconds: 3_600)),
        .snooze(until: Fixtures.now.adding(seconds: 10_800)),
        .snooze(until: nine), .snooze(until: Fixtures.now.adding(seconds: 7 * day - 24 * 60)),
        .snooze(until: .untilWoken),
      ])
    var asleep = Fixtures.dialog.allRead
    asleep.snoozedUntil = nine
    driver = try StateDriver(asleep, focus: .conversation)
    #expect(try Self.picker("h", in: &driver)?.items.last?.choice == .snooze(until: nil))
  }

  @Test("one that sleeps by the backend's status alone is woken by its status")
  func wakesByStatus() throws {
    var asleep = Fixtures.dialog.allRead
    asleep.status = "snoozed"
    var driver = try StateDriver(asleep, focus: .conversation)
    #expect(try driver.press("h End Enter").intents.map(\.action) == [.setStatus("open")])
  }

  @Test("hostile names of people, tags and statuses are harmless in lists and remarks")
  func hostileNames() throws {
    var conversation = Fixtures.dialog.allRead
    conversation.tags = [HostileText.all]
    conversation.status = HostileText.all
    var driver = try StateDriver(conversation, focus: .conversation)
    driver.state.agents = [Agent(id: "x", name: HostileText.all)]
    for keys in ["a Down Down Enter", "t Enter"] {
      let asked = try driver.press(keys)
      #expect(asked.intents.count == 1)
      driver.answer(asked, Self.done)
      #expect(HostileText.firstHarm(in: driver.remark) == nil)
      var renderer = Renderer()
      expectHarmless(renderer.render(driver.state))
    }
    #expect(HostileText.firstHarm(in: driver.state.statusWord(HostileText.all).string) == nil)
  }

  @Test("a status of the backend's own is shown as it is")
  func statusWords() throws {
    let state = try Fixtures.state()
    #expect(state.statusWord("stalled").string == "stalled")
    #expect(state.statusWord("open") == (try Fixtures.words())("status.open"))
  }

  @Test(
    "a conversation with an answer that was not sent is resolved at the second asking, and another key forgets the first"
  )
  func resolvesUnsent() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.type("Baik")
    try driver.press("Esc")
    #expect(try driver.press("e").intents.isEmpty)
    #expect(driver.state.remark?.isError == true)
    try driver.press("Down")
    #expect(try driver.press("e").intents.isEmpty)
    #expect(try driver.press("e").intents.map(\.action) == [.setStatus("resolved")])
    #expect(driver.text == "Baik")
  }

  @Test("an answer that nobody has written is for this customer again as soon as it is left")
  func aimsAgain() throws {
    var driver = try StateDriver(Fixtures.publicThread.allRead, focus: .thread)
    let usual = driver.composer?.parent
    try driver.press("Home Down r")
    #expect(driver.composer?.parent != usual)
    var written = driver
    try driver.press("Esc")
    #expect(driver.composer?.parent == usual)
    written.type("Hello")
    let aimed = written.composer?.parent
    try written.press("Esc")
    #expect(written.composer?.parent == aimed)
  }
}
