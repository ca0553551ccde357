import DeskModel
import Synchronization

extension EmbeddedDesk {
  /// Seconds by which the policy puts a customer with priority ahead in the order of the queue now.
  package var vipAhead: Int64 { state.withLock { $0.policy.policy.vipAhead } }
}
