import AdapterProtocol
import Synchronization

/// What is noticed of all processes of a run, whichever check has started them.
final class Transcript: Sendable {
  /// What was noticed.
  struct Notes: Sendable {
    /// Lines that are no message of an adapter, and why.
    var strays: [(line: String, reason: String)] = []
    /// Lines with a control character.
    var controls: [String] = []
    /// Answers to what nobody has asked, or that came twice.
    var unasked: [String] = []
    /// Bytes of standard error, of all processes.
    var errorBytes = 0
    /// The last bytes of standard error.
    var lastErrors: [UInt8] = []
    /// Where the token has been seen.
    var sightings: [String] = []
    /// Lines of standard output.
    var lines = 0
  }

  private let token: [UInt8]?
  private let notes = Mutex(Notes())
  private static let kept = 4_096
  /// Notes of each kind; a flood adds no more.
  private static let most = 20

  /// Makes one that looks for a token, too.
  init(token: String?) { self.token = token.map { Array($0.utf8) } }

  /// What was noticed so far.
  var noted: Notes { notes.withLock { $0 } }

  /// Takes a line of standard output; `isAsked` says whether a call was open that it answers.
  func hear(_ line: HeardLine, isAsked: Bool) {
    // Searched outside of the lock.
    let hasToken = token.map { ByteSearch.contains($0, in: line.bytes) } ?? false
    let hasControl = Self.hasControl(line.bytes)
    let stray: String? =
      switch line.content {
      case .tooLong: "longer than a line may be"
      case .refused(nil, let error): error.description
      case .refused(_?, let error): Self.isNoMessage(error) ? error.description : nil
      case .asking: "an adapter only answers"
      case .answer, .fault: nil
      }
    notes.withLock { notes in
      notes.lines += 1
      if hasToken, notes.sightings.count < Self.most { notes.sightings.append("standard output") }
      if hasControl {
        if notes.controls.count < Self.most { notes.controls.append(line.text) }
      } else if let stray {
        if notes.strays.count < Self.most { notes.strays.append((line.text, stray)) }
      } else if !isAsked, !line.isAnonymous, notes.unasked.count < Self.most {
        notes.unasked.append(line.text)
      }
    }
  }

  /// Takes what came on standard error, of which `before` was seen already.
  func hear(errors bytes: [UInt8], after before: [UInt8]) {
    let seen = before + bytes
    let hasToken = token.map { ByteSearch.contains($0, in: seen) } ?? false
    notes.withLock { notes in
      notes.errorBytes += bytes.count
      notes.lastErrors = Array((notes.lastErrors + bytes).suffix(Self.kept))
      if hasToken, notes.sightings.count < Self.most { notes.sightings.append("standard error") }
    }
  }

  /// A field that is wrong is the affair of the check that has asked.
  private static func isNoMessage(_ error: ProtocolError) -> Bool {
    switch error {
    case .encoding, .syntax, .tooLong: true
    case .field, .unknownMethod: false
    }
  }

  /// C0 (but for white space between values), DEL or C1.
  private static func hasControl(_ bytes: [UInt8]) -> Bool {
    var last: UInt8 = 0
    for byte in bytes {
      if byte < 0x20, byte != 0x09, byte != 0x0D { return true }
      if byte == 0x7F || (last == 0xC2 && (0x80..<0xA0).contains(byte)) { return true }
      last = byte
    }
    return false
  }
}
