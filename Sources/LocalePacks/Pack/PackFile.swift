/// A file of a pack as it was read from disk.
package struct PackFile: Sendable, Hashable {
  /// The locale: the name of its folder.
  package let tag: LocaleTag
  /// The layer: `shipped`, `team`, `personal`.
  package let layer: String
  /// The path, for messages.
  package let path: String
  /// The bytes.
  package let bytes: [UInt8]

  /// Makes a file.
  package init(tag: LocaleTag, layer: String, path: String, bytes: [UInt8]) {
    self.tag = tag
    self.layer = layer
    self.path = path
    self.bytes = bytes
  }
}
