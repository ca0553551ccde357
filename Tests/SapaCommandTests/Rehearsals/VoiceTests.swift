import ConsoleCore
import Foundation
import Rehearsals
import TestSupport
import Testing

@testable import SapaCommand

@Suite("Voices")
struct VoiceTests {
  @Test(
    "each role has a voice of the dialogue's language, by the program that is there",
    arguments: [
      ("id", "espeak-ng", ["espeak-ng", "-v", "id+f3", "--stdin"]),
      ("pt-BR", "espeak-ng", ["espeak-ng", "-v", "pt+f3", "--stdin"]),
      ("zh-Hans", "espeak-ng", ["espeak-ng", "-v", "cmn+f3", "--stdin"]),
      (nil, "espeak-ng", ["espeak-ng", "-v", "en+f3", "--stdin"]),
      ("12", "espeak-ng", ["espeak-ng", "-v", "en+f3", "--stdin"]),
      ("uk", "spd-say", ["spd-say", "--pipe-mode", "--wait", "-P", "text", "-t", "female1", "-l", "uk"]),
      ("uk", "festival", nil),
    ] as [(String?, String, [String]?)])
  func command(_ locale: String?, _ program: String, _ wanted: [String]?) {
    let line = SpokenLine(text: "x", role: .customer, locale: locale)
    #expect(Voice.command(for: line) { $0 == program } == wanted)
  }

  @Test("the agent has another voice than the customer")
  func roles() {
    let line = SpokenLine(text: "x", role: .agent, locale: "en")
    #expect(Voice.command(for: line) { _ in true } == ["espeak-ng", "-v", "en+m3", "--stdin"])
    #expect(Voice.command(for: line) { $0 == "spd-say" }?.contains("male1") == true)
  }
}
