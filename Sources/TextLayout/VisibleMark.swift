/// The visible stand-ins of what `SafeText` does not let through, as UTF-8.
enum VisibleMark {
  /// U+23CE, for a newline.
  static let newline: [UInt8] = [0xE2, 0x8F, 0x8E]
  /// U+2423, one column, for blanks that look like nothing.
  static let blank: [UInt8] = [0xE2, 0x90, 0xA3]
  /// `‹+›`, put between scalars that would go on piling up in one cluster.
  static let seam: [UInt8] = open + [0x2B] + close
  /// What counts as the scalar before after a stand-in was put: `›`, a plain base.
  static let lastScalar: UInt32 = 0x203A

  private static let open: [UInt8] = [0xE2, 0x80, 0xB9]
  private static let close: [UInt8] = [0xE2, 0x80, 0xBA]

  /// Appends `‹text›`; the text must be printable ASCII.
  static func append(framed text: some Sequence<UInt8>, to output: inout [UInt8]) {
    output += open
    output += text
    output += close
  }

  /// Appends the control picture (U+2400 …) of a C0 control or DEL.
  static func append(picture control: UInt8, to output: inout [UInt8]) {
    output += control == 0x7F ? [0xE2, 0x90, 0xA1] : [0xE2, 0x90, 0x80 + control & 0x1F]
  }

  /// Appends `‹9B›` for a C1 control, `‹RLO›` for a scalar with a common short name, else
  /// `‹U+E000›`.
  static func append(named scalar: UInt32, to output: inout [UInt8]) {
    if let name = shortName(scalar) {
      append(framed: name.utf8, to: &output)
      return
    }
    output += open
    let isControl = scalar < 0xA0
    if !isControl { output += [0x55, 0x2B] }
    var shift: UInt32 = isControl ? 4 : scalar > 0xFFFFF ? 20 : scalar > 0xFFFF ? 16 : 12
    while true {
      let digit = UInt8(scalar >> shift & 0xF)
      output.append(digit < 10 ? 0x30 + digit : 0x37 + digit)
      if shift == 0 { break }
      shift -= 4
    }
    output += close
  }

  private static func shortName(_ scalar: UInt32) -> String? {
    switch scalar {
    case 0x00AD: "SHY"
    case 0x034F: "CGJ"
    case 0x061C: "ALM"
    case 0x180B...0x180D: "FVS\(scalar - 0x180A)"
    case 0x180E: "MVS"
    case 0x180F: "FVS4"
    case 0x200B: "ZWSP"
    case 0x200C: "ZWNJ"
    case 0x200D: "ZWJ"
    case 0x200E: "LRM"
    case 0x200F: "RLM"
    case 0x202A: "LRE"
    case 0x202B: "RLE"
    case 0x202C: "PDF"
    case 0x202D: "LRO"
    case 0x202E: "RLO"
    case 0x2060: "WJ"
    case 0x2066: "LRI"
    case 0x2067: "RLI"
    case 0x2068: "FSI"
    case 0x2069: "PDI"
    case 0xFE00...0xFE0F: "VS\(scalar - 0xFDFF)"
    case 0xFEFF: "BOM"
    case 0xFFF9: "IAA"
    case 0xFFFA: "IAS"
    case 0xFFFB: "IAT"
    case 0xFFFC: "OBJ"
    case 0xE0100...0xE01EF: "VS\(scalar - 0xE00EF)"
    default: nil
    }
  }
}
