import Testing

@testable import TextLayout

/// A case of BidiCharacterTest.txt.
struct BidiCase {
  let scalars: [UInt32]
  let baseLevel: UInt8?
  let paragraphLevel: UInt8
  /// Levels of the scalars that are not taken away by rule X9.
  let levels: [UInt8]
  let kept: [Int]
  let order: [Int]

  init?(_ line: Substring) {
    let fields = line.split(separator: ";", omittingEmptySubsequences: false)
    guard fields.count == 5, let paragraph = UInt8(fields[2]) else { return nil }
    let levels = fields[3].split(separator: " ").map { UInt8($0) }
    let all = fields[0].split(separator: " ").compactMap { UInt32($0, radix: 16) }
    guard all.count == levels.count else { return nil }
    kept = levels.indices.filter { levels[$0] != nil }
    scalars = kept.map { all[$0] }
    self.levels = levels.compactMap(\.self)
    baseLevel = fields[1] == "2" ? nil : UInt8(fields[1])
    paragraphLevel = paragraph
    order = fields[4].split(separator: " ").compactMap { Int($0) }
  }

  static func all() -> [(line: Substring, parsed: BidiCase?)] {
    BidiCases.text.split(separator: "\n").map { ($0, BidiCase($0)) }
  }
}

@Suite("BidiParagraph")
struct BidiParagraphTests {
  @Test("Levels and order are those of the Unicode conformance cases")
  func conformance() {
    let cases = BidiCase.all()
    #expect(cases.count > 1500)
    for (line, parsed) in cases {
      guard let parsed else {
        Issue.record("unreadable case: \(line)")
        continue
      }
      let classes = parsed.scalars.map { ScalarRecord($0).bidiClass }
      let paragraph = BidiParagraph(scalars: parsed.scalars, classes: classes, baseLevel: parsed.baseLevel)
      #expect(paragraph.baseLevel == parsed.paragraphLevel, "\(line)")
      let levels = lineLevels(paragraph, classes)
      #expect(levels == parsed.levels, "\(line)")
      #expect(BidiRow.visualIndices(levels).map { parsed.kept[$0] } == parsed.order, "\(line)")
    }
  }

  /// Rule L1 for scalars; `BidiRow` applies it to glyphs.
  private func lineLevels(_ paragraph: BidiParagraph, _ classes: [BidiClass]) -> [UInt8] {
    var levels = paragraph.levels
    var isTrailing = true
    for index in classes.indices.reversed() {
      switch classes[index] {
      case .segmentSeparator, .paragraphSeparator: isTrailing = true
      case .whitespace: break
      default: isTrailing = false
      }
      if isTrailing { levels[index] = paragraph.baseLevel }
    }
    return levels
  }

  @Test(
    "Deep brackets and long runs neither trap nor take long", arguments: ["(", "([", ")", "(a", "(א", "()"])
  func deepBrackets(piece: String) {
    let scalars = String(repeating: piece, count: 3000).unicodeScalars.map(\.value)
    let classes = scalars.map { ScalarRecord($0).bidiClass }
    let paragraph = BidiParagraph(scalars: scalars, classes: classes, baseLevel: 1)
    #expect(paragraph.levels.count == scalars.count)
  }

  @Test("No items have no levels")
  func empty() {
    let paragraph = BidiParagraph(scalars: [], classes: [])
    #expect(paragraph.baseLevel == 0)
    #expect(paragraph.levels.isEmpty)
  }
}
