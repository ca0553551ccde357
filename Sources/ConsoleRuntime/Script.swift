package import ConsoleCore
package import ScreenKit

/// One step of a script.
package enum ScriptStep: Sendable, Hashable {
  /// Input, as if it came from the terminal.
  case input([InputEvent])
  /// A command of the table.
  case command(Command)
  /// Time passes: milliseconds.
  case advance(Int64)
  /// Prints the screen as text, under a name.
  case frame(String)
  /// Prints what is not in plain style.
  case styles
}

/// Why a script cannot be played.
package enum ScriptError: Error, Sendable, Hashable {
  /// The first word of a line (from 1) is not known.
  case unknownStep(line: Int, word: String)
  /// What follows the first word cannot be understood; `expected` says what would be.
  case badArgument(line: Int, text: String, expected: String)
}

/// Reads scripts: one step a line.
///
///     type Hello           types the text
///     key Ctrl-J Enter     presses keys
///     paste one\ntwo       pastes; \n is a line end, \t a tab, \\ a backslash, \xHH a byte's code point
///     size 80x24           another size
///     wait 8s              lets time pass: 300ms, 8s, 5m, 2h
///     command resolve      runs a command of the table
///     frame NAME           prints the screen
///     styles               prints what is not plain
///     # …                  a comment
package enum Script {
  /// The steps of a script.
  ///
  /// - Throws: for the first line that cannot be understood.
  package static func parse(_ text: String) throws(ScriptError) -> [ScriptStep] {
    var steps: [ScriptStep] = []
    var number = 0
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    for line in lines {
      number += 1
      let trimmed = line.drop { $0 == " " || $0 == "\t" }
      if trimmed.isEmpty || trimmed.first == "#" || trimmed.first == "\r" { continue }
      let word = String(trimmed.prefix { $0 != " " })
      let rest = String(trimmed.dropFirst(word.count + 1))
      steps.append(try step(word, rest, line: number))
    }
    return steps
  }

  private static func step(_ word: String, _ rest: String, line: Int) throws(ScriptError) -> ScriptStep {
    func bad(_ expected: String) -> ScriptError {
      .badArgument(line: line, text: rest, expected: expected)
    }
    switch word {
    case "type": return .input(rest.map { .key(KeyPress(.character($0))) })
    case "key":
      var events: [InputEvent] = []
      for name in rest.split(separator: " ") {
        guard let key = try? KeyPress(named: String(name)) else {
          throw bad("names of keys, such as Ctrl-K or Enter")
        }
        events.append(.key(key))
      }
      guard !events.isEmpty else { throw bad("names of keys, such as Ctrl-K or Enter") }
      return .input(events)
    case "paste":
      guard let text = unescaped(rest) else { throw bad("text with \\n, \\t, \\\\ or \\xHH") }
      return .input([.paste(text)])
    case "size":
      guard let size = size(rest) else { throw bad("COLUMNSxROWS, such as 120x40") }
      return .input([.resize(size)])
    case "wait":
      guard let time = milliseconds(rest) else { throw bad("a time, such as 300ms, 8s or 5m") }
      return .advance(time)
    case "command":
      guard let command = Command(rawValue: rest) else { throw bad("a command's name, such as resolve") }
      return .command(command)
    case "frame": return .frame(rest)
    case "styles": return .styles
    default: throw .unknownStep(line: line, word: word)
    }
  }

  /// Reads `120x40`; 1...1000 each.
  package static func size(_ text: String) -> Size? {
    let parts = text.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let columns = parts[0], let rows = parts[1], (1...1_000).contains(columns),
      (1...1_000).contains(rows)
    else { return nil }
    return Size(columns: columns, rows: rows)
  }

  /// Reads `300ms`, `8s`, `5m`, `2h`.
  static func milliseconds(_ text: String) -> Int64? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard let number = Int64(digits), number <= 1_000_000 else { return nil }
    let factors: [Substring: Int64] = ["ms": 1, "s": 1_000, "m": 60_000, "h": 3_600_000]
    return factors[text.dropFirst(digits.count)].map { number * $0 }
  }

  private static func unescaped(_ text: String) -> String? {
    var result = String.UnicodeScalarView()
    var rest = Array(text.unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      guard scalar == "\\" else {
        result.append(scalar)
        continue
      }
      switch rest.popFirst() {
      case "n": result.append("\n")
      case "t": result.append("\t")
      case "\\": result.append("\\")
      case "x":
        let digits = String(String.UnicodeScalarView(rest.prefix(2)))
        guard digits.count == 2, let value = UInt8(digits, radix: 16) else { return nil }
        rest = rest.dropFirst(2)
        result.append(Unicode.Scalar(value))
      default: return nil
      }
    }
    return String(result)
  }
}
