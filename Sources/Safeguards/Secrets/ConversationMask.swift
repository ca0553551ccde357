package import DeskModel
import Synchronization

/// Puts marks in the place of secrets in a conversation, before it is kept.
///
/// What customers and strangers write is read, and our own notes; of our own replies only what repeats a secret of the
/// conversation is masked: they say what somebody meant to say. The subject and fields are read by themselves.
package struct ConversationMask: Sendable {
  private let scan: SecretScan
  private let known = KnownSpans()

  /// Makes a mask that finds secrets by a scan.
  package init(_ scan: SecretScan) { self.scan = scan }

  /// A secret of so many bytes is looked for in our own replies, too; shorter ones would be found in other numbers.
  private static let shortestRepeated = 6

  /// The conversation with marks; nil when there is no secret in it.
  ///
  /// - Parameters:
  ///   - conversation: as it came.
  ///   - earlier: entries that came before those of the conversation.
  /// - Returns: the conversation, and what was taken out.
  /// - Complexity: O(text), less for what was read lately.
  package func masked(_ conversation: Conversation, after earlier: [Entry] = []) -> MaskedConversation? {
    var result = MaskedConversation(conversation: conversation, held: [], texts: [:], marks: [])
    var context = earlier.suffix(SecretScan.contextMessages).filter { $0.kind != .event }
      .map { scan.prepare(Self.message($0)) }
    for (place, entry) in conversation.entries.enumerated() where entry.kind != .event {
      let message = scan.prepare(Self.message(entry))
      if entry.isOurAnswer {
        let text = Self.repeated(entry.text, result.marks)
        if text != entry.text {
          result.texts[entry.text] = text
          result.conversation.entries[place].text = text
        }
      } else {
        let spans = known.spans(message.text, context) { scan.spans(in: message, after: context) }
        if !spans.isEmpty {
          let text = take(spans, entry.text, entry.id, entry.at, &result)
          result.conversation.entries[place].text = text
        }
      }
      context = context.suffix(SecretScan.contextMessages - 1) + [message]
    }
    maskOthers(&result)
    return result.texts.isEmpty && result.marks.isEmpty ? nil : result
  }

  /// The subject, the end of the conversation as a list shows it, and fields by their names.
  private func maskOthers(_ result: inout MaskedConversation) {
    let subject = result.conversation.subject
    let shown = masked(subject, behind: "", &result)
    result.conversation.subject = shown
    if let preview = result.conversation.outline?.preview {
      let shown = masked(preview, behind: "", &result)
      result.conversation.outline?.preview = shown
    }
    let (own, known) = (result.conversation.fields, result.conversation.contact.fields)
    result.conversation.fields = own.map { masked($0, &result) }
    result.conversation.contact.fields = known.map { masked($0, &result) }
  }

  private func masked(_ field: Field, _ result: inout MaskedConversation) -> Field {
    Field(name: field.name, values: field.values.map { masked($0, behind: field.name + ": ", &result) })
  }

  /// A text that belongs to no entry, read with what stands before it.
  private func masked(_ text: String, behind lead: String, _ result: inout MaskedConversation) -> String {
    let spans = known.spans(lead + text, []) { scan.spans(in: lead + text, after: []) }
      .compactMap { span -> SecretSpan? in
        let start = span.start - lead.utf8.count
        return start < 0 ? nil : SecretSpan(kind: span.kind, start: start, end: span.end - lead.utf8.count)
      }
    if spans.isEmpty { return text }
    let at = result.conversation.entries.first?.at ?? Timestamp(milliseconds: 0)
    return take(spans, text, nil, at, &result)
  }

  /// Notes what is found in a text, and gives the text with marks.
  private func take(
    _ spans: [SecretSpan], _ text: String, _ entry: EntryID?, _ at: Timestamp,
    _ result: inout MaskedConversation
  ) -> String {
    let bytes = Array(text.utf8)
    for (number, span) in spans.enumerated() {
      let value = String(decoding: bytes[span.start..<span.end], as: UTF8.self)
      let whole = SecretSpan(kind: span.kind, start: 0, end: span.end - span.start)
      result.marks.append((value, MaskedText.masked(value, [whole])))
      guard span.kind.isKept else { continue }
      // The subject and fields have no entry: they share one row of numbers.
      let place = entry == nil ? result.held.count { $0.entry == nil } : number
      result.held.append(
        HeldSecret(
          conversation: result.conversation.id, entry: entry, number: place, kind: span.kind.rawValue,
          value: value, at: at))
    }
    let masked = MaskedText.masked(text, spans)
    result.texts[text] = masked
    return masked
  }

  private static func repeated(_ text: String, _ marks: [(value: String, mark: String)]) -> String {
    var result = text
    for (value, mark) in marks where value.utf8.count >= shortestRepeated {
      result = result.replacing(value, with: mark)
    }
    return result
  }

  private static func message(_ entry: Entry) -> SecretMessage {
    SecretMessage(text: entry.text, isFromCustomer: entry.isFromOutside)
  }
}

/// What was found in messages lately: a backend's conversation is read again with each change.
private final class KnownSpans: Sendable {
  /// Texts byte by byte: to compare them as Unicode does would cost more than to read short ones anew.
  private struct Key: Hashable {
    private let texts: [String]
    private let sides: [Bool]
    private let digest: UInt64

    init(_ text: String, _ context: [PreparedSecretMessage]) {
      texts = [text] + context.map(\.text)
      sides = context.map(\.isFromCustomer)
      var digest: UInt64 = 0xCBF2_9CE4_8422_2325
      for text in texts {
        for byte in text.utf8 { digest = (digest ^ UInt64(byte)) &* 0x100_0000_01B3 }
        digest = (digest ^ 0x100) &* 0x100_0000_01B3
      }
      self.digest = digest
    }

    static func == (left: Key, right: Key) -> Bool {
      left.digest == right.digest && left.sides == right.sides && left.texts.count == right.texts.count
        && zip(left.texts, right.texts).allSatisfy { $0.utf8.elementsEqual($1.utf8) }
    }

    func hash(into hasher: inout Hasher) { hasher.combine(digest) }
  }

  private let found = Mutex<[Key: [SecretSpan]]>([:])
  /// More are forgotten all at once.
  private static let limit = 4_000
  /// Longer messages are not remembered.
  private static let byteLimit = 4_000

  func spans(_ text: String, _ context: [PreparedSecretMessage], _ find: () -> [SecretSpan]) -> [SecretSpan] {
    guard text.utf8.count <= Self.byteLimit else { return find() }
    let key = Key(text, context)
    if let known = found.withLock({ $0[key] }) { return known }
    let spans = find()
    found.withLock { found in
      if found.count >= Self.limit { found.removeAll() }
      found[key] = spans
    }
    return spans
  }
}
