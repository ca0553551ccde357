import ReplyTemplates

/// A set with a fault of every kind; behind `⟵` stands what lint has to say of the line.
enum SeededSet {
  /// The files without the marks.
  static var files: [TemplateFile] {
    texts.map { name, text in
      TemplateFixtures.file(
        name,
        lines(text).map { line in
          line.split(separator: " ⟵ ", maxSplits: 1, omittingEmptySubsequences: false).first.map(String.init)
            ?? ""
        }.joined(separator: "\n"))
    }
  }

  /// What has to be found: `file:line rule`.
  static var faults: [String] {
    texts.flatMap { name, text in
      lines(text).enumerated().flatMap { index, line in
        line.split(separator: " ⟵ ").dropFirst().map { "\(name):\(index + 1) \($0)" }
      }
    }
  }

  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private static let texts: [(String, String)] = [
    ("replies/late/about.md", lateAbout), ("replies/late/en.md", lateEnglish),
    ("replies/late/de.md", lateGerman), ("replies/late/ru.md", lateRussian),
    ("replies/refund/about.md", refundAbout), ("replies/refund/en.md", refundEnglish),
    ("replies/refund/de.md", refundGerman), ("replies/refund/ru.md", refundRussian),
    ("replies/login/about.md", loginAbout), ("replies/login/en.md", loginEnglish),
    ("replies/login/ru.md", loginRussian), ("fragments/en.md", fragments),
  ]

  private static let lateAbout = """
    # A parcel is late

    ## Use it when
    - The promised day has passed.
    ## Not when
    - Nothing moves: [the parcel is lost](../parcel-lost/about.md) ⟵ link.dead
    ## Facts
    - order.number: the number of the order
    - order.day (date): the day on which it comes
    - order.weight (number): how heavy it is ⟵ placeholder.unused
    - wait.days (number): how long it takes
    ## Settings
    - shortcuts: late, where
    - attach: map.pdf ⟵ attach.missing
    - owner: Ann
    - review by: 2026-06-01 ⟵ review.overdue
    - trial: plain, bright; until 400; difference 8 ⟵ trial.variants ⟵ trial.variants
    """

  private static let lateEnglish = """
    <!-- status: reviewed by Ann, 2026-11-01; allow: jargon.vpn because engineers ask --> ⟵ allow.unused
    # Customers ask
    - Where is my parcel?

    # In private
    ## plain
    [[if thread.first: Hello {{customer.given}}. |]]Order {{order.nubmer}} left our house this morning. ⟵ placeholder.unknown
    ## name
    Good to hear from you, {{customer.given}}: your box is moving again. ⟵ placeholder.bare
    ## braces
    Thank you for waiting, {first_name}; the carrier found it. ⟵ placeholder.foreign-braces
    ## type
    It should reach your door on {{order.number:weekday}}, not later. ⟵ placeholder.format
    ## plural
    Give the van {{wait.days}} {{wait.days:plural day}} more, please. ⟵ plural.forms
    ## condition
    [[if thread.frist: Welcome! |]]A driver is bringing number {{order.number}} round. ⟵ condition.unknown
    ## choice
    Somebody [[is packing it|will call {{customer.name}}]] while we speak. ⟵ choice.unreachable
    ## twice
    What you bought sits in the the depot nearby. ⟵ text.repeated-word
    ## blanks
    We asked them.  They promise an answer tonight. ⟵ text.double-space
    ## bold
    Nothing was lost, and **nothing** broke on the road. ⟵ text.markdown
    ## small
    [[{{customer.address}}, |]]expect a knock around {{order.day:day}}. ⟵ text.small-letter
    ## title
    [[Dear Ms. {{customer.given}}, look outside.|Look outside.]] ⟵ address.part ⟵ address.term
    ## june
    By 31 June every late box has arrived. ⟵ date.impossible ⟵ facts.literal
    ## weekday
    Our next run goes out on Monday, 3 March 2027 in the evening. ⟵ date.weekday ⟵ facts.literal
    ## hours
    Couriers get 48 hours to try their luck once again. ⟵ facts.differ
    ## page
    Follow the van under www.shop.example/track all day long. ⟵ link.malformed
    ## unknown fragment
    Sit back and relax. {{> sign-of}} ⟵ fragment.unknown
    ## cliche
    We apologize for any inconvenience this caused. ⟵ courtesy.cliche

    # In public
    ## one
    Number {{order.number}} is being looked for by two of us. ⟵ public.private-fact
    ## two
    Late, yes, but not forgotten: details await you in private.
    ## three ⟵ variant.alike
    Late, yes, but not forgotten: details await you privately.

    # In public: review
    ## long ⟵ channel.length
    Reviews like yours help more than you may think. The van broke down, the spare van was out, and the depot had a power cut on the same afternoon. It should not have cost you an evening at home. Ask for me by name at the counter. I will walk over to the shelf and take your box. Then I carry it to your car myself, today or on any other day that suits you.
    """

