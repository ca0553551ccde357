import DeskModel
import JSONText

extension InterchangeReader {
  /// The templates that an entry was made from.
  mutating func templateUses() throws(InterchangeError) -> [TemplateUse] {
    var result: [TemplateUse] = []
    guard try beginArray("templates") else { return [] }
    while try nextElement() {
      do { result.append(try templateUse()) } catch { throw error.inside("templates[\(result.count)]") }
    }
    return result
  }

  private mutating func templateUse() throws(InterchangeError) -> TemplateUse {
    var seen = SeenKeys()
    var variant: String?
    var use = TemplateUse(variant: "", version: "")
    try begin("")
    while let key = try nextKey() {
      switch key {
      case "variant": variant = try seen.once(0, key, try text(key))
      case "version": use.version = try seen.once(1, key, try text(key) ?? "")
      case "kept": use.kept = try seen.once(2, key, try count(key)).map { min($0, 100) }
      default: try skip()
      }
    }
    guard let variant else { throw .field(path: "variant", expected: "a string", found: "nothing") }
    use.variant = variant
    return use
  }
}

extension InterchangeWriter {
  /// The templates that an entry was made from, as an array.
  static func templateUses(_ uses: [TemplateUse], to writer: inout JSONWriter) {
    writer.beginArray()
    for use in uses {
      writer.beginObject()
      writer.member("variant", use.variant)
      writer.member("version", use.version)
      if let kept = use.kept {
        writer.key("kept")
        writer.int(kept)
      }
      writer.endObject()
    }
    writer.endArray()
  }
}
