import SystemCalls
import TerminalProbe

extension Bench {
  /// Drafts of service replies, clean ones and ones with slips, each with its locale.
  private static let drafts: [(locale: String, text: String)] = [
    ("id", "Halo Kak Dewi, mohon maaf atas kendalanya. Uangnya kami kembalikan hari ini sebelum jam 17.00."),
    ("id", "Kamu tunggu besok ya!! Sudah kami eskalasi ke tim."),
    ("uk", "Добрий день, Олено! Ваша посилка у Львові, кур'єр буде завтра між 9 і 12."),
    ("ru", "Здравствуйте, Анна! Деньги вернутся на карту до пятницы, 15 марта. Номер заказа 4519."),
    ("ru", "Привет, ты можешь скинуть номер заказа?"),
    ("de", "Guten Tag Frau Weber, Ihr Paket ist unterwegs. Die Sendungsnummer lautet DE-4711-88."),
    ("de", "Kannst du mir bitte deine Bestellnummer schicken? Dann schaue ich sofort nach."),
    ("en", "Hi Sam, I'm sorry about the delay. The courier will be with you tomorrow between 9 and 12."),
    ("es", "Buenos días, Ana: hemos devuelto el importe a su tarjeta. Lo verá en tres días hábiles."),
    ("fr", "Bonjour Madame, votre remboursement a été effectué ce matin. Il arrivera sous trois jours."),
    ("ja", "お問い合わせいただきありがとうございます。ご注文の商品は本日発送いたしました。"),
    ("ko", "안녕하세요, 고객님. 주문하신 상품은 오늘 발송되었습니다. 불편을 드려 죄송합니다."),
  ]

  /// How many drafts `sapa check` judges in a second of one core, its start left out.
  func measureJudging() throws {
    note("judging drafts")
    let lines = folder + "/drafts.jsonl"
    let one = Self.drafts.map { "{\"locale\":\"\($0.locale)\",\"text\":\"\($0.text)\"}\n" }.joined()
    let rounds = effort.draftRounds
    try FileSystem.replace(lines, with: Array(String(repeating: one, count: rounds).utf8))
    let few = folder + "/few.jsonl"
    try FileSystem.replace(few, with: Array(one.utf8))
    let start = try judgingCPU(few)
    let all = try judgingCPU(lines)
    let count = Double(Self.drafts.count * (rounds - 1))
    tell(
      "judging drafts", "a second of CPU", [.sapa: count * 1_000_000 / max(1, all - start)],
      isDeskBound: false)
    tell(
      "judging drafts", "start with packs of 8 locales, ms of CPU", [.sapa: start / 1_000], isDeskBound: false
    )
    try FileSystem.remove(lines)
    try FileSystem.remove(few)
  }

  /// Microseconds of CPU that judging a file takes; the least of three.
  private func judgingCPU(_ file: String) throws -> Double {
    var least = Double.infinity
    for _ in 0..<3 {
      let before = TimedPty.childrenCPU
      let command = "exec \"$0\" check --json \"$1\" > /dev/null"
      let pty = try TimedPty(
        "/bin/sh", ["-c", command, sapa, file], environment: environment, size: Contender.size)
      _ = pty.waitForExit()
      least = min(least, Double(TimedPty.childrenCPU - before))
    }
    return least
  }
}
