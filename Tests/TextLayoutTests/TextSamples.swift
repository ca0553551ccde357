import SeededRandom

/// Text that tests share.
enum TextSamples {
  /// Correct writing of many scripts: script, text.
  static let legitimate: [(String, String)] = [
    ("English", "Hello, it's “fine” – thanks… 50 % off!"),
    ("German", "Größe, Straße, ‚Zitat‘, „noch eins“ – 12 °C"),
    ("French", "« Bonjour\u{202F}! » C’est ça\u{A0}: 3\u{202F}000 €"),
    ("Vietnamese composed", "Xin chào, tôi cần trợ giúp về đơn hàng"),
    ("Vietnamese decomposed", "Tie\u{302}\u{301}ng Vie\u{323}\u{302}t"),
    ("Greek", "Καλημέρα, πώς είστε;"),
    ("Polytonic Greek decomposed", "α\u{313}\u{301}νθρωπος"),
    ("Russian", "Здравствуйте, где мой заказ?"),
    ("Ukrainian", "Добрий день, об’єкт і їжак"),
    ("Georgian", "გამარჯობა, როგორ ხართ?"),
    ("Armenian", "Բարև ձեզ, ինչպե՞ս եք"),
    ("Thai", "สวัสดีครับ น้ำ กำลัง ที่นี่ ๆ"),
    ("Thai with word separators", "ภาษา\u{200B}ไทย\u{200B}ง่าย"),
    ("Lao", "ສະບາຍດີ ນ້ຳ"),
    ("Khmer", "សួស្តី\u{200B}កម្ពុជា ក្រុង"),
    ("Burmese", "မင်္ဂလာပါ ကျေးဇူးတင်ပါတယ် မြန်မာ"),
    ("Arabic", "مرحباً، كيف حالك؟ ٢٠٢٤ \u{200F}(نص)"),
    ("Arabic with ALM", "رقم \u{061C}-5 هنا"),
    ("Persian", "می‌خواهم کتاب‌ها را، خانه‌ای و کار‌ها ه\u{200D}.ش"),
    ("Urdu", "آپ کیسے ہیں؟"),
    ("Hebrew", "שלום, מה שלומך? צה\u{5F4}ל \u{200F}!"),
    ("Hebrew with points", "בְּרֵאשִׁ֖ית בָּרָ֣א"),
    ("Syriac", "ܫܠܡܐ"),
    ("Hindi", "नमस्ते, क्षि क्\u{200D}ष क्\u{200C}ष ज़रूरत"),
    ("Marathi", "दर\u{94D}\u{200D}या"),
    ("Bengali", "আপনি কেমন আছেন? র\u{200D}্যাব ক্\u{200C}ষ"),
    ("Gurmukhi", "ਸਤ ਸ੍ਰੀ ਅਕਾਲ"),
    ("Gujarati", "કેમ છો? ક્ષ"),
    ("Tamil", "வணக்கம் ஸ்ரீ க்\u{200C}ஷ"),
    ("Telugu", "నమస్కారం క్\u{200C}ష"),
    ("Kannada", "ನಮಸ್ಕಾರ ರ\u{200D}್ಕ"),
    ("Malayalam", "നമസ്കാരം ന്\u{200D} അവന്\u{200D}"),
    ("Sinhala", "ශ්\u{200D}රී ලංකා ආයුබෝවන්"),
    ("Tibetan", "བཀྲ་ཤིས་བདེ་ལེགས།"),
    ("Mongolian", "ᠮᠣᠩᠭᠣᠯ ᠰᠠᠶᠢᠨ ᠪᠠᠶᠢᠨ\u{180E}ᠠ ᠵ\u{180B}ᠡ ᠭ\u{180C}"),
    ("Ethiopic", "ሰላም፡እንዴት ነህ።"),
    ("Cherokee", "ᎣᏏᏲ"),
    ("N'Ko", "ߒߞߏ"),
    ("Chinese", "你好,请问订单在哪里?「引用」。\u{3000}下一句"),
    ("Japanese", "こんにちは。ー「テスト」ｶﾞｷﾞ\u{3000}です"),
    ("Japanese indented", "\u{3000}段落の始まり\n\u{3000}次"),
    ("Japanese with IVS", "葛\u{E0100}飾区 邉\u{E0101}"),
    ("Korean", "안녕하세요, 주문 확인"),
    ("Korean decomposed", "\u{1112}\u{1161}\u{11AB}\u{1100}\u{1173}\u{11AF} \u{1112}\u{1161}"),
    ("Old Korean with fillers", "\u{1100}\u{1160} \u{115F}\u{1161} \u{1112}\u{119E}\u{11AB}"),
    ("CJK compatibility variants", "芽\u{FE00}"),
    ("Emoji", "🙂👍🏽❤️⚠️☺︎ ✈️"),
    ("Emoji joined", "👨‍👩‍👧‍👦 👩🏾‍💻 🏳️‍🌈 🏴‍☠️ 🧑🏻‍❤️‍💋‍🧑🏼 👁️‍🗨️ 🐈‍⬛ 🕵🏻‍♂️"),
    ("Flags", "🇺🇦🇮🇩 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🏴󠁧󠁢󠁳󠁣󠁴󠁿 🏴󠁧󠁢󠁷󠁬󠁳󠁿"),
    ("Keycaps", "1️⃣ #️⃣ *️⃣"),
    ("Mathematics", "∀x∈ℝ: ⌈x⌉ ≥ x ∩\u{FE00} ≨\u{FE00}"),
    ("Braille", "⠓⠑⠇⠇⠕⠀⠺⠕⠗⠇⠙"),
    ("Layout", "one\ttwo\nthree"),
    ("Replacement", "\u{FFFD}"),
  ]

