import DeskModel

/// Times as RT writes them.
enum RTDate {
  /// Reads one; nil for `1970-01-01T00:00:00Z`, RT's word for a time that is not set.
  static func timestamp(_ text: String) -> Timestamp? {
    guard let time = Timestamp(rfc3339: text), time.milliseconds > 0 else { return nil }
    return time
  }

  /// A time for a record, in UTC: RT stores what it is given, and understands nothing but this form later.
  static func text(_ time: Timestamp) -> String {
    let parts = Timestamp(milliseconds: time.milliseconds / 1_000 * 1_000).rfc3339
    return parts.replacing("T", with: " ").replacing("Z", with: "")
  }
}
