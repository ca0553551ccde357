/// About how old a person is, as far as the backend or the agent knows.
package enum AgeBand: String, Sendable, Hashable, CaseIterable {
  /// Under eighteen.
  case minor
  /// Eighteen to about thirty.
  case young
  /// About thirty to about fifty-five.
  case adult
  /// Older.
  case older

  /// The band of an age in years; nil for what is no age.
  package init?(years: Int) {
    switch years {
    case 0..<18: self = .minor
    case 18..<30: self = .young
    case 30..<55: self = .adult
    case 55...130: self = .older
    default: return nil
    }
  }
}
