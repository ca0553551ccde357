import ConsoleCore
import DeskModel
import JSONText

extension SavedView {
  /// Reads one view of the config; what is wrong is told with the number of the view, its name and the field.
  init(_ value: JSONValue, after earlier: [SavedView], _ path: String) throws(ConfigError) {
    let number = earlier.count + 1
    var place = "views, number \(number)"
    func bad(_ field: String, _ expected: String) -> ConfigError {
      .badValue(path: path, key: place + (field.isEmpty ? "" : ", " + field), expected: expected)
    }
    guard let members = value.members else { throw bad("", "an object: { name: \"…\", filter: \"…\" }") }
    guard let name = value["name"]?.string, name.contains(where: { !$0.isWhitespace }) else {
      throw bad("name", "a name in quotes")
    }
    place += " (\(name))"
    if let member = members.first(where: { !["name", "filter", "view", "sort"].contains($0.key) }) {
      throw bad("", "an object of name, filter, view and sort, without “\(member.key)”")
    }
    if earlier.contains(where: { $0.name == name }) { throw bad("name", "one that no other view has") }
    guard let text = value["filter"]?.string else {
      throw bad("filter", "a filter in quotes: \"tag:billing lang:id\"")
    }
    let filter: QueueFilter
    do throws(QueueFilterError) { filter = try QueueFilter(parsing: text) } catch {
      throw bad("filter", "a filter; at byte \(error.offset + 1) there may be \(error.expected)")
    }
    guard !filter.isEmpty else { throw bad("filter", "a filter: \"tag:billing lang:id\"") }
    let view = try Self.choice(value["view"], QueueView.all) { bad("view", $0) }
    let sort = try Self.choice(value["sort"], QueueSort.burning) { bad("sort", $0) }
    let query = QueueQuery(view, filter: filter, sort: sort)
    if let twin = earlier.first(where: { $0.query == query }) {
      throw bad("filter", "another than that of “\(twin.name)”, which shows the same")
    }
    self.init(name: name, filterText: text, query: query)
  }

  /// One of the names that a type has; `usual` where there is nothing.
  private static func choice<Choice: RawRepresentable & CaseIterable>(
    _ value: JSONValue?, _ usual: Choice, _ bad: (String) -> ConfigError
  ) throws(ConfigError) -> Choice where Choice.RawValue == String {
    guard let value else { return usual }
    guard let choice = value.string.flatMap({ Choice(rawValue: $0) }) else {
      throw bad("one of " + Choice.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", "))
    }
    return choice
  }
}
