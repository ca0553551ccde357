import DeskLink
import DeskModel
import ScreenKit
import TestSupport
import Testing
import TextLayout

@testable import ConsoleCore

@Suite("DeskLine")
struct DeskLineTests {
  private static let reasons: [AwayReason] = [
    .cannotStart(program: "sapa-adapter-rt", reason: "No such file or directory"),
    .noToken(reason: "pass: not in the password store"), .unauthorized(reason: "401 Unauthorized"),
    .wrongSettings(reason: "settings.url: expected an address, found nothing"),
    .unreachable(reason: "connection refused"), .ended(code: 3), .misbehaved(reason: "a line of 9 MiB"),
    .unusable(reason: "protocol 2"),
  ]

  private static func state(_ desks: [DeskStatus], _ items: [PendingIntent] = []) throws -> AppState {
    var state = try Fixtures.state()
    _ = state.desks.take(desks)
    _ = state.outbox.take(items)
    return state
  }

  private static func text(_ state: AppState, columns: Int = 120) -> String? {
    DeskLine.text(state, columns: columns)?.text.string
  }

  private static let two: [PendingIntent] = [
    .saying("one", .waiting(until: nil)), .saying("two", .waiting(until: nil), key: "k-2"),
  ]

  @Test("nothing is said while all is well")
  func allWell() throws {
    #expect(Self.text(try Self.state([])) == nil)
    #expect(Self.text(try Self.state([.support(nil)], [.saying("one", .sending)])) == nil)
  }

  @Test("which desk, since when, why, how many answers wait, and the key that shows more")
  func away() throws {
    let state = try Self.state([.support(.unreachable(reason: "x"))], Self.two)
    #expect(
      Self.text(state)
        == "Support is away since 09:19: the server does not answer · 2 answers wait · F5 shows all")
  }

  @Test("at 80 columns the reason and what waits are there in full, whatever the reason", arguments: reasons)
  func narrow(reason: AwayReason) throws {
    let state = try Self.state([.support(reason)], Self.two)
    let wide = try #require(Self.text(state, columns: 200))
    let narrow = try #require(Self.text(state, columns: 80))
    #expect(narrow.utf8.count <= 76)
    #expect(narrow.hasSuffix("2 answers wait"))
    #expect(wide.hasPrefix(narrow))
  }

  @Test("a desk that only starts is told as that, and not as away")
  func starting() throws {
    let line = DeskLine.text(try Self.state([.support(.starting)]), columns: 80)
    #expect(line?.text.string == "Support is being started · F5 shows all")
    #expect(line?.style.role == .accent)
  }

  @Test("whoever has taken the key off is told the command's name")
  func withoutKey() throws {
    var state = try Self.state([], [.saying("one", .overtaken)])
    state.keymap = try Keymap(overrides: ["outbox": []])
    #expect(Self.text(state) == "1 NOT SENT: Outbox shows why")
  }

  @Test("a long name is cut before what waits is", arguments: [40, 60, 80])
  func longName(columns: Int) throws {
    let status = DeskStatus(
      name: String(repeating: "Support ", count: 20), away: .ended(code: 1), since: Fixtures.now)
    let line = DeskLine.text(try Self.state([status], Self.two), columns: columns)
    let text = try #require(line?.text)
    #expect(text.columns <= columns - 4)
    #expect(text.string.hasSuffix("2 answers wait"))
  }

  @Test("several desks: the one that needs a person, and how many more")
  func several() throws {
    let other = DeskStatus(name: "Sales", away: .noToken(reason: ""), since: Fixtures.ago(1))
    let text = Self.text(try Self.state([.support(.ended(code: 1)), other]))
    #expect(text?.hasPrefix("Sales is away since 09:23: no token, see the config (and 1 more)") == true)
  }

  @Test("a first reading tells its progress")
  func reading() throws {
    for (count, shown) in [(0, "0"), (999, "999"), (12_300, "12,300"), (1_000_000, "1,000,000")] {
      let text = Self.text(try Self.state([.support(nil, read: count)]))
      #expect(text == "reading Support: \(shown) conversations")
    }
  }

  @Test("what was not sent is told as long as it is there, loudly")
  func failed() throws {
    let state = try Self.state([.support(nil)], [.saying("one", .overtaken)])
    let line = DeskLine.text(state, columns: 80)
    #expect(line?.text.string == "1 NOT SENT: F5 shows why")
    #expect(line?.style.role == .error)
  }

  @Test("what its program says stands in the outbox, and what to do where a person must", arguments: reasons)
  func whole(reason: AwayReason) throws {
    let state = try Self.state([])
    let text = DeskLine.sentence(of: .support(reason), state, isShort: false).string
    switch reason {
    case .cannotStart(let program, let reason): #expect(text.contains(program) && text.contains(reason))
    case .noToken(let why), .wrongSettings(let why), .unauthorized(let why), .unreachable(let why),
      .misbehaved(let why),
      .unusable(let why):
      #expect(text.contains(why))
    case .ended(let code): #expect(text.contains(String(code)))
    case .starting: break
    }
    if reason.needsPerson { #expect(text.contains("config") || text.contains("up to date")) }
  }

  @Test("it stands in the rule above the bottom line, moves nothing, and leaves nothing behind")
  func frame() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    var renderer = Renderer()
    let before = renderer.render(driver.state)
    driver.take(.noticed(.desks([.support(.ended(code: 1))])))
    let away = renderer.render(driver.state)
    let rows = away.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(rows[rows.count - 2].contains("Support is away since 09:19"))
    #expect(away.changedRows == rows.count - 2..<rows.count - 1, "nothing else is drawn")
    driver.take(.noticed(.desks([])))
    #expect(renderer.render(driver.state) == before)
  }

  @Test("time does not change it")
  func still() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.take(.noticed(.desks([.support(.ended(code: 1))])))
    let before = Self.text(driver.state)
    driver.wait(milliseconds: 120_000)
    #expect(Self.text(driver.state) == before)
  }

  @Test("hostile names and reasons are harmless")
  func hostile() throws {
    let status = DeskStatus(
      name: HostileText.all, away: .noToken(reason: HostileText.all), since: Fixtures.now)
    var driver = try StateDriver(Fixtures.dialog)
    driver.take(.noticed(.desks([status])))
    var renderer = Renderer()
    expectHarmless(renderer.render(driver.state))
  }
}
