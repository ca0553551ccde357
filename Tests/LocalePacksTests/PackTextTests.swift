import LocalePacks
import Testing

@testable import LocalePacks

@Suite("A text in the manner of a pack")
struct PackTextTests {
  @Test(
    "falls into words, by the pack's apostrophes",
    arguments: [
      ("Halo, Kak Dewi!", TextRules.Apostrophe.letter, ["halo", "kak", "dewi"]),
      ("м’яч об’єкт", .letter, ["м’яч", "об’єкт"]),
      ("t’es là", .separator, ["t", "es", "là"]),
      ("dis-moi", .letter, ["dis", "moi"]),
      ("rock'n'", .letter, ["rock'n"]),
      ("", .letter, []),
      ("!!! 🙂", .letter, []),
    ])
  func words(_ text: String, _ apostrophe: TextRules.Apostrophe, _ words: [String]) {
    var rules = TextRules()
    rules.apostrophe = apostrophe
    #expect(PackText(text, rules).words.map(\.folded) == words)
  }

  @Test(
    "falls into sentences, and a full stop inside a word ends none",
    arguments: [
      ("One. Two! Three?", 3), ("Version 2.5 is out", 1), ("z.B. so", 1), ("What?! No…", 2), ("a\nb", 2),
      ("今日は。明日は。", 2), ("नमस्ते। धन्यवाद।", 2), ("", 0), ("   ", 1),
    ])
  func sentences(_ text: String, _ count: Int) {
    #expect(PackText(text).sentences.count == count)
  }

  @Test(
    "leaves out what is not the writer's own wording",
    arguments: [
      ("see `kamu` here", ["see", "here"]), ("go to https://kamu.id/kamu now", ["go", "to", "now"]),
      ("„du“ sagt man", ["sagt", "man"]), ("\"kamu\" is a word", ["is", "a", "word"]),
      ("Hi {{customer.name}}!", ["hi"]), ("> kamu said\nfine", ["fine"]), ("「だ」です", ["です"]),
      ("the 5\" screen is 7\" wide", ["the", "5", "screen", "is", "7", "wide"]),
      ("an open \"quote stays", ["an", "open", "quote", "stays"]),
    ])
  func muting(_ text: String, _ words: [String]) {
    #expect(PackText(text).words.filter { !$0.isMuted }.map(\.folded) == words)
  }

  @Test("counts offsets in bytes of the text as it was given")
  func offsets() {
    var rules = TextRules()
    rules.strip = ["\u{200C}"]
    let text = "می‌کنی خوب"
    let read = PackText(text, rules)
    #expect(read.words.count == 2)
    #expect(read.bytes(read.words[1].places) == text.utf8.count - 6..<text.utf8.count)
  }

  @Test("maps, strips and folds as the pack says: Turkish i, Persian ye, doubled marks")
  func folding() {
    var turkish = TextRules()
    turkish.casing = .turkish
    #expect(PackText("IŞIK İZİN", turkish).words.map(\.folded) == ["ışık", "izin"])
    var persian = TextRules()
    persian.map = ["ي": "ی", "ك": "ک"]
    #expect(PackText("كني", persian).words.map(\.folded) == ["کنی"])
    #expect(PackText("तुम्हेंं").words.map(\.folded) == ["तुम्हें"])
  }

  @Test("knows of each place its sentence, and of each sentence its words")
  func places() {
    let read = PackText("Ja. Du und\nich… ")
    #expect([0, 2, 3, 10, 11, 15, 16].map(read.sentence(at:)) == [0, 0, 1, 1, 2, 3, 3])
    #expect(read.sentences.indices.map(read.words(ofSentence:)) == [0..<1, 1..<3, 3..<4, 4..<4])
    #expect([0, 1, 4, 8, 15].map(read.word(from:)) == [0, 1, 1, 3, 4])
    #expect(PackText("").sentence(at: 0) == 0)
  }

  @Test("mutes a word that runs into what is muted")
  func partlyMuted() {
    #expect(PackText("abc`du` er").words.map(\.isMuted) == [true, false])
  }
}
