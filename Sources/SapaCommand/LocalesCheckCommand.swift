import JSONText
import LocalePacks
import SystemCalls

/// `sapa locales check`: every fault of packs, with file, line and field; their examples; rules that no example proves.
struct LocalesCheckCommand {
  private let options: Options

  init(_ options: Options) { self.options = options }

  func run() -> ExitCode {
    do throws(SetupError) {
      let shelf = try Setup(options).shelf()
      var isFine = true
      for problem in shelf.problems { tell(problem, &isFine) }
      var tags: [LocaleTag] = []
      for name in options.locales {
        guard let tag = LocaleTag(name), shelf.library.tags.contains(tag) else {
          Printed.error(
            "There is no pack “\(Printed.line(name))”. There are \(shelf.library.tags.map(\.description).joined(separator: ", "))."
          )
          isFine = false
          continue
        }
        tags.append(tag)
      }
      var told: Set<PackProblem> = []
      for tag in options.locales.isEmpty ? shelf.library.tags : tags {
        let (manners, problems) = shelf.manners(tag)
        for problem in problems where told.insert(problem).inserted { tell(problem, &isFine) }
        for sentence in Self.faults(manners.pack, shelf) { tell(tag, sentence, &isFine) }
        if !options.isJSON, problems.isEmpty {
          let examples = manners.pack.examples
          Printed.out(
            "\(tag): \(manners.pack.ruleNames.count) rules, \(examples.good.count) good and \(examples.bad.count) bad examples.\n"
          )
        }
      }
      return isFine ? .fine : .findings
    } catch {
      Printed.error(error.sentence)
      return .findings
    }
  }

  /// What the examples of a pack show.
  static func faults(_ pack: LocalePack, _ shelf: PackShelf) -> [String] {
    let examination = PackExamination(pack, languages: shelf.languages) { country in
      (try? shelf.folders.holidays(country)) ?? nil
    }
    return examination.failures()
      + examination.unprovenRules().map { "\($0): no example would notice if this rule were gone" }
  }

  private func tell(_ problem: PackProblem, _ isFine: inout Bool) {
    tell(problem.description, &isFine) { writer in
      writer.member("file", Printed.line(problem.file))
      if let line = problem.line {
        writer.key("line")
        writer.int(line)
      }
      writer.member("field", Printed.line(problem.field))
      writer.member("message", Printed.line(problem.message))
    }
  }

  private func tell(_ tag: LocaleTag, _ sentence: String, _ isFine: inout Bool) {
    tell("\(tag): \(sentence).", &isFine) { writer in
      writer.member("locale", "\(tag)")
      writer.member("message", Printed.line(sentence))
    }
  }

  /// Prints a fault: a line, or with --json an object with the members that are written.
  private func tell(_ line: String, _ isFine: inout Bool, _ writeMembers: (inout JSONWriter) -> Void) {
    isFine = false
    guard options.isJSON else {
      Printed.out(Printed.line(line) + "\n")
      return
    }
    var writer = JSONWriter()
    writer.beginObject()
    writeMembers(&writer)
    writer.endObject()
    Printed.out(String(decoding: writer.bytes, as: UTF8.self) + "\n")
  }
}
