/// Words by which a gap in square or angle brackets is told from other bracketed text.
enum PlaceholderWords {
  /// What is to be filled in; the last word of `[order number]`.
  static let nouns: Set<String> = [
    "name", "firstname", "lastname", "surname", "fullname", "username", "date", "time", "day", "number", "no",
    "amount", "sum", "price", "link", "url", "email", "e-mail", "address", "phone", "id", "title", "city",
    "имя", "фамилия", "отчество", "дата", "номер", "сумма", "ссылка", "адрес", "телефон", "город",
    "ім'я", "імʼя", "ім’я", "прізвище", "сума", "посилання", "адреса", "місто",
    "nama", "tanggal", "nomor", "jumlah", "tautan", "alamat", "telepon", "kota",
    "nom", "prénom", "nombre", "fecha", "número", "datum", "nummer", "imię", "nazwisko", "data",
  ]

  /// What begins an order to fill something in: `[insert reason]`, `[your signature]`.
  static let openers: Set<String> = [
    "insert", "enter", "your", "fill", "customer", "customer's", "client", "client's", "recipient",
    "вставить", "вставьте", "укажите", "ваше", "вставити", "вставте", "вкажіть", "masukkan", "isi",
  ]

  /// Nouns that are also names of HTML elements or of things in angle brackets.
  static let markup: Set<String> = ["link", "address", "time", "title", "data", "id", "no"]

  /// Whether the words in a pair of brackets name something to be filled in.
  static func isGap(_ content: String) -> Bool {
    let words = content.lowercased().split { $0.isWhitespace || $0 == "_" || $0 == "." || $0 == ":" }
    guard (1...5).contains(words.count), let first = words.first, let last = words.last else { return false }
    if words.count > 1, openers.contains(String(first)) { return true }
    return words.count <= 3 && nouns.contains(String(last))
  }
}