  private static let lateGerman = """
    # In private ⟵ review.missing
    ## eins
    Kannst du uns die Nummer {{order.number}} bestätigen? ⟵ register.informal ⟵ register.informal
    ## zwei
    Der Fahrer sagt "gleich", spätestens {{order.day:weekday}}. ⟵ typography.quotes
    ## drei
    Noch {{wait.days}} {{wait.days:plural Tag, Tage}}, dann klingelt es bei Ihnen. {{> sign-off}} ⟵ fragment.locale

    # In public
    ## vier ⟵ locale.variants
    Das Paket ist unterwegs, die Einzelheiten stehen in Ihrem Postfach.
    ## fünf
    Heute früh ging es weiter. Wir haben Ihnen privat geschrieben.
    ## sechs
    Danke für den Hinweis! Wir kümmern uns darum und melden uns bei Ihnen.
    """

  private static let lateRussian = """
    <!-- status: reviewed by Ann, 2026-11-01 --> ⟵ placeholder.locale
    # In private
    ## один
    Посылка {{order.number}} уже у курьера и скоро будет у вас.
    ## два
    Thank you for writing to us. We will look into it and answer you soon. ⟵ language.mismatch
    ## три
    Осталось {{wait.days}} {{wait.days:plural день, дня, дней}}, мы следим за доставкой.

    # In public
    ## четыре
    Заказ едет, подробности мы отправили вам личным сообщением.
    ## пять
    Уже проверяем на складе. Номер лучше прислать нам в личные сообщения.
    ## шесть
    Спасибо, что написали. Курьер найден, новости ждут вас в переписке.
    ## семь
    Нам жаль, что пришлось ждать. Сегодня свяжемся с вами лично.
    """

  private static let refundAbout = """
    # Money back

    ## Use it when
    - The goods have come back.
    ## Not when
    - It was paid twice: [money back](../refund/about.md) ⟵ case.loop
    ## Settings ⟵ owner.missing
    - shortcuts: money, late ⟵ shortcut.clash
    """

  private static let refundEnglish = """
    <!-- status: reviewed by Ann, 2026-11-01 -->
    # Customers ask
    - When do I get my money?
    - where is my parcel ⟵ ask.duplicate

    # In private
    ## a
    Your money is on its way back to the card that you paid with.
    ## b
    We have sent €12.50 back to you. ⟵ facts.literal
    ## c ⟵ answer.alike
    What you bought sits in the depot nearby.
    ## d
    The bank still needs {{days ⟵ format.unclosed
    """

  private static let refundGerman = """
    <!-- status: reviewed by Ann, 2026-11-01 -->
    # In private
    ## a
    Das Geld ist auf dem Weg zu Ihrer Karte.
    ## b
    Die Bank schreibt den Betrag noch diese Woche gut.
    ## c
    Wir haben alles erstattet, wie Sie es gewünscht haben.
    """

  private static let refundRussian = """
    <!-- status: reviewed by Ann, 2026-11-01 -->
    # In private
    ## a
    Деньги уже возвращаются на карту, с которой вы платили.
    ## b
    Банк зачислит всю сумму на этой неделе.
    ## c
    Мы всё вернули, как вы и просили.
    """

  private static let loginAbout = """
    # Cannot log in ⟵ locale.missing

    ## Use it when
    - The password is not taken.
    ## Settings
    - owner: Ann
    - colour: red ⟵ format.key
    """

  private static let loginEnglish = """
    <!-- status: reviewed by Ann, 2026-11-01 -->
    # In private
    ## a
    Let us get you back into your account. Which message do you see?
    ## b
    A new link is in your mailbox. It opens the page on which you choose a password. {{> sign-off}}
    ## c
    <!-- allow: courtesy.cliche because the founder wants it so -->
    We apologize for any inconvenience with the form.
    """

  private static let loginRussian = """
    <!-- status: reviewed by Ann, 2026-11-01 -->
    # In private
    ## a
    Давайте вернём вам доступ. Какое сообщение вы видите?
    ## b
    Новая ссылка уже в вашей почте, она откроет страницу выбора пароля.
    ## c
    Мы проверили: вход снова работает. Попробуйте, пожалуйста, ещё раз.
    """

  private static let fragments = """
    ## sign-off
    Best wishes,
    [[{{me.given}}|The team]]
    """
}
