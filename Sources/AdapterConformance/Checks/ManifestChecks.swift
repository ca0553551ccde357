import AdapterProtocol
import JSONText

/// What it says of itself.
enum ManifestChecks {
  static let all = [
    ConformanceCheck(
      "manifest.readable", "The manifest has all that is required, in the right types and words.",
      SpecificationPlace(.manifest), readable),
    ConformanceCheck(
      "manifest.methods",
      "The manifest names `conversations`, `conversation`, `thread` and `apply`, with `readBack` also `reconcile`.",
      SpecificationPlace(.manifest), methods),
    ConformanceCheck(
      "manifest.version", "The version is one of those that were offered.", SpecificationPlace(.manifest),
      version),
    ConformanceCheck(
      "manifest.consistent", "What one part of the manifest offers, no other part excludes.",
      SpecificationPlace(.manifest), consistent),
  ]

  private static func answered(_ probe: Probe) throws(Finding) -> (Exchange, UnreadAnswer) {
    guard let first = probe.first, case .answer(_, let unread)? = first.heard?.content else {
      throw .skipped("there is no manifest: see start.answers")
    }
    return (first, unread)
  }

  /// The other check tells of calls that are missing.
  private static func isAboutMethods(_ error: ProtocolError) -> Bool {
    guard case .field("result.methods", _, "it missing") = error else { return false }
    return true
  }

  private static func readable(_ probe: Probe) throws(Finding) {
    let (first, unread) = try answered(probe)
    do throws(ProtocolError) { _ = try unread.answer(to: .initialize) } catch {
      guard !isAboutMethods(error) else { return }
      throw first.failure("a manifest as it is specified", came: "\(first.came) (\(error))")
    }
  }

  private static func methods(_ probe: Probe) throws(Finding) {
    let (first, unread) = try answered(probe)
    do throws(ProtocolError) { _ = try unread.answer(to: .initialize) } catch {
      guard isAboutMethods(error) else { return }
      throw first.failure(
        "the calls that every adapter answers among its methods", came: "\(first.came) (\(error))")
    }
  }

  private static func version(_ probe: Probe) throws(Finding) {
    let (first, _) = try answered(probe)
    guard let root = first.heard.flatMap({ try? JSONDocument($0.bytes) })?.root else { return }
    guard root["result"]?["version"]?.int == ProtocolLimits.version else {
      throw first.failure("the version \(ProtocolLimits.version), which alone was offered")
    }
  }

  private static func consistent(_ probe: Probe) throws(Finding) {
    let manifest = try probe.manifest()
    if let problem = contradictions(manifest).first, let first = probe.first {
      throw first.failure("no contradiction", came: "\(first.came) (\(problem))")
    }
  }

  /// What one part offers and another one excludes, in sentences.
  static func contradictions(_ manifest: Manifest) -> [String] {
    let (methods, steps) = (Set(manifest.methods), Set(manifest.write.steps))
    let (read, write, entries, statuses) = (
      manifest.read, manifest.write, manifest.entries, manifest.statuses
    )
    func call(_ isOffered: Bool, _ what: String, _ method: AdapterMethod) -> String? {
      isOffered && !methods.contains(method)
        ? "\(what) is offered, and \(method.rawValue) is not among the methods" : nil
    }
    func step(_ step: StepName, _ isExcluded: Bool, _ what: String) -> String? {
      isExcluded && steps.contains(step) ? "the step \(step.rawValue) is named, and \(what)" : nil
    }
    let found: [String?] = [
      call(read.search != .none, "read.search", .search),
      call(read.templates != .none, "read.templates", .templates),
      call(read.presence != .none, "read.presence", .presence),
      call(manifest.changes.delivery != .none, "changes.delivery", .changes),
      step(.tag, write.tags == .none, "write.tags is none"),
      step(.field, write.fields == .none, "write.fields is none"),
      step(.merge, write.merge == .none, "write.merge is none"),
      step(.edit, entries.edit.scope == .none, "entries.edit has the scope none"),
      step(.delete, entries.delete.scope == .none, "entries.delete has the scope none"),
      step(.redact, entries.redact == .none, "entries.redact is none"),
      step(.hide, entries.hide == .none, "entries.hide is none"),
      step(.unhide, entries.hide != .undoable, "entries.hide is not undoable"),
      step(.snooze, statuses.snooze.isEmpty, "statuses.snooze is empty"),
      step(.status, statuses.statuses.isEmpty, "statuses.statuses is empty"),
      step(.assign, statuses.assignees.isEmpty, "statuses.assignees is empty"),
      step(.say, manifest.text.formats.isEmpty, "text.formats is empty"),
      Set(statuses.statuses.map(\.id)).count < statuses.statuses.count
        ? "an id stands twice in statuses.statuses" : nil,
    ]
    return found.compactMap { $0 }
  }
}
