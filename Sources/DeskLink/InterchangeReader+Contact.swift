package import DeskModel
package import JSONText

extension InterchangeReader {
  /// Reads one contact, where a reader stands in a larger text; an `id` is not needed here unless it is said.
  ///
  /// - Complexity: O(bytes).
  package static func contact(
    reading reader: inout JSONReader, needsID: Bool = false
  ) throws(InterchangeError) -> Contact {
    var parser = InterchangeReader(reader: reader)
    let result = try parser.contact(needsID: needsID)
    reader = parser.reader
    return result
  }
}
