/// Fills in variants.
///
/// Values go in as they are and are not looked at again: a name with braces in it fills nothing.
package struct TemplateRenderer: Sendable {
  private let writer: FactWriter
  private let facts: KnownFacts
  private let listed: Set<String>
  private let fragment: @Sendable (String) -> TemplateBody?

  /// Makes a renderer.
  ///
  /// - Parameters:
  ///   - facts: what is known, with the types that the answer lists.
  ///   - listed: the facts that the agent can fill in.
  ///   - writer: writes values.
  ///   - fragment: finds a fragment.
  package init(
    _ facts: KnownFacts, listed: Set<String> = [], writer: FactWriter,
    fragment: @escaping @Sendable (String) -> TemplateBody? = { _ in nil }
  ) {
    self.facts = facts
    self.listed = listed
    self.writer = writer
    self.fragment = fragment
  }

  /// Fills in a text.
  ///
  /// - Complexity: O(text + values).
  package func render(_ body: TemplateBody) -> RenderedReply {
    var reply = RenderedReply(text: "")
    append(body, to: &reply, inFragment: false)
    trim(&reply)
    return reply
  }

  private func append(_ body: TemplateBody, to reply: inout RenderedReply, inFragment: Bool) {
    for piece in body.pieces {
      switch piece {
      case .text(let text): reply.text += text
      case .placeholder(let placeholder): append(placeholder, to: &reply)
      case .fragment(let name):
        guard !inFragment, let body = fragment(name) else {
          if !reply.missingFragments.contains(name) { reply.missingFragments.append(name) }
          continue
        }
        append(body, to: &reply, inFragment: true)
      case .choice(let parts):
        guard let part = parts.first(where: fits) else {
          // The last part says what is wanted, and its facts are told as missing.
          if let last = parts.last(where: { holds($0.conditions) }) {
            append(last.body, to: &reply, inFragment: inFragment)
          }
          continue
        }
        append(part.body, to: &reply, inFragment: inFragment)
      }
    }
  }

  private func append(_ placeholder: Placeholder, to reply: inout RenderedReply) {
    if let text = written(placeholder) {
      reply.text += text
    } else if listed.contains(placeholder.fact) {
      let start = reply.text.utf8.count
      reply.text += placeholder.written
      reply.blanks.append(start..<reply.text.utf8.count)
      if !reply.toFill.contains(placeholder.fact) { reply.toFill.append(placeholder.fact) }
    } else if !reply.missing.contains(placeholder.fact) {
      reply.missing.append(placeholder.fact)
    }
  }

  private func written(_ placeholder: Placeholder) -> String? {
    facts[placeholder.fact].flatMap { writer.text($0, placeholder.format) }
  }

  /// Whether a part's condition holds and all that stands in it is known.
  private func fits(_ part: ChoicePart) -> Bool {
    holds(part.conditions)
      && part.body.placeholders.allSatisfy { written($0) != nil }
      && part.body.fragments.allSatisfy { fragment($0) != nil }
  }

  private func holds(_ conditions: [TemplateCondition]) -> Bool {
    conditions.allSatisfy { condition in
      let value = facts[condition.fact]?.compared
      let holds =
        condition.value.map { value?.lowercased() == $0.lowercased() } ?? (value != nil && value != "no")
      return holds != condition.isNegated
    }
  }

  /// Without the blanks around it that an empty choice leaves behind.
  private func trim(_ reply: inout RenderedReply) {
    let leading = reply.text.prefix { $0.isWhitespace }.utf8.count
    guard leading > 0 || reply.text.last?.isWhitespace == true else { return }
    reply.text = reply.text.trimmed
    reply.blanks = reply.blanks.map { ($0.lowerBound - leading)..<($0.upperBound - leading) }
  }
}
