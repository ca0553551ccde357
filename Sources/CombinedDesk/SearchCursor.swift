/// Where a search of several desks goes on: those that have more, in the order in which they are asked.
///
/// As text it is `name:progress:length:text` one after the other, `length` being the bytes of a desk's own cursor; `-` as
/// length for a desk that has not been asked yet.
struct SearchCursor: Sendable, Hashable {
  struct Part: Sendable, Hashable {
    var name: String
    /// Thousandths, 0...1000.
    var progress: Int
    /// The desk's own cursor; nil to begin.
    var after: String?
  }

  var parts: [Part]

  init(parts: [Part]) { self.parts = parts }

  /// Reads a cursor; nil when it is none.
  ///
  /// - Complexity: O(bytes).
  init?(_ text: String) {
    var rest = Array(text.utf8)[...]
    parts = []
    func field() -> String? {
      guard let end = rest.firstIndex(of: UInt8(ascii: ":")) else { return nil }
      defer { rest = rest[(end + 1)...] }
      return String(validating: rest[..<end], as: UTF8.self)
    }
    while !rest.isEmpty {
      guard let name = field(), DeskMember.isName(name), let progress = field().flatMap({ Int($0) }),
        (0...1_000).contains(progress), let length = field()
      else { return nil }
      if length == "-" {
        parts.append(Part(name: name, progress: progress, after: nil))
        continue
      }
      guard let count = Int(length), (0...rest.count).contains(count),
        let after = String(validating: rest.prefix(count), as: UTF8.self)
      else { return nil }
      rest = rest.dropFirst(count)
      parts.append(Part(name: name, progress: progress, after: after))
    }
    guard !parts.isEmpty, Set(parts.map(\.name)).count == parts.count else { return nil }
  }

  /// The cursor as text; reading it gives the same cursor.
  var text: String {
    parts.map { part in
      "\(part.name):\(part.progress):" + (part.after.map { "\($0.utf8.count):\($0)" } ?? "-:")
    }.joined()
  }
}
