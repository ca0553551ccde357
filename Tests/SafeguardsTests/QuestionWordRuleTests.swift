import Testing

@testable import Safeguards

@Suite("A question word that belongs to a secret")
struct QuestionWordRuleTests {
  private func requests(_ text: String, _ language: String = "en") -> [String] {
    CredentialFixtures.findings(text, language: language).map(\.rule)
  }

  @Test(
    "asks for it, before the secret or behind it",
    arguments: [
      ("en", "Which password do you use?"), ("en", "With what password do you sign in?"),
      ("ru", "Какой у вас пароль?"), ("uk", "Який у вас пароль?"), ("de", "Welches Passwort verwenden Sie?"),
      ("id", "Kata sandi apa yang dipakai?"), ("vi", "Anh dùng mật khẩu nào?"), ("zh-Hans", "您用的是哪个密码？"),
    ])
  func asks(_ language: String, _ text: String) {
    #expect(requests(text, language) == ["credential.ask"])
  }

  @Test(
    "asks for nothing when the question is about a change, or when it is none",
    arguments: [
      "Which password did you forget?", "What password did you change?", "What are the password rules?",
      "It is up to you which password you choose.", "For which account did you forget the password?",
    ])
  func changes(_ text: String) {
    #expect(requests(text) == [])
  }

  @Test("is parted from the secret by any word that is in no list, or by a denial")
  func parted() {
    #expect(requests("Which colour is the field with the password?") == [])
    #expect(requests("What don't you tell anybody, which password?") == [])
  }

  @Test("costs the same for each byte of a hostile text")
  func hostile() {
    #expect(requests(String(repeating: "which your ", count: 20_000)) == [])
    #expect(!requests(String(repeating: "which password ", count: 10_000)).isEmpty)
  }
}
