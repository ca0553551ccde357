import AdapterProtocol
import Testing

@Suite("Faults")
struct AdapterFaultTests {
  @Test("Codes are those of the specification and differ from each other")
  func codes() {
    var generator = MessageGenerator(seed: 1, fullness: 100)
    let faults = generator.faults()
    #expect(Set(faults.map { $0.code }).count == faults.count)
    #expect(
      faults.dropLast().map { $0.code } == [
        -32_700, -32_600, -32_601, -32_602, -32_603, -32_001, -32_002, -32_003, -32_004, -32_005, -32_006,
        -32_007,
        -32_008, -32_009, -32_010, -32_011, -32_012,
      ])
  }

  @Test("An adapter that has failed, or says what nobody knows, gives no assurance")
  func assurance() {
    var generator = MessageGenerator(seed: 1, fullness: 100)
    let doubtful = generator.faults().filter { !$0.saysNothingWasDone }.map { $0.code }
    #expect(doubtful.count == 2)
    #expect(doubtful.first == -32_603)
    #expect(doubtful.last.map { $0 < -32_768 } == true)
  }

  @Test(
    "What cannot be read is answered with its reason",
    arguments: [
      (ProtocolError.encoding, AdapterFault.unreadable(reason: "the line is not UTF-8")),
      (
        .field(path: "params.limit", expected: "1 to 1000", found: "0"),
        .invalidParams(path: "limit", expected: "1 to 1000", found: "0")
      ),
      (
        .field(path: "params", expected: "an object", found: "null"),
        .invalidParams(path: "", expected: "an object", found: "null")
      ),
      (
        .field(path: "jsonrpc", expected: "a string", found: "nothing"),
        .invalidRequest(reason: "jsonrpc: expected a string, found nothing")
      ), (.unknownMethod("fly"), .unknownMethod("fly")), (.tooLong(limit: 9), .tooLarge(limit: 9)),
    ])
  func answers(_ error: ProtocolError, _ fault: AdapterFault) { #expect(error.fault == fault) }

  @Test("A code that is not known is kept, whatever stands beside it")
  func unknownCode() throws {
    for data in ["", #","data":7"#, #","data":{"x":1}"#] {
      let line = #"{"jsonrpc":"2.0","id":1,"error":{"code":-40000,"message":"m"\#(data)}}"#
      let message = try AdapterMessage(line: Array(line.utf8), answering: nil)
      #expect(message == .fault(.number(1), .other(code: -40_000, reason: "m")))
    }
  }
}
