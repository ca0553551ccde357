package import DeskModel
package import JSONText

extension InterchangeReader {
  /// Reads one contact, where a reader stands in a larger text; an `id` is not needed here.
  ///
  /// - Complexity: O(bytes).
  package static func contact(reading reader: inout JSONReader) throws(InterchangeError) -> Contact {
    var parser = InterchangeReader(reader: reader)
    let result = try parser.contact(needsID: false)
    reader = parser.reader
    return result
  }
}
