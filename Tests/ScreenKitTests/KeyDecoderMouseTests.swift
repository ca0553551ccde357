import ScreenKit
import SeededRandom
import Testing

@Suite("KeyDecoder: mouse")
struct KeyDecoderMouseTests {
  private func events(_ text: String) -> [InputEvent] {
    var decoder = KeyDecoder()
    return decoder.feed(Array(text.utf8))
  }

  private func event(_ kind: MouseEvent.Kind, _ row: Int, _ column: Int) -> InputEvent {
    .mouse(MouseEvent(kind, at: ScreenPosition(row: row, column: column)))
  }

  @Test("presses and the wheel are told with the cell under the pointer, from 0")
  func reports() {
    #expect(events("\u{1B}[<0;1;1M") == [event(.press, 0, 0)])
    #expect(events("\u{1B}[<64;12;5M") == [event(.wheelUp, 4, 11)])
    #expect(events("\u{1B}[<65;300;200M") == [event(.wheelDown, 199, 299)])
  }

  @Test(
    "modifiers change nothing: Shift never arrives, the others mean nothing here", arguments: [4, 8, 16, 28])
  func modifiers(bits: Int) {
    #expect(events("\u{1B}[<\(bits);3;2M") == [event(.press, 1, 2)])
    #expect(events("\u{1B}[<\(64 + bits);3;2M") == [event(.wheelUp, 1, 2)])
  }

  @Test(
    "releases, movements, other buttons and broken reports are swallowed",
    arguments: [
      "\u{1B}[<0;3;2m", "\u{1B}[<32;3;2M", "\u{1B}[<35;3;2M", "\u{1B}[<1;3;2M", "\u{1B}[<2;3;2M",
      "\u{1B}[<66;3;2M", "\u{1B}[<128;3;2M", "\u{1B}[<0;0;2M", "\u{1B}[<0;2;0M", "\u{1B}[<0;2M", "\u{1B}[<0M",
      "\u{1B}[<M", "\u{1B}[<0;1;2;3M", "\u{1B}[0;3;2M", "\u{1B}[?0;3;2M", "\u{1B}[M !!",
    ])
  func swallowed(text: String) {
    #expect(events(text) == [])
    #expect(events(text + "a") == [.key(KeyPress(.character("a")))])
  }

  @Test("a report that comes in pieces is one; keys around it stay")
  func pieces() {
    let bytes = Array("x\u{1B}[<0;10;20My".utf8)
    for cut in 1..<bytes.count {
      var decoder = KeyDecoder()
      let found = decoder.feed(Array(bytes[..<cut])) + decoder.feed(Array(bytes[cut...]))
      #expect(
        found == [.key(KeyPress(.character("x"))), event(.press, 19, 9), .key(KeyPress(.character("y")))],
        "cut at \(cut)")
    }
  }

  @Test("numbers beyond any screen neither trap nor wrap round")
  func huge() {
    let found = events("\u{1B}[<0;99999999999999999999;99999999999999999999M")
    guard case .mouse(let mouse)? = found.first else {
      Issue.record("no event")
      return
    }
    #expect(mouse.place.row > 1_000 && mouse.place.column > 1_000)
  }

  @Test("random bytes around reports never trap, and reports have places on or beyond the screen")
  func fuzz() {
    var random = SeededGenerator(1006)
    let alphabet: [UInt8] = Array("\u{1B}[<;:0123456789MmM~?$ aé\u{7}".utf8) + [0xFF, 0x80, 0x18]
    for _ in 0..<20_000 {
      var decoder = KeyDecoder()
      var bytes = Array("\u{1B}[<".utf8)
      for _ in 0..<Int.random(in: 0...24, using: &random) {
        bytes.append(
          Bool.random(using: &random)
            ? UInt8.random(in: 0...255, using: &random) : alphabet.randomElement(using: &random) ?? 0x30)
      }
      var found: [InputEvent] = []
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = min(rest.count, Int.random(in: 1...9, using: &random))
        found += decoder.feed(Array(rest.prefix(count)))
        rest = rest.dropFirst(count)
      }
      found += decoder.timeOut()
      for case .mouse(let mouse) in found {
        #expect(mouse.place.row >= 0 && mouse.place.column >= 0)
      }
    }
  }
}
