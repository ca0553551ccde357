import DeskModel
import LocalePacks
import ReplyTemplates
import SeededRandom
import Testing

@Suite struct AnswerIndexTests {
  static let index = AnswerIndex([
    answer(
      "delivery-late", "A parcel is late", tags: ["parcel"], shortcuts: ["late"],
      asks: ["Where is my order?"],
      texts: [
        "en": ["Your parcel should have come on Monday. It is moving."], "id": ["Paket Anda terlambat."],
      ]),
    answer(
      "refund-status", "Where a refund stands", tags: ["money"], shortcuts: ["refund"],
      texts: [
        "en": ["The refund left our bank yesterday."],
        "ru": ["Возврат отправлен вчера, деньги придут через три дня. Ещё раз извините."],
      ]),
    answer(
      "login/locked", "Account is locked", asks: ["I cannot log in"],
      texts: ["en": ["Your account was locked after five attempts."], "zh": ["您的账户已被锁定，请重置密码。"]]),
    answer(
      "double-charge", "Charged twice", tags: ["money", "réclamation"],
      texts: [
        "en": ["You were charged twice."], "th": ["คุณถูกเรียกเก็บเงินสองครั้ง"],
        "de": ["Die Straßengebühr wurde doppelt abgebucht."],
      ]),
    answer(
      "thanks", "Thanks for praise",
      texts: ["en": ["Thank you, this made our day!"], "ko": ["칭찬해 주셔서 감사합니다"]]),
  ])

  static func answer(
    _ id: String, _ title: String, tags: [String] = [], shortcuts: [String] = [], asks: [String] = [],
    texts: [String: [String]] = [:]
  ) -> IndexedAnswer {
    IndexedAnswer(
      id: AnswerID(id), titles: [title], tags: tags, shortcuts: shortcuts, asks: asks,
      texts: Dictionary(
        uniqueKeysWithValues: texts.compactMap { tag, list in LocaleTag(tag).map { ($0, list) } }))
  }

  @Test(arguments: [
    ("late", "delivery-late"), ("dlate", "delivery-late"), ("delivery late", "delivery-late"),
    ("late delivery", "delivery-late"), ("DELIV", "delivery-late"), ("where is my ordre", "delivery-late"),
    ("parcl", "delivery-late"), ("terlambat", "delivery-late"), ("refnud", "refund-status"),
    ("refund stat", "refund-status"), ("возврат", "refund-status"), ("ВОЗВ", "refund-status"),
    ("еще раз извините", "refund-status"), ("деньги прийдут", "refund-status"), ("锁定", "login/locked"),
    ("重置密码", "login/locked"), ("locked account", "login/locked"), ("lolo", "login/locked"),
    ("reclamation", "double-charge"), ("เก็บเงิน", "double-charge"), ("strassengebuhr", "double-charge"),
    ("twice charged", "double-charge"), ("감사", "thanks"), ("칭찬해주", "thanks"), ("t", "thanks"),
    ("made our day", "thanks"),
  ])
  func findsWhatWasMeantFirst(query: String, answer: String) {
    #expect(Self.index.search(query).first?.id.path == answer)
  }

  @Test(arguments: ["", "   ", "?!", "qqqzzz", "\u{301}"])
  func findsNothingForNothing(query: String) {
    #expect(Self.index.search(query) == [])
  }

  @Test func aShortcutTypedInFullComesBeforeEveryText() {
    let texts = ["en": [String](repeating: "late late late", count: 3)]
    let index = AnswerIndex(
      (0..<30).map { Self.answer("late-\($0)", "late", texts: texts) } + [
        Self.answer("other", "Something else", shortcuts: ["late"])
      ])
    #expect(index.search("late", limit: 1).map(\.id.path) == ["other"])
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func everyTitleInAnyScriptFindsItsAnswer(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let alphabets: [ClosedRange<UInt32>] = [
      0x61...0x7A, 0xC0...0x17F, 0x370...0x52F, 0x5D0...0x5EA, 0x620...0x64A, 0x904...0x939, 0xE01...0xE30,
      0x3041...0x30FA,
      0x4E00...0x9FFF, 0xAC00...0xD7A3, 0x1F300...0x1F5FF,
    ]
    let titles = try (0..<60).map { _ in
      let alphabet = try #require(alphabets.randomElement(using: &random))
      return (0..<3).map { _ in
        String(
          String.UnicodeScalarView(
            (0..<6).compactMap { _ in Unicode.Scalar(.random(in: alphabet, using: &random)) }))
      }.joined(separator: " ")
    }
    let index = AnswerIndex(titles.enumerated().map { Self.answer("x/\($0)", $1) })
    for (number, title) in titles.enumerated() {
      #expect(index.search(title.uppercased()).first?.id.path == "x/\(number)", "\(title)")
    }
  }

  @Test func readsNoMoreOfAHugeTextThanItNeeds() {
    let huge = "parcel late " + String(repeating: "👩‍👩‍👧‍👦 \u{301}\u{0} ﷽", count: 20_000)
    #expect(Self.index.search(huge).first?.id.path == "delivery-late")
  }

  @Test func keepsToTheLimitAndToWhatIsAllowed() {
    let all = Self.index.search("money", limit: 10)
    #expect(Set(all.prefix(2).map(\.id.path)) == ["refund-status", "double-charge"])
    #expect(Self.index.search("money", limit: 1).count == 1)
    #expect(Self.index.search("money", limit: 0).isEmpty)
    let place = Self.index.place(of: AnswerID("refund-status"))
    #expect(Self.index.search("money") { $0 != place }.first?.id.path == "double-charge")
  }

  @Test func ofEquallyGoodAnswersTheEarlierIsFirst() {
    let index = AnswerIndex(["b", "a"].map { Self.answer($0, "same", texts: ["en": ["the same text"]]) })
    #expect(index.search("the same text").map(\.id.path) == ["b", "a"])
  }

  @Test func readsAnAnswerWithAllItsLocales() throws {
    let text = Variant(
      name: "plain", audience: .customer, source: "Hi {{customer.name}}",
      body: TemplateBody([.text("Kereta pos "), .placeholder(Placeholder(fact: "customer.name"))]))
    let answer = Answer(
      id: AnswerID("x"),
      about: AnswerAbout(title: "Post", settings: AnswerSettings(tags: ["slow"], shortcuts: ["p"])),
      locales: [try #require(LocaleTag("id")): AnswerTexts(title: "Pos", asks: ["mana?"], variants: [text])])
    let indexed = IndexedAnswer(answer)
    #expect(indexed.titles == ["Post", "Pos"])
    #expect(indexed.asks == ["mana?"])
    #expect(AnswerIndex([indexed]).search("kereta").first?.id.path == "x")
  }
}
