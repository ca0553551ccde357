package import ConsoleCore
package import ConsoleRuntime
package import DeskModel
package import ScreenKit

/// A small desk that tests share, and a console on it.
package enum Fixtures {
  /// The moment at which everything stands: a Monday, 2026-03-02T09:24:00Z.
  package static let now = Timestamp(milliseconds: 1_772_443_440_000)
  /// The person in front of the screen.
  package static let me = Agent(id: "me", name: "Me")

  /// A moment some minutes ago.
  package static func ago(_ minutes: Int64) -> Timestamp { now.adding(seconds: -60 * minutes) }

  /// What a customer says.
  package static func customer(
    _ id: EntryID, _ text: String, minutesAgo: Int64, name: String = "Dewi Lestari"
  ) -> Entry {
    Entry(
      id: id, at: ago(minutesAgo), author: Author(kind: .customer, id: "u-1", name: name),
      audience: .customer,
      text: text)
  }

  /// What one of us says to the customer.
  package static func agent(_ id: EntryID, _ text: String, minutesAgo: Int64, agent: Agent = me) -> Entry {
    Entry(
      id: id, at: ago(minutesAgo), author: Author(kind: .agent, id: agent.id.rawValue, name: agent.name),
      audience: .customer, text: text)
  }

  /// A chat of four entries, the last one a customer's.
  package static var dialog: Conversation {
    Conversation(
      id: "c-1", subject: "Charged twice", status: "open", locale: "id", tags: ["billing"], assignee: me,
      contact: Contact(
        id: "u-1", full: "Dewi Lestari", given: "Dewi", family: "Lestari", locale: "id-ID",
        timeZone: "Asia/Jakarta", fields: [Field(name: "plan", values: ["Pro"])]),
      entries: [
        customer("e-1", "Kak, tagihan bulan ini kok dua kali ya?", minutesAgo: 12),
        agent("e-2", "Baik Kak Dewi, saya cek dulu ya.", minutesAgo: 9),
        Entry(
          id: "e-3", at: ago(6), author: Author(kind: .agent, id: "a-olena", name: "Olena"),
          audience: .internal, kind: .note, text: "seen in billing"),
        customer("e-4", "besok ya kak", minutesAgo: 3),
      ], version: 1)
  }

  /// A public thread: a post, two strangers, an answer of ours, the customer's comment.
  package static var publicThread: Conversation {
    func comment(
      _ id: EntryID, _ kind: AuthorKind, _ name: String, _ text: String, _ parent: EntryID?, _ minutes: Int64
    )
      -> Entry
    {
      Entry(
        id: id, at: ago(minutes), author: Author(kind: kind, id: "p-\(name)", name: name), audience: .world,
        kind: .comment, text: text, parent: parent)
    }
    return Conversation(
      id: "p-1", shape: .publicThread, channel: "facebook", subject: "A new courier", assignee: me,
      contact: Contact(id: "p-Sofia", full: "Sofia Bilyk", given: "Sofia"),
      entries: [
        comment("post", .agent, "Halo Post", "A new courier from Monday", nil, 60),
        comment("k-1", .stranger, "Ihor", "when will 4471 come?", "post", 50),
        comment("k-2", .agent, "Olena", "Hello! We are sorry", "k-1", 45),
        comment("k-3", .stranger, "Ania", "third week, shame", "post", 40),
        comment("k-4", .customer, "Sofia", "so where is my parcel??", "post", 2),
      ], version: 1)
  }

  /// A resolved conversation with the same customer as `dialog`.
  package static var earlier: Conversation {
    Conversation(
      id: "c-0", subject: "Change the card", status: "resolved", contact: dialog.contact,
      entries: [customer("e-1", "terima kasih", minutesAgo: 20_000)], version: 1)
  }

  /// The English words, from the checkout.
  package static func words() throws -> Words { try Words(json5: Checkout.bytes("Locales/en/console.json5")) }

  /// A state that knows nothing yet.
  package static func state(size: Size = Size(columns: 120, rows: 40), holdSeconds: Int = 8) throws
    -> AppState
  {
    AppState(
      settings: ConsoleSettings(me: me, deskName: "local desk", holdSeconds: holdSeconds), words: try words(),
      keymap: try Keymap(), size: size, now: now, utcOffset: 0, keyPrefix: "key")
  }
}

/// A console on a simulated desk, driven in the words of a person.
package struct Scenario {
  /// The desk.
  package let desk: SimulatedDesk
  /// The player of the console.
  package private(set) var player: ScriptPlayer
  /// The clock of both.
  package let clock: ManualClock

  /// Starts a console and waits until its first screen is complete.
  package init(
    _ conversations: [Conversation], size: Size = Size(columns: 120, rows: 40), holdSeconds: Int = 8,
    drafts: [StoredDraft] = [], views: [SavedView] = []
  ) throws {
    let clock = ManualClock(Fixtures.now)
    self.clock = clock
    let desk = SimulatedDesk(conversations, me: Fixtures.me.id) { clock.now }
    self.desk = desk
    let zones = ["Asia/Jakarta": 7 * 3_600]
    let ports = ConsolePorts(desk: desk, now: { clock.now }, zoneOffset: { name, _ in zones[name] })
    var state = try Fixtures.state(size: size, holdSeconds: holdSeconds)
    state.settings.views = views
    player = ScriptPlayer(state, ports: ports, clock: clock)
    player.begin(drafts: drafts)
  }

  /// The state.
  package var state: AppState { player.loop.state }
  /// The screen.
  package var frame: Frame { player.loop.frame }
  /// The screen as text.
  package var screen: String { frame.text }
  /// The bottom line of the screen.
  package var bottomLine: String {
    screen.split(separator: "\n", omittingEmptySubsequences: false).last.map(String.init) ?? ""
  }

  /// Plays lines of a script.
  package mutating func play(_ script: String) throws {
    for step in try Script.parse(script) { _ = player.play(step) }
  }
}
