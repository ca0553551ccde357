import LocalePacks
import TextLayout

/// What a customer's message holds between the lines, in words for the agent.
enum SignalText {
  /// One sentence a signal: what it is, what it means, what to do; never sent.
  static func sentences(
    _ signals: [CustomerSignal], in message: String, language: String, _ words: Words
  ) -> [SafeText] {
    signals.map { signal in
      let why = signal.why.map { SafeText(line: $0.text(in: language)) } ?? .empty
      let next = signal.next.map { SafeText(" → ") + SafeText(line: $0.text(in: language)) } ?? .empty
      let quote = String(
        decoding: message.utf8.dropFirst(signal.range.lowerBound).prefix(signal.range.count), as: UTF8.self)
      return words(
        "signal.quoted", words("signal.\(signal.kind.rawValue)"), why + next, SafeText(line: quote))
    }
  }
}
