import SystemCalls

/// What the system has counted of a running program.
struct ProcessSample {
  /// Microseconds on a CPU, all threads.
  var cpu: Double = 0
  /// How often a thread went to sleep by itself: each is a wake-up later.
  var sleeps = 0
  /// Kilobytes of resident memory.
  var resident = 0

  init(_ process: Int32) {
    let tasks = "/proc/\(process)/task"
    for task in (try? FileSystem.list(tasks)) ?? [] {
      let schedule = Self.text(tasks + "/\(task)/schedstat")
      cpu += (schedule.split(separator: " ").first.flatMap { Double($0) } ?? 0) / 1_000
      sleeps += Self.number("voluntary_ctxt_switches:", tasks + "/\(task)/status")
    }
    resident = Self.number("VmRSS:", "/proc/\(process)/status")
  }

  private static func number(_ key: String, _ path: String) -> Int {
    for line in text(path).split(separator: "\n") where line.hasPrefix(key) {
      return Int(line.dropFirst(key.count).filter(\.isNumber)) ?? 0
    }
    return 0
  }

  private static func text(_ path: String) -> String {
    String(decoding: (try? FileSystem.contents(of: path)) ?? [], as: UTF8.self)
  }
}
