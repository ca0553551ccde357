import ConsoleRuntime
import Dispatch
import LocalePacks
import SystemCalls
import TextLayout

/// Reads the manners of locales for the console, on a thread of its own: the files take longer than a key may.
///
/// Nothing is kept between locales but what the console keeps: a shift sees few of them, and all packs together are large.
struct MannersKeeper: Sendable {
  private let folders: PackFolders
  private let queue = DispatchQueue(label: "manners")

  init(_ folders: PackFolders) { self.folders = folders }

  /// What the console asks for.
  var port: @Sendable (String, @escaping @Sendable (Manners?, [SafeText]) -> Void) -> Void {
    { [folders, queue] locale, done in
      queue.async {
        let (manners, problems) = Self.read(locale, folders)
        done(manners, problems)
      }
    }
  }

  /// The manners of a locale, and what is wrong with the files that they are made of.
  static func read(_ locale: String, _ folders: PackFolders) -> (Manners?, [SafeText]) {
    let tag = LocaleTag(locale) ?? .root
    do throws(PackFoldersError) {
      let shelf = try PackShelf(folders)
      let (manners, problems) = shelf.manners(tag)
      let told = (shelf.problems + problems).map { SafeText(line: $0.description) }
      return (manners, told)
    } catch {
      return (nil, [SafeText(line: error.sentence)])
    }
  }
}
