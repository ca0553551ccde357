/// Greetings after which a name is expected, in lower case.
enum GreetingWords {
  /// Complete without a name, so that only a gap before the comma tells of a missing one.
  static let open: Set<String> = [
    "hello", "hi", "hey", "good morning", "good afternoon", "good evening", "greetings",
    "вітаю", "привіт", "доброго дня", "добрий день", "доброго ранку", "добрий вечір",
    "здравствуйте", "привет", "добрый день", "доброе утро", "добрый вечер",
    "halo", "hai", "selamat pagi", "selamat siang", "selamat sore", "selamat malam", "kak", "pak", "bu",
    "halo kak", "halo pak", "halo bu", "hai kak", "baik kak", "baik pak", "baik bu",
    "hallo", "guten morgen", "guten tag", "guten abend", "bonjour", "bonsoir", "salut", "hola",
    "buenos días", "buenas tardes", "olá", "bom dia", "ciao", "buongiorno", "cześć", "dzień dobry",
  ]

  /// Broken without a name, gap or not.
  static let needingName: Set<String> = [
    "dear", "dear mr", "dear mr.", "dear ms", "dear ms.", "dear mrs", "dear mrs.",
    "шановний", "шановна", "пане", "вітаю, пане", "уважаемый", "уважаемая",
    "yth", "yth.", "bapak yth.", "ibu yth.",
    "sehr geehrte", "sehr geehrter", "sehr geehrter herr", "sehr geehrte frau", "liebe", "lieber",
    "cher", "chère", "estimado", "estimada", "querido", "querida", "caro", "cara", "szanowny", "szanowna",
  ]

  /// French sets a space before `!` by its own rules of typography.
  static let french: Set<String> = ["bonjour", "bonsoir", "salut"]
}
