package import DeskModel

/// A selection of conversations under a name of its own, from the config.
package struct SavedView: Sendable, Hashable {
  /// Its name; from outside.
  package var name: String
  /// The filter as it stands in the config.
  package var filterText: String
  /// What is shown.
  package var query: QueueQuery

  /// Makes a view.
  package init(name: String, filterText: String, query: QueueQuery) {
    self.name = name
    self.filterText = filterText
    self.query = query
  }

  /// The most views that are kept.
  package static let limit = 20
}
