import LocalePacks
import Testing

@testable import ReplyTemplates

/// Short ways to read and write in tests.
enum Sample {
  static let english = LocaleTag(language: "en")

  static func read(
    _ text: String, _ name: String = "file", format: ExchangeFormat? = nil, locale: LocaleTag = english
  ) throws -> ExchangeSet {
    try TemplateImport.read(Array(text.utf8), name: name, format: format, locale: locale)
  }

  /// What is written of a set that was read, with the file's records.
  static func written(_ set: ExchangeSet, locale: LocaleTag = english) -> String {
    let result = TemplateExport.write(
      set.answers, format: set.format, locale: locale, records: set.records)
    return String(decoding: result.bytes, as: UTF8.self)
  }

  /// The sentence of the error that reading a file ends with.
  static func failure(_ text: String, _ name: String, format: ExchangeFormat? = nil) -> String? {
    failure(Array(text.utf8), name, format: format)
  }

  static func failure(_ bytes: [UInt8], _ name: String, format: ExchangeFormat? = nil) -> String? {
    do throws(ExchangeError) {
      _ = try TemplateImport.read(bytes, name: name, format: format, locale: english)
      return nil
    } catch {
      return error.description
    }
  }
}

extension ExchangeSet {
  /// All variants: `id@locale#name: text`.
  var lines: [String] {
    answers.flatMap { answer in
      answer.locales.keys.sorted { $0.description < $1.description }.flatMap { locale in
        (answer.locales[locale]?.variants ?? []).map {
          "\(VariantID(answer: answer.id, locale: locale, name: $0.name)): \($0.source)"
        }
      }
    }
  }

  /// The texts alone.
  var sources: [String] { answers.flatMap { $0.locales.values.flatMap { $0.variants.map(\.source) } } }

  /// The notes without the file's name.
  var remarks: [String] {
    notes.map { note in
      [note.item, note.construct, note.action.description].compactMap { $0 }.joined(separator: ": ")
    }
  }
}
