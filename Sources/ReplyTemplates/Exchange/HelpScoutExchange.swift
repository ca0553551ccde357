import DeskModel
import JSONText
import LocalePacks

/// Help Scout's saved replies, and FreeScout's: `[{"name":"Late","text":"Hi {%customer.firstName,fallback=there%}<br />…"}]`.
///
/// `text` is HTML, `chatText` plain; the second becomes a variant `chat` for the channel `chat`.
/// Source: developer.helpscout.com, saved replies.
enum HelpScoutExchange: ExchangeCodec {
  private static let chat = "chat"

  static func read(_ source: ExchangeSource) throws(ExchangeError) -> ExchangeSet {
    let records = try JSONRecords(source, list: "saved-replies")
    var collector = AnswerCollector(file: source.file, locale: source.locale, format: .helpScout)
    collector.note(duplicates: records.duplicates)
    collector.forEach(records.values, label: "name") { collector, members, place in
      let name = ItemName(collector.text("name", of: members, at: place) ?? "")
      var texts: [ImportedText] = []
      if let html = preferred("text", "preview", members, &collector, at: place) {
        let (plain, remarks) = HTMLReader.text(html)
        collector.note(place, remarks)
        texts.append(text(plain, name, &collector, at: place))
      }
      if let plain = preferred("chatText", "chatPreview", members, &collector, at: place) {
        var name = name
        name.variant = chat
        name.channels = [chat]
        texts.append(text(plain, name, &collector, at: place))
      }
      collector.leftovers(
        members, known: ["name", "text", "chatText", "preview", "chatPreview"],
        housekeeping: ["id", "mailbox_id", "mailboxId", "user_id", "created_at", "updated_at", "sort_order"],
        at: place)
      guard !texts.isEmpty else { return collector.note(place, "a saved reply without text", .leftOut) }
      collector.add(texts, record: members, at: place)
    }
    return collector.finished()
  }

  /// The text, or the beginning of it that lists have.
  private static func preferred(
    _ key: String, _ preview: String, _ members: [JSONMember], _ collector: inout AnswerCollector,
    at place: ItemPlace
  ) -> String? {
    if let text = collector.text(key, of: members, at: place) { return text.isEmpty ? nil : text }
    guard let start = collector.text(preview, of: members, at: place), !start.isEmpty else { return nil }
    collector.note(
      place, "\(preview) without \(key)",
      .became("the text may be cut; ask for the reply by its id to have all of it"))
    return start
  }

  private static func text(
    _ plain: String, _ name: ItemName, _ collector: inout AnswerCollector, at place: ItemPlace
  ) -> ImportedText {
    let read = PlaceholderDialect.helpScout.read(plain)
    collector.note(place, read.remarks)
    return ImportedText(name: name, body: read.body, facts: read.facts)
  }

  static func write(_ job: ExportJob) -> (bytes: [UInt8], notes: [ExchangeNote]) {
    var notes = ExportNotes(.helpScout)
    var result: [[JSONMember]] = []
    // The record whose chat text is still free, by answer and locale.
    var open: (answer: AnswerID, locale: LocaleTag, index: Int)?
    for record in job.answers.exportTexts(locale: job.locale).records(job.records) {
      switch record {
      case .kept(let members):
        result.append(members)
        open = nil
      case .text(let text, let members):
        let written = PlaceholderDialect.helpScout.write(
          text.variant.body, facts: text.answer.about?.facts ?? [])
        notes.add(text.id, written.remarks)
        if let place = open, place.answer == text.id.answer, place.locale == text.id.locale,
          isChat(text.variant)
        {
          result[place.index] = result[place.index].updated(["chatText": .string(written.text)])
          open = nil
          continue
        }
        result.append(
          members.updated([
            "name": .string(text.name.text),
            "text": .string(HTMLWriter.html(written.text, style: .breaks)), "chatText": nil,
          ]))
        // The chat text is read as another variant of the record's own name.
        open = text.name.id == nil ? (text.id.answer, text.id.locale, result.count - 1) : nil
      }
    }
    return (JSONRecords.bytes(result, root: [], list: nil), notes.notes)
  }

  private static func isChat(_ variant: Variant) -> Bool {
    variant.name == chat && variant.channels == [chat] && variant.audience == .customer
      && variant.occasion == .any
  }
}
