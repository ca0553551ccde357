/// The part of Unicode's CLDR that locale packs stand on: parents, old tags, likely subtags, and facts of each locale.
package struct CLDRExtract: Sendable {
  /// The release of CLDR.
  package let version: String
  /// The SPDX id of its licence.
  package let licence: String
  /// Where it comes from.
  package let source: String
  /// The locales that the file holds, the root among them.
  package let tags: Set<LocaleTag>
  /// How tags belong together.
  package let family: LocaleFamily

  private let currencies: [String: String]
  private let locales: [LocaleTag: CLDRLocale]
  private let root: CLDRLocale

  /// Reads the bytes of `Locales/cldr/extract.json5`; `file` is its name for messages.
  ///
  /// Every locale is read at once, so that an error is found here and nowhere else.
  /// - Throws: `LocaleDataError` with the place in the text, or with the path of the field.
  /// - Complexity: O(bytes).
  package init(_ bytes: [UInt8], file: String) throws(LocaleDataError) {
    let top = try DataField(bytes, file: file)
    version = try top["cldr"].string()
    licence = try top["licence"].string()
    source = try top["source"].string()
    let family = LocaleFamily(
      parents: try Self.tags(top["parents"]), aliases: try Self.tags(top["aliases"]),
      likely: try Self.tags(top["likely"]))
    var currencies: [String: String] = [:]
    for (region, code) in try top["currencies"].members() { currencies[region] = try code.string() }
    self.currencies = currencies

    var reader = try CLDRLocaleReader(top)
    let fields = top["locales"]
    for (name, field) in try fields.members() {
      guard let tag = LocaleTag(name), tag.description == name else {
        throw field.fail("named by the tag of a locale")
      }
      reader.fields[tag] = field
    }
    for tag in reader.fields.keys where family.chain(of: tag).last != .root {
      throw top["parents"].fail("free of cycles; \(tag) never comes to the root")
    }
    guard reader.fields[.root] != nil else {
      throw fields["root"].fail("there, for all locales inherit from it")
    }
    for tag in reader.fields.keys.sorted(by: { $0.description < $1.description }) {
      try reader.read(tag, family)
    }
    guard let root = reader.locales[.root] else { throw fields["root"].fail("an object") }
    self.root = root
    self.family = family
    locales = reader.locales
    tags = Set(reader.locales.keys)
  }

  // MARK: - Tags

  /// The parent of a locale; see `LocaleFamily.parent(of:)`.
  package func parent(of tag: LocaleTag) -> LocaleTag? { family.parent(of: tag) }

  /// A locale and all its parents, the root last.
  package func chain(of tag: LocaleTag) -> [LocaleTag] { family.chain(of: tag) }

  /// The tag that stands for an old one today; see `LocaleFamily.canonical(_:)`.
  package func canonical(_ tag: LocaleTag) -> LocaleTag { family.canonical(tag) }

  /// The tag with its likely script and region; see `LocaleFamily.likely(_:)`.
  package func likely(_ tag: LocaleTag) -> LocaleTag { family.likely(tag) }

  // MARK: - Facts

  /// What CLDR says of a locale, found under its tag or that of the nearest parent.
  ///
  /// - Complexity: O(parents).
  package func locale(_ tag: LocaleTag) -> CLDRLocale {
    chain(of: canonical(tag)).lazy.compactMap { locales[$0] }.first ?? root
  }

  /// The legal tender of a region, as an ISO 4217 code.
  package func currency(ofRegion region: String) -> String? { currencies[region] }

  /// The legal tender where a locale is most likely used; nil for groups of countries such as es-419.
  package func currency(of tag: LocaleTag) -> String? {
    likely(canonical(tag)).region.flatMap { currencies[$0] }
  }

  private static func tags(_ field: DataField) throws(LocaleDataError) -> [LocaleTag: LocaleTag] {
    var result: [LocaleTag: LocaleTag] = [:]
    for (name, value) in try field.members() {
      guard let tag = LocaleTag(name) else { throw value.fail("named by the tag of a locale") }
      result[tag] = try value.tag()
    }
    return result
  }
}
