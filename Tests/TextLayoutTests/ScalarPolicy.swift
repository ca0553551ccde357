/// What may stand in a safe text, from the standard library's properties instead of our tables.
enum ScalarPolicy {
  static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value == 0x0A || value == 0x09 { return true }
    if value >= 0x20, value < 0x7F { return true }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .control, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
      return false
    case .spaceSeparator: return [0x20, 0xA0, 0x202F, 0x3000].contains(value)
    default: break
    }
    if properties.isNoncharacterCodePoint { return false }
    if (0xFFF9...0xFFFC).contains(value) { return false }
    if properties.isDefaultIgnorableCodePoint || properties.isBidiControl {
      return isContextual(value)
    }
    return value != 0x2800 || isContextual(value)
  }

  /// Allowed in some context only.
  static func isContextual(_ value: UInt32) -> Bool {
    switch value {
    case 0x200B...0x200F, 0x061C, 0x115F, 0x1160, 0x180B...0x180F, 0x2800, 0x3000: true
    case 0xFE00...0xFE0F, 0xE0020...0xE007F, 0xE0100...0xE011F: true
    default: false
    }
  }
}
