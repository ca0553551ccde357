import LocalePacks

/// Packs made of a few lines, for tests.
enum PackFixtures {
  /// A library of packs by tag; each text is what stands in the file besides `schema` and `locale`.
  static func library(_ packs: [(tag: String, fields: String)], layer: String = "shipped") -> PackLibrary {
    PackLibrary(packs.map { file($0.tag, $0.fields, layer: layer) }, family: family)
  }

  static func file(_ tag: String, _ fields: String, layer: String = "shipped") -> PackFile {
    PackFile(
      tag: LocaleTag(tag) ?? .root, layer: layer, path: "\(layer)/\(tag)/pack.json5",
      bytes: Array("{schema: 1, locale: \"\(tag)\",\n\(fields)\n}".utf8))
  }

  /// The pack of a language that has one file, without what stands in a root.
  static func pack(_ fields: String, _ tag: String = "xx") -> LocalePack {
    let known =
      "sources: {S: {ref: \"a page\"}}, "
      + (fields.contains("address:") ? "" : "address: {rules: [\(anyone)]},")
    return library([(tag, known + "\n" + fields)]).resolve(LocaleTag(tag) ?? .root).pack
  }

  /// A rule for everybody.
  static let anyone = "{id: \"all\", form: \"Friend\", why: \"w\", \(sourced)}"

  /// The fields of provenance.
  static let sourced = "src: [\"S\"], status: \"sourced\""

  /// A family with two of CLDR's exceptions.
  static let family = LocaleFamily(
    parents: [
      LocaleTag(language: "es", region: "MX"): LocaleTag(language: "es", region: "419"),
      LocaleTag(language: "zh", script: "Hant"): .root,
    ], aliases: [:], likely: [:])
}
