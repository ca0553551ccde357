/// A text in Liquid, as far as replies use it: output with filters, `if`, `unless` and `case`.
///
/// Source: the Liquid documentation of Zendesk and Shopify.
indirect enum LiquidNode: Hashable {
  case text(String)
  case output(LiquidOutput)
  case branches([LiquidBranch], source: String)
  /// Anything else, as it stands there.
  case other(String)
}

/// `{{ value | filter: argument }}`.
struct LiquidOutput: Hashable {
  var value: String
  var filters: [LiquidFilter]
  var source: String
}

struct LiquidFilter: Hashable {
  var name: String
  var arguments: [String]
}

struct LiquidBranch: Hashable {
  /// Nil for `else`, and for conditions that are not understood when `isKnown` is false.
  var condition: LiquidCondition?
  var isUnderstood = true
  var nodes: [LiquidNode]
}

/// One of several alternatives, each of which is all of its tests.
struct LiquidCondition: Hashable {
  var alternatives: [[LiquidTest]]
}

/// `name`, `name == "value"`, `name != blank`.
struct LiquidTest: Hashable {
  enum Operation: Hashable {
    case isTrue, isFalse, isBlank, isNotBlank
    case equals(String)
    case differs(String)
  }
  var name: String
  var operation: Operation
}

/// A value in an expression.
enum LiquidValue: Hashable {
  case string(String)
  case name(String)

  /// Reads one; nil when it is something else.
  init?(_ text: String) {
    guard let first = text.first else { return nil }
    if first == "\"" || first == "'" {
      guard text.count > 1, text.last == first, !text.dropFirst().dropLast().contains(first) else {
        return nil
      }
      self = .string(String(text.dropFirst().dropLast()))
      return
    }
    let isName = text.unicodeScalars.allSatisfy {
      $0 == "." || $0 == "_" || $0 == "-" || $0 == "[" || $0 == "]" || $0.properties.isAlphabetic
        || $0.properties.numericType != nil
    }
    guard isName else { return nil }
    self = .name(text)
  }
}

extension LiquidTest {
  /// Reads `name`, or `name operator value`.
  init?(_ text: String) {
    let words = text.liquidWords
    switch words.count {
    case 1:
      guard case .name(let name)? = LiquidValue(words[0]) else { return nil }
      self.init(name: name, operation: .isTrue)
    case 3:
      guard case .name(let name)? = LiquidValue(words[0]), let value = LiquidValue(words[2]),
        words[1] == "==" || words[1] == "!="
      else { return nil }
      let isEqual = words[1] == "=="
      switch value {
      case .string(""), .name("blank"), .name("nil"), .name("null"), .name("empty"):
        self.init(name: name, operation: isEqual ? .isBlank : .isNotBlank)
      case .name("true"): self.init(name: name, operation: isEqual ? .isTrue : .isFalse)
      case .name("false"): self.init(name: name, operation: isEqual ? .isFalse : .isTrue)
      case .name(let other) where Int(other) == nil: return nil
      case .string(let other), .name(let other):
        self.init(name: name, operation: isEqual ? .equals(other) : .differs(other))
      }
    default: return nil
    }
  }
}

extension LiquidCondition {
  /// Reads tests joined by `and`, or by `or`; nil when both stand there or a test is something else.
  init?(_ text: String) {
    let words = text.liquidWords
    let hasOr = words.contains("or")
    guard !(hasOr && words.contains("and")) else { return nil }
    var tests: [LiquidTest] = []
    for part in words.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "or" || $0 == "and" }) {
      guard let test = LiquidTest(part.joined(separator: " ")) else { return nil }
      tests.append(test)
    }
    alternatives = hasOr ? tests.map { [$0] } : [tests]
  }

  /// `when "a", "b"`, or `when "a" or "b"`.
  init?(cases text: String, of name: String) {
    var alternatives: [[LiquidTest]] = []
    for word in text.liquidWords where word != "," && word != "or" {
      guard let value = LiquidValue(word) else { return nil }
      switch value {
      case .string(let text), .name(let text):
        alternatives.append([LiquidTest(name: name, operation: .equals(text))])
      }
    }
    guard !alternatives.isEmpty else { return nil }
    self.init(alternatives: alternatives)
  }

  /// The opposite, where it is one: for `unless`.
  var negated: LiquidCondition? {
    guard alternatives.count == 1, alternatives[0].count == 1 else { return nil }
    var test = alternatives[0][0]
    switch test.operation {
    case .isTrue: test.operation = .isFalse
    case .isFalse: test.operation = .isTrue
    case .isBlank: test.operation = .isNotBlank
    case .isNotBlank: test.operation = .isBlank
    case .equals(let value): test.operation = .differs(value)
    case .differs(let value): test.operation = .equals(value)
    }
    return LiquidCondition(alternatives: [[test]])
  }
}

extension String {
  /// The words of an expression: quoted texts with their quotes, operators, names, commas, colons and bars.
  ///
  /// Complexity: O(bytes).
  var liquidWords: [String] {
    var words: [String] = []
    var word = ""
    var quote: Character?
    func isOperator(_ character: Character) -> Bool { "=!<>".contains(character) }
    for character in self {
      if let open = quote {
        word.append(character)
        if character == open {
          quote = nil
          words.append(word)
          word = ""
        }
        continue
      }
      if character == "\"" || character == "'" {
        if !word.isEmpty { words.append(word) }
        word = String(character)
        quote = character
      } else if character.isWhitespace {
        if !word.isEmpty { words.append(word) }
        word = ""
      } else if character == "," || character == ":" || character == "|" {
        if !word.isEmpty { words.append(word) }
        word = ""
        words.append(String(character))
      } else {
        if let last = word.last, isOperator(last) != isOperator(character) {
          words.append(word)
          word = ""
        }
        word.append(character)
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }
}
