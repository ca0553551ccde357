import JSONText
import SystemCalls
import TerminalProbe

/// A console whose only desk is an adapter that serves an import, with a home of its own.
struct RemoteFixture {
  /// Holds the console's home, and what the adapter tells.
  let folder: String
  /// The console.
  let contender: Contender

  /// Makes the home; `perSecond` things are said on the desk while `setGoing(true)`.
  init(_ bench: Bench, name: String, lines: String, perSecond: Int) throws {
    folder = bench.folder + "/" + name
    try FileSystem.makeFolder(folder + "/config/sapa")
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("desks")
    writer.beginArray()
    writer.beginObject()
    writer.member("name", "bench")
    writer.key("adapter")
    writer.beginArray()
    for word in [bench.programs + "/sapa-bench", "serve-desk", lines, String(perSecond), folder] {
      writer.string(word)
    }
    writer.endArray()
    writer.endObject()
    writer.endArray()
    writer.endObject()
    try FileSystem.replace(folder + "/config/sapa/config.json5", with: writer.bytes)
    contender = Contender(
      name: .sapa, program: bench.sapa, arguments: [],
      environment: bench.environment.merging([
        "HOME": folder, "XDG_CONFIG_HOME": folder + "/config", "XDG_DATA_HOME": folder + "/data",
      ]) { $1 })
  }

  /// Where the console keeps what it has read.
  var mirror: String { folder + "/data/sapa/desks/bench/mirror" }

  /// Microseconds that the console needed for all pages; nil as long as it does not have them.
  var paged: Int? { number("paged").first }

  /// How many changes were made, and how many of them the console has taken in.
  var counts: (made: Int, taken: Int) {
    let numbers = number("taken")
    return numbers.count == 2 ? (numbers[0], numbers[1]) : (0, 0)
  }

  /// Lets changes begin, or end.
  func setGoing(_ isGoing: Bool) throws {
    if isGoing {
      try FileSystem.replace(folder + "/go", with: [])
    } else {
      try FileSystem.remove(folder + "/go")
    }
  }

  /// Starts the console and waits until it has paged in all conversations.
  func start() throws -> TimedPty {
    let pty = try contender.start()
    guard wait(on: pty, until: { paged != nil }) else {
      throw PtySession.Failure(description: "the conversations were not paged in:\n" + pty.screen.text)
    }
    return pty
  }

  /// Reads what the console writes until something is so; false after ten minutes, or when the console has ended.
  func wait(on pty: TimedPty, until isSo: () -> Bool) -> Bool {
    let end = SystemClock.monotonicMilliseconds() + 600_000
    while !isSo() {
      _ = pty.burst(since: TimedPty.now, quiet: 20, limit: 20)
      pty.catchUp()
      if pty.isClosed || SystemClock.monotonicMilliseconds() > end { return isSo() }
    }
    return true
  }

  private func number(_ name: String) -> [Int] {
    String(decoding: (try? FileSystem.contents(of: folder + "/" + name)) ?? [], as: UTF8.self)
      .split(separator: " ").compactMap { Int($0) }
  }
}
