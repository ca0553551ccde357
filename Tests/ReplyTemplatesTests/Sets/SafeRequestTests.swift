import LocalePacks
import ReplyTemplates
import SystemCalls
import Testing

@Suite("The safe request")
struct SafeRequestTests {
  private static let folder = TemplateFixtures.root + "/Templates/safe-request"

  private static let shipped: TemplateSet = {
    let names = (try? FileSystem.list(folder)) ?? []
    return TemplateSet(
      names.sorted().map { name in
        TemplateFile(
          layer: "shipped", name: "safe-request/\(name)", path: name,
          bytes: (try? FileSystem.contents(of: "\(folder)/\(name)", limit: 1 << 20)) ?? [])
      })
  }()

  /// Every language that ships, each in the forms that customers have.
  private static let tags = [
    "id", "ms", "uk", "ru", "kk", "en", "de", "fr", "es", "pt", "pt-BR", "it", "pl", "tr", "ar", "fa", "he",
    "hi", "bn",
    "th", "vi", "ja", "ko", "zh-Hans", "zh-Hant", "fil", "uz", "fr-CA",
  ]

  @Test("has every part in every locale, for a person and for a company", arguments: tags)
  func complete(_ tag: String) throws {
    let request = try #require(Self.shipped.requests[TemplateFixtures.tag(tag)], "\(tag)")
    #expect(request.missing.isEmpty, "\(tag): \(request.missing)")
    let known = Set(SafeRequest.facts).union(["customer.address", "customer.company", "me.name"])
    for body in request.texts.values.flatMap(\.values) {
      #expect(body.placeholders.allSatisfy { known.contains($0.fact) }, "\(tag)")
    }
  }

  @Test(
    "reads as one message whether its facts are known or not, as a question, and not too long",
    arguments: tags)
  func whole(_ tag: String) throws {
    let request = try #require(Self.shipped.requests[TemplateFixtures.tag(tag)])
    let writer = try TemplateFixtures.writer(tag)
    for kind in SafeRequest.Kind.allCases {
      for facts in [KnownFacts(), KnownFacts(["request.until": .date(20_790)])] {
        let renderer = TemplateRenderer(facts, writer: writer)
        var isWhole = true
        let text = try #require(
          request.text(kind) { body in
            let reply = renderer.render(body)
            isWhole = isWhole && reply.isWhole
            return reply.text
          })
        #expect(isWhole, "\(tag) \(kind)")
        #expect(text.contains { "?？؟".contains($0) } || ["th", "ja"].contains(tag), "\(tag) \(kind)")
        #expect(
          (150...1_300).contains(text.count) || ["ja", "zh-Hans", "zh-Hant", "ko"].contains(tag),
          "\(tag) \(text.count)")
        #expect(!text.contains("{{") && !text.contains("[["), "\(tag)")
      }
    }
  }

  @Test("tells what stands where the agent fills nothing in", arguments: tags)
  func fallbacks(_ tag: String) throws {
    let request = try #require(Self.shipped.requests[TemplateFixtures.tag(tag)])
    let renderer = TemplateRenderer(KnownFacts(), writer: try TemplateFixtures.writer(tag))
    for kind in SafeRequest.Kind.allCases {
      let text = try #require(request.text(kind) { renderer.render($0).text })
      for fact in SafeRequest.facts {
        let body = try #require(request.fallback(for: fact, kind), "\(tag) \(kind) \(fact)")
        let fallback = renderer.render(body).text
        #expect(!fallback.isEmpty && text.contains(fallback), "\(tag) \(kind) \(fact): \(fallback)")
      }
      #expect(request.fallback(for: "order.number", kind) == nil)
    }
  }

  /// Imperatives of the verbs with which access is demanded, and the words that make them polite.
  private static let imperatives: [String: [String]] = [
    "en": ["please", "send us", "tell us", "give us your", "write us"],
    "ru": ["пожалуйста", "пришлите", "отправьте", "напишите", "сообщите", "укажите", "смените", "выберите"],
    "uk": ["будь ласка", "надішліть", "напишіть", "повідомте", "вкажіть", "змініть", "оберіть"],
    "de": ["bitte", "senden sie uns", "schicken sie", "geben sie uns", "wählen sie"],
    "id": ["tolong ", "mohon kirim", "silakan kirim", "kirimkan kata", "berikan kata", "silakan"],
    "es": ["por favor", "envíe", "envíenos", "escriba", "elija", "díganos"],
    "fr": ["s’il vous plaît", "veuillez", "envoyez", "écrivez", "choisissez", "donnez"],
    "pt-BR": ["por favor", "envie", "escreva", "escolha", "mande"],
    "it": ["per favore", "invii", "scriva", "scelga", "mandi"],
    "pl": ["proszę", "niech ", "wyślij", "napisz", "wybierz"],
    "tr": ["lütfen", "gönderin", "yazın", "seçin"],
    "ja": ["ください", "なさい"], "ko": ["보내주세요", "알려주세요", "선택하세요", "하십시오"], "zh-Hans": ["请"], "zh-Hant": ["請"],
    "vi": ["hãy", "vui lòng", "xin gửi"], "th": ["กรุณา", "โปรด"],
  ]

  /// Whether a text holds words that begin where a word begins; anywhere in scripts without spaces.
  private static func holds(_ text: String, _ word: String) -> Bool {
    let isUnspaced = word.unicodeScalars.contains { $0.value >= 0x0E00 && $0.value < 0xAC00 }
    return text.ranges(of: word).contains { range in
      isUnspaced || range.lowerBound == text.startIndex
        || !text[text.index(before: range.lowerBound)].isLetter
    }
  }

  @Test("demands nothing", arguments: imperatives.keys.sorted())
  func noImperative(_ tag: String) throws {
    let request = try #require(Self.shipped.requests[TemplateFixtures.tag(tag)])
    let renderer = TemplateRenderer(KnownFacts(), writer: try TemplateFixtures.writer(tag))
    for kind in SafeRequest.Kind.allCases {
      let text = try #require(request.text(kind) { renderer.render($0).text }).lowercased()
      for word in Self.imperatives[tag] ?? [] {
        #expect(!Self.holds(text, word), "\(tag) \(kind): \(word)")
      }
    }
  }

  @Test(
    "that is damaged is told by its line",
    arguments: [
      ("# Private\n", 1), ("# Personal\n## what\nx\n", 2), ("loose\n", 1), ("## why\nx\n", 1),
      ("# Personal\n## why\n{{x\n", 3), ("# Personal\n## why\na\n## why\nb\n", 4),
    ])
  func damaged(_ text: String, _ line: Int) {
    let set = TemplateSet([TemplateFixtures.file("safe-request/en.md", text)])
    #expect(set.problems.contains { $0.line == line }, "\(set.problems)")
    #expect(set.requests[TemplateFixtures.tag("en")]?.text(.personal) { _ in "" } == nil)
  }
}
