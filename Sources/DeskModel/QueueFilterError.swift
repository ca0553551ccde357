/// Why what a person has typed is no filter.
///
/// `at` counts UTF-8 bytes from the start of the text, from 0.
package enum QueueFilterError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The value is still to come, or to be finished: `tag:`, `waiting>`, `waiting>1`, a lone `-`.
  case missingValue(key: String, expected: String, at: Int)
  /// A quotation mark is still to come.
  case missingQuote(at: Int)
  /// Something stands directly behind a closing quotation mark.
  case missingSpace(at: Int)
  /// There is no such key.
  case unknownKey(String, at: Int)
  /// The key takes other signs: `waiting:1h`, `tag>x`.
  case wrongSign(key: String, expected: String, at: Int)
  /// The key takes other values: `is:purple`, `waiting>soon`.
  case wrongValue(key: String, value: String, expected: String, at: Int)

  /// Where: UTF-8 bytes from the start, from 0.
  package var offset: Int {
    switch self {
    case .missingValue(_, _, let at), .missingQuote(let at), .missingSpace(let at), .unknownKey(_, let at),
      .wrongSign(_, _, let at), .wrongValue(_, _, _, let at):
      at
    }
  }

  /// What may stand there.
  package var expected: String {
    switch self {
    case .missingValue(_, let expected, _), .wrongSign(_, let expected, _),
      .wrongValue(_, _, let expected, _):
      expected
    case .missingQuote: "a closing quotation mark"
    case .missingSpace: "a space"
    case .unknownKey: QueueFilterKey.list
    }
  }

  /// Whether somebody may just be typing: what was good before is to stay until there is more.
  package var isUnfinished: Bool {
    switch self {
    case .missingValue, .missingQuote: true
    case .wrongValue("is", let value, _, _):
      QueueRowState.allCases.contains { $0.rawValue.hasPrefix(value.lowercased()) }
    case .missingSpace, .unknownKey, .wrongSign, .wrongValue: false
    }
  }

  /// One sentence for the command line; it holds what was typed.
  package var description: String {
    let place = "at character \(offset + 1)"
    switch self {
    case .missingValue("-", let expected, _): return "expected \(expected) behind - \(place)"
    case .missingValue(let key, let expected, _): return "expected \(expected) for \(key) \(place)"
    case .missingQuote: return "expected a closing quotation mark for the one \(place)"
    case .missingSpace: return "expected a space behind the quotation mark \(place)"
    case .unknownKey(let key, _):
      return
        "there is no \(key): to filter by \(place); known are \(QueueFilterKey.list); put words with a colon in quotes"
    case .wrongSign(let key, let expected, _): return "expected \(expected) for \(key) \(place)"
    case .wrongValue(let key, let value, let expected, _):
      return "expected \(expected) for \(key), found \"\(value)\" \(place)"
    }
  }
}

/// What a filter can be about.
package enum QueueFilterKey: String, Sendable, Hashable, CaseIterable {
  case tag, lang, channel, status, who, from, desk
  case state = "is"
  case waiting, due, quiet

  /// Whether it takes `>` and `<` with a span, not `:` with a word.
  package var takesSpan: Bool { self == .waiting || self == .due || self == .quiet }

  /// All of them, as they are typed.
  package static var list: String {
    let all = allCases.map { $0.takesSpan ? "\($0.rawValue)>" : "\($0.rawValue):" }
    return all.dropLast().joined(separator: ", ") + " and " + (all.last ?? "")
  }

  /// What stands behind it.
  var expected: String {
    switch self {
    case .tag: "a tag"
    case .lang: "a language tag such as id"
    case .channel: "a channel such as mail"
    case .status: "a status"
    case .who: "me, nobody or a name"
    case .from: "a customer's name"
    case .desk: "a desk's name in the config"
    case .state: QueueRowState.allCases.map(\.rawValue).joined(separator: ", ")
    case .waiting, .due, .quiet: TimeSpan.example
    }
  }
}
