import TextLayout

/// The version of the program; it stands here and nowhere else.
package enum Version {
  /// The number, by semver.org.
  package static let number = "0.1.0"

  /// What `sapa --version` prints, without the line end: the program's version, then Unicode's.
  package static var line: String { "sapa \(number), Unicode \(DisplayWidth.unicodeVersion)" }
}
