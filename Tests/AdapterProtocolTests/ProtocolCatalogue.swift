import AdapterProtocol
import JSONText
import TestSupport

/// The catalogue that specifies the protocol.
enum ProtocolCatalogue {
  static let folder = "Sources/AdapterProtocol/AdapterProtocol.docc"
  static let schema = folder + "/protocol.schema.json"
  static let example = folder + "/example_adapter.py"
  static let pages = [
    "AdapterProtocol", "Methods", "Objects", "Manifest", "Outcomes", "Security", "Oddities", "WorkedExample",
    "Conformance",
  ]

  static func validator() throws -> SchemaValidator { try SchemaValidator(try Checkout.bytes(schema)) }
}

extension SchemaValidator {
  /// What is wrong with a message, whose result is looked at as the answer to `method`.
  func problems(inMessage line: [UInt8], answering method: AdapterMethod? = nil) throws -> [String] {
    let message = try JSONDocument(line).root
    let own = problems(in: message)
    guard let method, let result = message["result"] else { return own }
    return own + problems(in: result, as: method.rawValue + ".result")
  }
}

extension AdapterMessage {
  /// The method whose answer this is.
  var answered: AdapterMethod? {
    guard case .answer(_, let answer, _) = self else { return nil }
    return answer.method
  }

  /// Reads a line back, an answer as the answer to `method`.
  init(line: [UInt8], answering method: AdapterMethod?) throws {
    switch try IncomingMessage(line: line) {
    case .call(let id, let call): self = .call(id, call)
    case .cancel(let id): self = .cancel(id)
    case .fault(let id, let fault): self = .fault(id, fault)
    case .answer(let id, let unread):
      guard let method else { throw NoMethod() }
      self = .answer(id, try unread.answer(to: method), unread.budget)
    case .unknownNotification: throw NoMethod()
    }
  }

  struct NoMethod: Error {}
}
