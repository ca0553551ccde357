import AdapterProtocol
import DeskModel

/// What is said arrives: once, whole, by whom and for whom it was meant.
enum SayChecks {
  private static let place = SpecificationPlace(.methods, "apply")
  private static let audienceRules = SpecificationPlace(.security, "Audience")

  static let all = [
    ConformanceCheck(
      "say.arrives", "What is said for each known audience stands in the thread exactly once.", place,
      writes: true, arrives),
    ConformanceCheck(
      "say.audience", "It is stored for the audience for which it was meant.", audienceRules, writes: true,
      audience),
    ConformanceCheck(
      "say.echo", "The outcome tells for whom it was stored.", audienceRules, writes: true, echo),
    ConformanceCheck(
      "say.entry", "The outcome names the entry that was made.", SpecificationPlace(.outcomes, "Outcomes"),
      writes: true, entry),
    ConformanceCheck(
      "say.author", "The author is whom `write.authorship` says.", SpecificationPlace(.manifest, "write"),
      writes: true, author),
    ConformanceCheck(
      "say.text", "Every character arrives as it was typed.", SpecificationPlace(.manifest, "text"),
      writes: true, text),
    ConformanceCheck(
      "say.note", "A note comes back as a note, for internal eyes.", SpecificationPlace(.objects, "Steps"),
      writes: true, note),
    ConformanceCheck(
      "say.noteForCustomer", "A note that is not internal is refused.", SpecificationPlace(.objects, "Steps"),
      writes: true, noteForCustomer),
    ConformanceCheck(
      "say.unknownAudience",
      "An audience that the backend does not have is `invalid`; no neighbour is chosen.",
      audienceRules, writes: true, unknownAudience),
    ConformanceCheck(
      "say.noAudience", "Without an audience, or with a word that is none, nothing is said.", audienceRules,
      writes: true, noAudience),
    ConformanceCheck(
      "say.unknownConversation", "In a conversation that does not exist nothing is said.",
      SpecificationPlace(.outcomes, "Errors"), writes: true, unknownConversation),
  ]

  /// Says something for each audience, once in a run.
  private static func sayings(_ probe: Probe) throws(Finding) -> [(Said, String)] {
    var result: [(Said, String)] = []
    _ = try probe.writable()
    for audience in try probe.manifest().audiences.known {
      let marker = probe.makeMarker()
      result.append((try probe.say(probe.testText(marker), for: audience), marker))
    }
    return result
  }

  /// What came of it, where anything did.
  private static func stored(_ probe: Probe) throws(Finding) -> [(Said, EntryRecord)] {
    var result: [(Said, EntryRecord)] = []
    for (said, marker) in try sayings(probe) {
      if let record = try probe.entries(with: marker, in: said.intent.conversation).first {
        result.append((said, record))
      }
    }
    if result.isEmpty { throw .skipped("nothing that was said can be found: see say.arrives") }
    return result
  }

  private static func arrives(_ probe: Probe) throws(Finding) {
    for (said, marker) in try sayings(probe) { _ = try probe.onlyEntry(with: marker, of: said) }
  }

  private static func audience(_ probe: Probe) throws(Finding) {
    for (said, record) in try stored(probe) where record.entry.audience != said.saying.audience {
      throw said.exchange.failure(
        "the audience \(said.saying.audience.rawValue) in the thread; there it is \(record.entry.audience.rawValue)"
      )
    }
  }

  private static func echo(_ probe: Probe) throws(Finding) {
    for (said, _) in try sayings(probe) where said.facts.audience != said.saying.audience {
      throw said.exchange.failure("the audience \(said.saying.audience.rawValue) in the outcome")
    }
  }

  private static func entry(_ probe: Probe) throws(Finding) {
    for (said, record) in try stored(probe) where said.facts.entry != record.entry.id {
      throw said.exchange.failure("the entry \(record.entry.id.rawValue) in the outcome, which has the text")
    }
  }

  private static func author(_ probe: Probe) throws(Finding) {
    let manifest = try probe.manifest()
    for (said, record) in try stored(probe) {
      let author = record.entry.author
      guard author.kind == .agent || (author.kind == .bot && manifest.write.authorship == .fixed) else {
        throw said.exchange.failure("an agent as author; in the thread it is \(author.kind.rawValue)")
      }
      guard manifest.write.authorship == .fixed || author.id == manifest.me.id.rawValue else {
        throw said.exchange.failure(
          "the author \(manifest.me.id.rawValue); in the thread it is \(Shortened.text(author.id))")
      }
    }
  }

  /// Texts that backends are known to change.
  static func hardTexts(_ marker: String, maximum: Int) -> [(name: String, text: String)] {
    let long = (0..<400).map { "line \($0) of a long test" }.joined(separator: "\n")
    let texts = [
      ("emoji", "\(marker) 🙂👍🏽👨‍👩‍👧‍👦🇮🇩"), ("several lines", "\(marker) one\n\ntwo\n  three\n- four"),
      ("leading spaces", "    \(marker) indented"), ("right to left", "مرحبا \(marker) שלום, ok?"),
      ("combining marks", "\(marker) e\u{301}\u{323} Å \u{212B} ệ"),
      ("quotes and markup", "\(marker) \"a\" 'b' `c` <b>d</b> &amp; {{e}} \\n %s # *f*"),
      ("a link and a tab", "\(marker)\thttps://example.org/?a=1&b=%20#c"),
      ("a long text", "\(marker)\n\(long)"),
    ]
    return texts.map { (name: $0.0, text: $0.1) }.filter { $0.text.utf8.count <= maximum }
  }

