import LocalePacks
import SystemCalls

/// The files of the folder Locales of this checkout.
enum ShippedLocaleData {
  /// The folder, found from this file.
  static var folder: String {
    #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/Locales"
  }

  static func extract() throws -> CLDRExtract {
    try CLDRExtract(
      FileSystem.contents(of: folder + "/cldr/extract.json5", limit: 1 << 20), file: "extract.json5")
  }

  static func dates(_ family: LocaleFamily) throws -> CLDRDates {
    try CLDRDates(
      FileSystem.contents(of: folder + "/cldr/dates.json5", limit: 1 << 20), file: "dates.json5",
      family: family)
  }

  static func holidays(_ country: String) throws -> HolidayTable {
    let name = country + ".json5"
    return try HolidayTable(
      FileSystem.contents(of: folder + "/holidays/" + name, limit: 1 << 20), file: name)
  }
}
