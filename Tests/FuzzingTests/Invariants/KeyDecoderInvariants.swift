import ScreenKit

/// Bytes of a terminal: the same events in whatever pieces they come, and nothing that grows.
enum KeyDecoderInvariants {
  /// The first byte of the input chooses where the rest is cut.
  static func firstViolation(_ input: [UInt8]) -> String? {
    guard let first = input.first else { return nil }
    let bytes = Array(input.dropFirst())
    var whole = KeyDecoder(guessesPastes: false, pasteLimit: 64)
    var pieces = KeyDecoder(guessesPastes: false, pasteLimit: 64)
    var expected = whole.feed(bytes)
    var events: [InputEvent] = []
    let step = 1 + Int(first) % 7
    var start = 0
    while start < bytes.count {
      let end = min(bytes.count, start + step)
      events += pieces.feed(Array(bytes[start..<end]))
      start = end
    }
    if events != expected { return "pieces of \(step) bytes give other events" }
    if whole.pendingTimeout != pieces.pendingTimeout {
      return "pieces of \(step) bytes wait for something else"
    }
    expected = whole.timeOut()
    if pieces.timeOut() != expected { return "pieces of \(step) bytes end with other events" }
    // Whatever came, the next key counts, once what has begun is given up.
    var guessing = KeyDecoder(pasteLimit: 64)
    events = guessing.feed(bytes)
    for _ in 0..<3 { events += guessing.timeOut() }
    // An ill-formed byte becomes three, those of U+FFFD.
    for case .paste(let text) in events where text.utf8.count > 3 * bytes.count {
      return "a paste that has grown"
    }
    let next = guessing.feed([UInt8(ascii: "x")])
    // What was left of a paste comes before it.
    if next.last != .key(KeyPress(.character("x"))) { return "a key after it is lost: \(next)" }
    return nil
  }
}
