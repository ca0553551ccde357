import LocalePacks
import SystemCalls

@testable import ReplyTemplates

/// Replies of a support team, each with what says the same (`+`) and what answers otherwise (`-`).
enum SampleReplies {
  struct Base: Sendable {
    var text: String
    /// The same in slightly other words.
    var same: [String] = []
    /// The same frame with another answer.
    var other: [String] = []
  }

  private static let texts = [
    "ar": ar,
    "bn": bn,
    "de": de,
    "en": en,
    "es": es,
    "fa": fa,
    "fil": fil,
    "fr": fr,
    "he": he,
    "hi": hi,
    "id": id,
    "it": it,
    "ja": ja,
    "kk": kk,
    "ko": ko,
    "ms": ms,
    "pl": pl,
    "pt": pt,
    "ru": ru,
    "th": th,
    "tr": tr,
    "uk": uk,
    "uz": uz,
    "vi": vi,
    "zh-Hans": zhHans,
    "zh-Hant": zhHant,
  ]

  /// The locales that have samples.
  static let tags = texts.keys.sorted()

  /// The samples of a locale.
  static func bases(_ tag: String) -> [Base] {
    (texts[tag] ?? "").split(separator: "\n").reduce(into: []) { bases, line in
      switch line.prefix(2) {
      case "+ ": bases[bases.count - 1].same.append(String(line.dropFirst(2)))
      case "- ": bases[bases.count - 1].other.append(String(line.dropFirst(2)))
      default: bases.append(Base(text: String(line)))
      }
    }
  }
}

/// Readers by the packs that ship.
enum ShippedReaders {
  private static let folder =
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(5).joined(separator: "/")
    + "/Locales"

  static let library: PackLibrary = {
    let files = ((try? FileSystem.list(folder)) ?? []).sorted().compactMap { name -> PackFile? in
      guard let tag = LocaleTag(name),
        let bytes = try? FileSystem.contents(of: "\(folder)/\(name)/pack.json5", limit: 4 << 20)
      else { return nil }
      return PackFile(tag: tag, layer: "shipped", path: "\(name)/pack.json5", bytes: bytes)
    }
    return PackLibrary(files, family: LocaleFamily(parents: [:], aliases: [:], likely: [:]))
  }()

  private static let readers = Dictionary(
    uniqueKeysWithValues: library.tags.map { ("\($0)", ReplyReader(library.resolve($0).pack)) })

  /// The reader of a locale that ships; that of the root for others.
  static func reader(_ tag: String) -> ReplyReader {
    readers[tag] ?? ReplyReader(library.resolve(.root).pack)
  }
}
