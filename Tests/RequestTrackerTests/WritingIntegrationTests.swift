import AdapterProtocol
import DeskModel
import JSONText
import Testing

@Suite("Integration: writing to a real RT", .enabled(if: RealRT.isExpected, RealRT.hint))
struct WritingIntegrationTests {
  @Test(
    "A reply arrives once, as it was typed, and the customer gets it",
    arguments: [
      "Hello Kim,\n\n  two  spaces\ttab 😀 梅 é\n> quoted\n.\nFrom me", "0", "<b>&amp;</b> {{x}} %s",
      "' OR 1=1 --",
    ])
  func reply(text: String) throws {
    let rt = try RealRT()
    let adapter = try rt.adapter()
    let id = try rt.ticket()
    guard case .applied(let facts) = try adapter.say(id, text, .customer) else {
      Issue.record("it was not sent")
      return
    }
    #expect(facts.audience == .customer && facts.version != nil)
    #expect(try rt.messages(id, saying: text) == ["Correspond"])
    let entry = try #require(try adapter.thread(id).first { $0.entry.id == facts.entry })
    #expect(
      entry.entry.text == text && entry.entry.audience == .customer && entry.entry.author.kind == .agent)
    #expect(
      try rt.mails(for: id).contains {
        $0.contains("To: kim@cust.test") && $0.contains("X-RT-Originator: alice@rt.test")
      })
    #expect(try adapter.conversation(id).conversation.status == "open")
  }

  @Test("A note never reaches the customer")
  func note() throws {
    let rt = try RealRT()
    let adapter = try rt.adapter()
    let id = try rt.ticket()
    let before = try rt.mails(for: id).count
    #expect(before == 1, "the automatic answer")
    guard case .applied(let facts) = try adapter.say(id, "between us: zanzibar", .internal) else {
      Issue.record("it was not written")
      return
    }
    #expect(facts.audience == .internal)
    #expect(try rt.messages(id, saying: "between us: zanzibar") == ["Comment"])
    let mails = try rt.mails(for: id)
    #expect(!mails.contains { $0.contains("zanzibar") && $0.contains("kim@cust.test") })
    #expect(mails.filter { $0.contains("To: kim@cust.test") }.count == 1)
    // Nothing was said, and nothing opened the ticket.
    #expect(try adapter.conversation(id).conversation.status == "new")
    guard case .invalid("steps[0].audience", _) = try adapter.say(id, "x", .world) else {
      Issue.record("RT has nothing that the world reads")
      return
    }
  }

  @Test("Status, owner, fields, priority and deadline are set, and what RT refuses is told")
  func changes() throws {
    let rt = try RealRT()
    let alice = try rt.adapter()
    let bob = try rt.adapter("bob")
    let id = try rt.ticket()
    func give(_ adapter: AdapterProcess, _ name: String?) throws -> ApplyOutcome {
      try adapter.apply(id, [.assign(name.map { [Assignee(.agent, id: AssigneeID($0), name: $0)] } ?? [])])
    }
    for (adapter, name) in [(alice, "alice"), (bob, "bob"), (bob, "alice"), (alice, nil)]
      as [(AdapterProcess, String?)]
    {
      guard case .applied = try give(adapter, name) else {
        Issue.record("\(name ?? "nobody") does not have it")
        return
      }
      #expect(try rt.ask("GET", "/ticket/\(id)")["Owner"]?["id"]?.string == name ?? "Nobody")
    }
    guard case .invalid("steps[0].to", _) = try give(alice, "nosuch") else {
      Issue.record("nobody has this name")
      return
    }
    let steps: [IntentStep] = [
      .status("stalled"), .field(name: "Severity", values: ["High"]),
      .field(name: "Products", values: ["App", "Watch"]),
      .field(name: "Priority", values: ["50"]), .field(name: "Due", values: ["2031-02-03T04:05:06Z"]),
      .field(name: "Subject", values: ["It's \"new\""]),
    ]
    guard case .applied = try alice.apply(id, steps) else {
      Issue.record("something was refused")
      return
    }
    let conversation = try alice.conversation(id).conversation
    #expect(conversation.status == "stalled" && conversation.subject == "It's \"new\"")
    #expect(conversation.deadlines.resolution?.rfc3339 == "2031-02-03T04:05:06Z")
    let fields = Dictionary(uniqueKeysWithValues: conversation.fields.map { ($0.name, $0.values) })
    #expect(fields["Severity"] == ["High"] && fields["Priority"] == ["50"])
    #expect(Set(fields["Products"] ?? []) == ["App", "Watch"])
    let emptied: [IntentStep] = ["Severity", "Products", "Due"].map { .field(name: $0, values: []) }
    guard case .applied = try alice.apply(id, emptied) else {
      Issue.record("something was not emptied")
      return
    }
    #expect(try alice.conversation(id).conversation.deadlines.resolution == nil)
    guard
      case .invalid("steps[0].values", _) = try alice.apply(id, [.field(name: "Severity", values: ["Nope"])])
    else {
      Issue.record("Severity has no such value")
      return
    }
    guard
      case .partial(let reports, _) = try alice.apply(
        id, [.status("open"), .status("bogus"), .status("resolved")])
    else {
      Issue.record("the second status does not exist")
      return
    }
    #expect(reports.map(\.verdict) == [.applied, .failed, .skipped])
    #expect(try alice.conversation(id).conversation.status == "open")
  }

  @Test("Files travel both ways, byte for byte, in pieces")
  func files() throws {
    let rt = try RealRT()
    let adapter = try rt.adapter()
    let id = try rt.ticket()
    let contents: [(name: String, type: String, bytes: [UInt8])] = [
      (
        "bytes.bin", "application/octet-stream",
        (0..<70_000).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 8) }
      ),
      ("über 梅.txt", "text/plain", [0xFC, 0x0D, 0x0A, 0x62]), ("utf8.txt", "text/plain", Array("ü\r\n".utf8)),
      ("page.html", "text/html", Array("<b>x</b>".utf8)),
      ("mail.eml", "message/rfc822", Array("Subject: x\n\nhi\n".utf8)),
    ]
    for (number, file) in contents.enumerated() {
      var offset = 0
      while offset < file.bytes.count {
        let piece = Array(file.bytes[offset..<min(offset + 30_000, file.bytes.count)])
        let params = UploadParams(
          UploadID("u\(number)"), in: ConversationID(id), name: file.name, type: file.type,
          size: file.bytes.count,
          offset: offset, data: DataPiece(piece))
        guard case .upload(let progress) = try adapter.call(.upload(params)).get() else { return }
        offset = progress.received
      }
    }
    let uploads = contents.indices.map { UploadID("u\($0)") }
    guard case .applied(let facts) = try adapter.say(id, "see the files", .customer, uploads: uploads) else {
      Issue.record("it was not sent")
      return
    }
    let entry = try #require(try adapter.thread(id).first { $0.entry.id == facts.entry })
    #expect(entry.entry.text == "see the files")
    #expect(entry.entry.attachments.map(\.name) == contents.map(\.name))
    for (attachment, file) in zip(entry.entry.attachments, contents) {
      var bytes: [UInt8] = []
      var isLast = false
      while !isLast {
        let params = AttachmentParams(
          attachment.id, in: ConversationID(id), offset: bytes.count, limit: 32_768)
        guard case .attachment(let piece) = try adapter.call(.attachment(params)).get() else { return }
        bytes += piece.data.bytes
        isLast = piece.isLast
        #expect(piece.size == file.bytes.count)
      }
      #expect(bytes == file.bytes, "\(file.name) has changed")
    }
  }

  @Test("When a colleague was faster nothing is sent, and what they wrote is told")
  func conflict() throws {
    let rt = try RealRT()
    let alice = try rt.adapter()
    let bob = try rt.adapter("bob")
    let id = try rt.ticket()
    let seen = SeenState(
      version: try alice.conversation(id).version, entry: try alice.thread(id).last?.entry.id)
    _ = try bob.say(id, "I was faster", .customer)
    let reply = [IntentStep.say(Saying("me too", audience: .customer))]
    guard case .conflict(let newer, let version) = try alice.apply(id, reply, basedOn: seen) else {
      Issue.record("no conflict")
      return
    }
    #expect(newer.map(\.entry.text) == ["I was faster"] && newer[0].entry.author.id == "bob")
    #expect(try rt.messages(id, saying: "me too").isEmpty)
    guard case .conflict = try alice.apply(id, [.status("resolved")], basedOn: seen) else {
      Issue.record("no conflict")
      return
    }
    // Having seen it, the agent may answer.
    let now = SeenState(version: version, entry: newer.last?.entry.id)
    guard case .applied = try alice.apply(id, reply, basedOn: now) else {
      Issue.record("it was not sent")
      return
    }
    #expect(try rt.messages(id, saying: "me too") == ["Correspond"])
  }

  @Test("A merged ticket leads to the other one; links are told by both")
  func ties() throws {
    let rt = try RealRT()
    let adapter = try rt.adapter()
    let (first, second, third) = (try rt.ticket("one"), try rt.ticket("two"), try rt.ticket("three"))
    guard case .applied = try adapter.apply(first, [.link(to: ConversationID(third), kind: "DependsOn")]),
      case .applied = try adapter.apply(second, [.merge(into: ConversationID(first))])
    else {
      Issue.record("something was refused")
      return
    }
    let record = try adapter.conversation(second)
    #expect(record.conversation.id == ConversationID(first) && record.aliases == [ConversationID(second)])
    #expect(
      record.conversation.links == [ConversationLink(id: ConversationID(third), kind: "DependsOn", title: "")]
    )
    #expect(
      try adapter.conversation(third).conversation.links
        == [ConversationLink(id: ConversationID(first), kind: "DependedOnBy", title: "")])
    #expect(try adapter.say(second, "x", .customer) == .moved(to: ConversationID(first)))
    let texts = try adapter.thread(first).filter { $0.entry.kind == .message }.map(\.entry.text)
    #expect(texts == ["hello", "hello"])
    guard case .invalid("steps[0].into", _) = try adapter.apply(first, [.merge(into: "99999")]) else {
      Issue.record("there is no such ticket")
      return
    }
  }
}
