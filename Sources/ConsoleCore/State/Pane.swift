/// A part of the screen that can have the focus.
package enum Pane: String, Sendable, Hashable, CaseIterable {
  case queue, conversation, thread, customer, composer
}
