import AdapterProtocol
import SystemCalls

/// Gets the token from where `initialize` says that it is.
enum TokenReader {
  /// The most bytes that a token may have.
  static let limit = 65_536

  /// Reads it; one line end behind it is cut.
  ///
  /// A descriptor is read to its end, once: a second time it gives nothing, which is an error.
  static func token(_ source: TokenSource?) throws(AdapterFault) -> Secret? {
    switch source {
    case nil: return nil
    case .inline(let secret): return secret
    case .descriptor(let number):
      let text = try read(number)
      guard !text.isEmpty else { throw problem("nothing (it has been read already, or nobody wrote)") }
      return Secret(text)
    }
  }

  private static func read(_ number: Int) throws(AdapterFault) -> String {
    let descriptor = FileDescriptor(borrowing: Int32(number), path: "descriptor \(number)")
    var bytes: [UInt8] = []
    while true {
      let piece: [UInt8]
      do { piece = try descriptor.read(limit: limit) } catch { throw problem(error.reason) }
      if piece.isEmpty { break }
      bytes += piece
      guard bytes.count <= limit else { throw problem("more than \(limit) bytes") }
    }
    if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
    if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw problem("bytes that are not UTF-8")
    }
    return text
  }

  private static func problem(_ found: String) -> AdapterFault {
    .invalidParams(path: "token.number", expected: "a descriptor that a token can be read from", found: found)
  }
}
