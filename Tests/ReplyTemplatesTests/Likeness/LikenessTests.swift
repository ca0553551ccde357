import Testing

@testable import ReplyTemplates

@Suite("Likeness of replies")
struct LikenessTests {
  /// What became of pairs whose answer is known.
  private struct Counts {
    var found = 0
    var missed = 0
    var wrong: [String] = []

    var recall: Double { Double(found) / Double(max(1, found + missed)) }
    var precision: Double { Double(found) / Double(max(1, found + wrong.count)) }
  }

  /// Replies with an even place were looked at while the rules were made, the others were not.
  private func counts(_ tag: String, half: Int) -> Counts {
    let reader = ShippedReaders.reader(tag)
    let bases = SampleReplies.bases(tag)
    var counts = Counts()
    for (place, base) in bases.enumerated() where place % 2 == half {
      let text = reader.read(base.text)
      for edit in base.same + ReplyEdits.of(base.text, tag) {
        let isFound = reader.likeness(text, reader.read(edit, names: ReplyEdits.names)).isAlike
        if isFound { counts.found += 1 } else { counts.missed += 1 }
      }
      let others = bases.indices.filter { $0 != place }.map { bases[$0].text }
      for other in base.other + others where reader.likeness(text, reader.read(other)).isAlike {
        counts.wrong.append(base.text + " / " + other)
      }
    }
    return counts
  }

  @Test("finds nine in ten edited replies, and hardly any with another answer", arguments: SampleReplies.tags)
  func figures(_ tag: String) {
    for half in [0, 1] {
      let counts = counts(tag, half: half)
      #expect(counts.recall >= 0.9, "\(tag), half \(half): \(counts.recall)")
      #expect(counts.precision >= 0.95, "\(tag), half \(half): \(counts.wrong)")
    }
  }

  /// The same sentence with another answer, in languages and ways that the samples lack.
  private static let otherAnswers: [(tag: String, first: String, second: String)] = [
    ("en", "Your order has been shipped today.", "Your order has not been shipped today."),
    ("en", "The amount of $15 was approved by us.", "The amount of $51 was approved by us."),
    ("en", "We will call you on Monday morning.", "We will call you on Tuesday morning."),
    ("en", "You can return it before 4 March.", "You can return it after 4 March."),
    ("en", "You get 3 shirts and 5 caps from us.", "You get 5 shirts and 3 caps from us."),
    ("en", "We open from Monday to Friday each week.", "We open from Friday to Monday each week."),
    ("en", "A fee of 10% is due on your order.", "A fee of 10 € is due on your order."),
    ("en", "Write to help@example.com for the form.", "Write to sales@example.com for the form."),
    ("en", "The device can’t be repaired in our shop.", "The device can be repaired in our shop."),
    ("en", "Please pick it up in Leeds when you have time.", "Please pick it up in York when you have time."),
    ("en", "Your refund has already been paid out.", "Your refund will be paid out."),
    ("en", "Alright, Dr. Alexis is available at 11 pm.", "Alright, Dr. Johnson is available at 11 pm."),
    ("en", "The answer would have been 'poem' today.", "The answer would have been 'wind' today."),
    ("en", "Dogs may use our pool, cats only the garden.", "Cats may use our pool, dogs only the garden."),
    ("es", "Los niños menores de seis años viajan gratis.", "Los niños mayores de seis años viajan gratis."),
    ("zh-Hans", "鞋子可以换大一号，也可以退款。", "鞋子不能换大一号，但可以退款。"),
    ("ru", "Ваш заказ уже отправлен со склада.", "Ваш заказ ещё не отправлен со склада."),
    ("de", "Die Lieferung ist heute kostenlos.", "Die Lieferung ist heute kostenpflichtig."),
    ("pl", "Pieniądze wróciły na konto w poniedziałek.", "Pieniądze wróciły na konto we wtorek."),
    ("tr", "Siparişiniz bugün kargoya verildi.", "Siparişiniz bugün kargoya verilmedi."),
    ("ja", "ご注文は本日発送されます。", "ご注文は本日発送されません。"), ("ko", "주문은 오늘 발송됩니다.", "주문은 오늘 발송되지 않습니다."),
    ("zh-Hant-HK", "您的訂單今天會寄出。", "您的訂單明天會寄出。"), ("ar-EG", "تم شحن طلبك اليوم.", "لم يتم شحن طلبك اليوم."),
    ("es-419", "Su pedido ya fue enviado hoy.", "Su pedido todavía no fue enviado hoy."),
  ]

