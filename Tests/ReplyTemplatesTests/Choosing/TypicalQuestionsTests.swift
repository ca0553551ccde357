import ReplyTemplates
import Testing

@Suite struct TypicalQuestionsTests {
  static let sets: [String: (asks: [String: [String]], fitting: [String], other: [String])] = [
    "en": (
      [
        "late": [
          "Where is my parcel?", "My parcel is late", "When does my order arrive?",
          "The parcel has not arrived",
          "My order is late, where is it?", "Has my parcel been sent?", "When will my parcel arrive?",
        ],
        "refund": [
          "Where is my refund?", "I want my money back", "When do I get my money back?",
          "How long does a refund take?",
          "My refund has not arrived", "Has my money been refunded?", "How do I get a refund?",
        ],
        "login": [
          "I cannot log in", "My password does not work", "I forgot my password",
          "How do I reset my password?",
          "Log in does not work", "My account is locked", "I am locked out of my account",
        ],
      ],
      [
        "where is my order", "is my parcel late", "how do i get my money back",
        "I forgot the password of my account",
      ],
      ["Do you sponsor football clubs in Madrid?", "Who wrote your privacy statement?", "xyzzy"]
    ),
    "ru": (
      [
        "late": [
          "Где моя посылка?", "Когда придёт мой заказ?", "Посылка опаздывает", "Мой заказ не пришёл",
          "Где мой заказ?", "Посылка не пришла", "Когда придёт посылка?",
        ],
        "refund": [
          "Где мой возврат?", "Верните деньги", "Когда вернут деньги?", "Сколько ждать возврат денег?",
          "Деньги не вернули", "Возврат не пришёл", "Как оформить возврат?",
        ],
        "login": [
          "Не могу войти", "Забыл пароль", "Пароль не подходит", "Как сменить пароль?",
          "Аккаунт заблокирован",
          "Не могу войти в аккаунт", "Пароль не работает",
        ],
      ],
      ["где мой заказ?", "когда вернут мои деньги", "не подходит пароль"],
      ["Поддерживаете ли вы футбольные клубы?", "Кто ваш директор по рекламе?"]
    ),
    "zh": (
      [
        "late": ["我的包裹在哪里？", "包裹还没有到", "我的订单什么时候到？", "订单还没有到", "我的订单在哪里？", "包裹什么时候到？", "包裹迟到了"],
        "refund": ["我的退款在哪里？", "我要退款", "什么时候退款？", "退款还没有到", "怎么申请退款？", "退款要多久？", "我想申请退款"],
        "login": ["我登录不了", "忘记密码了", "密码不对", "怎么重置密码？", "账户被锁定了", "登录不了账户", "我忘记了密码"],
      ],
      ["包裹在哪里", "怎么退款", "忘记了密码"], ["你们赞助足球队吗？", "今天天气真不错"]
    ),
  ]

  static func questions(_ language: String) throws -> TypicalQuestions {
    let set = try #require(sets[language])
    return TypicalQuestions(
      set.asks.sorted { $0.key < $1.key }.flatMap { answer, asks in asks.map { (AnswerID(answer), $0) } })
  }

  @Test(arguments: ["en", "ru", "zh"]) func tellsTypicalQuestionsFromOthers(language: String) throws {
    let set = try #require(Self.sets[language])
    let questions = try Self.questions(language)
    for question in set.fitting { #expect(questions.isTypical(question), "\(question)") }
    for question in set.other { #expect(!questions.isTypical(question), "\(question)") }
  }

  @Test func namesTheAnswerThatFits() throws {
    let questions = try Self.questions("en")
    #expect(questions.fit(of: "i need a new password")?.answer.path == "login")
    #expect(questions.fit(of: "my parcel")?.answer.path == "late")
    #expect(questions.fit(of: "?!") == nil)
  }

  @Test func theLimitRisesWithTheShareThatMayBeRefused() throws {
    let questions = try Self.questions("en")
    let limits = [0, 0.05, 0.1, 0.2, 0.5, 1].map { questions.limit(refusing: $0) }
    #expect(limits == limits.sorted())
    #expect(try #require(limits.first) < #require(limits.last))
  }

  @Test func aSentenceOfTheSetSaysNothingOfItself() throws {
    // Each is unlike all others: left out it fits nothing, though it would fit itself perfectly.
    let words = [
      "alpha", "bravo", "cinema", "dolphin", "elbow", "fjord", "guitar", "helium", "indigo", "jungle",
    ]
    let asks = words.flatMap { word in [(AnswerID(word), word), (AnswerID(word), String(word.reversed()))] }
    let questions = TypicalQuestions(asks)
    #expect(questions.limit(refusing: 0.5) < 0.3)
    #expect(try #require(questions.fit(of: "guitar")).fit > 1)
  }

  @Test func aSetOfFewQuestionsRefusesNothing() {
    let questions = TypicalQuestions([(AnswerID("a"), "Where is my parcel?"), (AnswerID("a"), "Is it late?")])
    #expect(questions.isTypical("Do you sponsor football clubs?"))
    #expect(TypicalQuestions([]).isTypical("Hello"))
    #expect(TypicalQuestions([(AnswerID("a"), "...")]).count == 0)
  }
}
