import CombinedDesk
import ConsoleCore
import ConsoleRuntime
import DeskModel
import Dispatch
import LocalDesk
import SystemCalls

/// What is held of customers' secrets on the console's desks; off the loop's thread.
final class SecretKeeper: Sendable {
  private let parts: [(scope: DeskScope?, desk: EmbeddedDesk)]
  private let queue = DispatchQueue(label: "sapa.secrets")

  /// Desks with their names among several; nil for one by itself.
  init(_ desks: [(name: String?, desk: EmbeddedDesk)], me: Agent) {
    parts = desks.map { (scope: $0.name.map { DeskScope($0, me: me) }, desk: $0.desk) }
  }

  /// What the console asks for.
  var ports: SecretPorts {
    SecretPorts(
      look: { [self] id, done in queue.async { done(self.look(id)) } },
      reveal: { [self] mark, reason, done in queue.async { done(self.reveal(mark, reason)) } })
  }

  /// Takes away what has expired, each minute from now on, as long as somebody keeps this.
  func purgeEachMinute() {
    queue.asyncAfter(deadline: .now() + .seconds(60)) { [weak self] in
      guard let self else { return }
      for part in parts { part.desk.purgeSecretsSoon() }
      purgeEachMinute()
    }
  }

  private func look(_ id: ConversationID) -> [HeldSecretMark] {
    guard let (part, own) = part(of: id) else { return [] }
    return part.desk.heldSecrets(of: own).map { mark in
      var mark = mark
      mark.conversation = id
      return mark
    }
  }

  private func reveal(_ mark: HeldSecretMark, _ reason: String) -> Result<String?, ToolFailure> {
    guard let (part, own) = part(of: mark.conversation) else { return .success(nil) }
    var inner = mark
    inner.conversation = own
    do throws(SystemError) { return .success(try part.desk.reveal(inner, reason: reason)) } catch {
      return .failure(.file(path: error.path, reason: error.reason))
    }
  }

  private func part(of id: ConversationID) -> (
    part: (scope: DeskScope?, desk: EmbeddedDesk), own: ConversationID
  )? {
    for part in parts {
      guard let scope = part.scope else { return (part, id) }
      if let own = scope.arriving(id) { return (part, own) }
    }
    return nil
  }
}
