/// What a storm has found.
package struct StormReport: Sendable {
  /// Rounds gone through.
  package var rounds = 0
  /// Processes killed, by what they were: `console` or `import`.
  package var kills: [String: Int] = [:]
  /// Words typed.
  package var typed = 0
  /// Words that the journal holds.
  package var sent = 0
  /// Age in microseconds, since the screen had shown it, of each word that died with its console.
  package var lostAges: [Int64] = []
  /// Conversations read back by `sapa export`, over all rounds.
  package var exported = 0
  /// What must not be.
  package var violations: [String] = []

  /// All kills.
  package var killCount: Int { kills.values.reduce(0, +) }

  /// The report for a person.
  package var text: String {
    let ages = lostAges.sorted()
    let oldest = ages.last.map { "\($0 / 1_000) ms" } ?? "none"
    let median = ages.isEmpty ? "none" : "\(ages[ages.count / 2] / 1_000) ms"
    let byKind = kills.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
    return """
      rounds \(rounds), kills \(killCount) (\(byKind))
      words typed \(typed), in the journal \(sent)
      words not yet on disk at a kill \(ages.count); time on the screen: median \(median), longest \(oldest)
      conversations read whole \(exported)
      violations \(violations.count)

      """ + violations.prefix(50).map { "  \($0)\n" }.joined()
  }
}
