package import ReplyTemplates
package import Widgets

/// A guided script beside a hard conversation: first the list of them, then one, step by step.
package struct GuidePopup: Sendable, Hashable {
  /// The scripts in the agent's or the customer's language.
  package var scripts: [GuidedScript]
  /// The selected one of the list.
  package var cursor: ListCursor
  /// The script that is open, a place in `scripts`; nil while the list is shown.
  package var open: Int?
  /// Whether the open script was open before the key that is being taken.
  var wasOpen = false
  /// The selected item of the open script, counted over all steps from 0.
  package var item = 0

  /// Shows the list.
  package init(_ scripts: [GuidedScript]) {
    self.scripts = scripts
    cursor = ListCursor(count: scripts.count, height: 12)
  }

  /// The script that is open.
  package var script: GuidedScript? { open.flatMap { scripts.indices.contains($0) ? scripts[$0] : nil } }

  /// The items of the open script, in order.
  package var items: [GuidedScript.Item] { script?.steps.flatMap(\.items) ?? [] }

  /// The selected item.
  package var selected: GuidedScript.Item? { items.indices.contains(item) ? items[item] : nil }
}

/// How far an agent has come with a script in a conversation.
package struct GuideProgress: Sendable, Hashable {
  /// The script's name.
  package var script: String
  /// The item that comes next.
  package var item: Int
}
