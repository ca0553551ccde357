import Synchronization
package import TextLayout

/// What an adapter has said on standard error: the last lines, harmless, without the token.
package final class AdapterLog: Sendable {
  /// Lines that are kept.
  package static let lineLimit = 200
  /// Bytes of a line that are kept.
  package static let byteLimit = 1_000

  private struct Kept: Sendable {
    var lines: [SafeText] = []
    var pending: [UInt8] = []
    var isCut = false
    var count = 0
    var secret: [UInt8] = []
  }

  private let kept = Mutex(Kept())
  private let mask: @Sendable (String) -> String

  /// Makes an empty log.
  ///
  /// `secret` never appears in it, not even in a line that holds it in the midst of other text.
  /// `mask` puts marks in the place of what customers should not have written.
  package init(secret: String? = nil, mask: @escaping @Sendable (String) -> String = { $0 }) {
    self.mask = mask
    hide(secret)
  }

  /// Lets a secret never appear from now on; nil: none.
  package func hide(_ secret: String?) { kept.withLock { $0.secret = Array((secret ?? "").utf8) } }

  /// Takes in what came, in pieces of any size.
  ///
  /// - Complexity: O(bytes).
  package func append(_ bytes: [UInt8]) {
    kept.withLock { kept in
      for byte in bytes {
        if byte == UInt8(ascii: "\n") {
          finish(&kept)
        } else if kept.pending.count < Self.byteLimit + kept.secret.count {
          kept.pending.append(byte)
        } else {
          kept.isCut = true
        }
      }
    }
  }

  /// Ends a line that has no end.
  package func close() { kept.withLock { if !$0.pending.isEmpty { finish(&$0) } } }

  /// The last lines, oldest first.
  package var lines: [SafeText] { kept.withLock { $0.lines } }

  /// How many lines have come in all.
  package var count: Int { kept.withLock { $0.count } }

  private func finish(_ kept: inout Kept) {
    // Cut only now: half of a secret is not recognised.
    let text = mask(
      String(decoding: Self.redacted(kept.pending, kept.secret).prefix(Self.byteLimit), as: UTF8.self))
    kept.lines.append(SafeText(line: kept.isCut ? text + "…" : text))
    if kept.lines.count > Self.lineLimit { kept.lines.removeFirst() }
    kept.pending = []
    kept.isCut = false
    kept.count += 1
  }

  private static func redacted(_ line: [UInt8], _ secret: [UInt8]) -> [UInt8] {
    guard !secret.isEmpty, line.count >= secret.count else { return line }
    var result: [UInt8] = []
    var place = 0
    while place < line.count {
      if line[place...].starts(with: secret) {
        result += Array("(secret)".utf8)
        place += secret.count
      } else {
        result.append(line[place])
        place += 1
      }
    }
    return result
  }
}