  /// Pieces for generated text: every class that some rule looks at.
  static let pieces: [String] =
    [
      "a", "B", "7", " ", "  ", "\t", "\n", "\r\n", "\r", "\u{1B}[31m", "\u{0}", "\u{7F}", "\u{9B}", "\u{85}",
      "\u{2028}", "é", "e\u{301}", "\u{301}", "\u{301}\u{302}\u{303}\u{304}\u{305}", "\u{34F}", "日", "本", "。",
      "「", "」", "ー", "っ", "\u{3000}", "\u{2003}", "\u{A0}", "ก", "ำ", "เ", "ที่", "ກ", "ក", "្", "\u{17C9}",
      "\u{200B}", "\u{200C}", "\u{200D}", "\u{200E}", "\u{200F}", "\u{61C}", "\u{202E}", "\u{2066}",
      "\u{2069}",
      "ب", "ا", "\u{64B}", "שלום", "1", "-", "(", ")", "[", "क", "्", "ि", "র", "্", "\u{1100}", "\u{1160}",
      "\u{1161}",
      "\u{11A8}", "\u{115F}", "한", "\u{3164}", "\u{2800}", "⠓", "👩", "👨", "👧", "💻", "🏽", "❤", "\u{FE0F}",
      "\u{FE0E}", "\u{20E3}", "🏴", "\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}", "\u{E0041}",
      "\u{E007F}", "\u{E0001}", "🇺", "🇦", "\u{E000}", string([0xFFFE]), "\u{378}", "\u{FFFC}", "\u{FEFF}",
      "\u{AD}",
      "ᠮ", "\u{180B}", "\u{180E}", "\u{13000}", "\u{13430}", "\u{600}", "葛", "\u{E0100}", "\u{FE00}", "🫨",
      "䷀",
      "\u{1F8FF}", "ｶ", "ﾞ", "‹", "›", "⏎", "hello", "https://example.com/a?b=c",
    ]

  /// Scalars that a literal may not hold.
  static func string(_ values: [UInt32]) -> String {
    String(String.UnicodeScalarView(values.compactMap(Unicode.Scalar.init)))
  }

  /// Generated text of up to so many pieces.
  static func random(pieces limit: Int, using generator: inout SeededGenerator) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...limit, using: &generator) {
      let piece = pieces[Int.random(in: 0..<pieces.count, using: &generator)]
      // Repetition reaches the limits on clusters and marks.
      let isRepeated = Int.random(in: 0..<20, using: &generator) == 0
      text += String(repeating: piece, count: isRepeated ? Int.random(in: 2...40, using: &generator) : 1)
    }
    return text
  }
}
