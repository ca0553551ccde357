import ConsoleCore

@testable import SapaCommand

/// A config: settings, or one harmless sentence.
enum ConfigInvariants {
  static func firstViolation(_ input: [UInt8]) -> String? {
    do throws(ConfigError) {
      let config = try Config.parse(input, path: "/config\u{1B}.json5")
      do throws(Keymap.Problem) {
        _ = try Keymap(overrides: config.keys)
      } catch {
        return sentenceViolation(SetupError.keys(error, path: "c").sentence)
      }
      return nil
    } catch {
      return sentenceViolation(error.sentence)
    }
  }

  private static func sentenceViolation(_ sentence: String) -> String? {
    if sentence.isEmpty { return "refused without a sentence" }
    if sentence.utf8.contains(0x0A) { return "a sentence of two lines" }
    return SafeTextInvariants.firstHarm(in: sentence).map { $0 + " in a sentence" }
  }
}
