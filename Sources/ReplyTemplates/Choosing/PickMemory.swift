package import DeskModel
import JSONText

/// What one console remembers of the answers that its agent picked, from one day to the next.
///
/// No word of a customer or of a reply is in it: the model holds hashes and counts, the rest are names of variants and times.
package struct PickMemory: Sendable, Hashable {
  /// What was picked in which moments.
  package var model: PickModel
  /// When each variant was sent last.
  package var lastUses: [VariantID: Timestamp]

  /// Makes a memory.
  package init(model: PickModel = PickModel(), lastUses: [VariantID: Timestamp] = [:]) {
    self.model = model
    self.lastUses = lastUses
  }

  /// The most variants of which the last use is remembered.
  package static let limit = 20_000

  /// The last uses as a JSON object: names of variants, and milliseconds since the Unix epoch; the latest ones.
  package var lastUsesJSON: [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    let latest = lastUses.sorted { ($0.value, $0.key) > ($1.value, $1.key) }.prefix(Self.limit)
    for (variant, at) in latest.sorted(by: { $0.key < $1.key }) {
      writer.key(variant.description)
      writer.int(Int(at.milliseconds))
    }
    writer.endObject()
    return writer.bytes
  }

  /// Reads what `lastUsesJSON` writes; nil when it is something else.
  ///
  /// - Complexity: O(bytes).
  package static func lastUses(json bytes: [UInt8]) -> [VariantID: Timestamp]? {
    guard let document = try? JSONDocument(bytes), let members = document.root.members else { return nil }
    var result: [VariantID: Timestamp] = [:]
    for member in members {
      guard let variant = VariantID(member.key), let at = member.value.int else { return nil }
      result[variant] = Timestamp(milliseconds: Int64(at))
    }
    return result
  }
}
