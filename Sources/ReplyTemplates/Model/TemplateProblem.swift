/// Something wrong with a file of a template set, in words for the person who keeps it.
///
/// Nothing wrong stops the console: the part is left out.
package struct TemplateProblem: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file, as the set was given it.
  package let file: String
  /// The line, from 1.
  package let line: Int
  /// What is wrong.
  package let fault: TemplateFault

  /// Makes a problem.
  package init(file: String, line: Int, fault: TemplateFault) {
    self.file = file
    self.line = line
    self.fault = fault
  }

  /// One line: file, line and what is wrong.
  package var description: String { "\(file):\(line): \(fault.sentence)" }
}

/// What can be wrong with a file of a template set; the words are from the file.
package enum TemplateFault: Error, Sendable, Hashable {
  /// The file is not UTF-8.
  case notUTF8
  /// The file has more bytes than are read.
  case tooLarge(limit: Int)
  /// A folder or a file whose name is none of an answer or of a locale.
  case badName(String)
  /// `{{` without `}}`, `[[` without `]]`.
  case unclosed(String)
  /// `{{}}`, or a name with other marks than letters, digits, `.`, `-` and `_`.
  case badPlaceholder(String)
  /// A format that there is not.
  case unknownFormat(String)
  /// A choice in a choice.
  case nestedChoice
  /// A choice with one part.
  case loneChoice
  /// A part of a choice whose condition cannot be read.
  case badCondition(String)
  /// `{{> }}` with a name that is none.
  case badFragment(String)
  /// A variant's text before any heading of the first level, or under `# Customers ask`.
  case variantWithoutPlace(String)
  /// A heading of the first level that there is not.
  case unknownPlace(String)
  /// A heading that stands twice.
  case twice(String)
  /// A heading without a name.
  case namelessHeading
  /// Text that belongs to nothing.
  case strayText(String)
  /// A key in a comment, a setting or a section that there is not; with those that there are.
  case unknownKey(String, known: [String])
  /// A value that cannot be read; with what is wanted.
  case badValue(key: String, value: String, wanted: String)
  /// `about.md` has no title.
  case noTitle

  /// The sentence for the person.
  package var sentence: String {
    switch self {
    case .notUTF8: "The file is not UTF-8; save it as UTF-8."
    case .tooLarge(let limit): "The file has more than \(limit) bytes; split the answer."
    case .badName(let name):
      "“\(name)” is no name here; use letters, digits and hyphens for an answer, and a locale such as “id” or “pt-BR” for a file."
    case .unclosed(let mark):
      "“\(mark)” is opened and not closed; to send it as it stands, write “\\\(mark)”."
    case .badPlaceholder(let text):
      "“\(text)” is no placeholder; a name has letters, digits, dots and hyphens, such as {{order.number}}."
    case .unknownFormat(let format):
      "“\(format)” is no format; there are date, weekday, day, money, number, percent, link and plural."
    case .nestedChoice: "A choice stands in a choice; take one of them out."
    case .loneChoice: "A choice has one part; write what to say otherwise behind “|”, which may be nothing."
    case .badCondition(let text):
      "“\(text)” is no condition; write “if fact:”, “if not fact:”, “if fact = value:” or “if fact != value:”."
    case .badFragment(let name): "“\(name)” is no name of a fragment."
    case .variantWithoutPlace(let name):
      "“\(name)” stands under neither “# In private” nor “# In public”, so nobody knows where it fits."
    case .unknownPlace(let name):
      "“\(name)” is no part of the file; there are “# Customers ask”, “# In private” and “# In public”."
    case .twice(let name): "“\(name)” stands twice; give one of them another name."
    case .namelessHeading: "A heading has no name."
    case .strayText(let text): "“\(text)” belongs to nothing; put it under a heading."
    case .unknownKey(let key, let known):
      "“\(key)” is not known here; there are \(known.joined(separator: ", "))."
    case .badValue(let key, let value, let wanted): "“\(value)” is no value of “\(key)”; it takes \(wanted)."
    case .noTitle: "The file has no title; begin it with “# ” and what the answer is."
    }
  }
}
