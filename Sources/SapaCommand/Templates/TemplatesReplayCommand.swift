import DeskModel
import JSONText
import LocalDesk
import LocalePacks
import ReplyTemplates
import SystemCalls

/// `sapa templates replay`: how well the picker would have served the team that wrote a desk's replies.
struct TemplatesReplayCommand {
  private let options: Options

  init(_ options: Options) { self.options = options }

  func run() -> ExitCode {
    do throws(SetupError) {
      let setup = try Setup(options)
      let shelf = try setup.templateShelf(options)
      shelf.tellProblems()
      guard !shelf.set.answers.isEmpty else {
        Printed.error("There are no answers here, so there is nothing to pick from.")
        return .findings
      }
      let desk = try setup.openDesk(clock: Setup.systemNow, access: .readOnly)
      defer { desk.close() }
      let progress = ProgressLine(label: "replay")
      let library = AnswerLibrary(shelf.set, edition: 0, cldr: shelf.packs.cldr, dates: shelf.dates)
      let past = PastReplies(shelf.set, ReplyRecognizer(shelf.set, index: library.index))
      var replay = Self.replay(library)
      let problems = desk.walk(.started, limit: options.limit ?? .max, withRaws: true) {
        stored, done, total in
        if let conversation = past.conversation(stored) { replay.play(conversation) }
        progress.show(done: done, of: total)
      }
      progress.end()
      for problem in problems { Printed.error(Printed.line(problem)) }
      let figures = ReplayFigures(replay.report)
      Printed.out(options.isJSON ? figures.json : figures.text)
      if replay.report.picks == 0 {
        Printed.error("No reply on this desk is known to be made from one of these answers.")
      }
      return problems.isEmpty && replay.report.picks > 0 ? .fine : .findings
    } catch {
      Printed.error(error.sentence)
      return .findings
    }
  }

  /// A replay of a set; picks are known beforehand, so that it need not look for them.
  static func replay(_ library: AnswerLibrary) -> PickReplay {
    PickReplay(
      answers: library.set.sorted.map(IndexedAnswer.init), candidates: .sharingTags,
      variants: { id, conversation in Self.variants(id, conversation, library) }, match: { _ in nil })
  }

  /// The texts of an answer that fit a conversation.
  private static func variants(
    _ id: AnswerID, _ conversation: ReplayConversation, _ library: AnswerLibrary
  ) -> [ReplayVariant] {
    guard let answer = library.set.answers[id],
      let found = library.texts(of: answer, for: conversation.locale)
    else { return [] }
    return found.texts.variants.compactMap { variant in
      guard variant.audience == conversation.audience,
        variant.channels.isEmpty || conversation.channel.map(variant.channels.contains) ?? false
      else { return nil }
      return ReplayVariant(
        id: VariantID(answer: id, locale: found.locale, name: variant.name), text: variant.body.words)
    }
  }
}

/// What a replay has counted, for people and for programs.
struct ReplayFigures: Sendable {
  let report: ReplayReport

  init(_ report: ReplayReport) { self.report = report }

  /// Some lines.
  var text: String {
    let replies = report.picks + report.absent + report.freehand
    let repeating = Self.percent(report.repeatingConversations, of: report.conversations)
    return """
      Conversations       \(report.conversations), in the order in which they began
      Said twice          \(report.repeatingConversations) of them (\(repeating)): the customer was sent the same text of an answer again
      Replies             \(replies)
        from an answer    \(report.picks)
        not to be picked  \(report.absent): from an answer that is not in the set, or that shares no tag with the conversation
        by hand           \(report.freehand)
      Right answer first  \(Self.percent(report.first, of: report.picks)) of the replies from an answer
      Among the first 3   \(Self.percent(report.amongThree, of: report.picks))
      Mean 1/place        \(report.meanReciprocalRank.map { Self.decimal($0) } ?? "–")
      Texts offered       \(report.offers)
        repeats           \(report.repeatsOffered): said in the conversation already, though another text was left
        used up           \(report.usedUp): all texts of the answer had been said

      """
  }

  /// One object.
  var json: String {
    var writer = JSONWriter()
    writer.beginObject()
    for (name, count) in [
      ("conversations", report.conversations), ("repeatingConversations", report.repeatingConversations),
      ("picks", report.picks), ("absent", report.absent), ("freehand", report.freehand),
    ] {
      writer.key(name)
      writer.int(count)
    }
    for (name, share) in [
      ("top1", report.topOne), ("top3", report.topThree), ("mrr", report.meanReciprocalRank),
    ] {
      writer.key(name)
      if let share { writer.double((share * 10_000).rounded() / 10_000) } else { writer.null() }
    }
    for (name, count) in [
      ("offers", report.offers), ("repeatsOffered", report.repeatsOffered), ("usedUp", report.usedUp),
    ] {
      writer.key(name)
      writer.int(count)
    }
    writer.endObject()
    return String(decoding: writer.bytes, as: UTF8.self) + "\n"
  }

  /// `23.5 %`; `–` of nothing.
  static func percent(_ count: Int, of total: Int) -> String {
    guard total > 0 else { return "–" }
    let tenths = (count * 1_000 + total / 2) / total
    return "\(tenths / 10).\(tenths % 10) %"
  }

  /// `0.812`.
  static func decimal(_ value: Double) -> String {
    let thousandths = String(Int((value * 1_000).rounded()))
    let digits = String(repeating: "0", count: max(0, 4 - thousandths.count)) + thousandths
    return digits.dropLast(3) + "." + digits.suffix(3)
  }
}
