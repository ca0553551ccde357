import LocalePacks
import SystemCalls

/// Why no manners can be had at all: what ships with the program is damaged.
enum PackFoldersError: Error {
  case unreadable(path: String, reason: String)
  case data(LocaleDataError)

  /// The sentence for the person.
  var sentence: String {
    switch self {
    case .unreadable(let path, let reason):
      "\(Printed.line(path)) cannot be read: \(Printed.line(reason)). Install the program anew."
    case .data(let error): Printed.line(error.description)
    }
  }
}

/// The folders in which locale packs lie: what ships, the team's, the person's.
struct PackFolders: Sendable, Hashable {
  /// `Locales` beside the program.
  let shipped: String
  /// `Locales` in the team's folder; nil when the config names none.
  let team: String?
  /// `Locales` beside the config.
  let personal: String

  init(_ setup: Setup) { self.init(setup.content, setup.config) }

  init(_ content: ShippedContent, _ config: Config) {
    shipped = content.root + "/Locales"
    team = config.teamFolder.map { Setup.withoutSlash(ToolRunner.expanded($0)) + "/Locales" }
    personal = FileSystem.parent(of: Setup.configPath) + "/Locales"
  }

  init(shipped: String, team: String?, personal: String) {
    self.shipped = shipped
    self.team = team
    self.personal = personal
  }

  private var layers: [(name: String, folder: String)] {
    [("shipped", shipped)] + (team.map { [("team", $0)] } ?? []) + [("personal", personal)]
  }

  /// The largest file that is read, in bytes.
  private static let sizeLimit = 4 << 20

  /// CLDR's extract.
  func cldr() throws(PackFoldersError) -> CLDRExtract {
    let path = shipped + "/cldr/extract.json5"
    let bytes: [UInt8]
    do { bytes = try FileSystem.contents(of: path, limit: Self.sizeLimit) } catch {
      throw .unreadable(path: path, reason: error.reason)
    }
    do throws(LocaleDataError) { return try CLDRExtract(bytes, file: path) } catch { throw .data(error) }
  }

  /// How dates are written.
  func dates(_ family: LocaleFamily) throws(PackFoldersError) -> CLDRDates {
    let path = shipped + "/cldr/dates.json5"
    let bytes: [UInt8]
    do { bytes = try FileSystem.contents(of: path, limit: Self.sizeLimit) } catch {
      throw .unreadable(path: path, reason: error.reason)
    }
    do throws(LocaleDataError) { return try CLDRDates(bytes, file: path, family: family) } catch {
      throw .data(error)
    }
  }

  /// The files of all packs; a file that cannot be read is told as a problem.
  ///
  /// - Complexity: O(bytes).
  func files() -> (files: [PackFile], problems: [PackProblem]) { files("pack.json5") }

  /// The files in which the words for masking stand.
  ///
  /// - Complexity: O(bytes).
  func secretWords() -> (files: [PackFile], problems: [PackProblem]) { files("secrets.json5") }

  private func files(_ file: String) -> (files: [PackFile], problems: [PackProblem]) {
    var files: [PackFile] = []
    var problems: [PackProblem] = []
    for (layer, folder) in layers {
      let names: [String]
      do { names = try FileSystem.list(folder) } catch {
        // Whoever has no packs of their own has no folder.
        if !error.isMissing || layer == "team" {
          problems.append(
            PackProblem(file: folder, line: nil, field: "", message: "cannot be read: \(error.reason)"))
        }
        continue
      }
      for name in names.sorted() {
        guard let tag = LocaleTag(name), "\(tag)" == name else {
          if layer != "shipped", FileSystem.exists("\(folder)/\(name)/\(file)") {
            problems.append(
              PackProblem(
                file: "\(folder)/\(name)/\(file)", line: nil, field: "",
                message: "lies in a folder that is no locale; write it as “id”, “es-MX” or “zh-Hant”"))
          }
          continue
        }
        let path = "\(folder)/\(name)/\(file)"
        do {
          files.append(
            PackFile(
              tag: tag, layer: layer, path: path,
              bytes: try FileSystem.contents(of: path, limit: Self.sizeLimit)))
        } catch {
          guard !error.isMissing else { continue }
          problems.append(
            PackProblem(file: path, line: nil, field: "", message: "cannot be read: \(error.reason)"))
        }
      }
    }
    return (files, problems)
  }

  /// The holidays of a country; nil when we have no table of it.
  ///
  /// - Throws: when the table is damaged.
  func holidays(_ country: String) throws(PackFoldersError) -> HolidayTable? {
    guard country.utf8.count == 2, country.utf8.allSatisfy({ 0x41...0x5A ~= $0 }) else { return nil }
    let path = "\(shipped)/holidays/\(country).json5"
    let bytes: [UInt8]
    do { bytes = try FileSystem.contents(of: path, limit: Self.sizeLimit) } catch {
      if error.isMissing { return nil }
      throw .unreadable(path: path, reason: error.reason)
    }
    do throws(LocaleDataError) { return try HolidayTable(bytes, file: path) } catch { throw .data(error) }
  }
}

/// All packs, read once, from which the manners of a locale are made.
struct PackShelf: Sendable {
  let folders: PackFolders
  let cldr: CLDRExtract
  let library: PackLibrary
  let languages: LanguageIdentifier
  /// Files that could not be read.
  let problems: [PackProblem]

  init(_ folders: PackFolders) throws(PackFoldersError) {
    self.folders = folders
    let cldr = try folders.cldr()
    self.cldr = cldr
    let (files, problems) = folders.files()
    self.problems = problems
    let library = PackLibrary(files, family: cldr.family)
    self.library = library
    languages = LanguageIdentifier(library)
  }

  /// The manners of a locale, and what is wrong with the files that they are made of.
  func manners(_ tag: LocaleTag) -> (manners: Manners, problems: [PackProblem]) {
    var (pack, problems) = library.resolve(tag)
    var holidays: HolidayTable?
    do throws(PackFoldersError) {
      holidays = try pack.country.flatMap { (c) throws(PackFoldersError) in try folders.holidays(c) }
    } catch {
      problems.append(
        PackProblem(file: folders.shipped, line: nil, field: "holidays", message: error.sentence))
    }
    return (
      Manners(
        edition: library.edition, pack: pack, languages: languages, locale: cldr.locale(tag),
        holidays: holidays), problems
    )
  }
}
