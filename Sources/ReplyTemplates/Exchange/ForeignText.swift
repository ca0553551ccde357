/// Something in a text that could not be carried over as it was.
struct TextRemark: Hashable {
  var construct: String
  var action: ExchangeAction
}

/// Remarks about one text, each of them once.
struct TextRemarks {
  private(set) var all: [TextRemark] = []
  private var seen: Set<TextRemark> = []

  mutating func append(_ remark: TextRemark) {
    if seen.insert(remark).inserted { all.append(remark) }
  }
}

/// A text of another program, read.
struct ForeignText {
  var body: TemplateBody
  var facts: [Fact] = []
  var remarks: [TextRemark] = []
}

/// Our names for facts, and which of them are known by themselves.
enum OwnNames {
  /// Those that no answer need list.
  static let known = Set(KnownFacts.builtIn.keys).union(KnownFacts.conditions)

  /// A name made of whatever stood there: letters, digits, `.`, `-` and `_`; `fact` where nothing is left.
  static func safe(_ text: String) -> String {
    var result = ""
    var isPending = false
    for character in text {
      if character.isLetter || character.isNumber || character == "_" || character == "-"
        || (character == "." && !result.isEmpty && result.last != ".")
      {
        if isPending, !result.isEmpty { result += "-" }
        isPending = false
        result.append(character)
      } else {
        isPending = true
      }
      if result.utf8.count >= 60 { break }
    }
    while result.hasSuffix(".") || result.hasSuffix("-") { result.removeLast() }
    if let first = result.first, !first.isLetter { result = "fact-" + result }
    return result.isEmpty ? "fact" : result
  }

  /// The placeholder that an expression in our own syntax names; nil when it is something else.
  static func placeholder(_ text: String) -> Placeholder? {
    guard let body = try? TemplateBody(parsing: "{{\(text)}}"), body.pieces.count == 1,
      case .placeholder(let placeholder) = body.pieces[0], placeholder.inside == text
    else { return nil }
    return placeholder
  }
}

extension Placeholder {
  /// What stands between the braces: `order.total:money`.
  var inside: String { fact + (format.map { ":" + $0.written } ?? "") }
}

extension PlaceholderFormat {
  /// Reads what `written` writes.
  init?(source: String) {
    guard let format = OwnNames.placeholder("x:" + source)?.format else { return nil }
    self = format
  }
}

extension String {
  /// The text before the first separator, and the text behind it; nil when there is none.
  func splitOnce(_ separator: Character) -> (String, String?) {
    guard let index = firstIndex(of: separator) else { return (self, nil) }
    return (String(self[..<index]), String(self[self.index(after: index)...]))
  }
}

/// Facts of a text, in order, and the names under which expressions stand.
struct FactList {
  private(set) var facts: [Fact] = []
  private var names: [String: String] = [:]

  /// The fact that an expression of another program becomes, listed now unless it was.
  ///
  /// `whole` is kept as what the fact is where the name does not say it.
  mutating func name(of expression: String, whole: String) -> String {
    if let known = names[expression] { return known }
    let wanted = OwnNames.safe(expression)
    var name = wanted
    var number = 2
    while facts.contains(where: { $0.name == name }) || (name != expression && OwnNames.known.contains(name))
    {
      name = "\(wanted)-\(number)"
      number += 1
    }
    names[expression] = name
    facts.append(Fact(name: name, note: name == expression ? "" : whole))
    return name
  }

  mutating func add(_ fact: Fact) { facts.append(fact) }
}

/// Bytes of a text with a place in them; marks are ASCII, so that no character is ever cut.
struct ByteCursor {
  let bytes: [UInt8]
  var place = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Where a mark begins, from the place on.
  func next(_ mark: String, upTo end: Int? = nil) -> Int? {
    bytes.firstPlace(of: Array(mark.utf8), from: place, upTo: end)
  }

  func isAt(_ mark: String) -> Bool { bytes[place...].starts(with: mark.utf8) }
}
