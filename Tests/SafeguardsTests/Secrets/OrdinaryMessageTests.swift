import Testing

@testable import Safeguards

@Suite("Ordinary messages")
struct OrdinaryMessageTests {
  private func isOrdinary(_ text: String, after context: [SecretMessage] = []) -> Bool {
    let messages = context.map(SecretFixtures.scan.prepare)
    let message = SecretFixtures.scan.prepare(SecretMessage(text: text))
    return OrdinaryMessage.isOne(message.reading, SecretContext(messages.map(\.asContext)))
  }

  @Test(
    "words, prices, times and dates are passed over",
    arguments: [
      "my payment of 49.90 did not arrive", "it’s well-known, isn’t it?! 😡", "платёж на 4 990 ₽ не пришёл",
      "документи надіслав учора о 09:30", "tolong cek pesanan saya ya kak 🙏", "注文を確認していただけますか",
      "لم تصل دفعتي بقيمة 49.90", "on 12.03.26, at about 9", "HELLO? Is McDonald’s iPhone offer over",
    ])
  func ordinary(_ text: String) { #expect(isOrdinary(text)) }

  @Test(
    "whatever could be a secret, or is about one, is read by all rules",
    arguments: [
      "Hunter2", "pass!word", "qwertz", "anna/hunter", "my pasword is blue", "4111 1111 1111 1111",
      "48213377 1",
      "four seven one one", "correct-horse-battery", "https://x.example/a", "a@example.com", "mein PIN",
      "пароль",
      "aBcDeFgH", "AKIAJRTPLXQDHSWVNOEC", "it's sun$$hine with a capital S", "annasmith\ncorrect--horse",
    ])
  func telling(_ text: String) { #expect(!isOrdinary(text)) }

  @Test("an ordinary word is none where a secret was asked for")
  func asked() {
    let question = SecretMessage(text: "What is your password?", isFromCustomer: false)
    #expect(!isOrdinary("sunflower", after: [question]))
  }

  @Test("nothing is passed over in which the rules find something", arguments: [1, 2, 3] as [UInt64])
  func exact(_ seed: UInt64) {
    let scan = SecretFixtures.scan
    var passed = 0
    for half in SecretMessageTemplate.Half.allCases {
      var generator = SecretMessageGenerator(seed: seed, half: half)
      for template in SecretFixtures.templates where template.half == half {
        let sample = generator.sample(template)
        let context = sample.context.map(scan.prepare)
        let message = scan.prepare(SecretMessage(text: sample.text))
        let found = scan.spans(in: message, after: context, passesOver: true)
        #expect(found == scan.spans(in: message, after: context, passesOver: false), "\(sample.text)")
        if OrdinaryMessage.isOne(message.reading, SecretContext(context.map(\.asContext))) { passed += 1 }
      }
    }
    #expect(passed > 0)
  }
}
