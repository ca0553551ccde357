import Testing

/// In the tables `⍽` stands for U+00A0 and `⍾` for U+202F.
@Suite("Typography of a language")
struct TypographyLanguageTests {
  @Test(
    "sets what is typed on a keyboard",
    arguments: [
      ("ru", #"Он сказал "да"."#, "Он сказал «да»."),
      ("ru", #""Тариф "Про" снят", - ответили нам"#, "«Тариф „Про“ снят»,⍽— ответили нам"),
      ("ru", "Заказ - в пути", "Заказ⍽— в⍽пути"),
      ("ru", "Это – ваш заказ", "Это⍽— ваш заказ"),
      ("ru", "Подождите...", "Подождите…"),
      ("ru", "Что случилось?...", "Что случилось?.."),
      ("ru", "Спасибо!!!", "Спасибо!"),
      ("ru", "Правда!?", "Правда?!"),
      ("ru", "Привет ! Как дела ?", "Привет! Как дела?"),
      ("ru", "А. С. Пушкин и А.С. Грибоедов", "А.⍽С.⍽Пушкин и⍽А.С.⍽Грибоедов"),
      ("ru", "В заказе №17 и № 18", "В⍽заказе №⍽17 и⍽№⍽18"),
      ("ru", "Весит 5 кг, куплен в 2026 г.", "Весит 5⍽кг, куплен в⍽2026⍽г."),
      ("ru", "Скидка 5%", "Скидка 5⍽%"),
      ("ru", "С вас 1 234 руб.", "С⍽вас 1⍽234⍽руб."),
      ("ru", "Вернём 12 500 ₽ или 100$", "Вернём 12⍽500⍽₽ или⍽100⍽$"),
      ("uk", "Об'єкт у \"Києві\"", "Об’єкт у⍽«Києві»"),
      ("uk", "Дякую - це все!!", "Дякую⍽— це все!"),
      ("uk", "Ціна 1 500 грн", "Ціна 1⍽500⍽грн"),
      ("kk", #"Тапсырыс "Алма" - дайын"#, "Тапсырыс «Алма»⍽— дайын"),
      ("en-US", #"It's "fine" - we've checked..."#, "It’s “fine”—we’ve checked…"),
      ("en-US", #"She wrote: "He said 'no' twice.""#, "She wrote: “He said ‘no’ twice.”"),
      ("en-US", "word--word", "word—word"),
      ("en-US", "You paid $ 1.234,50 !", "You paid $1,234.50!"),
      ("en-GB", "Sorry - we're late", "Sorry – we’re late"),
      ("en-GB", "50 % off", "50% off"),
      ("de", #"Er schrieb: "Das Wort 'Frist' fehlt.""#, "Er schrieb: „Das Wort ‚Frist‘ fehlt.“"),
      ("de", "Ihr Paket - endlich - ist da.", "Ihr Paket – endlich – ist da."),
      ("de", "Das kostet 1,234.50 € und 5€", "Das kostet 1.234,50⍽€ und 5⍽€"),
      ("de", "20% von 5 kg", "20⍽% von 5⍽kg"),
      ("de-CH", "Fr. 1'234.50 oder CHF 20", "Fr.⍽1’234.50 oder CHF⍽20"),
      ("fr", #"Bonjour! Vous dites "oui"?"#, "Bonjour⍾! Vous dites «⍽oui⍽»⍾?"),
      ("fr", "Voici : l'adresse ; merci !", "Voici⍽: l’adresse⍾; merci⍾!"),
      ("fr", "« texte » et «mot»", "«⍽texte⍽» et «⍽mot⍽»"),
      ("fr", "Bonjour {prenom}!", "Bonjour {prenom}⍾!"),
      ("fr", "Rendez-vous à 10:30!", "Rendez-vous à 10:30⍾!"),
      ("fr", #"l'"avenir" , demain"#, "l’«⍽avenir⍽», demain"),
      ("fr-CA", "Bonjour ! Voici: ceci", "Bonjour! Voici⍽: ceci"),
      ("fr-CA", #""Le "oui" compte""#, "«⍽Le “oui” compte⍽»"),
      ("es", #"¿Dijo "sí"? Espere..."#, "¿Dijo “sí”? Espere…"),
      ("es-419", "Pagó $ 1.234,50", "Pagó $1,234.50"),
      ("it", #"L'ordine " e "«  pronto »"#, #"L’ordine " e "«pronto»"#),
      ("it", #"Ha detto "sì", poi l'ha "tolto""#, "Ha detto «sì», poi l’ha «tolto»"),
      ("pl", #"Proszę o numer w "Moje konto""#, "Proszę o⍽numer w⍽„Moje konto”"),
      ("pl", "I w domu, i z biura: 5 kg, 20zł", "I⍽w⍽domu, i⍽z⍽biura: 5⍽kg, 20⍽zł"),
      ("pt", "Foram $309", "Foram $309"),
      ("pt", "São R$ 20 - ou R$1,234.50", "São R$⍽20 — ou R$⍽1.234,50"),
      ("tr", "Ahmet'e \"evet\" dedik, 2026'da", "Ahmet’e “evet” dedik, 2026’da"),
      ("uz", "O'zbekiston, bog', ma'no, go`zal", "Oʻzbekiston, bogʻ, maʼno, goʻzal"),
      ("uz", "so‘m va ko’cha, san`at", "soʻm va koʻcha, sanʼat"),
      ("id", "Totalnya Rp50.000 , ya", "Totalnya Rp⍽50.000, ya"),
      ("ms", "Jumlah RM 20 !", "Jumlah RM⍽20!"),
      ("vi", "Giá 1.000.000đ - đã gồm thuế", "Giá 1.000.000⍽đ – đã gồm thuế"),
      ("ar", "مرحبا, كيف حالك?", "مرحبا، كيف حالك؟"),
      ("ar", "نعم; شكرا", "نعم؛ شكرا"),
      ("fa", "سلام, \"بله\"", "سلام، «بله»"),
      ("he", #"הוא אמר "שלום" - וזהו"#, "הוא אמר ”שלום” – וזהו"),
      ("th", "ขอบคุณครับ.", "ขอบคุณครับ"),
      ("ja", #"はい,"注文"です. ありがとう!"#, "はい、「注文」です。ありがとう！"),
      ("zh-Hans", #"你好, 他说"可以"吗?"#, "你好，他说“可以”吗？"),
      ("zh-Hans", "请等...", "请等……"),
      ("zh-Hant", #"您說"好",謝謝!"#, "您說「好」，謝謝！"),
      ("ko", #""안녕"이라고 했어요 ."#, "“안녕”이라고 했어요."),
    ])
  func changed(_ locale: String, _ typed: String, _ set: String) {
    expectSet(typed, set, SampleStyles.style(locale))
  }

  @Test(
    "leaves alone what may mean something else",
    arguments: [
      ("ru", #"Открыта "кавычка"#), ("ru", #"монитор 24" куплен"#), ("ru", "5-7 дней, кто-то, 10 - 12"),
      ("ru", "- первый\n- второй"), ("ru", "4111 1111 1111 1111, 8 800 555 35 35"), ("ru", "1000000⍽руб"),
      ("ru", "витамин А. Он полезен"), ("ru", "Смотрите :) и ;-) и :D"), ("ru", "/home/a...b"), ("ru", "???"),
      ("ru", "Файл отчёт.итог.pdf готов"), ("ru", "`a - b`, \"незакрытая"), ("ru", "```\nx - \"y\"...\n```"),
      ("ru", "> цитата - \"как есть\"..."), ("ru", "{\"ключ\": \"значение\"}"), ("ru", "if !!ready"),

      ("en-US", #"5'10" tall, a 24" screen"#), ("en-US", "a - b = c"), ("en-US", "the dogs' bowl and '90s"),
      ("en-US", "range 1...5 and ../up"), ("en-US", "see https://a.example/x - 5"),
      ("en-US", "x.y(a, b) and v1.2.3 and 10.0.0.1"), ("en-US", "ask @nick_name or #tag_2"),
      ("de", "Das kostet 1,234⍽€ oder 12.50⍽€"), ("de", "Vor- und Nachname"),
      ("de", "GB29 NWBK 6016 1331 9268 19"), ("de", "1,234.50 ohne Zeichen"), ("de", "+1 234 567 890"),
      ("fr", "https://a.example/x?y=1;z=2"), ("fr", "à 10:30 :) ratio 3 : 2"), ("fr", "std::vec et a:b"),
      ("he", #"צה"ל וג'ירפה, ד"ר"#), ("hi", "ठीक है. धन्यवाद।"), ("th", "เวลา 14:00 น. และ ต.ค. 2569"),
      ("ja", "バージョン1.2.3, v2"), ("zh-Hans", "价格:5, 版本1.2 (beta)"), ("zh-Hans", "用 a,b 和 3:2"),
      ("ar", "الرقم 1,234.50 و user@mail.example"), ("tr", "%5 indirim"), ("es", "raya - así"),
      ("uz", "'qog' ichida"),
    ])
  func left(_ locale: String, _ text: String) {
    expectLeft(text, SampleStyles.style(locale))
  }
}
