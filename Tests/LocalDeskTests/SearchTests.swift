import DeskLink
import DeskModel
import JSONText
import LocalDesk
import SeededRandom
import SystemCalls
import Testing
import TextSearch

@Suite("Searching a desk")
struct SearchTests {
  /// All pages of a search.
  private func hits(
    _ desk: EmbeddedDesk, _ text: String, limit: Int = 50, filter: QueueFilter = QueueFilter()
  ) -> [SearchHit] {
    var result: [SearchHit] = []
    var request = SearchRequest(text, filter: filter, limit: limit)
    for _ in 0..<10_000 {
      guard case .success(.search(let asked, let page)) = desk.ask(.search(request)) else {
        Issue.record("no page for \(request)")
        return result
      }
      #expect(asked == request && page.hits.count <= limit)
      #expect((page.next == nil) == (page.progress == 1_000))
      result += page.hits
      guard let next = page.next else { return result }
      request.after = next
    }
    Issue.record("the search of \(text) does not end")
    return result
  }

  private func names(_ hits: [SearchHit]) -> [String] {
    hits.map { "\($0.summary.id.rawValue) \($0.entry?.rawValue ?? "-")" }
  }

  private func line(_ id: String, _ texts: [String], extra: String = "") -> String {
    var writer = JSONWriter()
    writer.beginArray()
    for (index, text) in texts.enumerated() {
      writer.beginObject()
      writer.member("id", "e-\(index + 1)")
      writer.member("at", "2026-03-01T09:0\(index % 10):00Z")
      writer.key("author")
      writer.raw(Array(#"{"kind":"customer","id":"u-1"}"#.utf8))
      writer.member("audience", "customer")
      writer.member("text", text)
      writer.endObject()
    }
    writer.endArray()
    return
      #"{"id":"\#(id)","contact":{"id":"u-1","full":"Dewi Lestari"},"entries":\#(String(decoding: writer.bytes, as: UTF8.self))\#(extra)}"#
  }

  @Test("What was imported and what was said since is found, the latest first, once an entry")
  func imported() throws {
    let fixture = try DeskFixture()
    let desk = try fixture.open()
    try desk.take(line("c-1", ["my order, ORDER, order", "nothing"]), line("c-2", ["nothing", "an Order?"]))
    _ = desk.say("Your order is on its way.", in: "c-1", key: "k-1")
    _ = desk.say("Hello.", in: "c-2", key: "k-2")
    let found = hits(desk, "oRDER")
    #expect(names(found) == ["c-1 n-1", "c-2 e-2", "c-1 e-1"])
    #expect(found[0].author == "Nastya" && found[2].author == "Dewi Lestari")
    #expect(found[0].excerpt == "Your order is on its way." && found[0].matches == [5..<10])
    #expect(found[2].matches == [3..<8, 10..<15, 17..<22])
    #expect(found[0].summary == desk.rows(.all).first { $0.id == "c-1" })
    #expect(names(hits(desk, "order way")) == ["c-1 n-1"])
    #expect(hits(desk, "order hello").isEmpty)
    #expect(hits(desk, "  ").isEmpty && hits(desk, "zebra").isEmpty)
  }

  @Test("Keys, ids, kinds and the journal's own words are not found")
  func onlyText() throws {
    let fixture = try DeskFixture()
    let desk = try fixture.open()
    try desk.take(line("conv", ["hi"], extra: #","unknown":{"secret":"hidden"},"fields":{"plan":"golden"}"#))
    _ = desk.say("hello", in: "conv", key: "keyword")
    desk.apply(.followUp(FollowUp(at: Timestamp(milliseconds: 0), text: "promised")), to: "conv", key: "k-2")
    for word in [
      "text", "audience", "customer", "conv", "keyword", "event", "import", "e-1", "u-1", "secret", "hidden",
      "golden", "promised", "Nastya", "2026", "entries", "\"", ":", "{",
    ] { #expect(hits(desk, word).isEmpty, "\(word)") }
    #expect(names(hits(desk, "h")) == ["conv n-1", "conv e-1"])
  }

  @Test("Subjects, names and tags are found, as they are now, with or without an index")
  func headers() throws {
    let fixture = try DeskFixture()
    let first = try fixture.open()
    try first.take(
      line("c-1", ["hi"], extra: #","subject":"Refund of the \u0130nvoice","tags":["billing","old"]"#),
      line("c-2", ["hi"]))
    first.apply(.tag(add: ["urgent"], remove: ["old"]), key: "k-1")
    func check(_ desk: EmbeddedDesk) {
      #expect(names(hits(desk, "REFUND")) == ["c-1 -"])
      #expect(names(hits(desk, "invoice urgent lestari")) == ["c-1 -"])
      #expect(hits(desk, "old").isEmpty)
      #expect(
        names(hits(desk, "dewi")) == ["c-1 -", "c-2 -"] || names(hits(desk, "dewi")) == ["c-2 -", "c-1 -"])
      let hit = hits(desk, "billing").first
      #expect(hit?.author == "" && hit?.at == hit?.summary.lastActivity)
      #expect(hit?.excerpt == "Refund of the İnvoice · Dewi Lestari · billing · urgent")
    }
    check(first)
    first.close()
    let options = EmbeddedDeskOptions(tailLimit: 1)
    let second = try fixture.open(options: options)
    check(second)
    second.close()
    let third = try fixture.open()
    #expect(FileSystem.exists(fixture.folder + "/index/conversations.index"))
    check(third)
    third.apply(.tag(add: ["later"], remove: []), to: "c-2", key: "k-2")
    #expect(names(hits(third, "later")) == ["c-2 -"])
  }

  @Test("The filter narrows what is searched")
  func filter() throws {
    let fixture = try DeskFixture()
    let desk = try fixture.open()
    try desk.take(line("c-1", ["order"], extra: #","tags":["billing"]"#), line("c-2", ["order"]))
    _ = desk.say("order", in: "c-1", key: "k-1")
    _ = desk.say("order", in: "c-2", key: "k-2")
    let billing = QueueFilter(terms: [.tag("billing")])
    #expect(names(hits(desk, "order", filter: billing)) == ["c-1 n-1", "c-1 e-1"])
    #expect(names(hits(desk, "lestari", filter: billing)) == ["c-1 -"])
    #expect(hits(desk, "order", filter: QueueFilter(terms: [.tag("none")])).isEmpty)
  }

  @Test("A line that the desk skipped is not found, nor one that a crash tore")
  func skippedLines() throws {
    let fixture = try DeskFixture()
    let desk = try fixture.open()
    try desk.take(line("c-1", ["order"]))
    desk.close()
    let journal = fixture.folder + "/journal/000001.jsonl"
    let again = String(decoding: try FileSystem.contents(of: journal), as: UTF8.self)
    let torn = #"{"event":"say","entry":{"text":"order"#
    let lost =
      #"{"event":"say","at":"2026-03-01T09:00:00Z","by":{"id":"a"},"key":"z","conversation":"c-9","entry":{"id":"e","at":"2026-03-01T09:00:00Z","author":{"kind":"agent"},"audience":"customer","text":"order"}}"#
    try FileDescriptor(opening: journal, .append).write(
      Array((again + "order \"text\":\"order\"\n" + lost + "\n" + torn).utf8))
    let reading = try fixture.open(options: EmbeddedDeskOptions(access: .readOnly))
    #expect(reading.skippedLines == 3)
    #expect(names(hits(reading, "order")) == ["c-1 e-1"])
  }

  @Test("A cursor stays valid while others write; what is new is left to the next search")
  func cursorWhileWriting() throws {
    let fixture = try DeskFixture()
    let options = EmbeddedDeskOptions(segmentLimit: 600, tailLimit: 2)
    let desk = try fixture.open(options: options)
    for number in 1...6 { try desk.take(line("c-\(number)", ["order one", "order two"])) }
    var request = SearchRequest("order", limit: 1)
    var found: [String] = []
    repeat {
      guard case .success(.search(_, let page)) = desk.ask(.search(request)) else { break }
      found += names(page.hits)
      request.after = page.next
      if found.count < 5 { _ = desk.say("order", in: "c-1", key: ClientKey("k-\(found.count)")) }
    } while request.after != nil
    #expect(found == (1...6).reversed().flatMap { ["c-\($0) e-2", "c-\($0) e-1"] })
    #expect(names(hits(desk, "order")).count == 12 + 4)
    guard case .failure(.unsupported) = desk.ask(.search(SearchRequest("order", after: "nonsense"))) else {
      Issue.record("expected an error")
      return
    }
    for cursor in ["1.9.9.9.9.9", "1.1.0.99.5.5", "1.0.0.0.99.0"] {
      _ = desk.ask(.search(SearchRequest("order", after: cursor)))
    }
  }

  @Test("It finds what a naive reading of every entry finds, whatever the script, the escapes and the pieces")
  func againstNaive() throws {
    var random = SeededGenerator(seed: 11)
    let letters =
      Array("abkisABKISıİſ\u{212A}ßẞ пПрРσςΣ éÉ\u{301}ไท漢😀😁\"\\/<>&'\n").map { String($0) } + ["\u{301}"]
    for round in 0..<6 {
      let fixture = try DeskFixture()
      let options = EmbeddedDeskOptions(
        segmentLimit: round < 3 ? 4_000 : 64 << 20, tailLimit: round % 2 == 0 ? 5 : 1_000,
        searchChunk: [2_000, 500, 256 << 10, 1, 7, 100][round], searchSlice: round < 3 ? 0 : 1_000)
      let desk = try fixture.open(options: options)
      for number in 0..<20 {
        let texts = (0..<Int.random(in: 0...4, using: &random)).map { _ in
          (0..<Int.random(in: 0...25, using: &random)).map { _ in letters.randomElement(using: &random) ?? ""
          }
          .joined()
        }
        try desk.take(escaped(line("c-\(number)", texts), number % 3))
      }
      for number in 0..<10 {
        _ = desk.say(
          (0..<12).map { _ in letters.randomElement(using: &random) ?? "" }.joined() + ".",
          in: ConversationID("c-\(number)"),
          key: ClientKey("k-\(number)"))
      }
      let all = (0..<20).compactMap { desk.read(ConversationID("c-\($0)")) }
      for _ in 0..<25 {
        let search = (0..<Int.random(in: 1...3, using: &random)).map { _ in
          letters.randomElement(using: &random) ?? ""
        }.joined()
        let words = SearchWords(search)
        if words.isEmpty { continue }
        let expected = all.flatMap { conversation in
          conversation.entries.filter { words.stand(in: [$0.text]) }
            .map { "\(conversation.id.rawValue) \($0.id.rawValue)" }
        }
        let found = names(
          hits(desk, search, limit: Int.random(in: 1...9, using: &random)).filter { $0.entry != nil })
        #expect(found.sorted() == expected.sorted(), "\(search) in round \(round)")
      }
    }
  }

  /// A line with nothing, with all but ASCII, or with everything inside of texts escaped.
  private func escaped(_ line: String, _ style: Int) -> String {
    if style == 0 { return line }
    var result = ""
    var isInText = false
    var isEscape = false
    var before = ""
    for scalar in line.unicodeScalars {
      let isPlain = !isEscape && scalar != "\\"
      if isPlain, scalar == "\"" { isInText = before.hasSuffix("\"text\":") }
      let isChanged = isInText && isPlain && scalar != "\"" && (style == 2 || scalar.value >= 0x80)
      if isChanged {
        for unit in String(scalar).utf16 {
          let hex = String(unit, radix: 16, uppercase: unit % 2 == 0)
          result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
        }
      } else {
        result.unicodeScalars.append(scalar)
      }
      isEscape = !isEscape && scalar == "\\"
      before = String((before + String(scalar)).suffix(8))
    }
    return result
  }
}
