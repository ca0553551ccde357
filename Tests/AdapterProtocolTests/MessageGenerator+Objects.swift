import AdapterProtocol
import DeskModel

extension MessageGenerator {
  mutating func initializeParams() throws -> InitializeParams {
    InitializeParams(
      versions: [1] + some { $0.count() }, client: ProgramName(name: text(), version: text()),
      locale: maybe { $0.text() } ?? "en",
      token: maybe { $0.flag() ? .inline(Secret($0.text())) : .descriptor($0.count(3...1_023)) },
      settings: try maybe { try $0.raw() } ?? .emptyObject)
  }

  mutating func agent() -> Agent { Agent(id: id(), name: text()) }
  mutating func assignee() -> Assignee { Assignee(pick(), id: id(), name: text()) }
  mutating func presence() -> Presence {
    Presence(agent: agent(), conversation: id(), activity: pick(), holding: some { $0.text() })
  }
  mutating func allowed() -> AllowedAct { AllowedAct(pick(), pick(), reason: maybe { $0.text() } ?? "") }
  mutating func total() -> Total {
    switch fullness == 0 ? 3 : count(0...3) {
    case 0: .exact(count())
    case 1: .atLeast(count())
    case 2: .about(count())
    default: .unknown
    }
  }

  mutating func queue() -> DeskQueue { DeskQueue(id: id(), name: text(), source: pick(), total: total()) }

  mutating func row() -> ConversationRow {
    let due = maybe { $0.moment() }
    return ConversationRow(
      ConversationSummary(
        id: id(), shape: pick(), channel: text(), subject: maybe { $0.text() } ?? "",
        contactName: maybe { $0.text() } ?? "", contactID: id(), status: text(),
        assignee: maybe { $0.agent() },
        locale: maybe { $0.text() }, tags: some { $0.text() }, isVIP: fullness > 0 && flag(),
        unreadCount: maybe { $0.count() } ?? 0, lastActivity: moment(), waitingSince: maybe { $0.moment() },
        due: due,
        dueKind: maybe { $0.pick() }, snoozedUntil: maybe { $0.moment() }, preview: maybe { $0.text() } ?? ""),
      version: maybe { $0.id() })
  }

  mutating func contact() -> Contact {
    Contact(
      id: id(), full: maybe { $0.text() }, given: maybe { $0.text() }, family: maybe { $0.text() },
      patronymic: maybe { $0.text() }, title: maybe { $0.text() }, gender: maybe { $0.pick() },
      age: maybe { $0.pick() }, role: maybe { $0.text() }, locale: maybe { $0.text() },
      timeZone: maybe { $0.text() }, company: maybe { $0.text() }, isVIP: fullness == 100,
      notes: some { $0.text() }, fields: fields())
  }

  mutating func fields() -> [Field] {
    some { $0.some { $0.text() } }.enumerated().map { Field(name: "f\($0.offset)", values: $0.element) }
  }

  mutating func conversation() throws -> ConversationRecord {
    var tags: [String] = []
    for tag in some({ $0.text() }) where !tags.contains(tag) { tags.append(tag) }
    var conversation = Conversation(
      id: id(), shape: pick(), channel: text(), subject: maybe { $0.text() } ?? "", status: text(),
      locale: maybe { $0.text() }, tags: tags, assignee: maybe { $0.agent() }, contact: contact(),
      snoozedUntil: maybe { $0.moment() },
      deadlines: Deadlines(
        firstReply: maybe { $0.moment() }, nextReply: maybe { $0.moment() }, resolution: maybe { $0.moment() }
      ),
      followUp: maybe { FollowUp(at: $0.moment(), text: $0.text()) },
      links: some { ConversationLink(id: $0.id(), kind: $0.text(), title: $0.text()) }, fields: fields(),
      readUpTo: maybe { $0.id() }, version: 1)
    conversation.access = maybe { $0.access() }
    return ConversationRecord(
      conversation, version: maybe { $0.id() }, number: maybe { $0.text() }, aliases: some { $0.id() },
      movedTo: maybe { $0.id() }, url: maybe { $0.text() }, category: maybe { $0.pick() },
      assignees: some { $0.assignee() },
      replyWindow: maybe { generator in ReplyWindow(generator.pick(), until: generator.maybe { $0.moment() })
      },
      allowed: some { $0.allowed() }, raw: try maybe { try $0.raw() })
  }

  mutating func access() -> AccessRequest {
    var result = AccessRequest(
      askedAt: moment(), askedBy: agent(), kind: maybe { $0.pick() } ?? .personal,
      why: maybe { $0.text() } ?? "", what: maybe { $0.text() } ?? "", untilWords: maybe { $0.text() } ?? "",
      until: maybe { $0.moment() })
    result.answer = maybe { $0.pick() }
    result.givenAt = maybe { $0.moment() }
    result.closedAt = maybe { $0.moment() }
    result.closedBy = maybe { $0.agent() }
    return result
  }

  mutating func entry() throws -> EntryRecord {
    EntryRecord(
      Entry(
        id: id(), at: moment(), author: Author(kind: pick(), id: name(), name: maybe { $0.text() }),
        audience: pick(), kind: pick(), text: text(), parent: maybe { $0.id() }, state: pick(),
        attachments: some { generator in
          Attachment(
            id: generator.id(), name: generator.text(), mediaType: generator.text(),
            byteCount: generator.maybe { $0.count() })
        }), clientKey: maybe { $0.id() }, original: maybe { MarkedText($0.pick(), $0.text()) },
      recipients: Recipients(to: some { $0.text() }, cc: some { $0.text() }),
      moderation: fullness == 0 ? .shown : pick(), allowed: some { $0.allowed() },
      raw: try maybe { try $0.raw() })
  }

