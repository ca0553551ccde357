/// What is fed with hostile bytes, and what must hold whatever the bytes are.
///
/// Each target has a folder of seeds of its name in `Tests/Fuzzing`.
enum FuzzTarget: String, CaseIterable, Sendable {
  case safeText = "safe-text"
  case keyDecoder = "key-decoder"
  case interchange, config, journal, script, json, draft, filter, adapter

  /// The first thing that does not hold for an input, in words; nil when all is well.
  func firstViolation(_ input: [UInt8]) -> String? {
    switch self {
    case .safeText: SafeTextInvariants.firstViolation(input)
    case .keyDecoder: KeyDecoderInvariants.firstViolation(input)
    case .interchange: InterchangeInvariants.firstViolation(input)
    case .config: ConfigInvariants.firstViolation(input)
    case .journal: JournalInvariants.firstViolation(input)
    case .script: ScriptInvariants.firstViolation(input)
    case .json: JSONInvariants.firstViolation(input)
    case .draft: DraftInvariants.firstViolation(input)
    case .filter: FilterInvariants.firstViolation(input)
    case .adapter: AdapterInvariants.firstViolation(input)
    }
  }
}
