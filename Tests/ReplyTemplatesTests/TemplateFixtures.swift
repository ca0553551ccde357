import DeskModel
import LocalePacks
import ReplyTemplates
import SystemCalls

/// Sets made of texts, and the locale data of this checkout.
enum TemplateFixtures {
  /// The folder of the checkout, found from this file.
  static var root: String { #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() }

  static let cldr = try? CLDRExtract(
    FileSystem.contents(of: root + "/Locales/cldr/extract.json5", limit: 1 << 20), file: "extract.json5")

  static let family = cldr?.family ?? LocaleFamily(parents: [:], aliases: [:], likely: [:])

  /// Writes as a locale does; today is 2026-11-28.
  static func writer(_ name: String) throws -> FactWriter {
    let cldr = try CLDRExtract(
      FileSystem.contents(of: root + "/Locales/cldr/extract.json5", limit: 1 << 20), file: "extract.json5")
    let dates = try CLDRDates(
      FileSystem.contents(of: root + "/Locales/cldr/dates.json5", limit: 1 << 20), file: "dates.json5",
      family: cldr.family)
    let tag = tag(name)
    return FactWriter(
      cldr.locale(tag), dates: dates.style(tag), today: CivilTime.days(year: 2026, month: 11, day: 28))
  }

  static func tag(_ name: String) -> LocaleTag { LocaleTag(name) ?? .root }

  /// A file below `Templates`.
  static func file(_ name: String, _ text: String, layer: String = "shipped") -> TemplateFile {
    TemplateFile(layer: layer, name: name, path: "/\(layer)/\(name)", bytes: Array(text.utf8))
  }
}
