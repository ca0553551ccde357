import AdapterProtocol
import Testing

@Suite("Beginning")
struct InitializeTests {
  @Test(
    "The version is the first that both know",
    arguments: [([1], [1], 1), ([3, 2, 1], [1, 2], 2), ([2], [1], nil), ([1, 2], [2], 2)]
      as [([Int], [Int], Int?)])
  func version(_ offered: [Int], _ known: [Int], _ agreed: Int?) {
    let params = InitializeParams(versions: offered, client: ProgramName(name: "c", version: "1"))
    #expect(params.agreedVersion(known: known) == agreed)
  }

  @Test("A token goes over the wire and nowhere else")
  func secrecy() throws {
    let params = InitializeParams(
      client: ProgramName(name: "c", version: "1"), token: .inline(Secret("hunter2")))
    let message = AdapterMessage.call(.number(1), .initialize(params))
    var dumped = ""
    dump(message, to: &dumped)
    #expect(!dumped.contains("hunter2"))
    #expect(!"\(message) \(String(reflecting: message))".contains("hunter2"))
    #expect(
      String(decoding: try message.line(), as: UTF8.self).contains(
        #""token":{"from":"inline","value":"hunter2"}"#))
  }

  @Test("A manifest without what every adapter answers is refused")
  func manifest() throws {
    var generator = MessageGenerator(seed: 3, fullness: 0)
    var manifest = generator.manifest()
    for method in AdapterMethod.indispensable {
      manifest.methods = AdapterMethod.allCases.filter { $0 != method }
      let line = try AdapterMessage.answer(.number(1), .initialize(manifest)).line()
      let error = #expect(throws: ProtocolError.self) {
        try AdapterMessage(line: line, answering: .initialize)
      }
      #expect(
        error?.description == "result.methods: expected \(method.rawValue) among them, found it missing")
      #expect(try !ProtocolCatalogue.validator().problems(inMessage: line, answering: .initialize).isEmpty)
    }
    manifest.methods = AdapterMethod.indispensable
    manifest.write.idempotency = .readBack
    let line = try AdapterMessage.answer(.number(1), .initialize(manifest)).line()
    let error = #expect(throws: ProtocolError.self) { try AdapterMessage(line: line, answering: .initialize) }
    #expect(
      error?.description == "result.methods: expected reconcile, which readBack needs, found it missing")
  }
}
