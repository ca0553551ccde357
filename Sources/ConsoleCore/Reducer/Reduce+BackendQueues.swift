import DeskLink
import DeskModel
import TextLayout
import Widgets

/// Queues and saved searches of backends, shown as views behind the console's own ones.
extension AppState {
  /// Shows a backend's queue whole, in the order that the person has chosen.
  mutating func show(backendQueue id: BackendQueueID) -> [Effect] {
    guard let wanted = backendQueues.first(where: { $0.id == id }) else { return [] }
    var effects = show(QueueQuery(.all, sort: queue.usualSort, queue: id), filterText: "")
    queue.backend = wanted
    if isAway(wanted) { effects += say(words("view.away.shown", SafeText(line: wanted.desk))) }
    return effects
  }

  /// Takes which queues the backends offer now.
  mutating func take(queues told: [BackendQueue]) -> [Effect] {
    backendQueues = told
    followViews()
    guard let shown = queue.backend else { return [] }
    var now = shown
    now.reading = .gone
    now = told.first { $0.id == shown.id } ?? now
    queue.backend = now
    guard now.reading == .gone, shown.reading != .gone else { return [] }
    return say(words("view.gone", title(of: now), SafeText(line: now.desk)))
  }

  /// Whether the desk of a queue is away.
  func isAway(_ queue: BackendQueue) -> Bool {
    desks.away.contains { $0.name == queue.desk }
  }

  /// What a queue is called: by its backend, its desk before it where there are several.
  func title(of queue: BackendQueue) -> SafeText {
    let isNamed = queue.name.contains { !$0.isWhitespace }
    let name = SafeText(line: isNamed ? queue.name : queue.id.rawValue)
    return desks.statuses.count > 1 ? words("view.ofDesk", SafeText(line: queue.desk), name) : name
  }

  /// How many conversations a queue has, and whether its desk is away.
  private func detail(of queue: BackendQueue) -> SafeText {
    let size =
      switch queue.size {
      case .exact(let count): SafeText(String(count))
      case .atLeast(let count): words("view.size.atLeast", SafeText(String(count)))
      case .about(let count): words("view.size.about", SafeText(String(count)))
      case nil: SafeText.empty
      }
    guard isAway(queue) else { return size }
    return size.isEmpty ? words("view.away") : words("view.size.away", size)
  }

  // MARK: Choosing

  /// Offers all views; the backends are asked to count theirs meanwhile.
  mutating func askView() -> [Effect] {
    let effects = show(PickerPopup(titleKey: Self.viewPicker, items: viewItems()))
    return backendQueues.isEmpty ? effects : effects + [.ask(.countQueues)]
  }

  private static let viewPicker = "picker.view"

  private func viewItems() -> [PopupItem] {
    func item(_ title: SafeText, _ count: Int?, _ choice: PopupChoice) -> PopupItem {
      PopupItem(title: title, detail: count.map { SafeText(String($0)) } ?? .empty, choice: choice)
    }
    let standing = QueueView.allCases.map { item(words("view.\($0.rawValue)"), queue.counts[$0], .view($0)) }
    let saved = settings.views.enumerated().map { place, view in
      item(SafeText(line: view.name), queue.viewCounts[view.query], .savedView(place))
    }
    return standing + saved
      + backendQueues.map {
        PopupItem(title: title(of: $0), detail: detail(of: $0), choice: .backendQueue($0.id))
      }
  }

  /// Brings an open list of views up to date; the selection stays on its view.
  mutating func followViews() {
    guard case .picker(var picker)? = popup, picker.titleKey == Self.viewPicker else { return }
    let chosen = picker.chosen?.choice
    picker.items = viewItems()
    narrow(&picker)
    if let place = picker.matches.firstIndex(where: { picker.items[$0].choice == chosen }) {
      picker.cursor.resize(count: picker.matches.count, height: picker.cursor.height, selecting: place)
    }
    popup = .picker(picker)
  }
}
