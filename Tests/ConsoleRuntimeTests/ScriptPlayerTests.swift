import ConsoleCore
import DeskLink
import DeskModel
import ScreenKit
import TestSupport
import Testing

@testable import ConsoleRuntime

@Suite("ScriptPlayer")
struct ScriptPlayerTests {
  private static func player(_ clock: ManualClock) throws -> ScriptPlayer {
    let desk = SimulatedDesk([Fixtures.dialog], me: Fixtures.me.id) { clock.now }
    let ports = ConsolePorts(desk: desk, now: { clock.now })
    var player = ScriptPlayer(
      try Fixtures.state(size: Size(columns: 100, rows: 20)), ports: ports, clock: clock)
    player.begin()
    return player
  }

  private static func play(_ player: inout ScriptPlayer, _ text: String) throws -> [String] {
    try Script.parse(text).compactMap { player.play($0) }
  }

  @Test("a frame is printed under its name and size, without one as “frame”")
  func frames() throws {
    var player = try Self.player(ManualClock(Fixtures.now))
    let printed = try Self.play(&player, "frame start\nframe\nsize 80x24\nframe small")
    #expect(
      printed.map { $0.prefix { $0 != "\n" } } == ["--- start 100x20", "--- frame 100x20", "--- small 80x24"])
    #expect(printed[0].split(separator: "\n", omittingEmptySubsequences: false).count == 21)
    #expect(printed[0].contains("Dewi Lestari"))
  }

  @Test("styles print what is not plain")
  func styles() throws {
    var player = try Self.player(ManualClock(Fixtures.now))
    let printed = try Self.play(&player, "styles")
    #expect(printed.count == 1)
    #expect(printed[0].contains("row 0:"))
  }

  @Test("time passes as far as the script says, and stops at everything that is due between")
  func waiting() throws {
    let clock = ManualClock(Fixtures.now)
    var player = try Self.player(clock)
    _ = try Self.play(&player, "key Enter\ntype Baik\nkey Enter\nwait 5m")
    #expect(clock.now == Fixtures.now.adding(seconds: 300))
    #expect(player.loop.state.now == clock.now)
    #expect(player.loop.state.open?.conversation.entries.last?.text == "Baik")
    #expect(player.loop.state.open?.conversation.entries.last?.at == Fixtures.now.adding(seconds: 8))
  }

  @Test("a script gives the same frames each time")
  func repeatable() throws {
    let script = "key Enter\ntype Baik\nframe\nkey Enter\nwait 3s\nframe\nkey Ctrl-T\nframe\nkey F1\nframe"
    var first = try Self.player(ManualClock(Fixtures.now))
    var second = try Self.player(ManualClock(Fixtures.now))
    let frames = try Self.play(&first, script)
    #expect(try Self.play(&second, script) == frames)
    #expect(Set(frames).count == 4)
  }

  @Test("after the end nothing is played")
  func afterTheEnd() throws {
    var player = try Self.player(ManualClock(Fixtures.now))
    let printed = try Self.play(&player, "frame\ncommand quit\nframe\nwait 2h\ntype x")
    #expect(printed.count == 1)
    #expect(player.loop.isOver)
  }

  @Test("a command does what its key does")
  func commands() throws {
    var first = try Self.player(ManualClock(Fixtures.now))
    var second = try Self.player(ManualClock(Fixtures.now))
    _ = try Self.play(&first, "command palette")
    _ = try Self.play(&second, "key Ctrl-K")
    #expect(first.loop.frame == second.loop.frame)
  }
}