  private static func text(_ probe: Probe) throws(Finding) {
    _ = try probe.writable()
    let (audience, maximum) = (try probe.quietAudience(), try probe.manifest().text.maximum ?? .max)
    let marker = probe.makeMarker()
    for (place, (name, text)) in hardTexts(marker, maximum: maximum).enumerated() {
      // A marker of its own, with the same length.
      let own = "\(marker)\(place)"
      let text = ByteSearch.replacing(marker, by: own, in: text)
      let said = try probe.say(text, for: audience)
      guard let record = try probe.entries(with: own, in: said.intent.conversation).first else {
        throw said.exchange.failure("the text (\(name)) in the thread; it is not there")
      }
      guard Array(record.entry.text.utf8) == Array(text.utf8) else {
        throw said.exchange.failure(
          "the text (\(name)) byte for byte as it was sent",
          came: "in the thread: \(RawCall.quoted(Shortened.text(record.entry.text)))")
      }
    }
  }

  private static func note(_ probe: Probe) throws(Finding) {
    _ = try probe.writable()
    guard try probe.manifest().audiences.known.contains(.internal) else {
      throw .notApplicable("the backend has no internal audience")
    }
    let marker = probe.makeMarker()
    let said = try probe.say(probe.testText(marker), for: .internal, kind: .note)
    guard let record = try probe.entries(with: marker, in: said.intent.conversation).first else {
      throw said.exchange.failure("the note in the thread; it is not there")
    }
    guard record.entry.kind == .note, record.entry.audience == .internal else {
      throw said.exchange.failure(
        "a note for internal eyes; in the thread it is \(record.entry.kind.rawValue) for \(record.entry.audience.rawValue)"
      )
    }
  }

  /// Expects that an intent is refused and nothing of it is in the thread.
  private static func expectRefusal(
    _ params: String, _ marker: String, _ expected: String, _ probe: Probe
  ) throws(Finding) {
    let exchange = try probe.session().call("apply", params)
    probe.forgetReading()
    switch exchange.heard?.content {
    case .answer?:
      let outcome: ApplyOutcome = try exchange.value(.apply) {
        guard case .apply(let outcome) = $0 else { return nil }
        return outcome
      }
      guard case .invalid = outcome else { throw exchange.failure(expected) }
    case .fault?: try exchange.expectFault([-32_602], expected)
    default: _ = try exchange.answer(to: .apply)
    }
    guard try probe.entries(with: marker, in: try probe.target()).isEmpty else {
      throw exchange.failure("that nothing is said; it stands in the thread all the same")
    }
  }

  /// Parameters of an `apply` that says something.
  private static func params(_ marker: String, _ fields: String, _ probe: Probe) throws(Finding) -> String {
    let me = try probe.manifest().me
    return
      #"{"clientKey":"\#(marker)","conversation":\#(RawCall.quoted(try probe.target().rawValue)),"by":{"id":\#(RawCall.quoted(me.id.rawValue)),"name":\#(RawCall.quoted(me.name))},"steps":[{"step":"say","text":\#(RawCall.quoted(probe.testText(marker)))\#(fields)}]}"#
  }

  private static func noteForCustomer(_ probe: Probe) throws(Finding) {
    _ = try probe.writable()
    let known = try probe.manifest().audiences.known.filter { $0 != .internal }
    if known.isEmpty { throw .notApplicable("the backend has no audience but the internal one") }
    for audience in known {
      let marker = probe.makeMarker()
      try expectRefusal(
        try params(marker, #","kind":"note","audience":"\#(audience.rawValue)""#, probe), marker,
        "the outcome invalid, or an error -32602: a note is internal", probe)
    }
  }

  private static func unknownAudience(_ probe: Probe) throws(Finding) {
    _ = try probe.writable()
    let known = try probe.manifest().audiences.known
    let others = Audience.allCases.filter { !known.contains($0) }
    if others.isEmpty { throw .notApplicable("the backend has all audiences") }
    for audience in others {
      let marker = probe.makeMarker()
      try expectRefusal(
        try params(marker, #","audience":"\#(audience.rawValue)""#, probe), marker,
        "the outcome invalid: the manifest does not know the audience \(audience.rawValue)", probe)
    }
  }

  private static func noAudience(_ probe: Probe) throws(Finding) {
    for fields in ["", #","audience":null"#, #","audience":"everybody""#, #","audience":true"#] {
      let marker = probe.makeMarker()
      try expectRefusal(
        try params(marker, fields, probe), marker,
        "an error -32602, or the outcome invalid: there is no audience", probe)
    }
  }

  private static func unknownConversation(_ probe: Probe) throws(Finding) {
    _ = try probe.writable()
    let saying = Saying(probe.testText(probe.makeMarker()), audience: try probe.quietAudience())
    let exchange = try probe.ask(
      .apply(try probe.intent([.say(saying)], in: "sapa-no-such-conversation")))
    let expected = "an error -32006, or the outcome invalid: there is no such conversation"
    guard case .answer? = exchange.heard?.content else {
      return try exchange.expectFault([-32_006], expected)
    }
    let outcome: ApplyOutcome = try exchange.value(.apply) {
      guard case .apply(let outcome) = $0 else { return nil }
      return outcome
    }
    switch outcome {
    case .invalid, .denied: break
    default: throw exchange.failure(expected)
    }
  }
}
