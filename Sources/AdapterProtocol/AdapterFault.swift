import DeskLink
package import DeskModel
import JSONText

/// What kind of thing was not found.
package enum ObjectKind: String, Sendable, Hashable, CaseIterable {
  case conversation, entry, contact, queue, template, attachment, upload
}

/// Why a call was not answered.
package enum AdapterFault: Error, Sendable, Hashable {
  /// The line is no JSON; answered without an id.
  case unreadable(reason: String)
  /// The line is JSON but no message.
  case invalidRequest(reason: String)
  /// No such call, or this adapter does not answer it.
  case unknownMethod(String)
  /// A parameter is not what it must be; the path begins within `params`.
  case invalidParams(path: String, expected: String, found: String)
  /// The adapter has failed.
  case internalFailure(reason: String)
  /// None of the offered versions is known; these are.
  case unsupportedVersion(known: [Int])
  /// Another call came before `initialize`.
  case notInitialized
  /// The backend does not take the token, or no more: the person has to do something.
  case unauthorized(reason: String)
  /// The backend cannot be reached now.
  case away(reason: String, retryAfterSeconds: Int?)
  /// Too many requests: not again before so many seconds have passed.
  case busy(retryAfterSeconds: Int)
  /// There is no such thing, or we may not see it.
  case notFound(ObjectKind, id: String)
  /// The conversation is a part of another one now.
  case moved(to: ConversationID)
  /// We may not.
  case denied(reason: String)
  /// The backend cannot do this.
  case unsupported(what: String)
  /// The cursor is too old or not ours: begin without one.
  case cursorExpired
  /// The call was cancelled before anything was done.
  case cancelled
  /// A line would be, or was, longer than `limit` bytes.
  case tooLarge(limit: Int)
  /// A code that this version does not know.
  case other(code: Int, reason: String)

  /// The code on the wire: JSON-RPC's own, and ours from -32001 down.
  package var code: Int {
    switch self {
    case .unreadable: -32_700
    case .invalidRequest: -32_600
    case .unknownMethod: -32_601
    case .invalidParams: -32_602
    case .internalFailure: -32_603
    case .unsupportedVersion: -32_001
    case .notInitialized: -32_002
    case .unauthorized: -32_003
    case .away: -32_004
    case .busy: -32_005
    case .notFound: -32_006
    case .moved: -32_007
    case .denied: -32_008
    case .unsupported: -32_009
    case .cursorExpired: -32_010
    case .cancelled: -32_011
    case .tooLarge: -32_012
    case .other(let code, _): code
    }
  }

  /// Whether it is an assurance that nothing was done.
  ///
  /// False for what may come from the midst of an act: as the answer to `apply` it means that nobody knows.
  package var saysNothingWasDone: Bool {
    switch self {
    case .internalFailure, .other: false
    case .unreadable, .invalidRequest, .unknownMethod, .invalidParams, .unsupportedVersion, .notInitialized,
      .unauthorized, .away, .busy, .notFound, .moved, .denied, .unsupported, .cursorExpired, .cancelled,
      .tooLarge:
      true
    }
  }

  /// One sentence; it may hold text from outside.
  package var message: String {
    switch self {
    case .unreadable(let reason), .invalidRequest(let reason), .internalFailure(let reason),
      .unauthorized(let reason), .away(let reason, _), .denied(let reason), .other(_, let reason):
      reason
    case .unknownMethod(let name): "the call \(name) is not known"
    case .invalidParams("", let expected, let found): "expected \(expected), found \(found)"
    case .invalidParams(let path, let expected, let found): "\(path): expected \(expected), found \(found)"
    case .unsupportedVersion(let known):
      "none of the offered versions is known; known: \(known.map { String($0) }.joined(separator: ", "))"
    case .notInitialized: "initialize must come first"
    case .busy(let seconds): "too many requests; again in \(seconds) s"
    case .notFound(let kind, let id): "no \(kind.rawValue) has the id \(id)"
    case .moved(let target): "the conversation is a part of \(target.rawValue) now"
    case .unsupported(let what): "the backend cannot do this: \(what)"
    case .cursorExpired: "the cursor is not good any more; begin without one"
    case .cancelled: "the call was cancelled and nothing was done"
    case .tooLarge(let limit): "a line may have \(limit) bytes"
    }
  }
}

