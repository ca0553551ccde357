import AdapterProtocol
import DeskLink
import DeskModel

extension AdapterFault {
  /// What a desk says, in the protocol's words.
  init(_ error: DeskError) {
    switch error {
    case .unknownConversation(let id): self = .notFound(.conversation, id: id.rawValue)
    case .away(let reason), .cannotWrite(let reason): self = .away(reason: reason, retryAfterSeconds: nil)
    case .unsupported(let what): self = .unsupported(what: what)
    }
  }
}
