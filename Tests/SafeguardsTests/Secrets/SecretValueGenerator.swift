import Safeguards
import SeededRandom

/// Makes values: secrets, and numbers and names that are none.
///
/// The halves draw from different words.
struct SecretValueGenerator {
  private let half: SecretMessageTemplate.Half
  private let words: [String]
  private let walks: [String]

  init(_ half: SecretMessageTemplate.Half) {
    self.half = half
    words = half == .tune ? Self.tuneWords : Self.reportWords
    walks =
      half == .tune
      ? ["qwertz", "asdf1234", "1q2w3e4r", "zxcvbnm"] : ["qwerty", "1qaz2wsx", "asdfghjkl", "q1w2e3r4"]
  }

  private static let tuneWords = split(
    """
    summer dragon garden rocket purple monkey silver castle winter orange banjo coffee marble tunnel falcon
    meadow cobalt pirate velvet anchor lantern pepper saddle thunder walnut harbor quartz ribbon
    """)
  private static let reportWords = split(
    """
    autumn tiger kitchen planet yellow donkey golden bridge spring cherry guitar cookie pebble canyon eagle
    forest copper sailor cotton compass candle ginger bicycle breeze almond island crystal button
    """)

  private static func split(_ text: String) -> [String] { text.split { $0.isWhitespace }.map(String.init) }

  /// Words in the script of a language: the first two to tune by, the others to judge by.
  private static let local: [String: [String]] = [
    "ru": ["солнце", "Москва", "котик", "Весна"], "uk": ["сонечко", "Київ", "кицька", "Весна"],
    "kk": ["астана", "Бала", "алма", "Құс"], "uz": ["bahor", "Toshkent", "olma", "Qalam"],
    "ar": ["قمر", "دمشق", "ورد", "نجمة"], "fa": ["مهتاب", "تهران", "گل", "ستاره"],
    "he": ["שמש", "חתול", "ירח", "כלב"],
    "hi": ["सूरज", "दिल्ली", "कमल", "तारा"], "bn": ["সূর্য", "ঢাকা", "পদ্ম", "তারা"], "th": ["แมว", "ทะเล", "ดาว", "ฝน"],
    "ja": ["さくら", "ねこ", "ゆき", "そら"], "ko": ["사랑", "하늘", "바다", "별님"], "zh-Hans": ["北京", "小猫", "月亮", "大海"],
    "zh-Hant": ["台北", "小貓", "月亮", "大海"], "de": ["Müller", "Schäfer", "Größe", "Käse"],
    "fr": ["été", "Château", "Noël", "Élan"],
    "es": ["Corazón", "niño", "Ratón", "año"], "pt": ["Coração", "maçã", "Verão", "irmão"],
    "it": ["Perché", "città", "Caffè", "mamma"],
    "pl": ["żółw", "Kraków", "Łódka", "pączek"], "tr": ["Güneş", "çiçek", "Kuş", "İzmir"],
    "vi": ["Hànội", "mèo", "Trăng", "biển"],
    "id": ["Garuda", "nasi", "Bintang", "laut"], "ms": ["Harimau", "nasi", "Bintang", "laut"],
    "fil": ["Mahal", "aso", "Bituin", "dagat"],
  ]

  private static let names: [SecretMessageTemplate.Half: [String]] = [
    .tune: ["anna.keller", "m_lopez", "jsmith", "olga77", "dewi.s", "tomek"],
    .report: ["peter.w", "k_tanaka", "lmoreau", "ivan82", "sari.k", "marek"],
  ]
  private static let people: [SecretMessageTemplate.Half: [String]] = [
    .tune: ["Anna Keller", "Olga", "José López", "Tom Smith"],
    .report: ["Peter Wagner", "Ivan", "Lucía Moreau", "Kate Brown"],
  ]
  private static let answers: [SecretMessageTemplate.Half: [String]] = [
    .tune: ["Fluffy", "Rosenberg", "Bobik", "Springfield"],
    .report: ["Rex", "Kowalska", "Murka", "Riverdale"],
  ]

