import LocalePacks
import SeededRandom
import Testing

@testable import Safeguards

@Suite("Finding secrets")
struct SecretScanTests {
  @Test(
    "finds a value by its noun, and nothing but the value",
    arguments: [
      ("my password is Hunter22", ["password Hunter22"]),
      ("password: Hunter22, thanks", ["password Hunter22"]),
      ("pw Hunter22", ["password Hunter22"]), ("Пароль: Лето2024!", ["password Лето2024!"]),
      ("パスワードはHunter22です", ["password Hunter22"]), ("비밀번호는 Hunter22입니다", ["password Hunter22"]),
      ("Passwort „Sommer2024“ geht nicht", ["password Sommer2024"]),
      ("password **Hunter22**", ["password Hunter22"]),
      ("password:\u{A0}Hun\u{200B}ter22 🙂", ["password Hun\u{200B}ter22"]),
      ("Password:\nHunter22", ["password Hunter22"]), ("Hunter22 is my password", ["password Hunter22"]),
      ("my pin number is 4711", ["pin 4711"]), ("PIN 4 7 1 1", ["pin 4 7 1 1"]),
      ("my pin is one two three four", ["pin one two three four"]),
      ("the verification code is 482 913", ["oneTime 482 913"]), ("cvv 123", ["cardCode 123"]),
      ("anna@example.com / Hunter22", ["password Hunter22"]),
      ("login anna, password Hunter22!", ["password Hunter22!"]),
      ("passphrase: otter horse battery staple", ["password otter horse battery staple"]),
      ("my pasword is Hunter22", ["password Hunter22"]), ("secuirty code 123", ["cardCode 123"]),
      ("it was either 4711 or 1174, my pin", ["pin 4711", "pin 1174"]),
    ])
  func named(text: String, found: [String]) {
    #expect(SecretFixtures.found(text) == found)
  }

  @Test(
    "leaves alone what only speaks of a secret, and numbers of other things",
    arguments: [
      "my password is incorrect", "I forgot my PIN", "the PIN is not working", "the pin pad is broken",
      "card pin change please", "the code never came", "password must have 8 letters", "error code: 404",
      "the code SUMMER24 should give me 20 % off", "IMEI 357192286786805", "order 4539578763621486",
      "invoice no. 4539578763621486",
      "call me at +1 555 068 9259", "the login page is down since 12.05.2026", "last 4 digits are 4242",
      "I reset my password in 2024 and now order 776786 is gone", "v2.6.1 asks for the wifi password again",
      "the price is $1234 for the PIN terminal", "tracking RR123456785DE",
    ])
  func harmless(text: String) {
    #expect(SecretFixtures.found(text) == [])
  }

