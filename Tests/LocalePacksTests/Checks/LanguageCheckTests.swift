import DeskModel
import Testing

@testable import LocalePacks

@Suite("The check of the language")
struct LanguageCheckTests {
  private static func findings(_ text: String, _ customer: [String], _ tag: LocaleTag) -> [PackFinding] {
    let draft = PackDraft(text: text, customer: customer)
    return LanguageCheck().findings(
      in: ReadDraft(draft, ShippedPacks.pack(tag), ShippedPacks.languages))
  }

  private static let english = "Thank you for your order, we will check it and write to you."
  private static let german = "Vielen Dank, wir haben Ihre Bestellung und wir melden uns nicht vor Montag."
  private static let ukrainian = "Дякуємо, ваше замовлення вже в дорозі, чекаємо на відповідь."
  private static let indonesian = "Terima kasih, pesanan Anda sudah kami kirim dan akan tiba besok siang."

  @Test(
    "compares the draft with what the customer writes, and with the pack where that is not certain",
    arguments: [
      (english, [], "en", nil), (english, [], "de", "English German"),
      (german, [german], "en", nil), (german, [], "de-AT", nil),
      (english, [german], "en", "English German"), (english, [english], "id", nil),
      (indonesian, [english], "id", "Indonesian English"), (english, ["Ok"], "de", "English German"),
      (ukrainian, [], "ru", "Ukrainian Russian"), (ukrainian, [ukrainian], "ru", nil),
      ("Ok 👍", [german], "en", nil), ("", [], "de", nil), (english, [], "root", nil),
      (english, [german], "root", "English German"),
    ] as [(String, [String], String, String?)])
  func mismatch(_ text: String, _ customer: [String], _ tag: String, _ languages: String?) throws {
    let found = Self.findings(text, customer, try #require(LocaleTag(tag)))
    #expect(found.map { $0.arguments.joined(separator: " ") } == (languages.map { [$0] } ?? []))
    #expect(found.allSatisfy { $0.rule == "language.mismatch" && $0.severity == .warn })
    #expect(found.allSatisfy { $0.range == 0..<text.utf8.count })
  }

  @Test("reads only the last three messages of the customer")
  func lastMessages() {
    let de = LocaleTag(language: "de")
    let early = [Self.english, "Ja", "Gut", "Danke"]
    #expect(Self.findings(Self.german, early, de) == [])
    #expect(Self.findings(Self.german, ["Ja", Self.english, "Gut", "Danke"], de).count == 1)
  }

  @Test("tells the scripts of one language apart")
  func scripts() {
    let simplified = "您好，感谢您的订单，我们会尽快为您处理这个问题，请稍等。"
    let hant = LocaleTag(language: "zh", script: "Hant")
    #expect(Self.findings(simplified, [], hant).count == 1)
    #expect(Self.findings(simplified, [], LocaleTag(language: "zh", script: "Hans")) == [])
  }

  @Test("is silent where nobody tells languages")
  func nobody() {
    let pack = ShippedPacks.pack(LocaleTag(language: "de"))
    #expect(CheckFixtures.findings(LanguageCheck(), PackDraft(text: Self.english), pack) == [])
  }

  @Test("reads the draft as it is, not by the spelling of the customer's language")
  func ownSpelling() {
    let arabic = "شكرا لك، سوف نرسل إليك كل شيء في اليوم الذي تريد، وهذا هو رقم الطلب."
    let fa = LocaleTag(language: "fa")
    #expect(Self.findings(arabic, [], fa).map(\.arguments) == [["Arabic", "Persian"]])
  }
}