  /// A value for a placeholder.
  func value(_ name: String, _ language: String, _ random: inout SeededGenerator) -> String {
    switch name {
    case "password": return password(language, &random)
    case "wifi": return wifi(language, &random)
    case "passphrase":
      return phrase(Int.random(in: 3...5, using: &random), pick([" ", "-", "."], &random), &random)
    case "pin": return digits(pick([4, 4, 4, 5, 6, 6, 8], &random), &random)
    case "cvv": return digits(pick([3, 3, 3, 3, 4], &random), &random)
    case "otp": return oneTime(&random)
    case "card": return SecretNumberGenerator.card(half, &random)
    case "iban": return SecretNumberGenerator.iban(half, &random)
    case "account": return digits(pick([8, 9, 10, 12], &random), &random)
    case "key": return key(&random)
    case "jwt": return "eyJ" + mixed(20, &random) + ".eyJ" + mixed(40, &random) + "." + mixed(43, &random)
    case "urlcreds":
      let scheme = half == .tune ? "postgres" : pick(["mysql", "mongodb", "https"], &random)
      return
        "\(scheme)://\(pick(words, &random)):\(signed(12, &random).filter { $0 != "?" && $0 != "#" })@db.example.com:5432/app"
    case "onetimelink": return link(&random)
    case "seed":
      return (0..<pick([12, 12, 15, 24], &random)).map { _ in pick(words, &random) }.joined(separator: " ")
    case "answer": return pick(Self.answers[half] ?? [], &random)
    default: return harmless(name, &random)
    }
  }

  private func pick<T>(_ list: [T], _ random: inout SeededGenerator) -> T {
    list[Int.random(in: 0..<list.count, using: &random)]
  }

  private static func title(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }

  func digits(_ count: Int, _ random: inout SeededGenerator) -> String {
    (0..<count).map { _ in String(Int.random(in: 0...9, using: &random)) }.joined()
  }

  private func text(_ count: Int, _ alphabet: String, _ random: inout SeededGenerator) -> String {
    let letters = Array(alphabet)
    return String((0..<count).map { _ in pick(letters, &random) })
  }

  private static let small = "abcdefghijkmnopqrstuvwxyz"
  private static let capitals = "ABCDEFGHJKLMNPQRSTUVWXYZ"

  /// Letters of both cases and digits, some of each.
  private func mixed(_ count: Int, _ random: inout SeededGenerator) -> String {
    (text(count - 3, Self.small + Self.capitals + "0123456789", &random) + text(1, Self.small, &random)
      + text(1, Self.capitals, &random) + digits(1, &random))
  }

  /// The same with signs.
  private func signed(_ count: Int, _ random: inout SeededGenerator) -> String {
    let signs = half == .tune ? "!#$%&*+-=_" : "!$%^*?~#+-"
    return text(1, Self.small + Self.capitals, &random)
      + text(count - 5, Self.small + Self.capitals + "0123456789" + signs, &random)
      + text(1, signs, &random) + text(1, Self.small, &random) + text(1, Self.capitals, &random)
      + digits(1, &random)
  }

  private func password(_ language: String, _ random: inout SeededGenerator) -> String {
    let end = pick(["", "", "!", "?", "#", "!!"], &random)
    switch Int.random(in: 0..<6, using: &random) {
    case 0, 1:
      let word = pick(words, &random)
      return (Bool.random(using: &random) ? Self.title(word) : word)
        + String(Int.random(in: 1960...2029, using: &random)) + end
    case 2: return pick(walks, &random) + pick(["", "12", "!", "1990"], &random)
    case 3:
      guard let own = Self.local[language] else {
        return Self.title(pick(words, &random)) + digits(2, &random) + "!"
      }
      return pick(half == .tune ? Array(own.prefix(2)) : Array(own.suffix(2)), &random)
        + digits(pick([2, 3, 4], &random), &random) + end
    case 4: return phrase(Int.random(in: 3...4, using: &random), "-", &random)
    default:
      let count = Int.random(in: 8...24, using: &random)
      return Bool.random(using: &random) ? signed(count, &random) : mixed(count, &random)
    }
  }

  private func wifi(_ language: String, _ random: inout SeededGenerator) -> String {
    switch Int.random(in: 0..<3, using: &random) {
    case 0: return digits(pick([8, 10, 12, 16], &random), &random)
    case 1: return mixed(12, &random)
    default: return password(language, &random)
    }
  }

  private func phrase(_ count: Int, _ joint: String, _ random: inout SeededGenerator) -> String {
    (0..<count).map { _ in pick(words, &random) }.joined(separator: joint)
  }

