import JSONText

/// A message of the protocol.
package enum AdapterMessage: Sendable, Hashable {
  /// A call.
  case call(RequestID, AdapterCall)
  /// The call is not needed any more; it is answered all the same.
  case cancel(RequestID)
  /// An answer, and what is left of the backend's budget where that is known.
  case answer(RequestID, AdapterAnswer, BudgetLeft? = nil)
  /// No answer; without an id when the call could not be read so far.
  case fault(RequestID?, AdapterFault)

  /// The message as a line, without the line end.
  ///
  /// It holds no line end and no control character.
  /// - Throws: `ProtocolError.tooLong`; a page has to be cut then.
  /// - Complexity: O(bytes).
  package func line() throws(ProtocolError) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("jsonrpc", "2.0")
    switch self {
    case .call(let id, let call):
      writer.member("id", value: id)
      writer.member("method", call.method.rawValue)
      writer.member("params", value: call.params)
    case .cancel(let id):
      writer.member("method", IncomingMessage.cancelName)
      writer.key("params")
      writer.beginObject()
      writer.member("id", value: id)
      writer.endObject()
    case .answer(let id, let answer, let budget):
      writer.member("id", value: id)
      writer.member("result", value: answer.result)
      if let budget { writer.member("budget", value: budget) }
    case .fault(let id, let fault):
      writer.key("id")
      if let id { id.write(to: &writer) } else { writer.null() }
      writer.member("error", value: fault)
    }
    writer.endObject()
    guard writer.bytes.count <= ProtocolLimits.lineBytes else {
      throw .tooLong(limit: ProtocolLimits.lineBytes)
    }
    return writer.bytes
  }
}
