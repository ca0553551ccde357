import JSONText

/// A format of another program.
package enum ExchangeFormat: String, Sendable, Hashable, CaseIterable {
  /// Chatwoot's canned responses: JSON as its API gives them, or a table with `short_code` and `content`.
  case chatwoot
  /// Zendesk's macros: JSON as its API gives them.
  case zendesk
  /// Zendesk's dynamic content: JSON as its API gives it, one text for each locale.
  case zendeskContent = "zendesk-content"
  /// Zammad's text modules: YAML as it ships them, or JSON as its API gives them.
  case zammad
  /// Help Scout's saved replies: JSON as its API gives them; FreeScout's likewise.
  case helpScout = "helpscout"
  /// Intercom's macros: JSON as its API gives them.
  case intercom
  /// Matches of espanso: YAML.
  case espanso
  /// A table with a line of column names.
  case csv
  /// JSON Lines of `{"task":"billing","replies":{"ask_name":"…"}}`.
  case jsonLines = "jsonl"

  /// The usual ending of a file's name, without the dot.
  package var fileExtension: String {
    switch self {
    case .chatwoot, .zendesk, .zendeskContent, .helpScout, .intercom: "json"
    case .zammad, .espanso: "yml"
    case .csv: "csv"
    case .jsonLines: "jsonl"
    }
  }

  /// The format of a file, by its contents and, where those leave it open, its name; nil when nothing tells.
  ///
  /// - Complexity: O(bytes).
  package static func detect(_ bytes: [UInt8], name: String) -> ExchangeFormat? {
    let ending = name.split(separator: ".").last?.lowercased() ?? ""
    switch ending {
    case "yml", "yaml": return detectYAML(bytes)
    case "csv", "tsv": return detectTable(bytes) ?? .csv
    case "jsonl", "ndjson": return .jsonLines
    default: break
    }
    let first = bytes.first { !($0 == 0x20 || 0x09...0x0D ~= $0 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF) }
    if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
      if let document = try? JSONDocument(bytes) { return detect(document.root) }
      return isLines(bytes) ? .jsonLines : nil
    }
    if ending != "json", let format = detectYAML(bytes) { return format }
    return ending == "json" ? nil : detectTable(bytes)
  }

  private static func detect(_ root: JSONValue) -> ExchangeFormat? {
    if root["macros"] != nil || root["macro"] != nil { return .zendesk }
    if root["replies"]?.members != nil { return .jsonLines }
    if root["item"]?["variants"] != nil || root["items"]?.array?.first?["variants"] != nil
      || root["variants"] != nil
    {
      return .zendeskContent
    }
    let list = root.array ?? root["data"]?.array ?? [root]
    guard let record = list.first(where: { $0.members != nil }) else { return nil }
    if record["short_code"] != nil { return .chatwoot }
    if record["type"]?.string == "macro" || record["body_text"] != nil { return .intercom }
    if record["actions"] != nil { return .zendesk }
    if record["name"] != nil {
      if record["content"] != nil { return .zammad }
      if record["text"] != nil || record["chatText"] != nil || record["preview"] != nil { return .helpScout }
      if record["body"] != nil { return .intercom }
    }
    return nil
  }

  private static func detectYAML(_ bytes: [UInt8]) -> ExchangeFormat? {
    guard let node = try? YAMLReader.node(bytes) else {
      // What is broken is told by the reader whose words the file uses.
      let text = String(decoding: bytes.prefix(65_536), as: UTF8.self)
      if text.splitBySeparator("matches:").count > 1 { return .espanso }
      return text.splitBySeparator("keywords:").count > 1 ? .zammad : nil
    }
    switch node.value {
    case .map(let entries):
      return entries.contains { $0.key == "matches" || $0.key == "global_vars" } ? .espanso : nil
    case .list(let nodes):
      let hasContent = nodes.contains { node in
        guard case .map(let entries) = node.value else { return false }
        return entries.contains { $0.key == "content" }
      }
      return hasContent ? .zammad : nil
    case .scalar: return nil
    }
  }

  private static func detectTable(_ bytes: [UInt8]) -> ExchangeFormat? {
    let line = bytes.prefix(65_536).prefix { $0 != 0x0A }
    guard let rows = try? CSVText.rows(Array(line), separator: CSVExchange.separator(of: bytes)),
      let head = rows.first
    else { return nil }
    let columns = head.fields.map { $0.trimmed.lowercased() }
    if columns.contains("short_code"), columns.contains("content") { return .chatwoot }
    return CSVExchange.hasTextColumn(columns) ? .csv : nil
  }

  private static func isLines(_ bytes: [UInt8]) -> Bool {
    let line = Array(bytes.prefix { $0 != 0x0A })
    guard let document = try? JSONDocument(line) else { return false }
    return document.root["replies"] != nil
  }
}
