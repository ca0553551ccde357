import SystemCalls

/// What the system has counted of a running program.
struct ProcessSample {
  private struct Thread {
    /// Microseconds on a CPU.
    var cpu: Double
    /// How often it went to sleep by itself: each is a wake-up later.
    var sleeps: Int
  }

  private var threads: [String: Thread] = [:]
  /// Kilobytes of resident memory.
  var resident = 0
  /// The most kilobytes that ever were.
  var mostResident = 0
  /// Kilobytes of it that are the program's own, not pages of mapped files, which the system takes back when it likes.
  var own = 0

  init(_ process: Int32) {
    let tasks = "/proc/\(process)/task"
    for task in (try? FileSystem.list(tasks)) ?? [] {
      let schedule = Self.text(tasks + "/\(task)/schedstat")
      threads[task] = Thread(
        cpu: (schedule.split(separator: " ").first.flatMap { Double($0) } ?? 0) / 1_000,
        sleeps: Self.number("voluntary_ctxt_switches:", tasks + "/\(task)/status"))
    }
    resident = Self.number("VmRSS:", "/proc/\(process)/status")
    mostResident = Self.number("VmHWM:", "/proc/\(process)/status")
    own = Self.number("RssAnon:", "/proc/\(process)/status")
  }

  /// Microseconds on a CPU of all threads that run.
  var cpu: Double { threads.values.reduce(0) { $0 + $1.cpu } }

  /// Microseconds on a CPU since an earlier sample; what threads that have ended since have used is not known.
  func cpu(since earlier: ProcessSample) -> Double {
    threads.reduce(0) { $0 + $1.value.cpu - (earlier.threads[$1.key]?.cpu ?? 0) }
  }

  /// How often threads went to sleep since an earlier sample.
  func sleeps(since earlier: ProcessSample) -> Int {
    threads.reduce(0) { $0 + $1.value.sleeps - (earlier.threads[$1.key]?.sleeps ?? 0) }
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
