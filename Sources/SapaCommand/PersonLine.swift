import DeskLink
import DeskModel
import JSONText
import LocalePacks

/// A person whom somebody wants to address, as `sapa address` takes it: one JSON object.
struct PersonLine {
  var id: String?
  var locale = LocaleTag.root
  var channel = "chat"
  var agentGender: Gender?
  var person = Person()

  /// Reads a line; every field may be absent.
  ///
  /// - Throws: `InterchangeError` that names the field and what was expected.
  static func read(_ bytes: [UInt8], _ range: Range<Int>) throws(InterchangeError) -> PersonLine {
    let document: JSONDocument
    do throws(JSONError) { document = try JSONDocument(Array(bytes[range])) } catch { throw .syntax(error) }
    guard let members = document.root.members else {
      throw .field(path: "", expected: "an object", found: document.root.kind.phrase)
    }
    var line = PersonLine()
    for member in members where member.value != .null {
      try line.take(member)
    }
    return line
  }

  private mutating func take(_ member: JSONMember) throws(InterchangeError) {
    func text() throws(InterchangeError) -> String {
      guard let text = member.value.string else {
        throw .field(path: member.key, expected: "a string", found: member.value.kind.phrase)
      }
      return text
    }
    func word<Word: RawRepresentable<String> & CaseIterable>() throws(InterchangeError) -> Word {
      let text = try text()
      guard let word = Word(rawValue: text) else {
        let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
        throw .field(path: member.key, expected: "one of \(words)", found: "“\(text)”")
      }
      return word
    }
    switch member.key {
    case "id": id = try text()
    case "locale":
      let text = try text()
      guard let tag = LocaleTag(text) else {
        throw .field(path: "locale", expected: "a language tag, such as id or es-MX", found: "“\(text)”")
      }
      locale = tag
    case "full": person.full = try text()
    case "given": person.given = try text()
    case "family": person.family = try text()
    case "patronymic": person.patronymic = try text()
    case "title": person.title = try text()
    case "gender": person.gender = try word()
    case "age":
      if let years = member.value.int {
        person.age = AgeBand(years: years)
      } else {
        person.age = try word()
      }
    case "role": person.role = try text()
    case "sector": person.sector = try text()
    case "channel": channel = try text()
    case "agentGender": agentGender = try word()
    default: break
    }
  }
}
