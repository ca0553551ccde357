/// What kind of value a fact has.
package enum FactType: String, Sendable, Hashable, CaseIterable {
  case text, date, money, number, link
}

/// A fact that an answer needs, as its `about.md` lists it.
package struct Fact: Sendable, Hashable {
  /// Its name: `order.number`.
  package var name: String
  /// The kind of its value.
  package var type: FactType
  /// Whether the answer can do without it.
  package var isOptional: Bool
  /// What it is, in words.
  package var note: String
  /// Its line in the file, from 1.
  package var line: Int

  /// Makes a fact.
  package init(
    name: String, type: FactType = .text, isOptional: Bool = false, note: String = "", line: Int = 0
  ) {
    self.name = name
    self.type = type
    self.isOptional = isOptional
    self.note = note
    self.line = line
  }
}