  @Test("never calls replies the same that answer otherwise", arguments: otherAnswers)
  func otherAnswer(_ tag: String, _ first: String, _ second: String) {
    let reader = ShippedReaders.reader(tag)
    let likeness = reader.likeness(reader.read(first), reader.read(second))
    #expect(!likeness.isAlike, "\(likeness)")
    #expect(likeness.percent < Likeness.nearFrom)
    #expect(reader.likeness(reader.read(second), reader.read(first)).percent == likeness.percent)
  }

  @Test("no answer of the samples is called the same as its opposite", arguments: SampleReplies.tags)
  func neverSame(_ tag: String) {
    let reader = ShippedReaders.reader(tag)
    var same: [String] = []
    for base in SampleReplies.bases(tag) {
      let text = reader.read(base.text)
      for other in base.other where reader.likeness(text, reader.read(other)).verdict == .same {
        same.append(other)
      }
    }
    #expect(same == [])
  }

  @Test("says 100 for the same text, 98 for one that differs in courtesy, and the same either way round")
  func percentages() {
    let reader = ShippedReaders.reader("en")
    let text = reader.read("Your parcel left our warehouse this morning.")
    #expect(reader.likeness(text, text).percent == 100)
    let polite = reader.read("Hello, your parcel left our warehouse this morning. Thank you!")
    #expect(reader.likeness(text, polite).percent == 98)
    #expect(reader.likeness(text, polite).verdict == .same)
    let other = reader.read("Breakfast is served until ten.")
    #expect(reader.likeness(text, other).verdict == .different)
    #expect(reader.likeness(text, other) == reader.likeness(other, text))
  }

  @Test(
    "never calls replies the same in which one word that no list knows stands in the place of another",
    arguments: [
      (
        "en", "Your room on the third floor has a sea view and a balcony.",
        "Your room on the third floor has a garden view and a balcony."
      ),
      (
        "uk", "Ваш номер на третьому поверсі, з видом на море й балконом.",
        "Ваш номер на третьому поверсі, з видом на сад і балконом."
      ),
      ("ja", "お部屋は三階で、海が見えるバルコニー付きです。", "お部屋は三階で、庭が見えるバルコニー付きです。"),
    ])
  func replaced(_ tag: String, _ first: String, _ second: String) {
    let reader = ShippedReaders.reader(tag)
    #expect(reader.likeness(reader.read(first), reader.read(second)).verdict == .near)
  }

  @Test("names the fact that differs")
  func difference() {
    let reader = ShippedReaders.reader("en")
    func found(_ first: String, _ second: String) -> Likeness.Verdict {
      reader.likeness(reader.read(first), reader.read(second)).verdict
    }
    #expect(
      found("We refunded $42.50 to your card.", "We refunded $24.50 to your card.")
        == .otherAnswer(AnswerDifference(kind: .number, first: "42.50", second: "24.50")))
    #expect(
      found("It will arrive on Monday at your door.", "It will arrive on Friday at your door.")
        == .otherAnswer(AnswerDifference(kind: .words("weekday"), first: "monday", second: "friday")))
    #expect(
      found("Dogs may use our pool, cats only the garden.", "Cats may use our pool, dogs only the garden.")
        == .otherAnswer(AnswerDifference(kind: .order, first: "dogs", second: "cats")))
    #expect(
      found("You can use the code for this order.", "You can not use the code for this order.")
        == .otherAnswer(AnswerDifference(kind: .negation, first: nil, second: "not")))
  }

  @Test(
    "takes hostile texts in its stride",
    arguments: ["a", "not ", "日", "e\u{301}", "Anna, ", "1.", "a.b/", "\u{200D}", "🙂", "\n", "-", "日 a 1 "])
  func hostile(_ part: String) {
    let reader = ShippedReaders.reader("ja")
    let text = reader.read(String(repeating: part, count: (1 << 20) / part.utf8.count), names: ["Anna"])
    #expect(text.scalars.count <= ReplyReader.longestText)
    #expect(reader.likeness(text, text).percent == 100)
  }
}