  @Test("takes a bare value for the answer to a question, or for what the customer announced")
  func context() {
    func after(_ before: String, _ isCustomer: Bool, _ text: String) -> [String] {
      SecretFixtures.found(text, after: [SecretMessage(text: before, isFromCustomer: isCustomer)])
    }
    #expect(after("What is your PIN?", false, "4711") == ["pin 4711"])
    #expect(after("What is your PIN?", false, "ok thanks") == [])
    #expect(after("And the code we sent you?", false, "it's 482913") == ["oneTime 482913"])
    #expect(after("What's your order number?", false, "482913") == [])
    #expect(after("one sec, my password is", true, "Hunter22") == ["password Hunter22"])
    #expect(after("the password?", false, "it's Hunter22 with a capital H") == ["password Hunter22"])
    #expect(
      SecretFixtures.found("4711", after: [SecretMessage(text: "What is your PIN?")]) == ["pin 4711"])
  }

  @Test(
    "knows cards, accounts, keys and links by what they look like",
    arguments: [
      ("4539 5787 6362 1486 12/27 123", ["card 4539 5787 6362 1486", "cardCode 123"]),
      ("card ４５３９５７８７６３６２１４８６", ["card ４５３９５７８７６３６２１４８６"]),
      ("بطاقة ٤٥٣٩٥٧٨٧٦٣٦٢١٤٨٦", ["card ٤٥٣٩٥٧٨٧٦٣٦٢١٤٨٦"]), ("4539578763621487", []),
      ("send it to DE89 3704 0044 0532 0130 00 please", ["account DE89 3704 0044 0532 0130 00"]),
      ("DE88 3704 0044 0532 0130 00", []),
      ("AKIAIOSFODNN7EXAMPLE", ["key AKIAIOSFODNN7EXAMPLE"]),
      ("see postgres://app:s3cret@db.example.com/x", ["link postgres://app:s3cret@db.example.com/x"]),
      (
        "https://onetimesecret.com/secret/abc123def456",
        ["link https://onetimesecret.com/secret/abc123def456"]
      ),
      ("https://onetimesecret.com/", []),
      (
        "-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----",
        [
          "key -----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----"
        ]
      ),
    ])
  func formats(text: String, found: [String]) {
    #expect(SecretFixtures.found(text) == found)
  }

  @Test("takes time that grows with a hostile text no more than the text does")
  func linear() {
    let patterns = [
      "pw=", "pw ", "my password is ", "a", "ａ", "4", "4 ", "11-", "(", "\"", "‹", "> ", "://", "a@b.c/",
      "pin\n",
      "password and ", "密码", "は", "-----BEGIN ", "user ", "one ", "word ", "eyJ.", "«", "DE8", "*", "is my ",
      ".",
    ]
    let clock = ContinuousClock()
    for pattern in patterns {
      func time(_ bytes: Int) -> Duration {
        let text = String(repeating: pattern, count: bytes / pattern.utf8.count)
        return clock.measure { _ = SecretFixtures.scan.spans(in: text, after: []) }
      }
      let (short, long) = (time(1 << 11), time(1 << 14))
      // Eight times the text; four times that for noise of the machine.
      #expect(long < short * 32 + .milliseconds(300), "\(pattern): \(short), \(long)")
    }
  }

  @Test("never breaks off, and tells sorted spans that end between characters, whatever a text holds")
  func hostile() {
    var random = SeededGenerator(7)
    let parts = [
      "password", "pin", " is ", ":", "4711", "Hunter22", "\n", "> ", "‹", "›", "\"", "(", "@", "/", "-",
      "密码", "は",
      "さくら", "20", "\u{200B}", "\u{301}", "🙂", "a", "H", ".", ",", "my", "login", "x@y.zz", "://",
      "4539578763621486",
      "12/27", "*", "_", "=", "e\u{301}", "שם", "одноразовый", "-----BEGIN PRIVATE KEY-----", "'",
    ]
    for _ in 0..<4000 {
      let text = (0..<Int.random(in: 1...14, using: &random)).compactMap { _ in
        parts.randomElement(using: &random)
      }
      .joined()
      let before = parts.randomElement(using: &random) ?? ""
      let context = [SecretMessage(text: before, isFromCustomer: Bool.random(using: &random))]
      let spans = SecretFixtures.scan.spans(in: text, after: context)
      var end = 0
      for span in spans {
        #expect(span.start >= end && span.end > span.start && span.end <= text.utf8.count, "\(text)")
        end = span.end
      }
      #expect(SecretFixtures.scan.spans(in: text, after: context) == spans)
      #expect(MaskedText.masked(text, spans).utf8.allSatisfy { $0 != 0 })
    }
  }

  @Test("reads the words of every language without a complaint")
  func words() {
    #expect(SecretFixtures.problems.map(\.description) == [])
    #expect(SecretFixtures.words.count >= 26)
  }

  @Test("what holds a control character is meant for a terminal, and a long number is no PIN")
  func neither() {
    let scan = SecretFixtures.scan
    #expect(scan.spans(in: "\u{1B}]52;c;cm0gLXJm\u{07}", after: []).isEmpty)
    let question = SecretMessage(text: "What is your PIN?", isFromCustomer: false)
    #expect(scan.spans(in: "4711", after: [question]).map(\.kind) == [.pin])
    #expect(scan.spans(in: "3184710691", after: [question]).allSatisfy { $0.kind != .pin })
  }
}
