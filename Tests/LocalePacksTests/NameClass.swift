import DeskModel

/// Names of one class: the ending that they have, and the one that their vocatives have in its place.
struct NameClass: Sendable {
  let gender: Gender
  let nominative: String
  let vocative: String
  let list: String

  init(_ gender: Gender, _ nominative: String, _ vocative: String, _ list: String) {
    self.gender = gender
    self.nominative = nominative
    self.vocative = vocative
    self.list = list
  }

  /// The names with their vocatives; `Яків/Якове` in the list is a pair of its own.
  ///
  /// A name without the ending of its class gets an empty vocative, which no rule gives.
  var names: [(name: String, vocative: String)] {
    list.split(whereSeparator: \.isWhitespace).map { entry in
      let pair = entry.split(separator: "/").map(String.init)
      if pair.count == 2 { return (pair[0], pair[1]) }
      guard entry.hasSuffix(nominative) else { return (String(entry), "") }
      return (String(entry), entry.dropLast(nominative.count) + vocative)
    }
  }
}
