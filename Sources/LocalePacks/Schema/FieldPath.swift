import JSONText

/// Where a value stands in a JSON text: keys and places, from the outside in.
struct FieldPath: Sendable, Hashable, CustomStringConvertible {
  enum Step: Sendable, Hashable {
    case key(String)
    /// From 0.
    case element(Int)
  }

  private(set) var steps: [Step] = []

  func key(_ key: String) -> FieldPath { FieldPath(steps: steps + [.key(key)]) }
  func element(_ place: Int) -> FieldPath { FieldPath(steps: steps + [.element(place)]) }

  var description: String {
    var text = ""
    for step in steps {
      switch step {
      case .key(let key): text += text.isEmpty ? key : "." + key
      case .element(let place): text += "[\(place)]"
      }
    }
    return text
  }

  /// The line, from 1, on which the deepest part of the path that exists begins.
  ///
  /// Looked up only when a problem is told, so the tree needs no positions.
  /// - Complexity: O(bytes).
  func line(in bytes: [UInt8]) -> Int {
    var reader = JSONReader(bytes, dialect: .json5)
    var offset = reader.offset
    do throws(JSONError) {
      for step in steps {
        _ = try reader.peek()
        offset = reader.offset
        guard try enter(step, &reader) else { break }
        _ = try reader.peek()
        offset = reader.offset
      }
    } catch {
      return JSONPosition(offset: offset, in: bytes).line
    }
    return JSONPosition(offset: offset, in: bytes).line
  }

  private func enter(_ step: Step, _ reader: inout JSONReader) throws(JSONError) -> Bool {
    switch step {
    case .key(let wanted):
      guard try reader.peek() == .object else { return false }
      try reader.beginObject()
      while let key = try reader.nextKey() {
        if key == wanted { return true }
        _ = try reader.skip()
      }
      return false
    case .element(let wanted):
      guard try reader.peek() == .array else { return false }
      try reader.beginArray()
      var place = 0
      while try reader.nextElement() {
        if place == wanted { return true }
        _ = try reader.skip()
        place += 1
      }
      return false
    }
  }
}
