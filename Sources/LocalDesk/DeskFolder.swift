import JSONText
import SystemCalls

/// The layout of a desk's folder.
struct DeskFolder: Sendable, Hashable {
  /// The format that this program writes; older ones are read.
  static let format = 1

  let path: String

  var deskFile: String { path + "/desk.json" }
  var lockFile: String { path + "/lock" }
  var journal: String { path + "/journal" }
  var index: String { path + "/index" }
  var indexFile: String { path + "/index/conversations.index" }
  var drafts: String { path + "/drafts" }
  var policyFile: String { path + "/policy.json5" }
  var presence: String { path + "/presence" }
  var attachments: String { path + "/attachments" }
  var secrets: String { path + "/secrets" }
  var auditFile: String { path + "/audit.jsonl" }

  func segment(_ number: Int) -> String { journal + "/" + Self.name(number) + ".jsonl" }

  func tornFile(segment: Int, offset: Int) -> String { "\(journal)/torn-\(Self.name(segment))-\(offset).txt" }

  private static func name(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 6 - digits.utf8.count)) + digits
  }

  /// Checks that the folder is a desk, and makes one where that is allowed.
  func prepare(_ access: EmbeddedDeskAccess) throws(EmbeddedDeskError) {
    let deskBytes: [UInt8]?
    do {
      deskBytes = try FileSystem.contents(of: deskFile, limit: 1 << 20)
    } catch {
      guard error.isMissing else { throw .system(error) }
      deskBytes = nil
    }
    if let deskBytes {
      try check(deskBytes)
    } else {
      try make(access)
    }
  }

  private func check(_ bytes: [UInt8]) throws(EmbeddedDeskError) {
    let root: JSONValue
    do {
      root = try JSONDocument(bytes).root
    } catch {
      throw .brokenDeskFile(path: deskFile, reason: error.description)
    }
    guard let format = root["format"]?.int else {
      throw .brokenDeskFile(path: deskFile, reason: "format: expected a number")
    }
    guard format <= Self.format else {
      throw .newerFormat(folder: path, format: format, known: Self.format)
    }
    guard format >= 1 else { throw .brokenDeskFile(path: deskFile, reason: "format: expected 1 or more") }
  }

  private func make(_ access: EmbeddedDeskAccess) throws(EmbeddedDeskError) {
    var names: [String]?
    do {
      names = try FileSystem.list(path)
    } catch {
      guard error.isMissing else { throw .system(error) }
    }
    // What an interrupted first start may have left behind does not make the folder something else.
    let ours: Set<String> = [
      "journal", "index", "drafts", "presence", "attachments", "secrets", "lock", "policy.json5",
    ]
    let strange = names?.first { !ours.contains($0) && !$0.hasPrefix("desk.json.tmp-") }
    if let strange { throw .notADesk(folder: path, holds: strange) }
    guard access == .create else { throw .missing(folder: path) }
    try system { () throws(SystemError) in
      try FileSystem.makeFolder(path)
      try FileSystem.makeFolder(journal)
      try FileSystem.makeFolder(index)
      try FileSystem.makeFolder(drafts)
      try FileSystem.replace(deskFile, with: Array("{\"format\":\(Self.format)}\n".utf8))
    }
  }

  /// Numbers of the journal's segments, in order.
  func segments() throws(EmbeddedDeskError) -> [Int] {
    let names: [String]
    do {
      names = try FileSystem.list(journal)
    } catch {
      if error.isMissing { return [] }
      throw .system(error)
    }
    return names.compactMap { name in
      guard name.hasSuffix(".jsonl"), !name.hasPrefix("torn-") else { return nil }
      return Int(name.dropLast(6)).flatMap { $0 > 0 ? $0 : nil }
    }.sorted()
  }
}
