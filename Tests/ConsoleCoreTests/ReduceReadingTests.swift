import DeskLink
import DeskModel
import Rehearsals
import ScreenKit
import TestSupport
import Testing

@testable import ConsoleCore

@Suite("Reduce: reading by roles")
struct ReduceReadingTests {
  private static let start = Timestamp(milliseconds: 1_772_443_440_000)

  private static let dialogue = Conversation(
    id: "4711", shape: .dialog, channel: "chat", subject: "A late parcel", locale: "en",
    contact: Contact(id: "u", full: "Ada Lind"),
    entries: [
      ("Where is it?", AuthorKind.customer), ("On its way.", .agent), ("Since Monday!", .customer),
    ].enumerated().map { place, line in
      Entry(
        id: EntryID("e\(place)"), at: start.adding(seconds: Int64(place) * 3_600),
        author: Author(kind: line.1, id: "\(line.1)", name: line.1 == .agent ? "Olena" : nil),
        audience: .customer, text: line.0)
    })

  private func driver(
    _ role: RoleReading.Role?, isAloud: Bool = false, size: Size = Size(columns: 120, rows: 40)
  ) throws -> StateDriver {
    var driver = try StateDriver(size: size)
    driver.state.enter(ReadingRoom(RoleReading(Self.dialogue), role: role, isAloud: isAloud))
    driver.take(.started(drafts: []))
    driver.open(shown(1, driver))
    return driver
  }

  private func shown(_ count: Int, _ driver: StateDriver) -> Conversation {
    RoleReading(Self.dialogue).conversation(0..<count, at: driver.state.now) { "\($0 / 60) minutes later" }
  }

  @Test("Space, Enter and Right show the next line, one after the other, until the end")
  func turns() throws {
    var driver = try driver(nil)
    for key in ["Space", "Enter", "Right"] { #expect(try driver.press(key) == [.showLine(1)], "\(key)") }
    driver.update(shown(3, driver))
    #expect(try driver.press("Space") == [])
    #expect(driver.remark.hasPrefix("All lines were read."))
  }

  @Test("with another reader there, each turns the page for their own lines; alone one reads on")
  func roles() throws {
    var driver = try driver(.customer)
    #expect(try driver.press("Space") == [.showLine(1)], "nobody else is here")
    let other = Presence(
      agent: Agent(id: "a", name: "Olena"), conversation: RoleReading.id, activity: .reading)
    driver.take(.noticed(.presence([other])))
    #expect(try driver.press("Space") == [])
    #expect(driver.remark == "The next line is for the other screen, as the agent.")
    driver.update(shown(2, driver))
    #expect(try driver.press("Space") == [.showLine(2)])
  }

  @Test("a voice reads each line that comes, never those that stood there; v turns it off, w has it again")
  func voice() throws {
    var driver = try driver(nil)
    #expect(try driver.press("v") == [])
    let effects = driver.update(shown(2, driver))
    #expect(effects.contains(.speak(SpokenLine(text: "On its way.", role: .agent, locale: "en"))))
    #expect(try driver.press("w") == [.speak(SpokenLine(text: "On its way.", role: .agent, locale: "en"))])
    #expect(try driver.press("v") == [.speak(nil)])
    #expect(!driver.update(shown(3, driver)).contains { if case .speak = $0 { true } else { false } })
  }

  @Test("without a voice the screen says what to install, and no line is tried again")
  func noVoice() throws {
    var driver = try driver(nil, isAloud: true)
    driver.take(.voiceFailed(.unavailable))
    #expect(driver.remark == "No voice is installed: install espeak-ng or speech-dispatcher.")
    #expect(driver.state.reading?.isAloud == false)
  }

  @Test("lines cannot be answered or changed; what is written is a note, which nobody outside reads")
  func notes() throws {
    var driver = try driver(nil)
    for key in ["e", "a", "t", "s", "L"] {
      #expect(try driver.press(key).intents.isEmpty)
      #expect(driver.remark == "Here a dialogue is read as it was; only notes can be added.", "\(key)")
    }
    try driver.press("r")
    #expect(driver.composer?.kind == .note && driver.composer?.audience == .internal)
    try driver.hold("She was not asked once.")
    let intents = driver.sendHeld().intents
    guard case .say(_, let kind, let audience, _, _)? = intents.first?.action else {
      Issue.record("nothing was said")
      return
    }
    #expect(kind == .note && audience == .internal)
    #expect(driver.composer?.kind == .note, "so is what comes next")
  }

  @Test("the screen says where the readers are and whose turn it is")
  func frames() throws {
    var renderer = Renderer()
    var driver = try driver(.customer, size: Size(columns: 80, rows: 24))
    expectFrame(renderer.render(driver.state), named: "reading-agents-turn-80x24")
    driver.update(shown(2, driver))
    expectFrame(renderer.render(driver.state), named: "reading-own-turn-80x24")
    driver.update(shown(3, driver))
    expectFrame(renderer.render(driver.state), named: "reading-end-80x24")
  }
}
