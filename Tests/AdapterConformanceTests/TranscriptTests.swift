import AdapterProtocol
import Testing

@testable import AdapterConformance

@Suite("What is noticed of a line")
struct TranscriptTests {
  private func noted(_ line: [UInt8], token: String? = nil, isAsked: Bool = true) -> Transcript.Notes {
    let transcript = Transcript(token: token)
    transcript.hear(HeardLine(.line(line)), isAsked: isAsked)
    return transcript.noted
  }

  private static let line = #"{"jsonrpc":"2.0","id":1,"result":{"text":"?"}}"#

  private func answer(_ bytes: [UInt8]) -> [UInt8] {
    Self.line.utf8.flatMap { $0 == UInt8(ascii: "?") ? bytes : [$0] }
  }

  @Test("C0, DEL and C1 are controls; tabs, returns, and letters that share their bytes are not")
  func controls() {
    for bytes: [UInt8] in [[0x1B], [0x00], [0x7F], [0xC2, 0x85], [0xC2, 0x9B]] {
      let notes = noted(answer(bytes))
      #expect(notes.controls.count == 1 && notes.strays.isEmpty, "\(bytes)")
    }
    for bytes: [UInt8] in [[], Array("é\u{A0}\u{142}".utf8), Array(#"\u001b"#.utf8), [0xE2, 0x80, 0xAE]] {
      #expect(noted(answer(bytes)).controls.isEmpty, "\(bytes)")
    }
    #expect(noted(Array(Self.line.utf8) + [0x0D]).controls.isEmpty)
  }

  @Test(
    "What is no message of an adapter is a stray",
    arguments: [
      ("hello", true), ("", true), (#"{"jsonrpc":"2.0","id":1,"method":"queues"}"#, true),
      (#"{"jsonrpc":"2.0","method":"news"}"#, true), ("7", true), (line, false),
      (#"{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"x"}}"#, false),
      (#"{"jsonrpc":"2.0","id":1,"error":{"code":-32601,"message":"x"}}"#, false),
    ])
  func strays(line: String, isStray: Bool) {
    #expect(noted(Array(line.utf8)).strays.isEmpty != isStray)
  }

  @Test("A line that is too long is a stray")
  func tooLong() {
    let transcript = Transcript(token: nil)
    transcript.hear(HeardLine(.tooLong), isAsked: false)
    #expect(transcript.noted.strays.count == 1)
  }

  @Test("An answer that nobody waits for is told, an error without an id is not")
  func unasked() {
    #expect(noted(Array(Self.line.utf8), isAsked: false).unasked.count == 1)
    #expect(noted(Array(Self.line.utf8)).unasked.isEmpty)
    let anonymous = #"{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"x"}}"#
    #expect(noted(Array(anonymous.utf8), isAsked: false).unasked.isEmpty)
  }

  @Test("A token is seen on both streams, also where it comes in two pieces")
  func token() {
    #expect(noted(answer(Array("s3cret".utf8)), token: "s3cret").sightings == ["standard output"])
    #expect(noted(answer(Array("s3cre".utf8)), token: "s3cret").sightings == [])
    let transcript = Transcript(token: "s3cret")
    transcript.hear(errors: Array("in with s3c".utf8), after: [])
    #expect(transcript.noted.sightings == [])
    transcript.hear(errors: Array("ret\n".utf8), after: Array("in with s3c".utf8))
    #expect(transcript.noted.sightings == ["standard error"])
    #expect(transcript.noted.errorBytes == 15)
  }

  @Test("A flood is not kept")
  func flood() {
    let transcript = Transcript(token: nil)
    for _ in 0..<1_000 { transcript.hear(HeardLine(.line([0x79])), isAsked: false) }
    #expect(transcript.noted.lines == 1_000)
    #expect(transcript.noted.strays.count == 20)
  }
}
