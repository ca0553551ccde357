/// Small edits of a reply that leave what it says as it is.
enum ReplyEdits {
  /// Names that the edits put in.
  static let names = ["Anna Reid", "Tom"]

  /// Greeting, closing and a polite word of a locale.
  private static let manners: [String: (greeting: String, closing: String, polite: String)] = [
    "en": ("Hi Anna, ", " Kind regards, Tom", "please"), "de": ("Hallo Anna, ", " Viele Grüße, Tom", "bitte"),
    "ru": ("Здравствуйте, Анна! ", " С уважением, Том", "пожалуйста"),
    "uk": ("Вітаємо, Анно! ", " З повагою, Том", "будь ласка"),
    "id": ("Halo Kak Anna, ", " Terima kasih, Tom", "mohon"),
    "es": ("Hola Anna: ", " Un saludo, Tom", "por favor"),
    "fr": ("Bonjour Anna, ", " Cordialement, Tom", "s’il vous plaît"),
    "it": ("Buongiorno Anna, ", " Cordiali saluti, Tom", "per favore"),
    "pt": ("Olá Anna, ", " Atenciosamente, Tom", "por favor"),
    "pl": ("Dzień dobry, Anno, ", " Pozdrawiam, Tom", "proszę"),
    "tr": ("Merhaba Anna Hanım, ", " Saygılarımızla, Tom", "lütfen"),
    "ja": ("アンナ様、", "よろしくお願いいたします。", "ぜひ"), "zh-Hans": ("您好，", "祝您生活愉快。", "请"),
    "zh-Hant": ("您好，", "祝您生活愉快。", "請"),
    "ko": ("안녕하세요, 김안나 고객님. ", " 감사합니다.", "부디"),
    "ar": ("مرحبا آنا، ", " مع خالص التحية", "من فضلك"), "hi": ("नमस्ते Anna जी, ", " धन्यवाद", "कृपया"),
    "th": ("สวัสดีค่ะ ", " ขอบคุณค่ะ", "กรุณา"),
    "vi": ("Dạ em chào chị Anna ạ. ", " Em cảm ơn chị ạ.", "vui lòng"),
    "fa": ("سلام آنا، ", " با احترام", "لطفا"), "he": ("שלום אנה, ", " בברכה, תום", "בבקשה"),
    "bn": ("নমস্কার আনা, ", " ধন্যবাদ", "অনুগ্রহ করে"),
    "kk": ("Сәлеметсіз бе, Анна! ", " Құрметпен, Том", "өтінеміз"),
    "uz": ("Assalomu alaykum, Anna! ", " Hurmat bilan, Tom", "iltimos"),
    "ms": ("Hai Cik Anna, ", " Terima kasih, Tom", "sila"),
    "fil": ("Kumusta po, Anna. ", " Salamat po, Tom", "po"),
  ]

  /// A text with one small edit each.
  static func of(_ text: String, _ tag: String) -> [String] {
    let manners = manners[tag] ?? ("", "", "")
    var edits = [
      manners.greeting + text, text + manners.closing, manners.greeting + text + manners.closing,
      text + " 🙂👍", text.lowercased(),
      text.contains("http")
        ? text + "!" : text.map { $0 == "." || $0 == "。" ? "!" : $0 == "," ? " " : "\($0)" }.joined(),
    ]
    let words = text.split(separator: " ").map(String.init)
    edits += words.count > 4 ? slips(words) : [shortened(text)].filter { $0 != text }
    edits.append(
      words.count > 4 && tag != "th"
        ? (words[..<2] + [manners.polite] + words[2...]).joined(separator: " ") : manners.polite + text)
    return edits + turned(text)
  }

  /// A letter left out of the first long word, and two turned round in the last.
  private static func slips(_ words: [String]) -> [String] {
    let long = words.indices.filter { words[$0].count >= 6 && words[$0].allSatisfy(\.isLetter) }
    guard let first = long.first, let last = long.last else { return [] }
    var short = Array(words[first])
    short.remove(at: short.count / 2)
    var swapped = Array(words[last])
    swapped.swapAt(swapped.count / 2, swapped.count / 2 - 1)
    func with(_ place: Int, _ word: [Character]) -> String {
      var words = words
      words[place] = String(word)
      return words.joined(separator: " ")
    }
    return [with(first, short), with(last, swapped)]
  }

  /// Without the character in the middle, unless that is a digit.
  private static func shortened(_ text: String) -> String {
    var characters = Array(text)
    let middle = characters.count / 2
    if !characters[middle].isNumber { characters.remove(at: middle) }
    return String(characters)
  }

  /// The sentences in the opposite order.
  private static func turned(_ text: String) -> [String] {
    let mark: Character = text.contains("。") ? "。" : text.contains("।") ? "।" : "."
    let characters = Array(text)
    let hasInnerMark = characters.indices.dropLast().contains {
      characters[$0] == mark && characters[$0 + 1].isNumber
    }
    let sentences = text.split(separator: mark).filter { $0.contains { $0 != " " } }
    guard sentences.count > 1, !hasInnerMark, !text.contains("http") else { return [] }
    return [sentences.reversed().map { $0.drop { $0 == " " } }.joined(separator: "\(mark) ") + "\(mark)"]
  }
}
