import DeskLink
import JSONText
import LocalePacks
import ReplyTemplates
import SystemCalls

/// `sapa templates pick`: which answer fits, and which of its variants; one JSON object a line in.
struct TemplatesPickCommand {
  private let options: Options
  /// How many answers are told when nobody says.
  private static let usualLimit = 5

  init(_ options: Options) { self.options = options }

  func run() -> ExitCode {
    do throws(SetupError) {
      let setup = try Setup(options)
      let shelf = try setup.templateShelf(options)
      shelf.tellProblems()
      let advisor = PickAdvisor(
        AnswerLibrary(shelf.set, edition: 0, cldr: shelf.packs.cldr, dates: shelf.dates),
        packs: shelf.packs.library,
        PickAdvisor.Setting(
          me: setup.me, agentGender: setup.config.agentGender, sector: setup.config.sector,
          language: options.language ?? setup.config.language, now: options.now ?? Setup.systemNow()))
      let words = PickWords(words: setup.words)
      var number = 0
      let isFine = JSONLineFiles.each(options.files) { bytes, range throws(InterchangeError) in
        let request = try PickLine.read(bytes, range)
        let advice = advisor.advice(request, limit: options.limit ?? Self.usualLimit)
        number += 1
        Printed.out(
          options.isJSON
            ? Self.json(request.id, advice, words) : Self.text(request.id ?? "\(number)", advice, words))
        return advice.picks.contains { $0.first != nil }
      }
      return isFine ? .fine : .findings
    } catch {
      Printed.error(error.sentence)
      return .findings
    }
  }

  static func text(_ id: String, _ advice: PickAdvisor.Advice, _ words: PickWords) -> String {
    var lines = ["══ \(id)"]
    if !advice.isTypical { lines.append(words.untypical) }
    if advice.picks.isEmpty { lines.append("Nothing fits.") }
    for (place, pick) in advice.picks.enumerated() {
      lines.append("\(place + 1). \(pick.id.path) · \(pick.title)\(pick.locale.map { " (\($0))" } ?? "")")
      lines += words.reasons(pick).map { "   \($0)" }
      let variantWhy = words.reasons(pick.offer, first: pick.first).joined(separator: " ")
      if let first = pick.first, let reply = pick.reply {
        lines.append("   ── \(first.id.name)\(first.isUsedHere ? ", said here already" : ""): \(variantWhy)")
        lines += reply.text.split(separator: "\n", omittingEmptySubsequences: false).map { "   │ \($0)" }
      } else {
        lines.append("   ── nothing to offer. \(variantWhy)")
        lines += pick.offer.excluded.map { "   \($0.id.name): \(words.exclusion($0.reason))" }
      }
    }
    return lines.map { Printed.line($0) + "\n" }.joined() + "\n"
  }

  static func json(_ id: String?, _ advice: PickAdvisor.Advice, _ words: PickWords) -> String {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("id", ifPresent: id)
    writer.key("typical")
    writer.bool(advice.isTypical)
    writer.key("answers")
    writer.beginArray()
    for pick in advice.picks {
      writer.beginObject()
      writer.member("answer", pick.id.path)
      writer.member("title", Printed.line(pick.title))
      writer.member("locale", ifPresent: pick.locale.map { "\($0)" })
      writer.strings("why", words.reasons(pick))
      writer.key("variant")
      if let first = pick.first { writer.string(first.id.description) } else { writer.null() }
      writer.member("text", ifPresent: pick.reply?.text)
      writer.strings("toFill", pick.reply?.toFill ?? [])
      writer.strings("variantWhy", words.reasons(pick.offer, first: pick.first))
      writer.key("repeat")
      writer.bool(pick.first?.isUsedHere ?? false)
      writer.key("usedUp")
      writer.bool(pick.offer.isUsedUp)
      writer.strings("others", pick.offer.ranked.map(\.id.name).filter { $0 != pick.first?.id.name })
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    return String(decoding: writer.bytes, as: UTF8.self) + "\n"
  }
}
