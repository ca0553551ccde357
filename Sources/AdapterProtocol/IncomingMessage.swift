import JSONText

/// Why a line was refused, and which call it belongs to as far as that could be read.
package struct RefusedLine: Error, Sendable, Hashable {
  /// The call.
  package let id: RequestID?
  /// Why.
  package let error: ProtocolError
}

/// The result of a call, unread: only who has called knows what it must be.
package struct UnreadAnswer: Sendable {
  let slot: WireSlot
  /// What is left of the backend's budget; nil where that is unknown.
  package let budget: BudgetLeft?

  /// Reads it as the answer to a call.
  ///
  /// - Complexity: O(bytes).
  package func answer(to method: AdapterMethod) throws(ProtocolError) -> AdapterAnswer {
    do { return try AdapterAnswer(method, result: slot) } catch { throw error.inside("result") }
  }
}

/// A line that was read as far as one can without knowing which calls are open.
package enum IncomingMessage: Sendable {
  /// A call.
  case call(RequestID, AdapterCall)
  /// A call is not needed any more.
  case cancel(RequestID)
  /// Something told that this version does not know: to be read over.
  case unknownNotification(String)
  /// An answer.
  case answer(RequestID, UnreadAnswer)
  /// No answer.
  case fault(RequestID?, AdapterFault)

  static let cancelName = "cancel"

  /// Reads a line without its line end.
  ///
  /// Unknown fields are read over. A key that stands twice in an object is an error; in objects of the
  /// interchange format, if it is one that is known.
  /// - Throws: `RefusedLine`; its error's `fault` is what an adapter answers.
  /// - Complexity: O(bytes).
  package init(line: [UInt8]) throws(RefusedLine) {
    let object: WireObject
    do { object = try Self.object(line) } catch { throw RefusedLine(id: nil, error: error) }
    var id: RequestID?
    do throws(ProtocolError) {
      let hasMethod = object["method"] != nil
      // The id first, so that whatever else is wrong can be answered.
      id = try object.optional("id", as: RequestID.self)
      guard try object.required("jsonrpc", as: String.self) == "2.0" else {
        throw ProtocolError.field(path: "jsonrpc", expected: "\"2.0\"", found: "another version")
      }
      if hasMethod, object["id"] != nil, id == nil {
        throw ProtocolError.field(path: "id", expected: RequestID.phrase, found: "null")
      }
      self = try hasMethod ? Self.asking(object, id: id) : Self.answering(object, id: id)
    } catch { throw RefusedLine(id: id, error: error) }
  }

  private static func object(_ line: [UInt8]) throws(ProtocolError) -> WireObject {
    guard line.count <= ProtocolLimits.lineBytes else { throw .tooLong(limit: ProtocolLimits.lineBytes) }
    guard JSONBytes.isValidUTF8(line, range: 0..<line.count) else { throw .encoding }
    var reader = JSONReader(line)
    let slot: WireSlot
    do {
      slot = WireSlot(bytes: line, range: try reader.skip())
      try reader.finish()
    } catch { throw .syntax(error) }
    guard try slot.kind() == .object else {
      throw .field(path: "", expected: "one message, an object", found: try slot.kind().phrase)
    }
    return try WireObject(slot)
  }

  private static func asking(
    _ object: WireObject, id: RequestID?
  ) throws(ProtocolError) -> IncomingMessage {
    let name: String = try object.required("method")
    let params = object["params"] ?? WireSlot(bytes: RawJSON.emptyObject.bytes, range: 0..<2)
    do throws(ProtocolError) {
      guard let id else {
        guard name == cancelName else { return .unknownNotification(name) }
        return .cancel(try WireObject(params).required("id"))
      }
      guard let method = AdapterMethod(rawValue: name) else { throw ProtocolError.unknownMethod(name) }
      return .call(id, try AdapterCall(method, params: params))
    } catch { throw error.inside("params") }
  }

  private static func answering(
    _ object: WireObject, id: RequestID?
  ) throws(ProtocolError) -> IncomingMessage {
    switch (object["result"], object["error"]) {
    case (let result?, nil):
      guard let id else { throw .field(path: "id", expected: RequestID.phrase, found: "nothing") }
      let budget = try object.optional("budget", as: BudgetLeft.self)
      return .answer(id, UnreadAnswer(slot: result, budget: budget))
    case (nil, _?):
      guard object["id"] != nil else {
        throw .field(path: "id", expected: RequestID.phrase + " or null", found: "nothing")
      }
      return .fault(id, try object.required("error"))
    case (nil, nil): throw .field(path: "", expected: "a method, a result or an error", found: "none of them")
    case (_?, _?): throw .field(path: "", expected: "a result or an error", found: "both")
    }
  }
}
