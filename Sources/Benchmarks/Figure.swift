import JSONText

/// One measured figure: ours, the limit's, and how many times the limit that is.
struct Figure: Sendable, Hashable {
  /// What was done.
  var scenario: String
  /// What was measured of it, with its unit.
  var measure: String
  /// Conversations on the desk; 0 when that plays no part.
  var conversations: Int
  /// The console's; nil when nothing was measured.
  var sapa: Double?
  /// The bare C program's; nil when it does no such thing.
  var limit: Double?

  /// How many times the limit; nil when there is none.
  var ratio: Double? {
    guard let sapa, let limit, limit > 0 else { return nil }
    return sapa / limit
  }

  /// The figure as one JSON object with a line end.
  var json: String {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("scenario", scenario)
    writer.member("measure", measure)
    writer.key("conversations")
    writer.int(conversations)
    for (name, value) in [("sapa", sapa), ("limit", limit), ("ratio", ratio)] {
      guard let value else { continue }
      writer.key(name)
      writer.double((value * 1_000).rounded() / 1_000)
    }
    writer.endObject()
    return String(decoding: writer.bytes, as: UTF8.self) + "\n"
  }

  /// The figure as a row of a Markdown table with a line end.
  var row: String {
    let size = conversations == 0 ? "" : String(conversations)
    return
      "| \(scenario) | \(measure) | \(size) | \(Self.text(sapa)) | \(Self.text(limit)) | \(Self.text(ratio)) |\n"
  }

  /// The first rows of a table.
  static let heading =
    "| what | measure | conversations | sapa | limit | times |\n|---|---|---:|---:|---:|---:|\n"

  /// Three digits that count, at least.
  static func text(_ value: Double?) -> String {
    guard let value else { return "" }
    let places = value >= 100 || value == value.rounded() ? 0 : value >= 10 ? 1 : 2
    let factor = [1.0, 10, 100][places]
    let scaled = Int((value.magnitude * factor).rounded())
    let whole = String(scaled / Int(factor))
    let sign = value < 0 ? "-" : ""
    if places == 0 { return sign + whole }
    let part = String(scaled % Int(factor))
    return sign + whole + "." + String(repeating: "0", count: places - part.count) + part
  }
}
