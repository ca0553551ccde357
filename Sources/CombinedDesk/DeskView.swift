package import DeskModel

/// A view of one desk alone, for consoles in which each desk is to have a queue of its own.
package struct DeskView: Sendable, Hashable {
  /// The view's name: the desk's title, from the config.
  package var name: String
  /// The filter as it would be typed.
  package var filterText: String
  /// What is shown: everybody's open conversations of the desk.
  package var query: QueueQuery

  /// The view of a desk; `title` is what it is called in the list of views.
  package init(desk name: String, title: String) {
    let filter = QueueFilter(desks: [DeskTerm(name)])
    self.name = title
    filterText = filter.text
    query = QueueQuery(.all, filter: filter)
  }
}
