import DeskLink
import DeskModel
import LocalDesk
import Testing

@Suite("The end of a long conversation")
struct ConversationEndTests {
  private static func line(
    _ id: String, entries: Int, shape: String = "dialog", firstLast: Bool = false, customerEvery: Int = 2,
    readUpTo: Int? = nil
  ) -> String {
    let order = firstLast ? Array(1..<entries) + [0] : Array(0..<entries)
    let all = order.map { number in
      let kind = number % customerEvery == 0 ? "customer" : "stranger"
      let minute = number % 60 < 10 ? "0\(number % 60)" : "\(number % 60)"
      let at = "2026-03-\(10 + number / 1_440)T\(10 + number / 60 % 10):\(minute):00Z"
      return
        #"{"id":"e-\#(number)","at":"\#(at)","author":{"kind":"\#(kind)","id":"\#(kind)-1"},"audience":"world","text":"Word \#(number) \"[{,\\"}"#
    }
    let read = readUpTo.map { #","readUpTo":"e-\#($0)""# } ?? ""
    return
      #"{"id":"\#(id)","shape":"\#(shape)","entries":[\#(all.joined(separator: " , "))],"subject":"Long","contact":{"id":"customer-1","full":"Ani"}\#(read)}"#
  }

  private static func end(_ id: ConversationID, _ desk: EmbeddedDesk) -> (Conversation, ConversationSummary)?
  {
    if case .success(.end(let conversation, let summary)) = desk.ask(.end(of: id)) {
      (conversation, summary)
    } else {
      nil
    }
  }

  @Test("is what the whole ends with, also from an index that was written and one that was made anew")
  func suffix() throws {
    let fixture = try DeskFixture()
    let desk = try fixture.open()
    try desk.take(Self.line("c-1", entries: 300, readUpTo: 20))
    func check(_ desk: EmbeddedDesk) throws {
      let (end, summary) = try #require(Self.end("c-1", desk))
      let whole = try #require(desk.read("c-1"))
      #expect(end.omitted == 300 - EntriesEnd.count && end.entryCount == 300 && whole.omitted == 0)
      #expect(end.entries == Array(whole.entries.suffix(EntriesEnd.count)))
      #expect(summary == ConversationSummary(whole))
      #expect(summary.unreadCount == 279)
      var rest = end
      rest.entries = whole.entries
      rest.omitted = 0
      #expect(rest == whole)
    }
    try check(desk)
    // Known whole by now: nothing is gained by cutting it.
    #expect(Self.end("c-1", desk) == nil)
    desk.close()
    try check(try fixture.open())
    DeskFixture.remove(fixture.folder + "/index")
    try check(try fixture.open())
  }

  @Test("goes on with what was said since, and has the version of the whole")
  func events() throws {
    let fixture = try DeskFixture()
    let desk = try fixture.open()
    try desk.take(Self.line("c-1", entries: 256))
    desk.close()
    let again = try fixture.open()
    #expect(again.say("Done", key: "k-1") != nil)
    again.close()
    let desk3 = try fixture.open()
    // What was read last is known whole.
    for number in 1...9 {
      try desk3.take(DeskFixture.line("other-\(number)"))
      _ = desk3.read(ConversationID("other-\(number)"))
    }
    let (end, _) = try #require(Self.end("c-1", desk3))
    let whole = try #require(desk3.read("c-1"))
    #expect(end.entries.count == EntriesEnd.count + 1 && end.entries.last?.text == "Done")
    #expect(end.version == whole.version && end.entries == Array(whole.entries.suffix(EntriesEnd.count + 1)))
  }

  @Test("is not cut where it is short, out of order, or a thread whose end has nothing of the customer's")
  func whole() throws {
    let fixture = try DeskFixture()
    let desk = try fixture.open()
    try desk.take(Self.line("short", entries: 255))
    try desk.take(Self.line("order", entries: 300, firstLast: true))
    try desk.take(Self.line("thread", entries: 300, shape: "publicThread", customerEvery: 400))
    try desk.take(Self.line("branch", entries: 300, shape: "publicThread", customerEvery: 30))
    #expect(Self.end("short", desk) == nil)
    #expect(Self.end("order", desk) == nil)
    #expect(Self.end("thread", desk) == nil)
    #expect(Self.end("branch", desk)?.0.omitted == 300 - EntriesEnd.count)
    #expect(desk.ask(.end(of: "nobody")) == .failure(.unknownConversation("nobody")))
  }
}
