import JSONText
import LocalePacks
import ReplyTemplates
import SystemCalls

/// `sapa templates list`: the answers that there are.
struct TemplatesListCommand {
  private let options: Options

  init(_ options: Options) { self.options = options }

  func run() -> ExitCode {
    do throws(SetupError) {
      let shelf = try Setup(options).templateShelf(options)
      shelf.tellProblems()
      let wanted = Set(options.locales.compactMap { LocaleTag($0) })
      let answers = shelf.set.sorted.filter { wanted.isEmpty || !wanted.isDisjoint(with: $0.locales.keys) }
      let width = answers.map { $0.id.path.count }.max() ?? 0
      for answer in answers {
        Printed.out(options.isJSON ? Self.json(answer, shelf.set) : Self.line(answer, width))
      }
      if answers.isEmpty {
        Printed.error("There are no answers here. They belong into Templates/replies; README says how.")
      }
      return answers.isEmpty ? .findings : .fine
    } catch {
      Printed.error(error.sentence)
      return .findings
    }
  }

  private static func line(_ answer: Answer, _ width: Int) -> String {
    let gap = String(repeating: " ", count: max(0, width - answer.id.path.count))
    let locales = counts(answer).map { "\($0.locale) \($0.count)" }.joined(separator: ", ")
    return "\(Printed.line(answer.id.path))\(gap)  \(Printed.line(answer.title())): \(locales)\n"
  }

  private static func counts(_ answer: Answer) -> [(locale: String, count: Int)] {
    answer.locales.map { ("\($0.key)", $0.value.variants.count) }.sorted { $0.0 < $1.0 }
  }

  private static func json(_ answer: Answer, _ set: TemplateSet) -> String {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("answer", answer.id.path)
    writer.member("title", Printed.line(answer.title()))
    writer.strings("layers", set.layers[answer.id] ?? [])
    writer.strings("tags", answer.settings.tags.map(Printed.line))
    writer.strings("shortcuts", answer.settings.shortcuts.map(Printed.line))
    writer.key("locales")
    writer.beginObject()
    for (locale, count) in counts(answer) {
      writer.key(locale)
      writer.int(count)
    }
    writer.endObject()
    writer.endObject()
    return String(decoding: writer.bytes, as: UTF8.self) + "\n"
  }
}

extension TemplateShelf {
  /// Says on standard error what is wrong with files.
  func tellProblems() {
    for problem in problems { Printed.error(problem.sentence) }
    for problem in set.problems { Printed.error(Printed.line(problem.description)) }
  }

  /// The answer that the command line names; nil, and said, when there is none.
  func answer(named name: String?) -> Answer? {
    guard let name else {
      Printed.error("Say which answer; sapa templates list tells their names.")
      return nil
    }
    guard let answer = set.answers[AnswerID(name)] else {
      let near = set.answers.keys.filter { $0.path.contains(name) || name.contains($0.path) }.sorted().prefix(
        3)
      let hint = near.isEmpty ? "" : " Did you mean \(near.map(\.path).joined(separator: ", "))?"
      Printed.error(
        "There is no answer “\(Printed.line(name))”.\(hint) sapa templates list tells their names.")
      return nil
    }
    return answer
  }
}
