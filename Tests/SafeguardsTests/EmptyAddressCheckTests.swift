import DeskModel
import Safeguards
import Testing

@Suite("Empty address")
struct EmptyAddressCheckTests {
  static let broken: [(String, String)] = [
    ("Hello , how are you", "Hello ,"), ("Hi !", "Hi !"), ("  Good morning  , we", "Good morning  ,"),
    ("Thanks.\nHello ,\nbye", "Hello ,"), ("Dear,", "Dear,"), ("Dear , we", "Dear ,"),
    ("Вітаю , пишу", "Вітаю ,"), ("Шановна, дякуємо", "Шановна,"), ("Уважаемый !", "Уважаемый !"),
    ("Halo Kak , sudah", "Halo Kak ,"), ("Yth. ,", "Yth. ,"), ("Bonjour , merci", "Bonjour ,"),
    ("Sehr geehrte Frau ,", "Sehr geehrte Frau ,"), ("Вітаю, пане , дякуємо", "Вітаю, пане ,"),
  ]

  static let whole = [
    "", "Hello!", "Hello, how are you", "Hello Dewi, we", "Dear Dewi, we", "Halo Kak, sudah",
    "Halo Kak Dewi ,",
    "Bonjour !", "Salut !", "Yes , of course", "Well, dear , no", "my dear, come", "Шановна пані Софіє,",
    "Hello",
  ]

  @Test("a greeting without its name is found", arguments: broken)
  func finds(text: String, part: String) {
    let findings = EmptyAddressCheck().findings(in: .reply(text))
    #expect(parts(of: text, findings) == [part])
    #expect(findings.first?.severity == .warn)
  }

  @Test("whole greetings and hurried typing are left alone", arguments: whole)
  func leavesAlone(text: String) {
    #expect(parts(of: text, EmptyAddressCheck().findings(in: .reply(text))) == [])
  }

  @Test("French spacing before an exclamation mark is French only")
  func knowsFrench() {
    #expect(EmptyAddressCheck().findings(in: .reply("Hello !", locale: "fr-CA")).isEmpty)
    #expect(EmptyAddressCheck().findings(in: .reply("Hello !", locale: "en")).count == 1)
    #expect(EmptyAddressCheck().findings(in: .reply("Hello !", locale: "fry")).count == 1)
  }
}
