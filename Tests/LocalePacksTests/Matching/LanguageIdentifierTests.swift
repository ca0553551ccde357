import Testing

@testable import LocalePacks

@Suite("The language of a text")
struct LanguageIdentifierTests {
  @Test(
    "is told among the packs that ship",
    arguments: [
      ("Halo Kak, pesanan saya belum sampai, tolong dicek kapan dikirim ya", "id"),
      ("Hello, my order has not arrived yet, could you please check it?", "en"),
      ("Hallo, meine Bestellung ist noch nicht da, können Sie bitte nachsehen?", "de"),
      ("Bonjour, je n’ai pas reçu ma commande, pouvez-vous vérifier s’il vous plaît ?", "fr"),
      ("Hola, mi pedido todavía no ha llegado, ¿pueden revisarlo por favor?", "es"),
      ("Olá, o meu pedido ainda não chegou, você pode verificar, por favor?", "pt"),
      ("Buongiorno, il mio ordine non è ancora arrivato, potete controllare?", "it"),
      ("Dzień dobry, moje zamówienie jeszcze nie dotarło, czy możecie sprawdzić?", "pl"),
      ("Merhaba, siparişim hâlâ gelmedi, kontrol eder misiniz lütfen?", "tr"),
      ("Assalomu alaykum, buyurtmam hali kelmadi, iltimos, tekshirib bering", "uz"),
      ("Здравствуйте, мой заказ ещё не пришёл, проверьте, пожалуйста", "ru"),
      ("Добрий день, моє замовлення ще не прийшло, перевірте, будь ласка", "uk"),
      ("Сәлеметсіз бе, тапсырысым әлі келген жоқ, тексеріп беріңізші", "kk"),
      ("שלום, ההזמנה שלי עוד לא הגיעה, אפשר לבדוק?", "he"),
      ("こんにちは、注文した商品がまだ届いていません。", "ja"), ("안녕하세요, 주문한 상품이 아직 도착하지 않았습니다.", "ko"),
      ("您好，我的订单还没有到，请帮我查一下，谢谢。", "zh"), ("您好，我的訂單還沒有到，請幫我查一下，謝謝。", "zh"),
    ])
  func shipped(_ text: String, _ language: String) {
    #expect(ShippedPacks.languages.guess(text)?.language == language)
  }

  @Test("of Chinese comes with its script")
  func chinese() {
    let languages = ShippedPacks.languages
    #expect(languages.guess("您好，我的订单还没有到，请帮我查一下，谢谢。")?.script == "Hans")
    #expect(languages.guess("您好，我的訂單還沒有到，請幫我查一下，謝謝。")?.script == "Hant")
  }

  @Test(
    "is not guessed where the text says too little: short, marks, codes, names, muted, mixed",
    arguments: [
      "", "ok", "да", "👍🙂", "12345 67890", "Anna Weber", "Zxcvb Qwerty", "AB-12 CD-34",
      "`the order and the address of your parcel`", "> the order and the address of your parcel",
      "the заказ", "שלם",
    ])
  func uncertain(_ text: String) {
    #expect(ShippedPacks.languages.guess(text) == nil)
  }

  private static func identifier(_ packs: [(tag: String, fields: String)]) -> LanguageIdentifier {
    LanguageIdentifier(PackFixtures.library(packs.map { ($0.tag, "language: {\($0.fields)}") }))
  }

  @Test(
    "takes three words, or own letters, and twice the points of the next language",
    arguments: [
      ("uno dos", nil), ("uno dos tres", "aa"), ("uno uno uno uno", nil), ("uno dos tres one two", nil),
      ("uno dos tres one", "aa"), ("ñaña ñoño", "aa"), ("ñaño", nil), ("one two three wxyz", "bb"),
      ("uno dos tres wŵ", nil),
    ] as [(String, String?)])
  func scores(_ text: String, _ expected: String?) {
    let identifier = Self.identifier([
      ("aa", "words: [\"uno\", \"dos\", \"tres\"], letters: \"ñ\", foreignLetters: \"ŵ\""),
      ("bb", "words: [\"one\", \"two\", \"three\"]"),
    ])
    #expect(identifier.guess(text).map { "\($0)" } == expected)
  }

  @Test("does not rival with another region of the same language")
  func regions() {
    let identifier = Self.identifier([
      ("aa", "words: [\"uno\", \"dos\", \"tres\"]"), ("aa-MX", "words: [\"uno\", \"dos\", \"tres\"]"),
    ])
    #expect(identifier.guess("uno dos tres")?.language == "aa")
  }

  @Test(
    "has a name: the pack's, that of the same language, else the tag",
    arguments: [("de", "German"), ("de-LI", "German"), ("sw", "sw")])
  func names(_ tag: String, _ name: String) throws {
    #expect(ShippedPacks.languages.name(of: try #require(LocaleTag(tag))) == name)
  }

  @Test(
    "is looked for in the script of most letters",
    arguments: [
      ("abc", WritingScript.latin), ("привіт", .cyrillic), ("سلام", .arabic), ("שלום", .hebrew),
      ("नमस्ते", .devanagari), ("বাংলা", .bengali), ("ไทย", .thai), ("漢字", .han), ("漢字かな", .kana),
      ("カナ", .kana), ("한글", .hangul), ("abcdefg日", .latin), ("abcd абв", nil), ("", nil), ("ελλ", nil),
      ("漢字漢字漢字漢の", .kana), ("漢字漢字漢字漢字漢字漢字の", .han),
    ] as [(String, WritingScript?)])
  func scripts(_ text: String, _ expected: WritingScript?) {
    #expect(WritingScript(mostOf: Array(text.filter(\.isLetter))) == expected)
  }
}
