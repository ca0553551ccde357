import ScreenKit
import SystemCalls
import TerminalProbe

/// `sapa-bench`: measures the console beside a bare C program.
package enum BenchCommand {
  private static let usage = """
    sapa-bench [--conversations N,N,…] [--only WORD] [--quick] [--json] [--folder DIR]

    Measures the console on a pseudo-terminal of 160x48 beside sapa-bench-limit, a bare C program with the same
    panes: the two take turns, key by key, so that the last column (how many times the limit) means something on a busy
    machine, too. Makes its own desk for each number of conversations (10 entries each; default 10000).

      --only WORD   only scenarios whose name holds the word: start, typing, load, moving, opening, held,
                    resizing, idle, search, slow, judging, picking, paging, feed, codec, micro
      --quick       a few keys only: to see that everything works
      --json        one JSON object a figure
      --folder DIR  where the desks are made, and removed afterwards (default: /tmp)

    In paging, feed and codec the last column is another yardstick: an import of the same conversations, the same
    typing while nothing comes in, and a bare JSON reader.

    sapa-bench endurance [EVENTS] [--folder DIR]

    Plays 24 hours of use (default 100000 events) on the real loop and the real desk with a clock that is moved by
    hand, and tells what has grown since the first tenth. Exit code 1 when something has.

    """

  /// Runs; the result is the exit code.
  package static func run(_ arguments: [String]) -> Int32 {
    do {
      switch arguments.first {
      case "load": return try load(Array(arguments.dropFirst()))
      case "serve-desk": return try serve(Array(arguments.dropFirst()))
      case "endurance": return try endure(Array(arguments.dropFirst()))
      default: return try measure(arguments)
      }
    } catch {
      return fail("It could not be measured: \(error)\n")
    }
  }

  private static var programs: String { FileSystem.parent(of: ProcessContext.executablePath ?? "./x") }
  private static var content: String { programs + "/sapa_CShippedContent.resources" }

  private static func load(_ arguments: [String]) throws -> Int32 {
    guard arguments.count == 4, let count = Int(arguments[1]), let rate = Int(arguments[2]), count > 0 else {
      return fail(usage)
    }
    try ChangeLoad(desk: arguments[0], conversations: count, perSecond: rate, countFile: arguments[3]).run()
    return 0
  }

  /// An adapter, for the console that is measured.
  private static func serve(_ arguments: [String]) throws -> Int32 {
    guard arguments.count == 3, let rate = Int(arguments[1]), rate >= 0 else { return fail(usage) }
    try ServedDesk(lines: arguments[0], perSecond: rate, folder: arguments[2]).run()
    return 0
  }

  private static func endure(_ arguments: [String]) throws -> Int32 {
    var (count, parent) = (100_000, "/tmp")
    var rest = arguments[...]
    while let word = rest.popFirst() {
      if word == "--folder", let value = rest.popFirst() {
        parent = value
      } else if let number = Int(word), number >= 100 {
        count = number
      } else {
        return fail(usage)
      }
    }
    return try within(parent) { folder in
      // As the console begins.
      ProcessMemory.keepSmall()
      var endurance = try Endurance(folder: folder, content: content)
      defer { endurance.close() }
      let day: Int64 = 86_400_000
      let part = count / 10
      var first = Endurance.Sizes()
      for tenth in 1...10 {
        endurance.run(events: part, over: day / 10)
        let sizes = endurance.sizes
        if tenth == 1 { first = sizes }
        write("\(endurance.events) events: \(sizes)\n")
      }
      let growth = endurance.sizes.own - first.own
      let isBounded = growth <= max(8_000, first.own / 5)
      write("growth since the first tenth: \(growth) kB, \(isBounded ? "bounded" : "NOT BOUNDED")\n")
      return isBounded ? 0 : 1
    }
  }

  private static func measure(_ arguments: [String]) throws -> Int32 {
    var (sizes, only, parent, isQuick, isJSON) = ([10_000], "", "/tmp", false, false)
    var isSized = false
    var rest = arguments[...]
    while let word = rest.popFirst() {
      switch word {
      case "--quick": isQuick = true
      case "--json": isJSON = true
      case "--only" where !rest.isEmpty: only = rest.removeFirst()
      case "--folder" where !rest.isEmpty: parent = rest.removeFirst()
      case "--conversations" where !rest.isEmpty:
        let numbers = rest.removeFirst().split(separator: ",").map { Int($0) ?? 0 }
        guard !numbers.isEmpty, numbers.allSatisfy({ $0 > 0 }) else { return fail(usage) }
        sizes = numbers
        isSized = true
      default: return fail(usage)
      }
    }
    if isQuick, !isSized { sizes = [100] }
    if !isJSON { write(Figure.heading) }
    let report: (Figure) -> Void = { write(isJSON ? $0.json : $0.row) }
    for size in sizes {
      _ = try within(parent) { folder -> Int32 in
        var bench = Bench(
          effort: isQuick ? .quick : Bench.Effort(), conversations: size, folder: folder, programs: programs,
          report: report, note: { try? StandardStream.error.write("\(size): \($0)\n") })
        try bench.run(only: only)
        return 0
      }
    }
    if only.isEmpty || only == "codec" {
      _ = try within(parent) { folder -> Int32 in
        try CodecBenchmarks(folder: folder, time: isQuick ? 20 : 1_000, report: report).run()
        return 0
      }
    }
    if only.isEmpty || only == "micro" {
      _ = try within(parent) { folder -> Int32 in
        try MicroBenchmarks(folder: folder, content: content, time: isQuick ? 20 : 1_000, report: report)
          .run()
        return 0
      }
    }
    return 0
  }

  /// Runs in a folder that is removed afterwards.
  private static func within(_ parent: String, _ body: (String) throws -> Int32) throws -> Int32 {
    let folder = parent + "/sapa-bench-\(ProcessContext.identifier)"
    try FileSystem.makeFolder(folder)
    defer { FolderRemoval.remove(folder) }
    return try body(folder)
  }

  private static func write(_ text: String) { try? StandardStream.output.write(text) }

  private static func fail(_ text: String) -> Int32 {
    try? StandardStream.error.write(text)
    return 2
  }
}
