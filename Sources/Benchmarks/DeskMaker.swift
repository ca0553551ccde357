import SeededRandom
import SystemCalls

/// Makes conversations of customers in six languages, the same in every run, as an import and as plain rows.
struct DeskMaker {
  /// How many conversations.
  var conversations: Int
  /// Entries in each.
  var messages: Int

  /// A word that stands in one conversation of each 2,000, so that a search has something rare to find.
  static let rareWord = "zircon4711"

  /// One language: its share of the conversations in percent, a name, what people write.
  private struct Language {
    let tag: String
    let share: Int
    let names: [(given: String, family: String)]
    let sentences: [String]
  }

  private static let languages = [
    Language(
      tag: "en", share: 28, names: [("Grace", "Okafor"), ("Peter", "Lindqvist")],
      sentences: [
        "The parcel was marked as delivered, but nobody rang", "I was charged twice for the same month",
        "Could you tell me where my refund is?", "The invoice still has our old address",
        "It worked yesterday and does not open today", "Thank you, I will wait until Friday then",
      ]),
    Language(
      tag: "ru", share: 27, names: [("Игорь", "Савельев"), ("Алина", "Кузнецова")],
      sentences: [
        "Посылка числится доставленной, но её нет", "С карты списали два раза за один месяц",
        "Подскажите, когда вернутся деньги?", "В счёте опять указан старый адрес",
        "Вчера открывалось, а сегодня пустой экран", "Хорошо, подожду до пятницы",
      ]),
    Language(
      tag: "uk", share: 15, names: [("Остап", "Гриценко"), ("Ліна", "Бойко")],
      sentences: [
        "Посилка значиться доставленою, але її немає", "З картки зняли двічі за один місяць",
        "Підкажіть, коли повернуться гроші?", "У рахунку знову стара адреса", "Дякую, зачекаю до п'ятниці",
      ]),
    Language(
      tag: "id", share: 15, names: [("Rina", "Wulandari"), ("Agus", "Pratama")],
      sentences: [
        "Paketnya tertulis sudah sampai, tapi saya belum terima kak", "Kartu saya ditagih dua kali bulan ini",
        "Kapan uangnya kembali ya kak?", "Alamat di tagihan masih yang lama",
        "Baik kak, saya tunggu sampai Jumat",
      ]),
    Language(
      tag: "ja", share: 8, names: [("直子", "山本"), ("大輔", "中村")],
      sentences: [
        "配達済みと表示されていますが、まだ届いていません", "同じ月に二回請求されています", "返金はいつ頃になりますか？",
        "請求書の住所が古いままです", "承知しました。金曜日までお待ちします",
      ]),
    Language(
      tag: "ar", share: 7, names: [("ليلى", "حداد"), ("سامي", "منصور")],
      sentences: [
        "مكتوب أن الطرد وصل لكنني لم أستلمه", "تم خصم المبلغ مرتين هذا الشهر", "متى يعود المبلغ من فضلكم؟",
        "العنوان في الفاتورة قديم", "حسناً، سأنتظر حتى الجمعة",
      ]),
  ]
  private static let tags = ["billing", "delivery", "login", "refund", "vip"]

  /// Writes an import to `lines` and, for a program that shows rows, one row a conversation to `rows`.
  ///
  /// - Returns: the bytes of the import.
  func write(lines: String, rows: String) throws(SystemError) -> Int {
    let linesFile = try FileDescriptor(opening: lines, .truncate)
    let rowsFile = try FileDescriptor(opening: rows, .truncate)
    var random = SeededGenerator(seed: 20_261_125)
    var total = 0
    var (lineBuffer, rowBuffer): ([UInt8], [UInt8]) = ([], [])
    for number in 0..<conversations {
      let made = conversation(number, &random)
      lineBuffer += Array(made.line.utf8)
      rowBuffer += Array(made.row.utf8)
      guard lineBuffer.count >= 1 << 20 || number == conversations - 1 else { continue }
      try linesFile.write(lineBuffer)
      try rowsFile.write(rowBuffer)
      total += lineBuffer.count
      lineBuffer.removeAll(keepingCapacity: true)
      rowBuffer.removeAll(keepingCapacity: true)
    }
    return total
  }

  private func conversation(_ number: Int, _ random: inout SeededGenerator) -> (line: String, row: String) {
    var dice = Int.random(in: 0..<100, using: &random)
    let language =
      Self.languages.first { language in
        dice -= language.share
        return dice < 0
      } ?? Self.languages[0]
    func pick<Element>(_ choices: [Element], _ random: inout SeededGenerator) -> Element {
      choices[Int.random(in: 0..<choices.count, using: &random)]
    }
    let name = pick(language.names, &random)
    let full = "\(name.given) \(name.family)"
    var minute = Int.random(in: 0..<300_000, using: &random)
    var entries: [String] = []
    var last = ""
    for place in 0..<messages {
      minute += Int.random(in: 1...30, using: &random)
      last = (0..<Int.random(in: 1...3, using: &random)).map { _ in pick(language.sentences, &random) }
        .joined(separator: ". ")
      if place == 0, number % 2_000 == 7 { last += " " + Self.rareWord }
      let isOurs = place % 2 == 1
      let isNote = isOurs && Int.random(in: 0..<10, using: &random) == 0
      let author =
        isOurs
        ? #"{"kind":"agent","id":"a-\#(number % 7)","name":"Agent \#(number % 7)"}"#
        : #"{"kind":"customer","id":"u-\#(number)","name":"\#(full)"}"#
      entries.append(
        #"{"id":"e-\#(place)","at":"\#(Self.time(minute))","author":\#(author),"audience":"\#(isNote ? "internal" : "customer")","kind":"\#(isNote ? "note" : "message")","text":"\#(last)"}"#
      )
    }
    let subject = pick(language.sentences, &random)
    let status = pick(["open", "open", "open", "resolved"], &random)
    let tags = Int.random(in: 0..<2, using: &random) == 0 ? "" : "\"\(pick(Self.tags, &random))\""
    let line =
      #"{"id":"c-\#(number)","shape":"dialog","channel":"\#(pick(["chat", "chat", "email"], &random))","subject":"\#(subject)","status":"\#(status)","locale":"\#(language.tag)","tags":[\#(tags)],"contact":{"id":"u-\#(number)","given":"\#(name.given)","family":"\#(name.family)","full":"\#(full)","locale":"\#(language.tag)","fields":{"plan":"\#(pick(["free", "pro", "team"], &random))"}},"entries":[\#(entries.joined(separator: ","))]}"#
    return (line + "\n", "\(full)  \(subject)  \(last)\n")
  }

  /// Minutes since the start of 2026, in years of twelve months of 28 days.
  private static func time(_ minute: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let day = minute / 1_440
    return
      "2026-\(two(1 + day / 28 % 12))-\(two(1 + day % 28))T\(two(minute / 60 % 24)):\(two(minute % 60)):00Z"
  }
}
