import DeskModel
import LocalePacks
import ReplyTemplates
import SystemCalls

/// All answers, with the packs and the data by which they are written.
struct TemplateShelf: Sendable {
  let set: TemplateSet
  let packs: PackShelf
  let dates: CLDRDates
  /// Files that could not be read.
  let problems: [UnreadablePath]

  init(_ folders: TemplateFolders, packs: PackShelf) throws(PackFoldersError) {
    self.packs = packs
    dates = try packs.folders.dates(packs.cldr.family)
    let (files, problems) = folders.files()
    set = TemplateSet(files)
    self.problems = problems
  }

  /// Writes values for a locale on a day.
  func writer(_ locale: LocaleTag, today: Int) -> FactWriter {
    FactWriter(packs.cldr.locale(locale), dates: dates.style(locale), today: today)
  }

  /// A person whom the pack of a locale itself takes for an example, for trying texts out.
  func sampleContact(_ locale: LocaleTag) -> Contact {
    let examples = packs.library.resolve(locale).pack.examples.address
    let person = examples.first { $0.person.given != nil && $0.person.family != nil }?.person
    return Contact(
      id: "sample", full: person?.full, given: person?.given ?? "Alex", family: person?.family,
      patronymic: person?.patronymic, title: person?.title, gender: person?.gender, age: person?.age,
      locale: "\(locale)")
  }
}

extension Setup {
  /// The folders of all layers; the one alone that the command line names.
  func templateFolders(_ options: Options) -> TemplateFolders {
    options.templatesFolder.map(TemplateFolders.init(only:)) ?? TemplateFolders(self)
  }

  /// All answers; those of one folder alone when the command line names one.
  func templateShelf(_ options: Options) throws(SetupError) -> TemplateShelf {
    let folders = templateFolders(options)
    let packs = try shelf()
    do throws(PackFoldersError) { return try TemplateShelf(folders, packs: packs) } catch {
      throw .packs(error)
    }
  }
}
