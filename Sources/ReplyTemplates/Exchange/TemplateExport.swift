package import LocalePacks

/// Writes replies for other programs.
package enum TemplateExport {
  /// Writes answers.
  ///
  /// Every variant is written. What the format cannot say stands in the notes: what the other program will not understand, and what
  /// our own importer does not read back from the bytes as it was.
  ///
  /// - Parameters:
  ///   - answers: The answers, in the order of the file.
  ///   - format: The format.
  ///   - locale: The locale of which the file says nothing, because the format knows none.
  ///   - records: What an import of the same format has kept: those records are written as they were whose answers have not changed.
  /// - Returns: The file's contents, and what they do not say.
  /// - Complexity: O(bytes).
  package static func write(
    _ answers: [Answer], format: ExchangeFormat, locale: LocaleTag, records: KeptRecords = KeptRecords()
  ) -> (bytes: [UInt8], notes: [ExchangeNote]) {
    var (bytes, notes) = format.codec.write(ExportJob(answers: answers, locale: locale, records: records))
    do {
      let back = try TemplateImport.read(bytes, name: format.rawValue, format: format, locale: locale)
      notes += RoundTripReport.notes(answers, back: back.answers, format: format)
    } catch {
      notes.append(
        ExchangeNote(
          file: format.rawValue, construct: error.description, action: .became("it is not read back")))
    }
    return (bytes, notes)
  }
}
