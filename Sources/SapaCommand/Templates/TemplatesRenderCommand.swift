import DeskLink
import DeskModel
import JSONText
import LocalDesk
import LocalePacks
import ReplyTemplates
import SystemCalls

/// `sapa templates render ANSWER`: its variants filled in, for a customer of a desk or for a sample one.
struct TemplatesRenderCommand {
  private let options: Options

  init(_ options: Options) { self.options = options }

  func run() -> ExitCode {
    do throws(SetupError) {
      let setup = try Setup(options)
      let shelf = try setup.templateShelf(options)
      shelf.tellProblems()
      guard let answer = shelf.answer(named: options.answer) else { return .findings }
      guard let conversation = try conversation(setup, shelf, answer) else { return .findings }
      let own = conversation.locale ?? conversation.contact.locale
      guard let tag = (options.locales.first ?? own).flatMap({ LocaleTag($0) }),
        let found = shelf.set.texts(of: answer, for: tag, shelf.packs.cldr.family)
      else {
        let locales = answer.locales.keys.map(\.description).sorted().joined(separator: ", ")
        Printed.error(
          "“\(answer.id)” has no texts for \(Printed.line(options.locales.first ?? own ?? "this customer")); it has \(locales)."
        )
        return .findings
      }
      return render(answer, found.texts, found.locale, for: tag, conversation, setup, shelf)
    } catch {
      Printed.error(error.sentence)
      return .findings
    }
  }

  private func render(
    _ answer: Answer, _ texts: AnswerTexts, _ locale: LocaleTag, for tag: LocaleTag,
    _ conversation: Conversation,
    _ setup: Setup, _ shelf: TemplateShelf
  ) -> ExitCode {
    let now = options.now ?? Setup.systemNow()
    let offset = conversation.contact.timeZone.flatMap { ZoneOffset($0)?.seconds(at: now.milliseconds) }
    let local = CivilTime(now, offsetSeconds: offset ?? 0)
    let audience: Audience = options.isPublic || conversation.shape == .publicThread ? .world : .customer
    let facts = KnownFacts(
      conversation, person: conversation.contact, pack: shelf.packs.library.resolve(tag).pack,
      KnownFacts.Setting(
        me: setup.me, agentGender: setup.config.agentGender, sector: setup.config.sector,
        today: local.daysSinceEpoch, minute: offset.map { _ in local.hour * 60 + local.minute },
        audience: audience))
    var isOffered = false
    for variant in texts.variants
    where options.variant.map({ $0 == variant.name }) ?? fits(variant, audience, conversation.channel) {
      let reply = shelf.set.render(
        variant, of: answer, locale: tag, facts: facts, filled: options.facts,
        writer: shelf.writer(tag, today: local.daysSinceEpoch), shelf.packs.cldr.family)
      isOffered = isOffered || reply.isWhole
      Printed.out(options.isJSON ? Self.json(answer, locale, variant, reply) : Self.text(variant, reply))
    }
    if !isOffered {
      Printed.error(
        "Nothing can be offered: no variant of “\(answer.id)” in \(locale) fits what is asked for.")
    }
    return isOffered ? .fine : .findings
  }

  /// The conversation that is named, or one of a sample customer; nil, and said, when it cannot be had.
  private func conversation(
    _ setup: Setup, _ shelf: TemplateShelf, _ answer: Answer
  ) throws(SetupError) -> Conversation? {
    guard let id = options.conversation else {
      let tag = options.locales.first.flatMap { LocaleTag($0) } ?? LocaleTag(setup.config.language) ?? .root
      return Conversation(
        id: "4711", shape: options.isPublic ? .publicThread : .dialog, channel: options.channel ?? "chat",
        locale: "\(tag)", contact: shelf.sampleContact(tag))
    }
    var conversation = try DeskConversation.read(id, setup)
    if let channel = options.channel { conversation?.channel = channel }
    return conversation
  }

  private func fits(_ variant: Variant, _ audience: Audience, _ channel: String) -> Bool {
    variant.audience == audience && (variant.channels.isEmpty || variant.channels.contains(channel))
  }

  private static func text(_ variant: Variant, _ reply: RenderedReply) -> String {
    var text = "── \(Printed.line(variant.name))"
    if !reply.isWhole {
      let lacks = reply.missing + reply.missingFragments.map { "the fragment \($0)" }
      return text + ": not offered, it lacks \(Printed.line(lacks.joined(separator: ", ")))\n\n"
    }
    if !reply.toFill.isEmpty { text += ": to fill in: \(Printed.line(reply.toFill.joined(separator: ", ")))" }
    text += "\n"
    for line in reply.text.split(separator: "\n", omittingEmptySubsequences: false) {
      text += Printed.line(String(line)) + "\n"
    }
    return text + "\n"
  }

  private static func json(
    _ answer: Answer, _ locale: LocaleTag, _ variant: Variant, _ reply: RenderedReply
  ) -> String {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("answer", answer.id.path)
    writer.member("locale", "\(locale)")
    writer.member("variant", variant.name)
    writer.member("text", reply.text)
    writer.strings("toFill", reply.toFill)
    writer.strings("missing", reply.missing + reply.missingFragments.map { "> " + $0 })
    writer.endObject()
    return String(decoding: writer.bytes, as: UTF8.self) + "\n"
  }
}
