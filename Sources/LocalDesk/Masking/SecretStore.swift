package import DeskModel
import JSONText
import SystemCalls

/// The one place on the disk in which secrets of customers stand: `secrets/` in a desk's folder, one file each, which only
/// its owner may read, until it expires.
///
/// They are not encrypted: the key would have to lie beside them, for the same user to read, and would protect against nobody
/// who can read the files. What protects them is that they are few, short-lived and in no other file.
package struct SecretStore: Sendable {
  private let folder: String
  private let lifetime: Int64

  /// The store of a desk.
  ///
  /// - Parameters:
  ///   - desk: the desk's folder, without a slash at the end.
  ///   - lifetime: seconds after which a secret is gone, counted from when the customer wrote it.
  package init(desk: String, lifetime: Int64) {
    folder = DeskFolder(path: desk).secrets
    self.lifetime = lifetime
  }

  /// Keeps secrets until they expire; what has expired by now is not kept, and what is there already stays as it is.
  ///
  /// What cannot be written is not kept: the customer can be asked, and the text is masked all the same.
  func keep(_ secrets: [HeldSecret], now: Timestamp) {
    for secret in secrets {
      let expires = secret.at.adding(seconds: lifetime)
      guard lifetime > 0, expires > now else { continue }
      let path = path(secret.conversation, secret.entry, secret.number)
      if FileSystem.exists(path) { continue }
      var writer = JSONWriter()
      writer.beginObject()
      writer.member("conversation", secret.conversation.rawValue)
      writer.member("entry", ifPresent: secret.entry?.rawValue)
      writer.key("number")
      writer.int(secret.number)
      writer.member("kind", secret.kind)
      writer.member("value", secret.value)
      writer.member("expires", expires.rfc3339)
      writer.endObject()
      guard (try? FileSystem.makeFolder(folder)) != nil else { return }
      try? FileSystem.replace(path, with: writer.bytes)
    }
  }

  /// What is held of a conversation, nil for all, in the order of entries' ids and numbers.
  ///
  /// - Complexity: O(files).
  package func marks(of conversation: ConversationID?, now: Timestamp) -> [HeldSecretMark] {
    files(of: conversation).compactMap { read($0)?.mark }.filter { $0.expires > now }
      .sorted {
        ($0.conversation.rawValue, $0.entry?.rawValue ?? "", $0.number)
          < ($1.conversation.rawValue, $1.entry?.rawValue ?? "", $1.number)
      }
  }

  /// A secret; nil when it is not held any more.
  package func value(of mark: HeldSecretMark, now: Timestamp) -> String? {
    guard let (found, value) = read(path(mark.conversation, mark.entry, mark.number)), found.expires > now
    else { return nil }
    return value
  }

  /// Takes away what has expired; also what cannot be understood, for nobody could ever show it.
  ///
  /// The bytes are overwritten before the file goes. On disks that write elsewhere each time (copy on write, flash) the old
  /// ones may be there until the disk uses the place again.
  /// - Returns: how many are gone.
  @discardableResult
  package func purge(now: Timestamp) -> Int {
    var count = 0
    for path in files(of: nil) where read(path).map({ $0.mark.expires <= now }) ?? true {
      Self.wipe(path)
      count += 1
    }
    return count
  }

  /// Takes away what is held of an entry.
  package func remove(_ conversation: ConversationID, _ entry: EntryID?) {
    for path in files(of: conversation) where read(path)?.mark.entry == entry { Self.wipe(path) }
  }

  private static func wipe(_ path: String) {
    if let file = try? FileDescriptor(opening: path, .readWrite), let size = try? file.status().size {
      try? file.write([UInt8](repeating: 0, count: size), at: 0)
      try? file.syncData()
    }
    try? FileSystem.remove(path)
  }

  private func files(of conversation: ConversationID?) -> [String] {
    let prefix = conversation.map { Self.hash($0.rawValue) + "-" } ?? ""
    return ((try? FileSystem.list(folder)) ?? []).filter { $0.hasPrefix(prefix) }.sorted().map {
      folder + "/" + $0
    }
  }

  private func path(_ conversation: ConversationID, _ entry: EntryID?, _ number: Int) -> String {
    "\(folder)/\(Self.hash(conversation.rawValue))-\(Self.hash(entry?.rawValue ?? ""))-\(number).json"
  }

  private static func hash(_ text: String) -> String { String(StableHash.of(text), radix: 16) }

  private func read(_ path: String) -> (mark: HeldSecretMark, value: String)? {
    guard let bytes = try? FileSystem.contents(of: path, limit: 1 << 20),
      let root = try? JSONDocument(bytes).root,
      let conversation = root["conversation"]?.string, let number = root["number"]?.int,
      let kind = root["kind"]?.string, let value = root["value"]?.string,
      let expires = root["expires"]?.string.flatMap({ Timestamp(rfc3339: $0) })
    else { return nil }
    let mark = HeldSecretMark(
      conversation: ConversationID(conversation), entry: root["entry"]?.string.map { EntryID($0) },
      number: number, kind: kind, expires: expires)
    return (mark, value)
  }
}
