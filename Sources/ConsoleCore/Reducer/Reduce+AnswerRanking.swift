import DeskModel
import LocalePacks
import ReplyTemplates
import Safeguards
import TextLayout
import Widgets

extension AppState {
  /// The languages whose texts an agent is shown when there are none in the customer's: that of the console.
  private var agentLocales: [LocaleTag] { [LocaleTag(manners.setting.language)].compactMap { $0 } }

  /// The locale for which answers are written to the customer of the open conversation.
  var answerLocale: LocaleTag? { openLocale.flatMap { LocaleTag($0) }.flatMap { $0 == .root ? nil : $0 } }

  /// Finds the answers that fit what was typed and what the conversation is about; the first is selected.
  mutating func rank(_ popup: inout AnswerPopup) {
    guard let library = answers.library, let picker = answers.picker, let current = open else { return }
    let context = pickContext(of: current, typed: popup.field.text)
    let channel = current.conversation.channel
    // What was typed decides what is shown; what is known of the moment decides the order.
    let hasTyped = popup.field.text.contains { !$0.isWhitespace }
    let found = Set(
      hasTyped ? picker.index.search(popup.field.text, limit: AnswerPopup.limit).map(\.place) : [])
    let ranked = picker.rank(context, limit: AnswerPopup.limit) { place in
      if hasTyped, !found.contains(place) { return false }
      let channels = library.set.answers[picker.index.ids[place]]?.settings.channels ?? []
      return channels.isEmpty || channels.contains(channel)
    }
    let here = Dictionary(grouping: answers.uses?.here ?? [], by: \.variant.answer).mapValues(\.count)
    let earlier = Dictionary(grouping: answers.uses?.earlier ?? [], by: \.variant.answer).mapValues(\.count)
    let locale = answerLocale
    popup.rows = ranked.compactMap { hit in
      guard let answer = library.set.answers[hit.id] else { return nil }
      let found = library.texts(of: answer, for: locale, or: agentLocales)
      return AnswerPopup.Row(
        id: hit.id, title: answer.title(in: found?.locale), locale: found?.locale,
        isTheirs: found?.isTheirs ?? false, usesHere: here[hit.id] ?? 0, usesEarlier: earlier[hit.id] ?? 0)
    }
    popup.cursor = ListCursor(count: popup.rows.count, height: AnswerView.listRows(on: size))
    findOptions(&popup)
  }

  /// Fills in the variants of the selected answer.
  func findOptions(_ popup: inout AnswerPopup) {
    popup.option = 0
    popup.options = popup.selected.map { options(for: $0.id) } ?? []
  }

  /// In which moment an answer is picked.
  func pickContext(of current: OpenConversation, typed: String) -> PickContext {
    let conversation = current.conversation
    let made = Dictionary((answers.uses?.here ?? []).map { ($0.entry, $0.variant.answer) }) { $1 }
    let ours = conversation.entries.filter(\.isOurAnswer).suffix(2)
    let last = conversation.entries.lastIndex { $0.isOurAnswer }
    let since = conversation.entries.suffix(from: last.map { $0 + 1 } ?? conversation.entries.startIndex)
    let parent = current.composer.parent.flatMap { id in conversation.entries.first { $0.id == id } }
    let message =
      conversation.shape == .publicThread
      ? parent?.text ?? "" : since.filter(\.isFromOutside).map(\.text).joined(separator: "\n")
    return PickContext(
      language: answerLocale?.language, channel: conversation.channel, tags: conversation.tags,
      previous: ours.map { entry in made[entry.id].map { .answer($0) } ?? .freehand },
      message: String(message.suffix(2_000)), typed: typed)
  }

  /// The facts that are known in the open conversation; nil before the manners are here.
  func knownFacts(_ current: OpenConversation) -> KnownFacts? {
    guard let manners = openManners else { return nil }
    let contact = current.conversation.contact
    let offset = contact.timeZone.flatMap { zoneOffsets[$0] }
    let local = CivilTime(now, offsetSeconds: offset ?? utcOffset)
    return KnownFacts(
      current.conversation, person: answeredPerson(current), pack: manners.pack,
      KnownFacts.Setting(
        me: settings.me, agentGender: self.manners.setting.agentGender, sector: self.manners.setting.sector,
        today: local.daysSinceEpoch, minute: offset.map { _ in local.hour * 60 + local.minute },
        audience: current.composer.audience, isKnownCustomer: !current.earlier.isEmpty))
  }

