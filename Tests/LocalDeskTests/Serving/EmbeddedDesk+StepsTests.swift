import DeskLink
import DeskModel
import Synchronization
import SystemCalls
import Testing

@testable import LocalDesk

@Suite("Several acts at once")
struct EmbeddedDeskStepsTests {
  static let reply = IntentAction.say(text: "hi", kind: .message, audience: .customer, parent: nil)
  static let three = [reply, .setStatus("pending"), .tag(add: ["billing"], remove: [])]

  static func steps(
    _ actions: [IntentAction] = three, key: ClientKey = "k", basedOn: DeskBasis? = nil,
    in id: ConversationID = "c-1", by: Agent = DeskFixture.nastya
  ) -> DeskSteps {
    DeskSteps(clientKey: key, conversation: id, basedOn: basedOn, by: by, actions: actions)
  }

  private func desk(
    _ fixture: DeskFixture, options: EmbeddedDeskOptions = EmbeddedDeskOptions(),
    onStep: @escaping @Sendable (EmbeddedDeskStep) -> Void = { _ in }
  ) throws -> EmbeddedDesk {
    let desk = try fixture.open(options: options, onStep: onStep)
    try desk.take(DeskFixture.line("c-1"))
    return desk
  }

  @Test("all are done, by one write, and the answer names entry, audience and version")
  func together() throws {
    let fixture = try DeskFixture()
    let writes = Mutex(0)
    let desk = try desk(fixture) { step in
      if step == .afterWrite { writes.withLock { $0 += 1 } }
    }
    let outcome = desk.perform(Self.steps())
    let conversation = try #require(desk.read())
    #expect(writes.withLock { $0 } == 1)
    #expect(
      outcome
        == .success(.applied(entry: conversation.entries.last?.id, audience: .customer, version: 4)))
    #expect(conversation.entries.last?.text == "hi")
    #expect(conversation.status == "pending" && conversation.tags == ["billing"] && conversation.version == 4)
    let again = try fixture.open()
    #expect(again.read() == conversation)
  }

  @Test("the same again changes nothing and is answered the same, here and by another process")
  func again() throws {
    let fixture = try DeskFixture()
    let desk = try desk(fixture)
    let first = desk.perform(Self.steps())
    #expect(desk.perform(Self.steps()) == first)
    let other = try fixture.open(me: DeskFixture.budi)
    #expect(other.perform(Self.steps()) == first)
    let found = other.reconciled(Self.steps())
    #expect(try found.get() == first.get())
    #expect(other.read()?.entries.count == 2 && other.read()?.version == 4)
  }

  static let others: [(String, [IntentAction])] = [
    (
      "another text", [.say(text: "ho", kind: .message, audience: .customer, parent: nil)] + three.dropFirst()
    ),
    (
      "another audience",
      [.say(text: "hi", kind: .message, audience: .internal, parent: nil)] + three.dropFirst()
    ),
    ("fewer", [reply, .setStatus("pending")]),
    ("one", [reply]),
    ("more", three + [.setStatus("open")]),
    ("another order", [three[1], three[0], three[2]]),
  ]

  @Test("a key that comes with other acts does nothing", arguments: others)
  func otherSteps(_ name: String, _ actions: [IntentAction]) throws {
    let fixture = try DeskFixture()
    let desk = try desk(fixture)
    desk.perform(Self.steps())
    let before = desk.read()
    #expect(desk.perform(Self.steps(actions)) == .success(.otherSteps))
    #expect(desk.reconciled(Self.steps(actions)) == .success(.otherSteps))
    #expect(desk.read() == before)
  }

  @Test("a key of one act that comes in another conversation, or with more acts, does nothing")
  func otherConversation() throws {
    let fixture = try DeskFixture()
    let desk = try desk(fixture)
    try desk.take(DeskFixture.line("c-2"))
    desk.perform(Self.steps([Self.reply]))
    #expect(desk.perform(Self.steps([Self.reply], in: "c-2")) == .success(.otherSteps))
    #expect(desk.perform(Self.steps()) == .success(.otherSteps))
    #expect(desk.read("c-2")?.version == 1 && desk.read()?.version == 2)
  }

  @Test("what was cut off in the midst is told, and the same again does the rest and doubles nothing")
  func torn() throws {
    // The place of a long reply puts the cut at another line.
    var tornCounts: Set<Int> = []
    for place in 0..<4 {
      let text = String(repeating: "x", count: 2_000)
      var actions: [IntentAction] = [
        .setStatus("pending"), .tag(add: ["billing"], remove: []),
        .snooze(until: Timestamp(milliseconds: 1_800_000_000_000)),
      ]
      actions.insert(.say(text: text, kind: .message, audience: .customer, parent: nil), at: place)
      let fixture = try DeskFixture()
      let copies = Mutex<[String]>([])
      let isOn = Mutex(false)
      let desk = try desk(fixture, options: EmbeddedDeskOptions(writesInHalves: true)) { step in
        guard step == .midWrite, isOn.withLock({ $0 }), let copy = try? fixture.snapshot("copy") else {
          return
        }
        copies.withLock { $0.append(copy) }
      }
      isOn.withLock { $0 = true }
      desk.perform(Self.steps(actions))
      let copy: String = try #require(copies.withLock { $0 }.first)
      let survivor = try fixture.open(folder: copy)
      let version = try #require(survivor.read()?.version)
      tornCounts.insert(version - 1)
      if version > 1 {
        guard case .success(.partial(let done, _, _, _)?) = survivor.reconciled(Self.steps(actions)) else {
          Issue.record("expected to be told of a part")
          continue
        }
        #expect(done == (0..<4).map { $0 < version - 1 })
      } else {
        #expect(survivor.reconciled(Self.steps(actions)) == .success(nil))
      }
      guard case .success(.applied(let entry?, .customer, 5)) = survivor.perform(Self.steps(actions)) else {
        Issue.record("the rest was not done")
        continue
      }
      let whole = try #require(survivor.read())
      #expect(whole.entries.map(\.text) == ["hello 0", text] && whole.entries.last?.id == entry)
      #expect(whole.status == "pending" && whole.tags == ["billing"] && whole.snoozedUntil != nil)
      #expect(try fixture.open(folder: survivor.folder.path).read() == whole)
    }
    #expect(tornCounts == [0, 1, 2, 3])
  }

  @Test("what is based on a state since which something was said is a conflict, whoever said it")
  func conflict() throws {
    let fixture = try DeskFixture()
    let desk = try desk(fixture)
    desk.perform(Self.steps([Self.reply], key: "k-1"))
    let note = IntentAction.say(text: "do not", kind: .note, audience: .internal, parent: nil)
    desk.perform(Self.steps([note], key: "k-2", by: DeskFixture.budi))
    let written = try #require(desk.read())
    for basis in [DeskBasis.version(1), .entry("e-1")] {
      let outcome = desk.perform(Self.steps(key: "k-3", basedOn: basis))
      #expect(outcome == .success(.conflict(newer: Array(written.entries.suffix(2)), version: 3)))
    }
    #expect(desk.perform(Self.steps([.setStatus("pending")], key: "k-4", basedOn: .version(1))).isApplied)
    #expect(desk.perform(Self.steps(key: "k-5", basedOn: .version(3))).isApplied)
    #expect(desk.perform(Self.steps(key: "k-6", basedOn: nil)).isApplied)
    for basis in [DeskBasis.version(0), .version(99), .entry("e-99")] {
      guard case .success(.invalid(nil, "basedOn", _)) = desk.perform(Self.steps(key: "k-7", basedOn: basis))
      else {
        Issue.record("\(basis) was taken")
        continue
      }
    }
  }

  static let refusals: [(IntentAction, String)] = [
    (.say(text: "", kind: .message, audience: .customer, parent: nil), "text"),
    (.say(text: "x", kind: .note, audience: .customer, parent: nil), "audience"),
    (.say(text: "x", kind: .comment, audience: .world, parent: "e-9"), "parent"),
    (.setStatus(""), "status"), (.markRead(upTo: "e-9"), "upTo"),
  ]

  @Test("one act that the desk refuses keeps all from being done", arguments: refusals)
  func refused(_ action: IntentAction, _ field: String) throws {
    let fixture = try DeskFixture()
    let desk = try desk(fixture)
    guard
      case .success(.invalid(1, field, _)) = desk.perform(Self.steps([.setStatus("pending"), action]))
    else {
      Issue.record("it was taken")
      return
    }
    #expect(desk.read()?.version == 1)
  }

  @Test(
    "a key that cannot be one is refused",
    arguments: ["", "a\u{1F}1/2", String(repeating: "k", count: DeskSteps.keyLimit + 1)])
  func badKey(_ key: String) throws {
    let fixture = try DeskFixture()
    let desk = try desk(fixture)
    guard case .success(.invalid(nil, "clientKey", _)) = desk.perform(Self.steps(key: ClientKey(key))) else {
      Issue.record("it was taken")
      return
    }
    #expect(desk.read()?.version == 1)
  }

  @Test("files of what is said lie on the desk with their types, and not when there is a conflict")
  func files() throws {
    let fixture = try DeskFixture()
    let desk = try desk(fixture)
    let path = fixture.root + "/file"
    try FileDescriptor(opening: path, .truncate).write(Array("bytes".utf8))
    let say = IntentAction.say(
      text: "here", kind: .message, audience: .customer, parent: nil,
      attachments: [AttachmentUpload(path: path, name: "a.txt", mediaType: "text/plain")])
    desk.perform(Self.steps([Self.reply], key: "k-1"))
    guard case .success(.conflict) = desk.perform(Self.steps([say], key: "k-2", basedOn: .version(1))) else {
      Issue.record("no conflict")
      return
    }
    #expect(!FileSystem.exists(fixture.folder + "/attachments/c-1"))
    #expect(
      desk.perform(Self.steps([.setStatus("pending"), say], key: "k-3", basedOn: .version(2))).isApplied)
    let file = try #require(desk.read()?.entries.last?.attachments.first)
    #expect(file.name == "a.txt" && file.mediaType == "text/plain" && file.byteCount == 5)
    #expect(desk.ask(.attachment("c-1", file.id)) == .success(.attachment(file.id, Array("bytes".utf8))))
    // The file that was sent may be gone when the answer was lost.
    try FileSystem.remove(path)
    #expect(
      desk.perform(Self.steps([.setStatus("pending"), say], key: "k-3", basedOn: .version(2))).isApplied)
  }

  @Test("in a conversation that is not there, and on a desk that can only be read, nothing is done")
  func nowhere() throws {
    let fixture = try DeskFixture()
    let desk = try desk(fixture)
    #expect(desk.perform(Self.steps(in: "c-9")) == .failure(.unknownConversation("c-9")))
    #expect(desk.reconciled(Self.steps(in: "c-9")) == .success(nil))
    let reader = try fixture.open(options: EmbeddedDeskOptions(access: .readOnly))
    guard case .failure(.cannotWrite) = reader.perform(Self.steps()) else {
      Issue.record("it was written")
      return
    }
    #expect(desk.read()?.version == 1)
  }
}

extension EmbeddedDesk {
  /// Does several acts and waits.
  @discardableResult
  func perform(_ steps: DeskSteps) -> Result<DeskStepsOutcome, DeskError> {
    let box = Box<Result<DeskStepsOutcome, DeskError>>()
    apply(steps) { answer in box.content.withLock { $0 = answer } }
    settle()
    return box.content.withLock { $0 } ?? .failure(.away(reason: "no answer"))
  }

  /// Asks what became of them and waits.
  func reconciled(_ steps: DeskSteps) -> Result<DeskStepsOutcome?, DeskError> {
    let box = Box<Result<DeskStepsOutcome?, DeskError>>()
    reconcile(steps) { answer in box.content.withLock { $0 = answer } }
    settle()
    return box.content.withLock { $0 } ?? .failure(.away(reason: "no answer"))
  }
}

private final class Box<Value: Sendable>: Sendable {
  let content = Mutex<Value?>(nil)
}

extension Result<DeskStepsOutcome, DeskError> {
  fileprivate var isApplied: Bool { if case .success(.applied) = self { true } else { false } }
}
