package import JSONText
package import TextLayout

/// The console's own words, from `Locales/<tag>/console.json5`.
///
/// No sentence for a person stands in the code. A language that lacks a key falls back to English; a key
/// that no file has shows itself, so that it is found.
package struct Words: Sendable, Hashable {
  /// Templates by key; `{0}`, `{1}`… stand for arguments.
  private var templates: [String: String]

  /// Makes a catalogue from templates by key.
  package init(templates: [String: String]) { self.templates = templates }

  /// Reads a `console.json5`: one flat object of strings.
  ///
  /// - Throws: `JSONError` with line and column when the file is not JSON5, or not flat.
  package init(json5 bytes: [UInt8]) throws(JSONError) {
    templates = [:]
    let document = try JSONDocument(bytes, dialect: .json5)
    for member in document.root.members ?? [] {
      if let text = member.value.string { templates[member.key] = text }
    }
  }

  /// The same catalogue with the words of `other` laid over it.
  package func overlaid(by other: Words) -> Words {
    Words(templates: templates.merging(other.templates) { $1 })
  }

  /// All keys, sorted.
  package var keys: [String] { templates.keys.sorted() }

  /// The sentence for a number of things: `KEY.one` for one of them, where the catalogue has it, else `KEY`.
  package func counted(_ key: String, _ count: Int) -> SafeText {
    let one = key + ".one"
    return format(count == 1 && has(one) ? one : key, [SafeText(String(count))])
  }

  /// Whether there is a sentence for a key.
  package func has(_ key: String) -> Bool { templates[key] != nil }

  /// The sentence for a key; arguments are made safe before they go in.
  package func callAsFunction(_ key: String, _ arguments: SafeText...) -> SafeText {
    format(key, arguments)
  }

  /// The sentence for a key with a list of arguments.
  ///
  /// - Complexity: O(length).
  package func format(_ key: String, _ arguments: [SafeText]) -> SafeText {
    guard let template = templates[key] else { return SafeText(key) }
    guard !arguments.isEmpty else { return SafeText(template) }
    var result = SafeText("")
    var plain = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{") {
      plain += rest[..<open]
      let after = rest[rest.index(after: open)...]
      if let close = after.firstIndex(of: "}"), let number = Int(after[..<close]),
        arguments.indices.contains(number)
      {
        result = result + SafeText(plain) + arguments[number]
        plain = ""
        rest = after[after.index(after: close)...]
      } else {
        plain.append("{")
        rest = after
      }
    }
    return result + SafeText(plain + String(rest))
  }
}
