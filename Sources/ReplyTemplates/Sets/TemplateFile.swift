/// A file of a template set as it was read from disk.
package struct TemplateFile: Sendable, Hashable {
  /// The layer: `shipped`, `team`, `personal`.
  package let layer: String
  /// The path below the layer's `Templates`, such as `replies/delivery-late/en.md`.
  package let name: String
  /// The path on the disk, for messages.
  package let path: String
  /// The bytes.
  package let bytes: [UInt8]

  /// Makes a file.
  package init(layer: String, name: String, path: String, bytes: [UInt8]) {
    self.layer = layer
    self.name = name
    self.path = path
    self.bytes = bytes
  }

  /// The layers from the weakest to the strongest.
  package static let layers = ["shipped", "team", "personal"]
  /// The largest file that is read, in bytes.
  package static let sizeLimit = 1 << 20
}
