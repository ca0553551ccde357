package import DeskModel

/// Whom an entry can be for.
package struct AudienceAbilities: Sendable, Hashable {
  /// The audiences that it has; not empty.
  package var known: [Audience]
  /// Where the audience in an outcome comes from.
  package var echo: AudienceEchoSource
  /// Who would read what is sent without one.
  package var unsaid: DefaultAudience

  /// Makes it; what is not said is not there.
  package init(
    known: [Audience], echo: AudienceEchoSource, unsaid: DefaultAudience = .none
  ) {
    self.known = known
    self.echo = echo
    self.unsaid = unsaid
  }
}

extension AudienceAbilities: WireRecord {
  static var blank: AudienceAbilities { AudienceAbilities(known: [], echo: .route) }

  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure) {
    try coder.required("known", &known)
    try coder.required("echo", &echo)
    try coder.usual("unsaid", &unsaid, .none)
  }

  func check() throws(ProtocolError) {
    if known.isEmpty { throw .field(path: "known", expected: "at least one audience", found: "none") }
  }
}
