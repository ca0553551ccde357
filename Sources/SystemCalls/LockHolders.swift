/// A program that holds a file's lock.
package struct LockHolder: Sendable, Hashable {
  /// Its process id.
  package let process: Int32
  /// Its name; empty when the system does not tell.
  package let name: String
  /// Whether it is stopped (Ctrl-Z), so that it does not let go by itself.
  package let isStopped: Bool

  /// Makes a holder.
  package init(process: Int32, name: String, isStopped: Bool) {
    self.process = process
    self.name = name
    self.isStopped = isStopped
  }
}

/// Tells who holds the lock of a file, without asking for the lock.
package enum LockHolders {
  /// The programs that hold a file's lock by `flock`; empty when nobody does, or `/proc` does not tell.
  ///
  /// - Complexity: O(locks of the system).
  package static func of(_ path: String) -> [LockHolder] {
    guard let inode = try? FileSystem.status(path).inode,
      let table = try? FileSystem.contents(of: "/proc/locks", limit: 16 << 20)
    else { return [] }
    return processes(holding: inode, in: String(decoding: table, as: UTF8.self))
      .filter { mayHave($0, path) }.map(holder)
  }

  /// The processes that hold a lock by `flock` on an inode, by the text of `/proc/locks`, see proc(5); each once.
  ///
  /// Who waits (lines with `->`) does not hold. A process of another container has no number, and is left out.
  /// - Complexity: O(length).
  package static func processes(holding inode: UInt64, in table: String) -> [Int32] {
    var result: [Int32] = []
    for line in table.split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard fields.count >= 6, fields[1] == "FLOCK", let process = Int32(fields[4]), process > 0,
        let number = fields[5].split(separator: ":").last, UInt64(number) == inode,
        !result.contains(process)
      else { continue }
      result.append(process)
    }
    return result
  }

  /// The state letter of a process, by the text of `/proc/PID/stat`; its name in front may hold anything.
  static func state(in text: String) -> Character? {
    guard let end = text.lastIndex(of: ")") else { return nil }
    return text[text.index(after: end)...].first { $0 != " " }
  }

  private static func holder(_ process: Int32) -> LockHolder {
    func text(_ file: String) -> String {
      let bytes = (try? FileSystem.contents(of: "/proc/\(process)/\(file)", limit: 1 << 16)) ?? []
      return String(decoding: bytes, as: UTF8.self)
    }
    let name = text("comm").split(separator: "\n").first.map(String.init) ?? ""
    let state = state(in: text("stat"))
    return LockHolder(process: process, name: name, isStopped: state == "T" || state == "t")
  }

  /// Whether a process has the file open, as far as we may look: other file systems have the same inode numbers.
  private static func mayHave(_ process: Int32, _ path: String) -> Bool {
    let folder = "/proc/\(process)/fd"
    guard let wanted = FileSystem.resolved(path), let numbers = try? FileSystem.list(folder) else {
      return true
    }
    return numbers.contains { FileSystem.resolved(folder + "/" + $0) == wanted }
  }
}
