import AdapterProtocol
import Testing

@testable import AdapterConformance

@Suite("Lines in a report")
struct HeardLineTests {
  @Test("A short line stands whole, of a long one the middle is left out and the length told")
  func shortened() {
    #expect(Shortened.text("short") == "short")
    let exact = String(repeating: "a", count: 300)
    #expect(Shortened.text(exact) == exact)
    let long = Shortened.text([UInt8](repeating: UInt8(ascii: "b"), count: 8_388_609))
    #expect(long.hasPrefix("bbb") && long.contains(" … ") && long.hasSuffix("(8388609 bytes)"))
    #expect(long.utf8.count < 300)
  }

  @Test("Bytes are found wherever they stand")
  func search() {
    let text = Array("abcabd".utf8)
    #expect(ByteSearch.contains(Array("abd".utf8), in: text))
    #expect(ByteSearch.contains(Array("abcabd".utf8), in: text))
    #expect(ByteSearch.contains(Array("d".utf8), in: text))
    #expect(!ByteSearch.contains(Array("abe".utf8), in: text))
    #expect(!ByteSearch.contains(Array("abcabda".utf8), in: text))
    #expect(!ByteSearch.contains([], in: text))
  }

  @Test("Each place of a text is replaced, and the rest stays")
  func replacing() {
    #expect(ByteSearch.replacing("aa", by: "-", in: "aaaxaa é aa") == "-ax- é -")
    #expect(ByteSearch.replacing("z", by: "-", in: "é") == "é")
  }

  @Test("An answer, an error and what cannot be read belong to their calls")
  func ids() {
    func id(_ text: String) -> RequestID? { HeardLine(.line(Array(text.utf8))).id }
    #expect(id(#"{"jsonrpc":"2.0","id":7,"result":{}}"#) == .number(7))
    #expect(id(#"{"jsonrpc":"2.0","id":"7","error":{"code":-32002,"message":"x"}}"#) == .text("7"))
    #expect(id(#"{"jsonrpc":"2.0","id":8,"error":{"code":-32601,"message":"x"}}"#) == .number(8))
    #expect(id(#"{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"x"}}"#) == nil)
    #expect(id("hello") == nil)
    #expect(id(#"{"jsonrpc":"2.0","id":9,"method":"queues"}"#) == nil)
  }
}
