import LocalePacks
import SystemCalls

@testable import Safeguards

/// What the tests of secrets share: the words that ship, and the templates of messages.
enum SecretFixtures {
  private static let checkout = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4)
    .joined(separator: "/")

  private static let read: (words: [SecretWords], problems: [PackProblem]) = {
    let root = checkout + "/Locales"
    let files = ((try? FileSystem.list(root)) ?? []).sorted().compactMap { name -> PackFile? in
      guard let tag = LocaleTag(name),
        let bytes = try? FileSystem.contents(of: "\(root)/\(name)/secrets.json5", limit: 4 << 20)
      else { return nil }
      return PackFile(tag: tag, layer: "shipped", path: "\(name)/secrets.json5", bytes: bytes)
    }
    return SecretWords.read(files)
  }()

  /// The words of all languages that ship.
  static let words = read.words
  /// What is wrong with their files.
  static let problems = read.problems

  /// Made once: the words of all languages are many.
  static let scan = SecretScan(words: words)

  /// The templates of all languages.
  static let templates: [SecretMessageTemplate] = {
    let folder = checkout + "/Tests/SafeguardsTests/Secrets/messages"
    return ((try? FileSystem.list(folder)) ?? []).sorted().flatMap { name -> [SecretMessageTemplate] in
      guard name.hasSuffix(".tsv"),
        let bytes = try? FileSystem.contents(of: "\(folder)/\(name)", limit: 1 << 20)
      else { return [] }
      return SecretMessageTemplate.read(
        String(decoding: bytes, as: UTF8.self), language: String(name.dropLast(4)))
    }
  }()

  /// The values that are found in a message, each behind its kind.
  static func found(_ text: String, after context: [SecretMessage] = []) -> [String] {
    let bytes = Array(text.utf8)
    return scan.spans(in: text, after: context).map { span in
      "\(span.kind.rawValue) \(String(decoding: bytes[span.start..<span.end], as: UTF8.self))"
    }
  }
}
