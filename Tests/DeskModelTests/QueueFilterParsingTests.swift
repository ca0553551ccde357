import DeskModel
import SeededRandom
import Testing

@Suite("QueueFilter, parsing")
struct QueueFilterParsingTests {
  private static let good: [(String, [QueueTerm])] = [
    ("", []), (" \t ", []),
    (
      "tag:billing lang:id channel:mail status:pending",
      [.tag("billing"), .language("id"), .channel("mail"), .status("pending")]
    ),
    (
      "waiting>1h due<30m quiet>2d",
      [.waiting(.longer, 3_600), .due(.shorter, 1_800), .quiet(.longer, 172_800)]
    ),
    (
      "waiting<1h30m quiet<1w due>45M",
      [.waiting(.shorter, 5_400), .quiet(.shorter, 604_800), .due(.longer, 2_700)]
    ),
    ("due<-10m", [.due(.shorter, -600)]), (#"quiet>"2d""#, [.quiet(.longer, 172_800)]),
    ("who:me who:NOBODY who:olena", [.assignee("me"), .assignee("nobody"), .assignee("olena")]),
    (#"who:"Me""#, [.assignee("Me")]),
    (
      "from:dewi is:vip is:LATE is:public",
      [.customer("dewi"), .state(.vip), .state(.late), .state(.isPublic)]
    ),
    (
      #"-tag:spam -refund -"two words""#,
      [.not(.tag("spam")), .not(.text("refund")), .not(.text("two words"))]
    ),
    ("--is:vip", [.not(.not(.state(.vip)))]),
    (#"tag:"two words" from:"O\"Neil \\""#, [.tag("two words"), .customer(#"O"Neil \"#)]),
    ("TAG:a Waiting>1s", [.tag("a"), .waiting(.longer, 1)]),
    (
      "10:30 http://example.org/?a=b re: 5\" a<b 注意:これ 17:",
      ["10:30", "http://example.org/?a=b", "re:", "5\"", "a<b", "注意:これ", "17:"].map { .text($0) }
    ),
    (#""tag:billing" """#, [.text("tag:billing"), .text("")]),
    ("тег оплата\u{3000}да", [.text("тег"), .text("оплата"), .text("да")]),
  ]

  @Test("what is typed becomes conditions", arguments: good)
  func parses(text: String, terms: [QueueTerm]) throws {
    #expect(try QueueFilter(parsing: text).terms == terms)
  }

  private static let desks: [(String, QueueFilter, canonical: String)] = [
    ("desk:rt", QueueFilter(desks: [DeskTerm("rt")]), "desk:rt"),
    ("-DESK:rt", QueueFilter(desks: [DeskTerm("rt", isWanted: false)]), "-desk:rt"),
    ("---desk:rt", QueueFilter(desks: [DeskTerm("rt", isWanted: false)]), "-desk:rt"),
    ("--desk:rt", QueueFilter(desks: [DeskTerm("rt")]), "desk:rt"),
    (
      #"tag:a desk:own -desk:"o r" word"#,
      QueueFilter(
        terms: [.tag("a"), .text("word")], desks: [DeskTerm("own"), DeskTerm("o r", isWanted: false)]),
      #"desk:own -desk:"o r" tag:a word"#
    ),
    (#""desk:rt""#, QueueFilter(terms: [.text("desk:rt")]), #""desk:rt""#),
  ]

  @Test("conditions on desks stand apart from those on conversations", arguments: desks)
  func deskConditions(text: String, filter: QueueFilter, canonical: String) throws {
    let read = try QueueFilter(parsing: text)
    #expect(read == filter && !read.isEmpty)
    #expect(read.text == canonical)
    #expect(try QueueFilter(parsing: canonical) == filter)
  }

  private static let bad: [(String, QueueFilterError, isUnfinished: Bool)] = [
    ("tag:", .missingValue(key: "tag", expected: "a tag", at: 4), true),
    ("ok tag: x", .missingValue(key: "tag", expected: "a tag", at: 7), true),
    ("-desk:", .missingValue(key: "desk", expected: "a desk's name in the config", at: 6), true),
    ("desk>rt", .wrongSign(key: "desk", expected: ":", at: 4), false),
    ("waiting>", .missingValue(key: "waiting", expected: TimeSpan.example, at: 8), true),
    ("waiting>1", .missingValue(key: "waiting", expected: TimeSpan.example, at: 9), true),
    ("waiting>1h30", .missingValue(key: "waiting", expected: TimeSpan.example, at: 12), true),
    ("due<-", .missingValue(key: "due", expected: TimeSpan.example, at: 5), true),
    ("a -", .missingValue(key: "-", expected: "a condition", at: 3), true),
    (#"é "abc"#, .missingQuote(at: 3), true),
    (#"tag:"abc\""#, .missingQuote(at: 4), true),
    (#""abc"d"#, .missingSpace(at: 5), false),
    ("é foo:bar", .unknownKey("foo", at: 3), false),
    ("-Tga:x", .unknownKey("tga", at: 1), false),
    ("waiting:1h", .wrongSign(key: "waiting", expected: "> or <", at: 7), false),
    ("tag>x", .wrongSign(key: "tag", expected: ":", at: 3), false),
    ("waiting>soon", .wrongValue(key: "waiting", value: "soon", expected: TimeSpan.example, at: 8), false),
    ("waiting>30m1h", .wrongValue(key: "waiting", value: "30m1h", expected: TimeSpan.example, at: 8), false),
    ("due<-1x", .wrongValue(key: "due", value: "-1x", expected: TimeSpan.example, at: 4), false),
    (
      "quiet>99999999999999999999d",
      .wrongValue(key: "quiet", value: "99999999999999999999d", expected: TimeSpan.example, at: 6), false
    ),
    ("is:purple", .wrongValue(key: "is", value: "purple", expected: states, at: 3), false),
    ("is:vi", .wrongValue(key: "is", value: "vi", expected: states, at: 3), true),
  ]
  private static let states = "vip, late, unread, waiting, due, mine, public"

  @Test("what is wrong is told with its place; what is only half typed can be told apart", arguments: bad)
  func refuses(text: String, error: QueueFilterError, isUnfinished: Bool) {
    #expect(throws: error) { _ = try QueueFilter(parsing: text) }
    #expect(error.isUnfinished == isUnfinished)
  }

  @Test("each error is one sentence that says where")
  func sentences() {
    #expect(
      QueueFilterError.unknownKey("foo", at: 3).description
        == "there is no foo: to filter by at character 4; known are tag:, lang:, channel:, status:, who:, from:, desk:, is:, waiting>, due> and quiet>; put words with a colon in quotes"
    )
    for (_, error, _) in Self.bad {
      #expect(error.description.contains("at character \(error.offset + 1)"))
      #expect(!error.expected.isEmpty)
    }
  }

  @Test("what is written back is the shortest that reads as the same")
  func canonical() throws {
    let text = #"TAG:"billing"   "two  words" who:ME -"-x" waiting>90m is:Vip "10:30" from:"a b" quiet<0s"#
    #expect(
      try QueueFilter(parsing: text).text
        == #"tag:billing "two  words" who:me -"-x" waiting>1h30m is:vip 10:30 from:"a b" quiet<0m"#)
  }

  private static let scraps = [
    "a", "tag", ":", "\"", "\\", " ", "-", "me", "nobody", "ME", "is", "10", "/", ">", "<", "é", "ж",
    "\u{301}", "\u{2028}", "desk",
    "\u{3000}", "foo", "1h", "\0", "🇺🇦",
  ]

  private static func desk(_ generator: inout SeededGenerator) -> DeskTerm {
    let name = (0..<Int.random(in: 0...4, using: &generator)).map { _ in
      scraps[Int.random(in: 0..<scraps.count, using: &generator)]
    }.joined()
    return DeskTerm(name, isWanted: Bool.random(using: &generator))
  }

  private static func term(_ generator: inout SeededGenerator, depth: Int = 0) -> QueueTerm {
    let value = (0..<Int.random(in: 0...4, using: &generator)).map { _ in
      scraps[Int.random(in: 0..<scraps.count, using: &generator)]
    }.joined()
    let comparison = Bool.random(using: &generator) ? SpanComparison.longer : .shorter
    let span =
      Bool.random(using: &generator)
      ? Int64.random(in: -400_000...400_000, using: &generator)
      : Int64.random(in: -Int64.max ... .max, using: &generator)
    switch Int.random(in: 0..<12, using: &generator) {
    case 0: return .tag(value)
    case 1: return .language(value)
    case 2: return .channel(value)
    case 3: return .status(value)
    case 4: return .assignee(value)
    case 5: return .customer(value)
    case 6: return .state(QueueRowState.allCases.randomElement(using: &generator) ?? .vip)
    case 7: return .waiting(comparison, span)
    case 8: return .due(comparison, span)
    case 9: return .quiet(comparison, span)
    case 10 where depth < 3: return .not(term(&generator, depth: depth + 1))
    default: return .text(value)
    }
  }

  @Test("every filter reads back as itself")
  func roundTrip() throws {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<4_000 {
      let filter = QueueFilter(
        terms: (0..<Int.random(in: 0...3, using: &generator)).map { _ in Self.term(&generator) },
        desks: (0..<Int.random(in: 0...1, using: &generator)).map { _ in Self.desk(&generator) })
      #expect(try QueueFilter(parsing: filter.text) == filter, "\(filter.text.debugDescription)")
    }
  }

  @Test("nothing that can be typed traps, and every error stands inside the text")
  func anything() {
    var generator = SeededGenerator(seed: 8)
    var failures = 0
    for _ in 0..<4_000 {
      let text = (0..<Int.random(in: 0...8, using: &generator)).map { _ in
        Self.scraps[Int.random(in: 0..<Self.scraps.count, using: &generator)]
      }.joined()
      do throws(QueueFilterError) { _ = try QueueFilter(parsing: text) } catch {
        failures += 1
        #expect((0...text.utf8.count).contains(error.offset))
      }
    }
    #expect(failures > 100)
  }
}
