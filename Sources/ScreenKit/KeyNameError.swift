/// Why a text names no key.
package enum KeyNameError: Error, Sendable, Hashable {
  /// Nothing was written.
  case empty
  /// No key has this name; modifiers are cut off.
  case unknownKey(String)
  /// The modifier stands there twice: "Ctrl", "Alt" or "Shift".
  case repeatedModifier(String)
  /// Function keys go from 1 to 24.
  case noSuchFunctionKey(Int)
  /// What shift makes of this character depends on the keyboard: the result must be written instead.
  case shiftedCharacter(Character)
}
