import DeskModel

@testable import LocalDesk

/// A line of the journal: read back as it was written, skipped in words otherwise.
enum JournalInvariants {
  static func firstViolation(_ input: [UInt8]) -> String? {
    if let violation = lineViolation(input) { return violation }
    return saidViolation("t" + String(decoding: input, as: UTF8.self))
  }

  private static func lineViolation(_ input: [UInt8]) -> String? {
    let event: JournalEvent
    do throws(JournalLineError) {
      event = try JournalEvent(reading: input, range: 0..<input.count)
    } catch {
      return error.reason.isEmpty ? "skipped without a reason" : nil
    }
    if case .imported(_, let range) = event.content {
      return range.lowerBound >= 0 && range.upperBound <= input.count ? nil : "a conversation beyond its line"
    }
    return rereadViolation(event)
  }

  /// Any text can be said.
  private static func saidViolation(_ text: String) -> String? {
    let entry = Entry(
      id: "e", at: Timestamp(milliseconds: 1_772_443_440_000), author: Author(kind: .agent, id: "a"),
      audience: .world, kind: .comment, text: text)
    return rereadViolation(
      JournalEvent(
        at: entry.at, by: Agent(id: "a", name: text), key: "k", conversation: "c", content: .said(entry)))
  }

  private static func rereadViolation(_ event: JournalEvent) -> String? {
    let line = event.line
    if line.last != 0x0A || line.dropLast().contains(0x0A) { return "not one line" }
    do throws(JournalLineError) {
      let again = try JournalEvent(reading: line, range: 0..<line.count - 1)
      return again == event ? nil : "read back it is another event"
    } catch {
      return "what was written cannot be read: \(error.reason)"
    }
  }
}
