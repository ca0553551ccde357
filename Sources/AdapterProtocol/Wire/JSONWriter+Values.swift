import JSONText

extension JSONWriter {
  /// Writes a key with a value.
  mutating func member(_ name: String, value: some WireValue) {
    key(name)
    value.write(to: &self)
  }
}
