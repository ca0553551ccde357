import AdapterProtocol
import Foundation
import Testing

@testable import AdapterServing

@Suite("The token's way to an adapter")
struct TokenReaderTests {
  /// A pipe that holds these bytes and no more.
  private func pipe(_ bytes: [UInt8]) throws -> Pipe {
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: Data(bytes))
    try pipe.fileHandleForWriting.close()
    return pipe
  }

  @Test(
    "It is read to the end of its descriptor, without a line end",
    arguments: [("1-32-d9a1", "1-32-d9a1"), ("a b\n", "a b"), ("a\r\n", "a"), ("a\n\n", "a\n"), ("梅", "梅")])
  func descriptor(written: String, token: String) throws {
    let pipe = try pipe(Array(written.utf8))
    let number = Int(pipe.fileHandleForReading.fileDescriptor)
    #expect(try TokenReader.token(.descriptor(number))?.value == token)
    // It can be read once.
    #expect(throws: AdapterFault.self) { try TokenReader.token(.descriptor(number)) }
  }

  @Test("It may stand in the message, or not be needed")
  func inline() throws {
    #expect(try TokenReader.token(.inline(Secret("x")))?.value == "x")
    #expect(try TokenReader.token(nil) == nil)
  }

  @Test(
    "A descriptor that is not open, empty, endless or no text is refused with its place, never with its content"
  )
  func bad() throws {
    #expect {
      _ = try TokenReader.token(.descriptor(1_023))
    } throws: { error in
      guard case .invalidParams("token.number", _, let found)? = error as? AdapterFault else { return false }
      return found == "Bad file descriptor"
    }
    for bytes in [[], [0xFF, 0x41], [UInt8](repeating: 0x41, count: 65_537)] as [[UInt8]] {
      // More than a pipe holds, so it is written beside the reading.
      let pipe = Pipe()
      Thread.detachNewThread {
        try? pipe.fileHandleForWriting.write(contentsOf: Data(bytes))
        try? pipe.fileHandleForWriting.close()
      }
      #expect {
        _ = try TokenReader.token(.descriptor(Int(pipe.fileHandleForReading.fileDescriptor)))
      } throws: { error in
        guard case .invalidParams("token.number", _, let found)? = error as? AdapterFault else {
          return false
        }
        return !found.contains("A\u{41}")
      }
    }
  }

  @Test("What initialize was given reaches the service, from a descriptor too")
  func served() throws {
    let pipe = try pipe(Array("secret\n".utf8))
    let console = ServedConsole(ScriptedService())
    let source = TokenSource.descriptor(Int(pipe.fileHandleForReading.fileDescriptor))
    try console.send(.initialize(ServedConsole.params(source)), id: 1)
    guard case .answer(_, let answer) = try console.next(),
      case .initialize(let manifest) = try answer.answer(to: .initialize)
    else {
      Issue.record("no manifest")
      return
    }
    #expect(manifest.desk == "secret")
    // The same descriptor has nothing any more.
    try console.send(.initialize(ServedConsole.params(source)), id: 2)
    #expect(try console.nextFault()?.1.code == -32_602)
  }
}
