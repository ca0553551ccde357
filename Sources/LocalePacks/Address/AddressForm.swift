/// The form of an address with the parts of a name in braces: `{title} {family}`, `пане {given:vocative}`.
struct AddressForm: Sendable, Hashable {
  /// A part of a name.
  enum Part: String, Sendable, Hashable, CaseIterable {
    case given, family, full, patronymic, title
    case givenVocative = "given:vocative"
    case familyVocative = "family:vocative"
    case patronymicVocative = "patronymic:vocative"

    /// All names, for messages.
    static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
  }

  private enum Piece: Sendable, Hashable {
    case text(String)
    case part(Part)
  }

  private var pieces: [Piece] = []
  /// A name in braces that is no part; nil when all are.
  private(set) var unknownPart: String?

  /// Reads a form.
  init(_ form: String) {
    var rest = form[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
      let name = String(rest[rest.index(after: open)..<close])
      if let part = Part(rawValue: name) {
        pieces.append(.part(part))
      } else {
        unknownPart = unknownPart ?? name
      }
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.text(String(rest))) }
  }

  /// What stands around the parts.
  var words: String {
    pieces.map { piece in
      if case .text(let text) = piece { text } else { " " }
    }.joined()
  }

  /// The parts that must be known.
  var parts: [Part] {
    pieces.compactMap { piece in
      guard case .part(let part) = piece else { return nil }
      return part
    }
  }

  /// The form filled in; nil when a part is not known.
  func filled(_ value: (Part) -> String?) -> String? {
    var text = ""
    for piece in pieces {
      switch piece {
      case .text(let string): text += string
      case .part(let part):
        guard let string = value(part), !string.isEmpty else { return nil }
        text += string
      }
    }
    return text
  }
}
