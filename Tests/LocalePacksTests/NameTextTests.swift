import DeskModel
import LocalePacks
import SeededRandom
import Testing

@Suite("A name taken apart into words")
struct NameTextTests {
  private let letters = NameText.Letters("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя")

  @Test(
    "gets its ending in the case in which it is written",
    arguments: [
      ("Анна", "Анно"), ("анна", "анно"), ("АННА", "АННО"), ("аННА", "аННо"), ("Анна-Ольга", "Анно-Ольго"),
      ("АННА-ОЛЬГА", "АННО-ОЛЬГО"), ("Анна\u{2011}Ольга", "Анно\u{2011}Ольго"),
      ("  Анна\u{A0} Ольга\t", "Анно Ольго"),
    ])
  func endings(_ name: String, _ form: String) {
    #expect(NameText.declined(name, letters: letters) { $0.text.dropLast() + "о" } == form)
  }

  @Test("shows the rule small composed letters, and keeps an apostrophe as it was typed")
  func composition() {
    var seen: [NameText.Word] = []
    let form = NameText.declined("Заи\u{306}ʼЯ-І\u{308}-ч", letters: letters) { word in
      seen.append(word)
      return word.text
    }
    #expect(form == nil)
    #expect(seen.map(\.text) == ["зай’я"])
    #expect(seen.map(\.isBeforeHyphen) == [true])
    let kept = NameText.declined("Заи\u{306}ʼЯ", letters: letters, by: \.text)
    #expect(kept.map { Array($0.unicodeScalars) } == Array("ЗайʼЯ".unicodeScalars))
  }

  @Test(
    "has no form when it is no name",
    arguments: [
      "", " ", "-", "О", "О.", "О.П.", "О. Петренко", "Анна2", "Anna", "Аннa", "-Анна", "Анна-", "’Анна",
      "Анна’", "Анна😀",
    ])
  func refused(_ name: String) {
    #expect(NameText.declined(name, letters: letters) { $0.text + "о" } == nil)
  }

  @Test("has no form when the rule knows none of one of its words")
  func unknownWord() {
    #expect(NameText.declined("Анна Ольга", letters: letters) { $0.text == "анна" ? "анно" : nil } == nil)
  }

  @Test("takes any text", arguments: 0..<20 as Range<UInt64>)
  func anyText(_ seed: UInt64) {
    var random = SeededGenerator(seed)
    let alphabet = Array("аАяьйїкцечо’-'  \u{301}\u{306}aA1🙂ск")
    for _ in 0..<200 {
      let name = String(
        (0..<Int.random(in: 0...9, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? "а" }
      )
      for part in NamePart.allCases {
        for form in [
          UkrainianVocative.form(of: name, as: part, gender: nil),
          UkrainianVocative.form(of: name, as: part, gender: .male),
          UkrainianVocative.form(of: name, as: part, gender: .female),
          PolishVocative.form(of: name, as: part, gender: .male),
        ] {
          guard let form else { continue }
          let first = name.first { !$0.isWhitespace }
          #expect(form.first == first, "\(name)")
          #expect(!form.contains("1"))
        }
      }
    }
  }
}
