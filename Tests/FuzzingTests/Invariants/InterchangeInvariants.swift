import DeskLink
import DeskModel
import JSONText

/// A line of an import: taken whole or refused in words, and written again as it was understood.
enum InterchangeInvariants {
  static func firstViolation(_ input: [UInt8]) -> String? {
    let conversation: Conversation
    do throws(InterchangeError) {
      conversation = try InterchangeReader.conversation(input)
    } catch {
      return error.description.isEmpty ? "refused without a reason" : nil
    }
    _ = ConversationSummary(conversation)
    let line = InterchangeWriter.line(conversation)
    if line.dropLast().contains(0x0A) { return "a written line holds a line end" }
    do throws(InterchangeError) {
      let again = try InterchangeReader.conversation(line)
      if again != conversation { return "written and read again it is another" }
    } catch {
      return "what was written cannot be read: \(error.description)"
    }
    return patchViolation(input, conversation)
  }

  /// What has happened since is written into the line, and nothing else is changed; entries are read in the order of
  /// their times.
  private static func patchViolation(_ input: [UInt8], _ before: Conversation) -> String? {
    var after = before
    after.status = "resolved\n\"x\""
    if !after.tags.contains("new") { after.tags.append("new") }
    after.entries.append(
      Entry(
        id: "fuzz", at: before.entries.last?.at ?? Timestamp(milliseconds: 0),
        author: Author(kind: .agent, id: "a"),
        audience: .internal,
        kind: .note, text: "said\u{0}\u{7F}"))
    do {
      let line = try InterchangePatch.line(input, before: before, after: after)
      let again = try InterchangeReader.conversation(line)
      if again != after { return "a patched line says something else" }
    } catch {
      return "a patched line cannot be read: \(error)"
    }
    return nil
  }
}
