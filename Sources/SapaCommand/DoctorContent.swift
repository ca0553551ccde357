import ConsoleCore
import SystemCalls

/// What the doctor says of the folders that ship with the program.
enum DoctorContent {
  /// Looks at the content that the program finds.
  ///
  /// `chosen` is what `SAPA_CONTENT` says, `language` the one asked for.
  static func findings(_ content: ShippedContent?, chosen: String?, language: String) -> [DoctorFinding] {
    var result: [DoctorFinding] = []
    if let chosen, !chosen.isEmpty, !ShippedContent.isContent(chosen) {
      result.append(
        .problem(
          .content, "\(ShippedContent.variable) is \(chosen), which holds no Locales/en/console.json5.",
          advice: "Correct the variable, or unset it: the folders beside the program are found without it."))
    }
    guard let content else {
      return result + [
        .problem(
          .content, SetupError.noContent.sentence,
          advice: "Install the package anew, or copy both folders there.")
      ]
    }
    result.append(.ok(.content, "Locales and Templates are in \(content.root)."))
    result += words(content, language)
    let samples = ((try? FileSystem.list(content.sampleDesk)) ?? []).count { $0.hasSuffix(".json") }
    result.append(
      samples > 0
        ? .ok(.content, "The sample desk has \(count(samples, "conversation")).")
        : .problem(
          .content, "The sample desk is missing from \(content.sampleDesk): a first start would fail.",
          advice: "Install the package anew."))
    return result
  }

  private static func words(_ content: ShippedContent, _ language: String) -> [DoctorFinding] {
    do throws(SetupError) {
      let english = try Setup.readWords(content.words("en"))
      let languages = content.languages.joined(separator: ", ")
      if language == "en" { return [.ok(.content, "The words are English, one of: \(languages).")] }
      guard FileSystem.exists(content.words(language)) else {
        return [
          .problem(
            .content, "There are no words in the language \(language), so the console is English.",
            advice: "Choose one of: \(languages).")
        ]
      }
      let keys = Set(try Setup.readWords(content.words(language)).keys)
      let missing = english.keys.filter { !keys.contains($0) }
      if missing.isEmpty { return [.ok(.content, "All words are there in the language \(language).")] }
      let some = missing.prefix(3).joined(separator: ", ") + (missing.count > 3 ? ", …" : "")
      return [
        .note(
          .content,
          "In the language \(language), \(count(missing.count, "word")) of \(english.keys.count) are English: \(some)."
        )
      ]
    } catch {
      return [.problem(.content, error.sentence, advice: "Install the package anew, or mend the file.")]
    }
  }
}
