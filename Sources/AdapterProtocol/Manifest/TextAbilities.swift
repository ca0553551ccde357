/// What a length counts.
package enum LengthUnit: String, Sendable, Hashable, CaseIterable {
  case bytes
  /// Unicode scalars.
  case characters
}

/// What an entry's text can be.
package struct TextAbilities: Sendable, Hashable {
  /// The formats that the backend keeps; the console sends plain text whatever they are.
  package var formats: [TextFormat]
  /// The longest text; nil: no limit is known.
  package var maximum: Int?
  /// What `maximum` counts.
  package var unit: LengthUnit

  /// Makes it; what is not said is not there.
  package init(
    formats: [TextFormat], maximum: Int? = nil, unit: LengthUnit = .characters
  ) {
    self.formats = formats
    self.maximum = maximum
    self.unit = unit
  }
}

extension LengthUnit: WireWord {}

extension TextAbilities: WireRecord {
  static var blank: TextAbilities { TextAbilities(formats: []) }

  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure) {
    try coder.required("formats", &formats)
    try coder.optional("maximum", &maximum)
    try coder.usual("unit", &unit, .characters)
  }
}
