import DeskModel
import Testing

@testable import LocalePacks

@Suite("The check of words of another script")
struct ForeignWordCheckTests {
  private static let pack = PackFixtures.pack(
    """
    language: {avoidsForeignWords: true, allowedForeign: ["online", "WiFi"]},
    avoid: [{id: "refund", kind: "foreign", forms: ["refund"], why: "w", \(PackFixtures.sourced)}]
    """)

  @Test(
    "finds Latin words in lower case, and no names, addresses, files, units or codes",
    arguments: [
      ("Мы уже сделали update вашего заказа.", ["update"]),
      ("Мы сделали update и fix вашего заказа сегодня.", ["update", "fix"]),
      ("Заказ в магазине Amazon уже оплачен.", []), ("Мы открыли PDF и eSIM для вас.", []),
      ("Пишите на сайт shop.example.com для возврата.", []),
      ("Пишите нам на info@example.com уже сегодня.", []),
      ("Откройте файл invoice_final.pdf в письме от нас.", []), ("Откройте path/to/file на своём диске.", []),
      ("Откройте https://example.com/update в браузере.", []),
      ("Метка #update стоит в вашем заказе.", []),
      ("Вес посылки пять kg и ещё два cm сверху.", []), ("Наш e-mail уже получен вами.", []),
      ("Мы сделали `update` вашего заказа.", []), ("Вы писали «update» в своём вопросе нам.", []),
      ("Мы сделали x2update для вас сегодня.", []), ("Ваш заказ уже готов к update.", ["update"]),
    ])
  func words(_ text: String, _ expected: [String]) {
    let told = CheckFixtures.told(ForeignWordCheck(), text, Self.pack)
    #expect(told == expected.map { "language.foreign: \($0)" })
  }

  @Test("lets words stand that are at home in the language, in any spelling of the list")
  func allowed() {
    #expect(CheckFixtures.told(ForeignWordCheck(), "Ваш заказ online и наш wifi готовы.", Self.pack) == [])
  }

  @Test(
    "lets the customer's own words stand",
    arguments: [
      (["Где мой Update?"], 0), (["Привет", "update"], 0), (["Где мой заказ?"], 1), (["updates"], 1), ([], 1),
    ])
  func customer(_ customer: [String], _ count: Int) {
    let draft = PackDraft(text: "Мы сделали update вашего заказа.", customer: customer)
    #expect(CheckFixtures.findings(ForeignWordCheck(), draft, Self.pack).count == count)
  }

  @Test("says nothing of a word that the pack's own list tells of")
  func overlap() {
    let draft = PackDraft(text: "Мы сделали refund и update вашего заказа.")
    #expect(
      CheckFixtures.told(ForeignWordCheck(), draft, Self.pack) == ["language.foreign: update"])
    #expect(CheckFixtures.told(CourtesyCheck(), draft, Self.pack) == ["language.foreign: refund"])
  }

  @Test(
    "says nothing of a text that is in the other script itself",
    arguments: [
      ("Please send the update for заказ", 0), ("update", 0), ("ваш update", 0), ("ваш новый update", 1),
    ])
  func otherLanguage(_ text: String, _ count: Int) {
    #expect(CheckFixtures.told(ForeignWordCheck(), text, Self.pack).count == count)
  }

  @Test("is silent where the pack does not ask for it")
  func off() {
    #expect(
      CheckFixtures.told(ForeignWordCheck(), "Мы сделали update вашего заказа.", PackFixtures.pack("")) == [])
  }

  @Test("hints, with a sentence of its own")
  func details() {
    let draft = PackDraft(text: "Мы сделали update вашего заказа.")
    let found = CheckFixtures.findings(ForeignWordCheck(), draft, Self.pack)
    #expect(found.map(\.severity) == [.hint])
    #expect(found.map(\.messageKey) == ["finding.language.foreignWord"])
    #expect(found.map(\.arguments) == [["update"]])
  }

  @Test("is silent about words that another rule tells of, in a draft of thousands")
  func manyTold() {
    let pack = PackFixtures.pack(
      """
      language: {avoidsForeignWords: true},
      avoid: [{id: "f", kind: "foreign", forms: ["update"], why: "w", \(PackFixtures.sourced)}]
      """)
    let text = String(repeating: "да вот update ", count: 3_000) + "upgrade"
    #expect(CheckFixtures.told(ForeignWordCheck(), text, pack) == ["language.foreign: upgrade"])
  }
}
