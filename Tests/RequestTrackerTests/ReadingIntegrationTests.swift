import AdapterProtocol
import DeskModel
import Testing

@Suite("Integration: reading from a real RT", .enabled(if: RealRT.isExpected, RealRT.hint))
struct ReadingIntegrationTests {
  @Test("Queues, saved searches and searches of the settings are there, with what they hold")
  func queues() throws {
    let rt = try RealRT()
    let adapter = try rt.adapter(settings: #","searches":{"Of Dana":"Requestor.Name = 'dana@cust.test'"}"#)
    guard case .queues(let list) = try adapter.call(.queues).get() else { return }
    #expect(list.queues.filter { $0.source == .builtIn }.map(\.name) == ["Returns", "Support"])
    guard case .exact(let count)? = list.queues.first(where: { $0.name == "Support" })?.total else {
      Issue.record("RT counts what an agent can see")
      return
    }
    #expect(count >= 28)
    #expect(list.queues.contains { $0.name == "Zoë's tickets" && $0.source == .saved })
    #expect(list.queues.contains { $0.name == "Of Dana" && $0.id == "named:Of Dana" })
    let saved = try #require(list.queues.first { $0.name == "Zoë's tickets" })
    let rows = try rows(adapter, ConversationsParams(queue: saved.id, limit: 50))
    #expect(rows.map(\.summary.contactID).allSatisfy { $0 == "zoe@cust.test" } && rows.count >= 3)
    #expect(try rows.map(\.summary.id) == rows.map(\.summary.id).sorted { try number($0) < number($1) })
    #expect(try adapter.end() == (0, ""))
  }

  private func number(_ id: ConversationID) throws -> Int { try #require(Int(id.rawValue)) }

  /// All rows, page by page.
  private func rows(_ adapter: AdapterProcess, _ params: ConversationsParams) throws -> [ConversationRow] {
    var params = params
    var rows: [ConversationRow] = []
    repeat {
      guard case .conversations(let page) = try adapter.call(.conversations(params)).get() else { return [] }
      rows += page.items
      params.cursor = page.next
    } while params.cursor != nil
    return rows
  }

  @Test("Small pages give the same rows as one large one, each once and in order")
  func paging() throws {
    let rt = try RealRT()
    let adapter = try rt.adapter()
    let filter: [QueueTerm] = [.customer("dana")]
    let whole = try rows(adapter, ConversationsParams(queue: "3", filter: filter, sort: .oldest, limit: 100))
    let pieces = try rows(adapter, ConversationsParams(queue: "3", filter: filter, sort: .oldest, limit: 7))
    #expect(whole.count >= 25)
    #expect(whole.map(\.summary.id) == pieces.map(\.summary.id))
    let times = whole.map(\.summary.lastActivity)
    #expect(times == times.sorted())
  }

  @Test(
    "Filters find what they mean and nothing else",
    arguments: [
      (QueueTerm.customer("Fürst"), ["2", "6", "7"]), (.customer("O'Hara"), []), (.assignee("Bob"), ["6"]),
      (.text("100%"), ["5"]), (.text("\"quoted\" \\"), ["5"]), (.text("' OR id > 0 OR Subject = '"), []),
      (.status("stalled"), ["6"]), (.due(.longer, 0), ["6"]), (.text("梅"), ["3"]),
    ])
  func filters(term: QueueTerm, ids: [String]) throws {
    let rt = try RealRT()
    let adapter = try rt.adapter()
    // Tickets of other tests have higher numbers.
    let seeded = try rows(adapter, ConversationsParams(filter: [term], sort: .oldest, limit: 100)).map(
      \.summary.id.rawValue
    )
    .filter { (Int($0) ?? 0) <= 32 }
    #expect(seeded.sorted() == ids)
  }

  @Test("A ticket by mail is read with text, HTML, file, note, event and answer, each once")
  func thread() throws {
    let rt = try RealRT()
    let adapter = try rt.adapter()
    let record = try adapter.conversation("2")
    #expect(record.conversation.subject == "Order arrived broken")
    #expect(record.conversation.contact.full == "Zoë Fürst")
    #expect(record.allowed.contains(AllowedAct(.say, .allowed)))
    let entries = try adapter.thread("2")
    let told = entries.map {
      "\($0.entry.author.kind) \($0.entry.audience) \($0.entry.kind) \($0.entry.text)"
    }
    #expect(
      told == [
        "customer customer message Hello,\n\nthe lid is cracked.\nÜmläut & emoji 😀\n\n-- \nSent from my phone\n",
        "agent customer message Hi, we look into it.", "system internal event status: new → open",
        "agent internal note check the warehouse",
        "customer customer message Any news?\n\n> Hi, we look into it.\n",
      ])
    #expect(entries[0].original?.text.contains("<b>cracked</b>") == true)
    #expect(entries[1].original?.text.contains("<script>steal()</script>") == true)
    #expect(entries[0].entry.attachments.map(\.name) == ["screen shot.png"])
    // Pages of one row from either end make the same thread.
    let ids = entries.map(\.entry.id)
    #expect(try adapter.thread("2", limit: 1).map(\.entry.id) == ids)
    #expect(try adapter.thread("2", order: .newestFirst, limit: 2).map(\.entry.id) == ids)
    #expect(try adapter.thread("3").first?.entry.text == "VAT | 19 %")
  }

  @Test("Who may not see comments does not see them, and is told what may be done")
  func rights() throws {
    let rt = try RealRT()
    let carol = try rt.adapter("carol")
    let texts = try carol.thread("2").map(\.entry.text)
    #expect(!texts.contains("check the warehouse"))
    #expect(texts.last == "Any news?\n\n> Hi, we look into it.\n")
    #expect(
      try carol.conversation("2").allowed == [
        AllowedAct(.say, .allowed, reason: "to the customer only, no notes")
      ])
    #expect(try carol.say("2", "a note", .internal) == .denied(reason: "RT says: Permission Denied"))
    #expect(try carol.apply("2", [.status("stalled")]) == .denied(reason: "RT says: Permission Denied"))
    // The queue of the board, and what does not exist, are the same to us.
    for id in ["1", "99999"] {
      #expect(
        try carol.call(.conversation(ConversationParams(ConversationID(id))))
          == .failure(.notFound(.conversation, id: id)))
    }
  }

  @Test("Customers come with their tickets, agents without them, articles as canned replies")
  func people() throws {
    let rt = try RealRT()
    let adapter = try rt.adapter()
    guard
      case .contact(let page) = try adapter.call(.contact(ContactParams("zoe@cust.test", limit: 2))).get(),
      case .agents(let agents) = try adapter.call(.agents).get(),
      case .templates(let templates) = try adapter.call(.templates(PageParams())).get()
    else { return }
    #expect(page.contact.contact.full == "Zoë Fürst" && page.contact.handles == ["mail:zoe@cust.test"])
    #expect(page.conversations.count == 2 && page.next != nil)
    #expect(Set(["alice", "bob"]).isSubset(of: agents.assignees.map(\.id.rawValue)))
    #expect(!agents.assignees.contains { $0.id.rawValue.contains("@") })
    #expect(templates.templates.map(\.name) == ["Refund", "Umtausch"])
    #expect(templates.templates[1].bodies[0].text.text == "Gern tauschen wir das für Sie um – kostenlos.")
    #expect(templates.templates[0].folder == ["Answers"])
  }

  @Test("A search finds words, and TicketSQL as it was typed")
  func search() throws {
    let rt = try RealRT()
    let adapter = try rt.adapter()
    func found(_ text: String) throws -> [String] {
      guard case .search(let result) = try adapter.call(.search(SearchParams(SearchRequest(text)))).get()
      else { return [] }
      return result.page.hits.map(\.summary.id.rawValue)
    }
    #expect(try found("broken order") == ["2"])
    #expect(try found("Queue = 'Returns' AND Requestor.Name = 'zoe@cust.test'") == ["7"])
    guard
      case .failure(.unsupported(let what)) = try adapter.call(
        .search(SearchParams(SearchRequest("Nope = 1"))))
    else {
      Issue.record("RT's complaint is lost")
      return
    }
    #expect(what == "Unknown field: Nope")
  }

  @Test("A queue has the statuses of its own lifecycle")
  func lifecycles() throws {
    let rt = try RealRT()
    let adapter = try AdapterProcess()
    let settings =
      #","statuses":{"returns":{"announced":"new","received":"open","waiting":"pending","refunded":"resolved"}}"#
    guard
      case .success(.initialize(let manifest)) = try adapter.initialize(
        rt.url, token: rt.token("alice"), settings: settings)
    else { return }
    let returns = manifest.statuses.statuses.filter { $0.queues == ["4"] }.map(\.id)
    #expect(Set(returns) == ["announced", "received", "waiting", "refunded"])
    #expect(try adapter.conversation("7").category == .new)
    #expect(try adapter.apply("7", [.status("stalled")]) != .applied(AppliedFacts()))
    guard case .invalid("steps[0].status", _) = try adapter.apply("7", [.status("stalled")]) else {
      Issue.record("the queue has no such status")
      return
    }
  }
}
