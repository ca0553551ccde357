import Testing

@testable import LocalePacks

@Suite("Looking for the forms of a pack")
struct PhraseMatcherTests {
  private func found(_ rule: String, in text: String, rules: String = "") -> [String] {
    let pack = PackFixtures.pack(
      "\(rules) avoid: [{id: \"r\", kind: \"slang\", why: \"w\", \(PackFixtures.sourced), \(rule)}]")
    let read = PackText(text, pack.text)
    let utf8 = Array(text.utf8)
    return pack.draftMatcher.matches(in: read).map {
      String(decoding: utf8[read.bytes($0.places)], as: UTF8.self)
    }
  }

  @Test(
    "finds each kind of place, and no other",
    arguments: [
      ("forms: [\"kamu\"]", "Kamu dan kamus", ["Kamu"]),
      ("forms: [\"je vous prie\"]", "je vous, prie; Je vous prie", ["Je vous prie"]),
      ("forms: [\"vas tu\"]", "Vas-tu bien", ["Vas-tu"]),
      ("forms: [\"mu\"], match: \"suffix\"", "pesananmu ilmu amu mu", ["pesananmu", "ilmu"]),
      ("forms: [\"mu\"], match: \"suffix\", except: [\"ilmu\"]", "pesananmu ilmu", ["pesananmu"]),
      ("forms: [\"pre\"], match: \"prefix\"", "prefix pre", ["prefix"]),
      ("forms: [\"send\"], match: \"start\"", "Send it. I send it. \n send", ["Send", "send"]),
      ("forms: [\"だよ\"], match: \"end\"", "そうだよ。だよね。", ["だよ"]),
      ("forms: [\"ไม่ได้\"], match: \"anywhere\"", "ทำไม่ได้ครับ", ["ไม่ได้"]),
      ("forms: [\"ok\"], match: \"message\"", "OK!", ["OK"]),
      ("forms: [\"ok\"], match: \"message\"", "OK then", []),
      ("forms: [\"Sie\"], exactCase: true", "Sie und sie", ["Sie"]),
      ("forms: [\"🙂\", \"!!\"]", "no!! 🙂", ["!!", "🙂"]),
      ("forms: [\"no\"], match: \"start\", unless: [\"sorry\"]", "No, sorry. No.", ["No"]),
      ("forms: [\"besok\"], unlessTime: true", "besok jam 9. besok", ["besok"]),
      ("forms: [\"du\"]", "„du“ und du", ["du"]),
      ("forms: [\"é\"]", "e\u{301}", ["e\u{301}"]),
    ])
  func places(_ rule: String, _ text: String, _ expected: [String]) {
    #expect(found(rule, in: text) == expected)
  }

  @Test("finds words inside others only where the script has no spaces")
  func unspaced() {
    #expect(
      found("forms: [\"你\"], except: [\"你好\"]", in: "你好，你的订单", rules: "text: {unspaced: true},") == ["你"])
    #expect(found("forms: [\"你\"]", in: "你的订单") == [])
  }
}
