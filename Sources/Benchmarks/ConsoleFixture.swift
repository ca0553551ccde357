import ConsoleCore
import ConsoleRuntime
import DeskModel
import LocalDesk
import ScreenKit
import SystemCalls

/// A console without a window, on a desk of its own: the real loop, the real desk, a clock that is moved by hand.
struct ConsoleFixture {
  let desk: EmbeddedDesk
  let clock: ManualClock
  var player: ScriptPlayer

  /// The moment at which the made conversations are some months old.
  static let moment = Timestamp(milliseconds: 1_790_000_000_000)

  /// Opens the desk in `desk`; `content` is the folder that holds `Locales`.
  init(desk path: String, content: String, holdSeconds: Int = 8) throws {
    let me = Agent(id: "bench", name: "Bench")
    let clock = ManualClock(Self.moment)
    let ids = ManualClock(Timestamp(milliseconds: 0))
    let desk = try EmbeddedDesk(
      folder: path, me: me, clock: { clock.now },
      makeID: {
        ids.advance(milliseconds: 1)
        return "bench-\(ids.now.milliseconds)"
      })
    let store = DraftStore(desk: path, agent: me.id)
    let words = try Words(json5: try FileSystem.contents(of: content + "/Locales/en/console.json5"))
    let settings = ConsoleSettings(me: me, deskName: "bench", holdSeconds: holdSeconds)
    let state = AppState(
      settings: settings, words: words, keymap: try Keymap(), size: Contender.size, now: Self.moment,
      utcOffset: 0, keyPrefix: "bench")
    let ports = ConsolePorts(
      desk: desk, now: { clock.now },
      saveDraft: { draft, done in
        do throws(SystemError) {
          if draft.isEmpty { try store.remove(draft.conversation) } else { try store.save(draft) }
          done(nil)
        } catch { done(error.reason) }
      }, refresh: { desk.refresh() })
    self.desk = desk
    self.clock = clock
    player = ScriptPlayer(state, ports: ports, clock: clock)
    player.begin()
  }
}
