import DeskModel

/// Puts a variant of a lower layer into a file of a higher one, so that somebody can change it there.
package enum VariantOverlay {
  /// The file's text with the variant in it: unchanged where it is there already, else behind what stands there.
  ///
  /// - Parameters:
  ///   - variant: the variant as the lower layer has it.
  ///   - text: the higher layer's file; empty when there is none.
  /// - Returns: the text, with a line end.
  /// - Complexity: O(bytes).
  package static func text(_ variant: Variant, over text: String) -> String {
    let lines = MarkdownLines(text).lines
    if lines.contains(where: { MarkdownLine($0) == .heading(level: 2, text: variant.name) }) { return text }
    var place = variant.audience == .world ? "# In public" : "# In private"
    if !variant.channels.isEmpty { place += ": " + variant.channels.joined(separator: ", ") }
    var result = text
    if !result.isEmpty, !result.hasSuffix("\n") { result += "\n" }
    if !result.isEmpty { result += "\n" }
    // The last place of the file may be another one.
    let last = lines.last { if case .heading(1, _) = MarkdownLine($0) { true } else { false } }
    if last.map({ $0.trimmed.lowercased() != place.lowercased() }) ?? true { result += place + "\n\n" }
    result += "## \(variant.name)\n"
    if variant.occasion != .any { result += "<!-- after: \(variant.occasion.rawValue) -->\n" }
    return result + variant.source + "\n"
  }
}
