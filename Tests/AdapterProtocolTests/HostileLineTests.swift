import AdapterProtocol
import DeskModel
import Testing

@Suite("Hostile lines")
struct HostileLineTests {
  private func refusal(_ line: [UInt8]) -> ProtocolError? {
    do throws(RefusedLine) {
      _ = try IncomingMessage(line: line)
      return nil
    } catch { return error.error }
  }

  /// A search whose line has exactly so many bytes.
  private func search(bytes: Int) -> [UInt8] {
    let (before, after) = (
      #"{"jsonrpc":"2.0","id":1,"method":"search","params":{"text":""#, #"","limit":1}}"#
    )
    return before.utf8 + [UInt8](repeating: 0x61, count: bytes - before.utf8.count - after.utf8.count)
      + after.utf8
  }

  @Test("A line of 8 MiB is read, one byte more is refused")
  func length() throws {
    #expect(refusal(search(bytes: 8_388_608)) == nil)
    #expect(refusal(search(bytes: 8_388_609)) == .tooLong(limit: 8_388_608))
    #expect(ProtocolError.tooLong(limit: 8_388_608).fault == .tooLarge(limit: 8_388_608))
  }

  @Test("A message that would be longer is not written")
  func writing() throws {
    let text = String(repeating: "\u{1B}", count: 2_000_000)
    let message = AdapterMessage.call(.number(1), .apply(.saying(text)))
    #expect(throws: ProtocolError.tooLong(limit: 8_388_608)) { try message.line() }
  }

  @Test(
    "What is not UTF-8 is refused, wherever it stands",
    arguments: [[0xFF], [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80]] as [[UInt8]])
  func encoding(_ bad: [UInt8]) {
    let texts = [
      (#"{"jsonrpc":"2.0","id":1,"method":"search","params":{"text":""#, #"","limit":1}}"#),
      (#"{"jsonrpc":"2.0","id":1,"method":"queues","unknown":""#, #""}"#),
    ]
    for (before, after) in texts { #expect(refusal(before.utf8 + bad + after.utf8) == .encoding) }
  }

  @Test("Half of a surrogate pair becomes U+FFFD and never half a character")
  func surrogates() throws {
    let line = Array(#"{"jsonrpc":"2.0","id":"\ud83d","method":"queues"}"#.utf8)
    guard case .call(let id, .queues) = try IncomingMessage(line: line) else {
      Issue.record("no call")
      return
    }
    #expect(id == .text("\u{FFFD}"))
  }

  @Test("Nesting is bounded: 128 levels in a line, 64 in what a backend said")
  func nesting() {
    func line(_ key: String, _ depth: Int) -> [UInt8] {
      let nest = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
      return Array(
        #"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"versions":[1],"client":{"name":"","version":""},"\#(key)":{"x":\#(nest)}}}"#
          .utf8)
    }
    #expect(refusal(line("unknown", 125)) == nil)
    guard case .syntax = refusal(line("unknown", 126)) else {
      Issue.record("129 levels were read")
      return
    }
    #expect(refusal(line("settings", 63)) == nil)
    #expect(
      refusal(line("settings", 64))
        == .field(path: "params.settings", expected: "nesting of at most 64 levels", found: "65 levels"))
  }

  @Test("A refusal tells the call that it belongs to as soon as its id could be read")
  func identity() {
    func id(_ line: String) -> RequestID? {
      do throws(RefusedLine) {
        _ = try IncomingMessage(line: Array(line.utf8))
        return nil
      } catch { return error.id }
    }
    #expect(id(#"{"method":"fly","id":"x","jsonrpc":"2.0"}"#) == .text("x"))
    #expect(id(#"{"method":"thread","id":7,"jsonrpc":"2.0","params":{}}"#) == .number(7))
    #expect(id(#"{"id":7,"jsonrpc":"1.0"}"#) == .number(7))
    #expect(id(#"{"id":7"#) == nil)
  }

  @Test("A refusal quotes what it found in short and without controls")
  func quotation() {
    let long = #"\u001b]0;"# + String(repeating: "x", count: 100_000)
    let line = #"{"jsonrpc":"2.0","id":1,"method":"presence","params":{"activity":"\#(long)"}}"#
    let sentence = refusal(Array(line.utf8))?.description ?? ""
    #expect(sentence.utf8.count < 150)
    #expect(sentence.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
  }

  @Test("Any cut, flipped or repeated byte is read or refused, and what is read can be written")
  func mutations() throws {
    var generator = MessageGenerator(seed: 5, fullness: 60)
    for message in try generator.messages() {
      let line = try message.line()
      for _ in 0..<40 {
        var bytes = line
        let place = generator.count(0...bytes.count - 1)
        switch generator.count(0...3) {
        case 0: bytes.removeLast(bytes.count - place)
        case 1: bytes[place] = UInt8(generator.count(0...255))
        case 2: bytes.insert(contentsOf: bytes[place...].prefix(generator.count(1...30)), at: place)
        default: bytes.remove(at: place)
        }
        guard let read = try? AdapterMessage(line: bytes, answering: message.answered) else { continue }
        #expect(try AdapterMessage(line: read.line(), answering: message.answered) == read)
      }
    }
  }
}

extension BackendIntent {
  /// An intent that says something to the customer.
  static func saying(_ text: String, audience: Audience = .customer) -> BackendIntent {
    BackendIntent(
      clientKey: "k", conversation: "c", by: Agent(id: "a", name: "A"),
      steps: [.say(Saying(text, audience: audience))])
  }
}
