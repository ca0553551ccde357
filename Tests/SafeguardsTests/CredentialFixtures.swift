import DeskModel
import LocalePacks
import SystemCalls

@testable import Safeguards

/// The packs that ship, with a check for each language, and the files of tries beside the tests.
enum CredentialFixtures {
  /// The folder of the checkout.
  static let checkout = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    .joined(separator: "/")

  /// The packs that ship.
  static let library: PackLibrary = {
    let root = checkout + "/Locales"
    let files = ((try? FileSystem.list(root)) ?? []).sorted().compactMap { name -> PackFile? in
      guard let tag = LocaleTag(name),
        let bytes = try? FileSystem.contents(of: "\(root)/\(name)/pack.json5", limit: 4 << 20)
      else { return nil }
      return PackFile(tag: tag, layer: "shipped", path: name, bytes: bytes)
    }
    return PackLibrary(files, family: LocaleFamily(parents: [:], aliases: [:], likely: [:]))
  }()

  /// The languages that have a pack of their own.
  static let languages = library.tags.filter { $0.region == nil && $0 != .root }.map(\.description)

  /// A check for each language, and one for the root.
  static let checks = Dictionary(
    uniqueKeysWithValues: (languages + ["root"]).map { name in
      (name, CredentialCheck(library.resolve(LocaleTag(name) ?? .root).pack))
    })

  /// The lines of a file of tries, in fields.
  static func lines(of name: String, fields count: Int) -> [[String]] {
    let path = checkout + "/Tests/SafeguardsTests/Credentials/" + name
    let bytes = (try? FileSystem.contents(of: path, limit: 1 << 20)) ?? []
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
      let fields = line.split(separator: "\t", maxSplits: count - 1).map(String.init)
      return fields.count == count ? fields : nil
    }
  }

  /// What is found in a draft to a customer of a language, after what was said before.
  static func findings(
    _ text: String, before: [String] = [], language: String = "en", audience: Audience = .customer
  ) -> [Finding] {
    let thread = before.enumerated().map { place, text in
      Entry(
        id: EntryID("e\(place)"), at: Timestamp(milliseconds: 0),
        author: Author(kind: .agent, id: "a", name: "A"), audience: .customer, text: text)
    }
    return checks[language]?.findings(in: Draft(text: text, audience: audience, thread: thread)) ?? []
  }
}
