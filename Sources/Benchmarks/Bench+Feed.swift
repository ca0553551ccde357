import DeskModel
import LocalDesk
import ScreenKit
import SystemCalls
import TerminalProbe

extension Bench {
  /// Typed characters on a desk behind an adapter, while nothing and while a thousand things a second are said there.
  mutating func measureFeed() throws {
    note("typing while a thousand entries a second come through an adapter")
    let lines = folder + "/feed.jsonl"
    _ = try DeskMaker(conversations: conversations, messages: 1).write(
      lines: lines, rows: folder + "/feed.rows")
    let fixture = try RemoteFixture(self, name: "feed", lines: lines, perSecond: 1_000)
    let pty = try fixture.start()
    // Everything, and the first of it.
    _ = pty.press("3", quiet: 200)
    _ = pty.press("\r", quiet: 200)
    try fixture.contender.write(on: pty)
    var (quiet, loaded) = (TypedKeys(), TypedKeys())
    var seconds = 0.0
    // In turns, so that whatever else the machine does hits both alike.
    for _ in 0..<max(1, effort.keys / 60) {
      try typeKeys(on: pty, into: &quiet)
      try fixture.setGoing(true)
      let start = TimedPty.now
      // Until the rate has settled.
      _ = pty.burst(since: start, quiet: 200, limit: 200)
      try typeKeys(on: pty, into: &loaded)
      seconds += Double(TimedPty.now - start) / 1_000_000_000
      try fixture.setGoing(false)
      guard settle(fixture, pty) else {
        throw PtySession.Failure(description: "changes were not taken in: \(fixture.counts)")
      }
    }
    let made = fixture.counts.made
    pty.end()
    let scenario = "typing, 1,000 entries a second by an adapter, beside none"
    func tell(_ measure: String, _ value: Double?, _ yardstick: Double? = nil) {
      self.tell(scenario, measure, [.sapa: value, .limit: yardstick])
    }
    tell("until it is seen, median µs", loaded.seen.median, quiet.seen.median)
    tell("until it is seen, p95 µs", loaded.seen.quantile(0.95), quiet.seen.quantile(0.95))
    tell("until it is seen, longest µs", loaded.seen.quantile(1), quiet.seen.quantile(1))
    tell("keys never seen", Double(loaded.lost), Double(quiet.lost))
    tell("entries a second", Double(made) / seconds)
    tell(
      "entries in the mirror, beside those said", Double(try countChanges(in: fixture.mirror)), Double(made))
  }

  /// Waits until nothing is under way.
  private func settle(_ fixture: RemoteFixture, _ pty: TimedPty) -> Bool {
    var last = -1
    return fixture.wait(on: pty) {
      let (made, taken) = fixture.counts
      defer { last = made }
      return made == taken && made == last
    }
  }

  /// What was measured of typed characters.
  private struct TypedKeys {
    var seen = Sample()
    var lost = 0
  }

  private mutating func typeKeys(on pty: TimedPty, into keys: inout TypedKeys) throws {
    let letters = Array("etaoinshrdlu".utf8)
    _ = pty.press(Contender.empty, quiet: 30, limit: 200)
    _ = pty.press("x", quiet: 30, limit: 200)
    for _ in 0..<min(30, effort.keys) {
      let letter = letters[Int.random(in: 0..<letters.count, using: &random)]
      pty.catchUp()
      let place = pty.screen.cursor
      let burst = pty.press([letter], limit: 200)
      let seen = pty.catchUp { screen in
        screen.cells[place.row][place.column].text.utf8.elementsEqual([letter])
      }
      if let seen { keys.seen.add(Double(seen - burst.start) / 1_000) } else { keys.lost += 1 }
      // A person: 5 to 12 characters a second.
      SystemClock.sleep(milliseconds: Int.random(in: 80...200, using: &random))
    }
  }

  /// How many of the entries that were said while it was served are in a mirror: those that were read, and those that the
  /// outlines of conversations that were not read have counted.
  private func countChanges(in mirror: String) throws -> Int {
    let desk = try EmbeddedDesk(
      folder: mirror, me: Agent(id: "bench", name: "Bench"),
      options: EmbeddedDeskOptions(access: .readOnly),
      clock: { Timestamp(milliseconds: SystemClock.milliseconds()) }, makeID: { "none" })
    defer { desk.close() }
    return try (0..<conversations).reduce(0) { count, number in
      guard let conversation = try desk.mirrored(ConversationID("c-\(number)")) else { return count }
      return count
        + (conversation.outline?.unreadCount
          ?? conversation.entries.count { $0.id.rawValue.hasPrefix(ServedDesk.changePrefix) })
    }
  }
}