  private func oneTime(_ random: inout SeededGenerator) -> String {
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return digits(3, &random) + " " + digits(3, &random)
    case 1: return digits(3, &random) + "-" + digits(3, &random)
    case 2: return "G-" + digits(6, &random)
    default: return digits(pick([4, 5, 6, 6, 6, 7, 8], &random), &random)
    }
  }

  private func key(_ random: inout SeededGenerator) -> String {
    switch Int.random(in: 0..<6, using: &random) {
    case 0: return (half == .tune ? "sk_live_" : "rk_live_") + mixed(24, &random)
    case 1: return (half == .tune ? "ghp_" : "gho_") + mixed(36, &random)
    case 2: return "AKIA" + text(16, Self.capitals + "234567", &random)
    case 3: return text(pick([32, 40], &random), "0123456789abcdef", &random)
    case 4:
      return (0..<4).map { _ in text(2, Self.capitals, &random) + digits(3, &random) }.joined(separator: "-")
    default: return mixed(pick([24, 32, 40], &random), &random)
    }
  }

  private func link(_ random: inout SeededGenerator) -> String {
    switch Int.random(in: 0..<3, using: &random) {
    case 0:
      return "https://onetimesecret.com/secret/" + text(31, "abcdefghijklmnopqrstuvwxyz0123456789", &random)
    case 1:
      return half == .tune
        ? "https://yopass.se/#/s/\(mixed(22, &random))/\(mixed(22, &random))"
        : "https://pwpush.com/p/" + mixed(14, &random)
    default:
      return half == .tune
        ? "https://privatebin.net/?\(text(16, "0123456789abcdef", &random))#\(mixed(44, &random))"
        : "https://send.bitwarden.com/#\(mixed(22, &random))/\(mixed(22, &random))"
    }
  }

  private func harmless(_ name: String, _ random: inout SeededGenerator) -> String {
    switch name {
    case "login": return pick(Self.names[half] ?? [], &random)
    case "email":
      return pick(Self.names[half] ?? [], &random) + "@example." + pick(["com", "org", "net"], &random)
    case "order":
      return pick(["", "", "#", "A-", "ORD-"], &random)
        + (Int.random(in: 0..<5, using: &random) == 0
          ? SecretNumberGenerator.card(half, &random).filter { $0.isNumber }
          : digits(pick([6, 8, 9, 10, 12], &random), &random))
    case "tracking":
      return pick(["RR", "LX", "CP"], &random) + digits(9, &random) + pick(["DE", "UA", "CN"], &random)
    case "imei": return SecretNumberGenerator.luhn("35" + digits(12, &random))
    case "phone":
      return pick(["+49 170 ", "+380 67 ", "+1 555 ", "0812 "], &random) + digits(3, &random) + " "
        + digits(4, &random)
    case "invoice": return pick(["INV-", "2026-", "RE"], &random) + digits(6, &random)
    case "sha": return text(40, "0123456789abcdef", &random)
    case "uuid": return [8, 4, 4, 4, 12].map { text($0, "0123456789abcdef", &random) }.joined(separator: "-")
    case "version":
      return pick(["", "v"], &random)
        + "\(Int.random(in: 1...17, using: &random)).\(Int.random(in: 0...9, using: &random)).\(Int.random(in: 0...20, using: &random))"
    case "amount":
      return pick(["$", "€", ""], &random) + digits(2, &random) + pick([".50", ",00", ""], &random)
    case "date": return pick(["12.03.2026", "2026-05-14", "3/11/2026", "7.9."], &random)
    case "expiry": return pick(["09/27", "11/28", "03/2029", "1/30"], &random)
    case "ean": return "40" + digits(11, &random)
    case "promo": return pick(["SUMMER", "HELLO", "BLACK", "NEW"], &random) + digits(2, &random)
    case "error": return pick(["E-1042", "0x80070005", "ERR_CONNECTION", "403", "5003"], &random)
    case "url": return "https://www.example.com/" + pick(["account", "login", "help/12"], &random)
    case "name": return pick(Self.people[half] ?? [], &random)
    case "last4": return digits(4, &random)
    case "time": return pick(["14:05", "9:30", "18.45", "7pm"], &random)
    case "zip": return digits(5, &random)
    case "serial": return "SN" + digits(2, &random) + text(3, Self.capitals, &random) + digits(5, &random)
    case "coords": return "52.52" + digits(2, &random) + ", 13.40" + digits(2, &random)
    default: return name
    }
  }

  /// Digits as a language's own, or in full width.
  static func localDigits(_ value: String, _ kind: SecretKind, _ language: String) -> String {
    guard kind != .key && kind != .link && kind != .password else { return value }
    let zeros: [String: UInt32] = [
      "ar": 0x660, "fa": 0x6F0, "hi": 0x966, "bn": 0x9E6, "th": 0xE50, "ja": 0xFF10, "zh-Hans": 0xFF10,
      "zh-Hant": 0xFF10, "ko": 0xFF10,
    ]
    guard let zero = zeros[language] else { return value }
    var text = ""
    for scalar in value.unicodeScalars {
      let isDigit = 0x30...0x39 ~= scalar.value
      text.unicodeScalars.append(isDigit ? Unicode.Scalar(scalar.value - 0x30 + zero) ?? scalar : scalar)
    }
    return text
  }
}