extension ObjectKind: WireWord {}

extension AdapterFault: WireValue {
  init(reading slot: WireSlot) throws(ProtocolError) {
    let object = try WireObject(slot)
    let code = try Self.code(object)
    let message: String = try object.required("message")
    do throws(ProtocolError) {
      self = try Self.fault(code: code, message: message, data: object["data"])
    } catch { throw error.inside("data") }
  }

  private static func code(_ object: WireObject) throws(ProtocolError) -> Int {
    let expected = "a whole number"
    guard let slot = object["code"] else {
      throw .field(path: "code", expected: expected, found: "nothing")
    }
    do throws(ProtocolError) {
      let number = try slot.read(.number, as: expected) { reader throws(JSONError) in try reader.number() }
      guard let code = number.int else {
        throw ProtocolError.field(path: "", expected: expected, found: InterchangeReader.quote(number.text))
      }
      return code
    } catch { throw error.inside("code") }
  }

  private static func fault(
    code: Int, message: String, data slot: WireSlot?
  ) throws(ProtocolError) -> AdapterFault {
    let kind = try slot?.kind() ?? .null
    let isAbsent = kind == .null
    switch code {
    case -32_700: return .unreadable(reason: message)
    case -32_600: return .invalidRequest(reason: message)
    case -32_603: return .internalFailure(reason: message)
    case -32_002: return .notInitialized
    case -32_003: return .unauthorized(reason: message)
    case -32_008: return .denied(reason: message)
    case -32_010: return .cursorExpired
    case -32_011: return .cancelled
    case -32_004 where isAbsent: return .away(reason: message, retryAfterSeconds: nil)
    case -32_601, -32_602, -32_001, -32_004, -32_005, -32_006, -32_007, -32_009, -32_012: break
    // What somebody else's code has beside it is nobody's business here.
    default: return .other(code: code, reason: message)
    }
    guard let slot, !isAbsent else { throw .field(path: "", expected: "an object", found: "nothing") }
    let data = try WireObject(slot)
    switch code {
    case -32_004:
      return .away(reason: message, retryAfterSeconds: try data.optional("retryAfterSeconds", as: Int.self))
    case -32_601: return .unknownMethod(try data.required("method"))
    case -32_602:
      return .invalidParams(
        path: try data.required("path"), expected: try data.required("expected"),
        found: try data.required("found"))
    case -32_001: return .unsupportedVersion(known: try data.required("known"))
    case -32_005: return .busy(retryAfterSeconds: try data.required("retryAfterSeconds"))
    case -32_006: return .notFound(try data.required("kind"), id: try data.required("id"))
    case -32_007: return .moved(to: try data.required("to"))
    case -32_009: return .unsupported(what: try data.required("what"))
    default: return .tooLarge(limit: try data.required("limit"))
    }
  }

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("code")
    writer.int(code)
    writer.member("message", message)
    writeData(to: &writer)
    writer.endObject()
  }

  private func writeData(to writer: inout JSONWriter) {
    func data(_ body: (inout JSONWriter) -> Void) {
      writer.key("data")
      writer.beginObject()
      body(&writer)
      writer.endObject()
    }
    switch self {
    case .unknownMethod(let name): data { $0.member("method", name) }
    case .invalidParams(let path, let expected, let found):
      data {
        $0.member("path", path)
        $0.member("expected", expected)
        $0.member("found", found)
      }
    case .unsupportedVersion(let known): data { $0.member("known", value: known) }
    case .away(_, let seconds?): data { $0.member("retryAfterSeconds", value: seconds) }
    case .busy(let seconds): data { $0.member("retryAfterSeconds", value: seconds) }
    case .notFound(let kind, let id):
      data {
        $0.member("kind", value: kind)
        $0.member("id", id)
      }
    case .moved(let target): data { $0.member("to", value: target) }
    case .unsupported(let what): data { $0.member("what", what) }
    case .tooLarge(let limit): data { $0.member("limit", value: limit) }
    case .unreadable, .invalidRequest, .internalFailure, .notInitialized, .unauthorized, .denied,
      .cursorExpired, .cancelled, .other, .away(_, nil):
      break
    }
  }
}