  /// Whom the reply is for: the customer, or in a public thread a stranger of whom only the name is known.
  private func answeredPerson(_ current: OpenConversation) -> Contact {
    let contact = current.conversation.contact
    guard current.composer.audience == .world,
      let parent = current.composer.parent.flatMap({ id in
        current.conversation.entries.first { $0.id == id }
      }),
      parent.author.id != contact.id.rawValue, parent.author.kind != .agent
    else { return contact }
    return Contact(id: ContactID(parent.author.id), full: parent.author.name)
  }

  /// An answer's variants for the open conversation, the one to take first.
  func options(for id: AnswerID) -> [AnswerPopup.Option] {
    guard let library = answers.library, let current = open, let answer = library.set.answers[id],
      let found = library.texts(of: answer, for: answerLocale, or: agentLocales)
    else { return [] }
    let locale = found.isTheirs ? answerLocale ?? found.locale : found.locale
    let facts = knownFacts(current) ?? KnownFacts()
    let writer = library.writer(locale, today: day(of: current.conversation.contact))
    let filled = answers.filled[current.conversation.id] ?? [:]
    let isFirst = !current.conversation.hasOurAnswer
    let hasHad = hasHad(answer)
    var options: [AnswerPopup.Option] = []
    for variant in found.texts.variants {
      let name = VariantID(answer: id, locale: found.locale, name: variant.name)
      let reply = library.set.render(
        variant, of: answer, locale: locale, facts: facts, filled: filled, writer: writer, library.family)
      let uses = (answers.uses?.here ?? []).filter { $0.variant == name }
      let isWritten = current.composer.offers.contains { $0.variant == name }
      let before = (answers.uses?.earlier ?? []).filter { $0.variant == name }
      var standing = AnswerPopup.Standing.unused
      if let lacking = reply.missing.first ?? reply.missingFragments.first {
        standing = .lacks(lacking)
      } else if !fits(variant.audience, current.composer.audience) {
        standing = .otherAudience
      } else if !variant.channels.isEmpty, !variant.channels.contains(current.conversation.channel) {
        standing = .otherChannel
      } else if variant.occasion != .any, (variant.occasion == .first) != isFirst {
        standing = .otherOccasion
      } else if answer.settings.isFirstContactOnly, hasHad {
        standing = .onlyOnce
      } else if isWritten {
        standing = .written
      } else if !uses.isEmpty || !before.isEmpty {
        standing = .used(here: uses.count, earlier: before.count)
      }
      options.append(
        AnswerPopup.Option(
          variant: name, version: variant.version, reply: reply, standing: standing,
          lastUse: uses.last ?? before.last))
    }
    return sorted(options)
  }

  private func uses(of variant: VariantID) -> Int {
    answers.uses?.here.count { $0.variant == variant } ?? 0
  }

  private func hasHad(_ answer: Answer) -> Bool {
    guard let uses = answers.uses else { return false }
    return (uses.here + uses.earlier).contains { $0.variant.answer == answer.id }
  }

  private func fits(_ own: Audience, _ wanted: Audience) -> Bool {
    wanted == .internal || own == wanted
  }

  /// The least used where it matters first; in the file's order where they are even.
  private func sorted(_ options: [AnswerPopup.Option]) -> [AnswerPopup.Option] {
    func weight(_ option: AnswerPopup.Option) -> (Int, Int, Int, Int64) {
      let last = answers.lastUses[option.variant]?.milliseconds ?? 0
      switch option.standing {
      case .unused: return (0, 0, 0, last)
      case .used(let here, let earlier): return (0, here, earlier, last)
      case .written: return (0, uses(of: option.variant) + 1, 0, last)
      case .said(let percent): return (1, percent, 0, last)
      case .onlyOnce: return (2, 0, 0, last)
      case .otherOccasion: return (3, 0, 0, 0)
      case .otherAudience: return (4, 0, 0, 0)
      case .otherChannel: return (5, 0, 0, 0)
      case .lacks: return (6, 0, 0, 0)
      }
    }
    let order = options.indices.sorted { left, right in
      let (l, r) = (weight(options[left]), weight(options[right]))
      return l == r ? left < right : l < r
    }
    return order.map { options[$0] }
  }
}