  mutating func template() -> TemplateRecord {
    TemplateRecord(
      id: id(), name: text(), folder: some { $0.text() }, scope: pick(), execution: pick(), dialect: pick(),
      expansion: pick(),
      bodies: some { generator in
        TemplateBody(
          MarkedText(generator.pick(), generator.text()), locale: generator.maybe { $0.text() },
          channel: generator.maybe { $0.text() })
      })
  }

  mutating func terms() -> [QueueTerm] {
    some { generator in
      let term = generator.plainTerm()
      return generator.flag() ? .not(term) : term
    }
  }

  private mutating func plainTerm() -> QueueTerm {
    let seconds = Int64(count(0...2_000_000)) - 1_000_000
    return switch pick(FilterName.self) {
    case .tag: .tag(text())
    case .language: .language(text())
    case .channel: .channel(text())
    case .status: .status(text())
    case .assignee: .assignee(text())
    case .customer: .customer(text())
    case .text: .text(text())
    case .state: .state(pick())
    case .waiting: .waiting(pick(), seconds)
    case .due: .due(pick(), seconds)
    case .quiet: .quiet(pick(), seconds)
    }
  }

  mutating func upload() -> UploadParams {
    let (offset, data) = (count(), data())
    return UploadParams(
      id(), in: id(), name: text(), type: maybe { $0.text() } ?? "", size: offset + data.bytes.count,
      offset: offset, data: data)
  }

  mutating func searchPage() -> SearchPage {
    SearchPage(
      hits: some { generator in
        SearchHit(
          summary: generator.row().summary, entry: generator.maybe { $0.id() }, at: generator.moment(),
          author: generator.maybe { $0.text() } ?? "", excerpt: "found it",
          matches: generator.maybe { _ in [0..<5, 6..<8] } ?? [])
      }, next: maybe { $0.text() }, progress: maybe { $0.count(0...1_000) } ?? 1_000)
  }

  mutating func step(_ name: StepName? = nil) -> IntentStep {
    switch name ?? pick() {
    case .say:
      let kind: EntryKind = flag() ? .message : flag() ? .comment : .note
      return .say(
        Saying(
          text(), kind: kind, audience: kind == .note ? .internal : pick(), parent: maybe { $0.id() },
          uploads: some { $0.id() }))
    case .edit: return .edit(id(), text: text())
    case .delete: return .delete(id())
    case .redact: return .redact(id(), maybe { $0.count(0...9)..<$0.count(10...20) })
    case .hide: return .hide(id())
    case .unhide: return .unhide(id())
    case .status: return .status(text())
    case .assign: return .assign(some { $0.assignee() })
    case .tag: return .tag(add: some { $0.text() }, remove: some { $0.text() })
    case .field: return .field(name: text(), values: some { $0.text() })
    case .snooze: return .snooze(flag() ? .until(moment()) : flag() ? .reply : .now)
    case .followUp: return .followUp(maybe { FollowUp(at: $0.moment(), text: $0.text()) })
    case .access: return .access(maybe { $0.access() })
    case .markRead: return .markRead(upTo: id())
    case .merge: return .merge(into: id())
    case .link: return .link(to: id(), kind: text())
    case .runTemplate: return .runTemplate(id())
    }
  }

  /// With one step of each kind but one, another one each time, when everything is to be there.
  mutating func intent() -> BackendIntent {
    let others = StepName.allCases.filter { $0 != .say }
    var steps = [step(flag() ? .say : nil)]
    if fullness == 100 {
      let kept = others.indices.filter { $0 != spared % others.count }
      spared += 1
      steps = [step(.say)] + kept.map { step(others[$0]) }
    }
    return BackendIntent(
      clientKey: id(), conversation: id(),
      basedOn: maybe { generator in
        SeenState(version: generator.maybe { $0.id() }, entry: generator.maybe { $0.id() })
      },
      by: agent(), steps: steps)
  }

  mutating func facts() -> AppliedFacts {
    AppliedFacts(entry: maybe { $0.id() }, audience: maybe { $0.pick() }, version: maybe { $0.id() })
  }

  mutating func outcome(_ number: Int? = nil) throws -> ApplyOutcome {
    switch number ?? count(0...9) {
    case 0: .applied(facts())
    case 1: .accepted
    case 2: .conflict(newer: try some { try $0.entry() }, version: maybe { $0.id() })
    case 3: .partial(some { StepReport(step: $0.count(), $0.pick(), reason: $0.text()) }, facts())
    case 4: .denied(reason: text())
    case 5: .invalid(field: text(), reason: text())
    case 6: .moved(to: id())
    case 7: .failed(reason: text())
    case 8: .busy(retryAfterSeconds: count())
    default: .unknown(reason: text())
    }
  }

  mutating func change() throws -> DeskChange {
    switch count(0...5) {
    case 0: .conversation(id(), version: maybe { $0.id() })
    case 1: .entry(try entry(), in: id())
    case 2: .gone(id(), movedTo: maybe { $0.id() })
    case 3: .presence(some { $0.presence() })
    case 4: .catalogue
    default: .gap
    }
  }
}
