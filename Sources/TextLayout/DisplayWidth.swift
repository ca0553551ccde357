/// Columns of a terminal that text takes, by a table generated from Unicode's files.
///
/// Wide and fullwidth scalars (UAX #11) take two columns; marks, format characters and conjoining
/// vowels and finals of Hangul none; everything else one. Ambiguous width counts as one.
package enum DisplayWidth {
  /// Version of the Unicode files behind the tables, for instance `15.0`.
  package static var unicodeVersion: String { UnicodeRecords.version }

  /// Columns of one scalar, 0 to 2; control characters, which are never drawn, count as one.
  package static func columns(of scalar: Unicode.Scalar) -> Int {
    ScalarRecord(scalar.value).columns
  }

  /// Columns that the glyphs of one cluster take when it is drawn on its own; a tab takes eight.
  ///
  /// - Complexity: O(*n*) in the scalars of the cluster.
  package static func columns(of cluster: Character) -> Int {
    SafeText(String(cluster)).columns
  }
}
