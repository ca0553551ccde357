/// Unicode properties of one scalar, packed into 32 bits by `.ci/generate-unicode-tables`.
///
/// Bits from the lowest: columns (2), safety class (5), Bidi_Class (5), Joining_Type (3), then the
/// flags below, the line-breaking class (4) at bit 22, and the rest of the flags.
struct ScalarRecord: Sendable {
  let bits: UInt32

  /// How `SafeText` treats a scalar.
  enum Safety: UInt32 {
    case plain, c0, c1, lineSeparator, directionalMark, bidiControl, joinControl, tag
    case variationSelector, blank, hidden, wordSeparator, mongolianSeparator, hieroglyphFormat
    case layout
  }

  /// Where a row may end, reduced from Line_Break (UAX #14).
  enum LineClass: UInt32 {
    case word, space, ideograph, noStart, noEnd, complex, complexNoStart, complexNoEnd
    case breakAfter, glue
  }

  /// Joining_Type of the Arabic-like scripts, in the order of the generator.
  enum Joining: UInt32 {
    case none, causing, dual, right, left, transparent
  }

  init(bits: UInt32) { self.bits = bits }

  /// Looks a scalar up; values beyond U+10FFFF give the record of U+10FFFF.
  @inline(__always)
  init(_ scalar: UInt32) {
    let scalar = min(scalar, 0x10FFFF)
    let high = Int(scalar >> 8)
    let block = UnicodeRecords.blockOf[high >> 3] >> UInt64((high & 7) * 8) & 0xFF
    let at = Int(block) << 8 | Int(scalar & 0xFF)
    let number = UnicodeRecords.recordOf[at >> 3] >> UInt64((at & 7) * 8) & 0xFF
    bits = UnicodeRecords.records[Int(number)]
  }

  /// Any of these bits takes a scalar off the fast path of `SafeText`.
  static let attentionMask: UInt32 = 0b11111 << 2 | extendsBit | markBit
  static let extendsBit: UInt32 = 1 << 16
  static let markBit: UInt32 = 1 << 17
  static let pictographicBit: UInt32 = 1 << 18
  static let rightToLeftBit: UInt32 = 1 << 28

  /// Terminal columns, 0, 1 or 2.
  var columns: Int { Int(bits & 3) }
  var safety: Safety { Safety(rawValue: bits >> 2 & 31) ?? .hidden }
  var bidiClass: BidiClass { BidiClass(rawValue: UInt8(bits >> 7 & 31)) ?? .otherNeutral }
  var joining: Joining { Joining(rawValue: bits >> 12 & 7) ?? .none }
  var lineClass: LineClass { LineClass(rawValue: bits >> 22 & 15) ?? .word }

  /// Canonical combining class 9: a virama or another vowel killer.
  var isVirama: Bool { bits & 1 << 15 != 0 }
  /// May be part of a cluster with its neighbour: Extend, SpacingMark, Prepend, conjoining jamo.
  var extends: Bool { bits & Self.extendsBit != 0 }
  /// General category Mn or Me.
  var isMark: Bool { bits & Self.markBit != 0 }
  var isPictographic: Bool { bits & Self.pictographicBit != 0 }
  var isModifierBase: Bool { bits & 1 << 19 != 0 }
  /// A base of an emoji variation sequence (U+FE0E, U+FE0F).
  var takesEmojiSelector: Bool { bits & 1 << 20 != 0 }
  /// Newer than what C libraries in use know, or they give it another width.
  var isDisputed: Bool { bits & 1 << 21 != 0 }
  var isMirrored: Bool { bits & 1 << 26 != 0 }
  /// A letter or mark of a script that has viramas.
  var isBrahmic: Bool { bits & 1 << 27 != 0 }
  var isRightToLeft: Bool { bits & Self.rightToLeftBit != 0 }
  /// Grapheme_Cluster_Break is Prepend: one cluster with whatever follows.
  var isPrepended: Bool { bits & 1 << 30 != 0 }
  var isSkinTone: Bool { bits & 1 << 29 != 0 }
}

/// Bidi_Class (UAX #9), in the order of the generator.
enum BidiClass: UInt8 {
  case left, right, arabicLetter, europeanNumber, europeanSeparator, europeanTerminator
  case arabicNumber, commonSeparator, nonspacingMark, boundaryNeutral, paragraphSeparator
  case segmentSeparator, whitespace, otherNeutral
  case leftEmbedding, rightEmbedding, leftOverride, rightOverride, popFormat
  case leftIsolate, rightIsolate, firstStrongIsolate, popIsolate
}
