package import Widgets

/// A path that is being typed, with what is in its folder.
///
/// The text is from the person's keyboard; names of files are from outside.
package struct PathPrompt: Sendable, Hashable {
  /// What was typed so far.
  package private(set) var text: String
  /// What is in the folder; nil until that is known.
  package private(set) var items: [FolderItem]?
  /// The selected match.
  package var cursor = ListCursor()

  /// Makes a prompt.
  package init(text: String = "") {
    self.text = text
    cursor.resize(count: 0, height: Self.rows)
  }

  /// The most matches that are shown at once.
  package static let rows = 10

  /// The folder in the text, with its last slash; empty for the one that the program was started in.
  package var folder: String {
    guard let slash = text.lastIndex(of: "/") else { return "" }
    return String(text[...slash])
  }

  /// What stands behind the last slash.
  private var part: String {
    guard let slash = text.lastIndex(of: "/") else { return text }
    return String(text[text.index(after: slash)...])
  }

  /// What begins as the text does, folders first; hidden files only when they are asked for by their dot.
  ///
  /// - Complexity: O(items).
  package var matches: [FolderItem] {
    let wanted = part.lowercased()
    return (items ?? []).filter { item in
      item.name.lowercased().hasPrefix(wanted) && (!item.name.hasPrefix(".") || wanted.hasPrefix("."))
    }
  }

  mutating func setText(_ new: String) {
    let before = folder
    text = new
    if folder != before { items = nil }
    refit()
  }

  mutating func take(_ found: [FolderItem]) {
    items = found.filter(\.isFolder) + found.filter { !$0.isFolder }
    refit()
  }

  private mutating func refit() { cursor = ListCursor(count: matches.count, height: Self.rows) }

  mutating func deleteBackward() {
    if !text.isEmpty { setText(String(text.dropLast())) }
  }

  /// Deletes the last part of the path.
  mutating func deletePart() {
    let trimmed = text.hasSuffix("/") ? text.dropLast() : text[...]
    setText(trimmed.lastIndex(of: "/").map { String(trimmed[...$0]) } ?? "")
  }

  /// Goes as far as all matches agree, or to the selected one.
  mutating func complete() {
    guard let selected = cursor.selected else { return }
    let matches = matches
    var common = matches[0].name
    for item in matches.dropFirst() { common = common.commonPrefix(with: item.name) }
    if matches.count > 1, common.count > part.count {
      setText(folder + common)
    } else {
      choose(matches[selected])
    }
  }

  private mutating func choose(_ item: FolderItem) {
    setText(folder + item.name + (item.isFolder ? "/" : ""))
  }

  /// Takes the selected match: a folder is entered.
  ///
  /// - Returns: the path of a file that was chosen, or what was typed where nothing matches; nil when there is none yet.
  mutating func enter() -> String? {
    guard let selected = cursor.selected else { return part.isEmpty ? nil : text }
    let item = matches[selected]
    choose(item)
    return item.isFolder ? nil : text
  }
}

extension String {
  /// What both begin with, letters compared as they are.
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}
