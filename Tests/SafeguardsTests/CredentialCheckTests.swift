import DeskModel
import LocalePacks
import SystemCalls
import Testing

@testable import Safeguards

@Suite("Requests for secrets")
struct CredentialCheckTests {
  /// A draft of the development set, with what was said before it.
  struct Sample: Sendable, CustomTestStringConvertible {
    var language: String
    /// `+` for `credential.ask`, `!` for `credential.never`, `-` for none.
    var label: String
    var before: [String]
    var text: String

    var testDescription: String { "\(language) \(label) \(text)" }
  }

  private static let checkout = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    .joined(separator: "/")

  private static let samples: [Sample] = {
    let path = checkout + "/Tests/SafeguardsTests/Credentials/requests.tsv"
    let bytes = (try? FileSystem.contents(of: path, limit: 1 << 20)) ?? []
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
      let fields = line.split(separator: "\t", maxSplits: 2).map(String.init)
      guard fields.count == 3 else { return nil }
      let messages = fields[2].replacing("⏎", with: "\n").split(separator: "|||").map(String.init)
      return Sample(
        language: fields[0], label: fields[1], before: messages.dropLast(), text: messages.last ?? "")
    }
  }()

  private static let library: PackLibrary = {
    let root = checkout + "/Locales"
    let files = ((try? FileSystem.list(root)) ?? []).sorted().compactMap { name -> PackFile? in
      guard let tag = LocaleTag(name),
        let bytes = try? FileSystem.contents(of: "\(root)/\(name)/pack.json5", limit: 4 << 20)
      else { return nil }
      return PackFile(tag: tag, layer: "shipped", path: name, bytes: bytes)
    }
    return PackLibrary(files, family: LocaleFamily(parents: [:], aliases: [:], likely: [:]))
  }()

  private static let checks: [String: CredentialCheck] = Dictionary(
    uniqueKeysWithValues: Set(samples.map(\.language) + ["root"]).map { name in
      (name, CredentialCheck(library.resolve(LocaleTag(name) ?? .root).pack))
    })

  private func findings(
    _ text: String, before: [String] = [], language: String = "en", audience: Audience = .customer
  ) -> [Finding] {
    let thread = before.enumerated().map { place, text in
      Entry(
        id: EntryID("e\(place)"), at: Timestamp(milliseconds: 0),
        author: Author(kind: .agent, id: "a", name: "A"), audience: .customer, text: text)
    }
    let draft = Draft(text: text, audience: audience, thread: thread)
    return Self.checks[language]?.findings(in: draft) ?? []
  }

  @Test("are stopped in every language, and what only looks so is not", arguments: samples)
  func sample(_ sample: Sample) {
    let rules = Set(findings(sample.text, before: sample.before, language: sample.language).map(\.rule))
    switch sample.label {
    case "-": #expect(rules.isEmpty)
    case "!": #expect(rules.contains("credential.never"))
    default: #expect(rules == ["credential.ask"])
    }
  }

  @Test("are tried with samples of requests and of others in every language that has a pack")
  func everyLanguage() {
    let languages = Self.library.tags.filter { $0.region == nil && $0 != .root }
    for language in languages {
      let own = Self.samples.filter { $0.language == language.description }
      #expect(own.contains { $0.label == "+" }, "\(language)")
      #expect(own.contains { $0.label == "!" }, "\(language)")
      #expect(own.filter { $0.label == "-" }.count >= 3, "\(language)")
    }
  }

  @Test("are errors with their place in UTF-8 bytes and the secret's name")
  func finding() {
    let text = "Grüße! What's your password?"
    #expect(
      findings(text) == [
        Finding(
          rule: "credential.ask", severity: .error, range: 9..<29, messageKey: "finding.credential.ask",
          arguments: ["password"], suggestionKey: "finding.credential.ask.instead")
      ])
    #expect(parts(of: text, findings(text)) == ["What's your password"])
  }

  @Test("are left alone in notes, quoted lines, links and placeholders, not in public")
  func places() {
    #expect(findings("What's your PIN?", audience: .internal) == [])
    #expect(findings("What's your PIN?", audience: .world).map(\.rule) == ["credential.never"])
    #expect(findings("> What's your PIN?\nWe never ask for that.") == [])
    #expect(findings("Please send us {password}.") == [])
    #expect(findings("Please tell us whether https://example.org/password opens.") == [])
  }

  @Test(
    "are seen through dots, blanks, digits, full width, invisible letters and look-alikes",
    arguments: [
      "Send me your p.a.s.s.w.o.r.d", "Send me your p a s s w o r d", "Send me your pass-word",
      "Send me your p@ssw0rd", "Send me your ｐａｓｓｗｏｒｄ", "Send me your pass\u{200B}word",
      "Send me your раsswоrd",
      "SEND ME YOUR PASSWORD", "Send me your pässwörd",
    ])
  func disguises(_ text: String) {
    #expect(findings(text).map(\.rule) == ["credential.ask"])
  }

  @Test("are seen in English words within another language, and without a known language")
  func mixed() {
    #expect(findings("Скиньте ваш password", language: "ru").map(\.rule) == ["credential.ask"])
    #expect(findings("What's your password?", language: "root").map(\.rule) == ["credential.ask"])
  }

  @Test("cost the same for each byte of a hostile text")
  func hostile() {
    #expect(findings(String(repeating: "send ", count: 20_000)) == [])
    #expect(findings(String(repeating: "a.", count: 50_000)) == [])
  }
}
