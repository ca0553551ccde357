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

  @Test(
    "compares capitals where they must agree, at every kind of place",
    arguments: [
      ("forms: [\"Un\"], match: \"prefix\"", "Unklar unklar UNKLAR", ["Unklar"]),
      ("forms: [\"GmbH\"], match: \"suffix\"", "XYGmbH xygmbh", ["XYGmbH"]),
      ("forms: [\"gmbh\"], match: \"suffix\"", "XYGmbH xygmbh", ["xygmbh"]),
      ("forms: [\"Sie\"], match: \"end\"", "für Sie. für sie. für SIE", ["Sie"]),
      ("forms: [\"OK\"], match: \"message\"", "OK!", ["OK"]),
      ("forms: [\"OK\"], match: \"message\"", "Ok!", []),
      ("forms: [\"Sie\"], match: \"start\"", "Sie da. sie da", ["Sie"]),
      ("forms: [\"Sie\"], match: \"anywhere\"", "vonSie vonsie", ["Sie"]),
      ("forms: [\"Sie\"], unless: [\"Bitte\"]", "Sie, bitte. Sie, Bitte", ["Sie"]),
      ("forms: [\"Sie\"], match: \"anywhere\", unless: [\"Bitte\"]", "Sie, bitte. Sie, Bitte", ["Sie"]),
    ])
  func exactCase(_ rule: String, _ text: String, _ expected: [String]) {
    #expect(found(rule + ", exactCase: true", in: text) == expected)
  }

  @Test(
    "compares capitals where words have no spaces too",
    arguments: [
      ("forms: [\"Line\"], match: \"start\"", "Lineで。lineで", ["Line"]),
      ("forms: [\"LINE\"], match: \"start\"", "lineで。LINEで", ["LINE"]),
      ("forms: [\"Line\"], match: \"end\"", "今日Line。今日line", ["Line"]),
      ("forms: [\"Line\"]", "今日Line。今日line", ["Line"]),
    ])
  func exactCaseUnspaced(_ rule: String, _ text: String, _ expected: [String]) {
    #expect(found(rule + ", exactCase: true", in: text, rules: "text: {unspaced: true},") == expected)
  }

  @Test(
    "leaves out what runs into a muted place",
    arguments: [
      ("forms: [\"hast du\"]", "hast `du` und hast du", ["hast du"]),
      ("forms: [\"hast du\"]", "hast du@firma.de", []),
      ("forms: [\"st «du»\"], match: \"anywhere\"", "Dort hast «du» das Wort, das alle meinen", []),
      ("forms: [\"das ist\"], match: \"start\"", "Das `ist` so", []),
      ("forms: [\"hast du\"], match: \"end\"", "Was auch immer hast “du”. hast du", ["hast du"]),
      ("forms: [\"gut so\"], match: \"message\"", "gut `so`", []),
    ])
  func muted(_ rule: String, _ text: String, _ expected: [String]) {
    #expect(found(rule, in: text) == expected)
  }

  @Test(
    "is not silenced by what is muted",
    arguments: [
      ("", "du `bitte` so", ["du"]), ("", "du bitte so", []),
      ("match: \"anywhere\"", "du `bitte` so", ["du"]),
      ("match: \"anywhere\"", "du bitte so", []),
    ])
  func unlessMuted(_ match: String, _ text: String, _ expected: [String]) {
    #expect(found("forms: [\"du\"], unless: [\"bitte\"], \(match)", in: text) == expected)
  }

  @Test(
    "looks at the words on both sides, in the sentence alone",
    arguments: [
      ("der du bist", []), ("der. Du bist", ["Du"]), ("du selbst", []), ("du. Selbst", ["du"]),
      ("du", ["du"]),
      ("oder du bist", ["du"]),
    ])
  func neighbours(_ text: String, _ expected: [String]) {
    #expect(found("forms: [\"du\"], notAfter: [\"der\"], notBefore: [\"selbst\"]", in: text) == expected)
  }

  @Test(
    "looks at each sentence once for thousands of matches",
    arguments: [
      "unless: [\"bitte\"]", "unlessTime: true", "notAfter: [\"der\"], notBefore: [\"selbst\"]",
      "inside: true",
      "match: \"anywhere\", unless: [\"bitte\"]",
    ], ["du ", "du\n"])
  func manyMatches(_ fields: String, _ words: String) {
    let count = 65_536 / words.utf8.count
    let isInside = fields.hasPrefix("inside")
    let expected = isInside ? words == "du " ? count - 1 : 0 : count
    #expect(
      found("forms: [\"du\"], \(fields)", in: String(repeating: words, count: count)).count == expected)
  }

  @Test("finds the beginnings and ends of thousands of sentences", arguments: ["start", "end"])
  func manySentences(_ match: String) {
    let text = String(repeating: "a\n", count: 32_768)
    #expect(found("forms: [\"a\"], match: \"\(match)\"", in: text).count == 32_768)
  }
}
