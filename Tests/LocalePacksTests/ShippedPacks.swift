import LocalePacks
import SystemCalls

/// The packs that ship, as the program reads them.
enum ShippedPacks {
  private static let root = ShippedLocaleData.folder

  static let cldr = try? ShippedLocaleData.extract()

  static let library: PackLibrary = {
    let files = ((try? FileSystem.list(root)) ?? []).sorted().compactMap { name -> PackFile? in
      guard let tag = LocaleTag(name),
        let bytes = try? FileSystem.contents(of: "\(root)/\(name)/pack.json5", limit: 4 << 20)
      else { return nil }
      return PackFile(tag: tag, layer: "shipped", path: "\(name)/pack.json5", bytes: bytes)
    }
    return PackLibrary(files, family: cldr?.family ?? LocaleFamily(parents: [:], aliases: [:], likely: [:]))
  }()

  private static let resolved = Dictionary(
    uniqueKeysWithValues: library.tags.map { ($0, library.resolve($0)) })

  static let languages = LanguageIdentifier(library)

  static func holidays(_ country: String) -> HolidayTable? {
    try? ShippedLocaleData.holidays(country)
  }

  static func pack(_ tag: LocaleTag) -> LocalePack { resolved[tag]?.pack ?? library.resolve(tag).pack }

  static func problems(_ tag: LocaleTag) -> [PackProblem] { resolved[tag]?.problems ?? [] }

  static func manners(_ tag: String) -> Manners? {
    guard let cldr, let tag = LocaleTag(tag) else { return nil }
    let pack = pack(tag)
    return Manners(
      edition: library.edition, pack: pack, languages: languages, locale: cldr.locale(tag),
      holidays: pack.country.flatMap(holidays))
  }
}
