import DeskModel
import Safeguards

extension Draft {
  /// A chat reply with nothing around it.
  static func reply(_ text: String, locale: String? = nil, audience: Audience = .customer) -> Draft {
    Draft(text: text, audience: audience, locale: locale)
  }
}

extension Entry {
  /// An entry whose id is also its time, said by somebody named after their kind unless given.
  static func said(
    _ id: String, _ kind: AuthorKind, _ name: String? = nil, as entry: EntryKind = .message,
    audience: Audience = .customer, under parent: EntryID? = nil, state: EntryState = .sent
  ) -> Entry {
    let name = name ?? kind.rawValue
    return Entry(
      id: EntryID(id), at: Timestamp(milliseconds: 0),
      author: Author(kind: kind, id: "id-" + name, name: name),
      audience: audience, kind: entry, text: "…", parent: parent, state: state)
  }
}

/// The parts of a text that findings point at.
func parts(of text: String, _ findings: [Finding]) -> [String] {
  let bytes = Array(text.utf8)
  return findings.map { String(decoding: bytes[$0.range], as: UTF8.self) }
}
