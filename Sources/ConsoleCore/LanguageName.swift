import TextLayout

/// The names of languages in the console's own language.
enum LanguageName {
  /// The name of a BCP 47 tag's language, by its primary subtag; nil when the catalogue has none.
  static func of(_ tag: String?, _ words: Words) -> SafeText? {
    guard let tag else { return nil }
    let key = "language." + tag.prefix { $0 != "-" && $0 != "_" }.lowercased()
    return words.has(key) ? words(key) : nil
  }
}
