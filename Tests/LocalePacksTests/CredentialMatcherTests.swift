import Testing

@testable import LocalePacks

@Suite("Finding the words of requests for secrets")
struct CredentialMatcherTests {
  private let matcher = CredentialMatcher([
    CredentialWords(
      id: "p", kind: .password, forms: ["парол-", "mot de passe", "密码"], provenance: Self.none),
    CredentialWords(id: "s", kind: .safe, forms: ["mot de passe oublié"], provenance: Self.none),
    CredentialWords(id: "k", kind: .key, forms: ["ssh kalit-", "المرور"], provenance: Self.none),
  ])

  private static let none = Provenance(
    sources: [], status: .unsourced, origin: PackOrigin(tag: .root, layer: "shipped"))

  private func found(_ text: String) -> [String] {
    let read = matcher.read(text)
    return matcher.matches(in: read).map { match in
      "\(match.kind) \(String(decoding: read.bytes[read.bytes(of: match.places)], as: UTF8.self))"
    }
  }

  @Test(
    "begins at words, takes the rest of a word, and lets the longest form count",
    arguments: [
      ("Ваш пароль?", ["password пароль"]), ("спароль", []), ("Mot de Passe", ["password Mot de Passe"]),
      ("mot de passe oublie", ["safe mot de passe oublie"]), ("mot, de passe", []),
      ("mot-de-passe", ["password mot-de-passe"]),
      ("您的密码是", ["password 密码"]), ("SSH kalitingiz", ["key SSH kalitingiz"]), ("بالمرور", ["key المرور"]),
      ("п а р о л ь", ["password п а р о л ь"]), ("пapoль", ["password пapoль"]), ("密 码", ["password 密 码"]),
    ])
  func forms(_ text: String, _ expected: [String]) {
    #expect(found(text) == expected)
  }

  @Test("knows sentences, and lines that a mail program has broken")
  func sentences() {
    #expect(matcher.read("One. Two! three\nfour\nFive\n\nsix").sentences.count == 5)
    #expect(matcher.read("> quoted\nown").sentences.count == 1)
    #expect(matcher.read("").sentences.isEmpty)
    #expect(matcher.read("What? Yes: list:\n- A").isQuestion == [true, false, false])
  }
}
