extension SampleReplies {
  static let uz = """
    Posilkangiz bugun ertalab omborimizdan chiqdi va payshanbagacha yetib borishi kerak.
    + Buyurtmangiz bugun ertalab omborimizdan chiqdi va payshanbagacha yetib borishi kerak.
    - Posilkangiz bugun ertalab omborimizdan chiqdi va seshanbagacha yetib borishi kerak.
    - Posilkangiz bugun ertalab omborimizdan chiqmadi, payshanbagacha yetib borishi kerak.
    Kartangizga 425 000 so‘m qaytardik. Pul uch ish kuni ichida tushadi.
    + Kartangizga 425 000 so‘mni qaytardik. Pul uch ish kuni ichida tushadi.
    - Kartangizga 245 000 so‘m qaytardik. Pul uch ish kuni ichida tushadi.
    - Kartangizga 425 000 so‘m qaytardik. Pul besh ish kuni ichida tushadi.
    Do‘konimiz yakshanba kuni 10 dan 16 gacha ochiq, avtoturargoh bepul.
    + Yakshanba kuni do‘konimiz 10 dan 16 gacha ochiq, avtoturargoh bepul.
    - Do‘konimiz yakshanba kuni yopiq, avtoturargoh bepul.
    - Do‘konimiz yakshanba kuni 10 dan 16 gacha ochiq, avtoturargoh pullik.
    Qaytarish so‘rovingiz ma’qullandi. Xatdagi yorliqni chop etib, qutini pochtaga topshiring.
    + Qaytarish so‘rovingiz tasdiqlandi. Xatdagi yorliqni chop etib, qutini pochtaga topshiring.
    - Qaytarish so‘rovingiz rad etildi. Xatdagi yorliqni chop etib, qutini pochtaga topshiring.
    Usta ertaga soat 9 bilan 11 orasida boradi. Uyda kimdir bo‘lishi kerak.
    + Ustamiz ertaga soat 9 bilan 11 orasida boradi. Uyda kimdir bo‘lishi kerak.
    - Usta bugun soat 9 bilan 11 orasida boradi. Uyda kimdir bo‘lishi kerak.
    """
}
