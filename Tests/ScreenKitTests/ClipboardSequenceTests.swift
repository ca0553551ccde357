import Foundation
import ScreenKit
import SeededRandom
import Testing
import TextLayout

@Suite("ClipboardSequence")
struct ClipboardSequenceTests {
  private func text(_ raw: String, _ multiplexer: Multiplexer) -> String {
    String(decoding: ClipboardSequence.bytes(for: SafeText(raw), through: multiplexer), as: UTF8.self)
  }

  @Test(
    "base 64 is that of RFC 4648, section 10",
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
      ("foobar", "Zm9vYmFy"),
    ])
  func vectors(plain: String, coded: String) {
    #expect(ClipboardSequence.base64(Array(plain.utf8)) == Array(coded.utf8))
  }

  @Test("base 64 of random bytes is Foundation's")
  func randomBytes() {
    var random = SeededGenerator(52)
    for length in 0..<200 {
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
      #expect(ClipboardSequence.base64(bytes) == Array(Data(bytes).base64EncodedData()))
    }
  }

  @Test("a terminal gets OSC 52")
  func plain() { #expect(text("foo", .none) == "\u{1B}]52;c;Zm9v\u{7}") }

  @Test("tmux gets it plain, for set-clipboard on, and wrapped, for allow-passthrough on")
  func tmux() {
    #expect(text("foo", .tmux) == "\u{1B}]52;c;Zm9v\u{7}\u{1B}Ptmux;\u{1B}\u{1B}]52;c;Zm9v\u{7}\u{1B}\\")
  }

  @Test("screen gets pieces that it passes through; joined they are OSC 52")
  func screen() {
    let wrapped = text(String(repeating: "abc", count: 1_000), .screen)
    let pieces = wrapped.components(separatedBy: "\u{1B}\\").dropLast()
    #expect(pieces.allSatisfy { $0.hasPrefix("\u{1B}P") && $0.utf8.count <= 258 })
    let joined = pieces.map { $0.dropFirst(2) }.joined()
    #expect(joined == text(String(repeating: "abc", count: 1_000), .none))
  }

  @Test("the longest text makes a sequence of exactly 100,000 bytes")
  func limit() {
    let long = SafeText(String(repeating: "x", count: ClipboardSequence.textLimit))
    #expect(ClipboardSequence.bytes(for: long, through: .none).count == 100_000)
  }

  @Test("hostile text leaves no raw control in the sequence but its own three")
  func hostile() {
    let bytes = ClipboardSequence.bytes(for: SafeText("\u{1B}]52;c;!\u{7}\u{9C}"), through: .none)
    #expect(bytes.filter { $0 < 0x20 || $0 >= 0x7F } == [0x1B, 0x07])
  }
}
