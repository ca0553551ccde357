import JSONText
import SystemCalls

/// What the folder of a desk holds of the words of a storm, read without the program's own code for drafts and journal.
struct DeskOnDisk {
  private let folder: String
  private var offsets: [String: Int] = [:]
  /// How often each word stands in the journal.
  private(set) var journal: [Int: Int] = [:]

  init(folder: String) { self.folder = folder }

  /// Reads what was added to the journal; whole lines only.
  mutating func readJournal() throws(SystemError) {
    let segments = try FileSystem.list(folder + "/journal").filter { $0.hasSuffix(".jsonl") }
    for name in segments {
      let file = try FileDescriptor(opening: folder + "/journal/" + name, .read)
      let start = offsets[name] ?? 0
      let size = try file.status().size
      guard size > start else { continue }
      let bytes = try file.read(at: start, count: size - start)
      guard let end = bytes.lastLineFeed() else { continue }
      for number in WordLedger.numbers(in: Array(bytes[...end])) { journal[number, default: 0] += 1 }
      offsets[name] = start + end + 1
    }
  }

  /// How often each word stands in the drafts of all consoles; `problems` names files that the program has given up.
  func drafts() throws(SystemError) -> (words: [Int: Int], problems: [String]) {
    var words: [Int: Int] = [:]
    var problems: [String] = []
    for path in try files(folder + "/drafts") {
      if path.hasSuffix(".broken") { problems.append("\(path) could not be understood by the program") }
      guard path.hasSuffix(".json"), let bytes = try Self.contents(path) else { continue }
      for number in WordLedger.numbers(in: bytes) { words[number, default: 0] += 1 }
    }
    return (words, problems)
  }

  /// The last word that stands in each composer of an agent's first console.
  func lastWords(agent: String) throws(SystemError) -> [Int] {
    var result: [Int] = []
    for name in try FileSystem.list(folder + "/drafts/" + agent) where name.hasSuffix(".json") {
      guard let bytes = try Self.contents(folder + "/drafts/\(agent)/" + name),
        let document = try? JSONDocument(bytes), let text = document.root["text"]?.string,
        let last = WordLedger.numbers(in: Array(text.utf8)).last
      else { continue }
      result.append(last)
    }
    return result
  }

  private func files(_ folder: String) throws(SystemError) -> [String] {
    guard FileSystem.exists(folder) else { return [] }
    var result: [String] = []
    for name in try FileSystem.list(folder) {
      let path = folder + "/" + name
      do {
        result += try FileSystem.status(path).isFolder ? try files(path) : [path]
      } catch {
        // A console has replaced or removed it meanwhile.
        if !error.isMissing { throw error }
      }
    }
    return result
  }

  private static func contents(_ path: String) throws(SystemError) -> [UInt8]? {
    do { return try FileSystem.contents(of: path) } catch {
      if error.isMissing { return nil }
      throw error
    }
  }
}
