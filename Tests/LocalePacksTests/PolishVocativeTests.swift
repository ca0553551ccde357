import DeskModel
import LocalePacks
import Testing

@Suite("The vocative of a Polish name")
struct PolishVocativeTests {
  @Test(
    "is right for every given name of the tables",
    arguments: PolishWomensNames.classes + PolishMensNames.classes)
  func tables(_ names: NameClass) {
    for (name, vocative) in names.names {
      #expect(PolishVocative.form(of: name, as: .given, gender: names.gender) == vocative, "\(name)")
    }
  }

  @Test(
    "is that of the gender or none, when the gender is not known",
    arguments: PolishWomensNames.classes + PolishMensNames.classes)
  func unknownGender(_ names: NameClass) {
    for (name, vocative) in names.names {
      let form = PolishVocative.form(of: name, as: .given, gender: nil)
      #expect(form == vocative || form == nil, "\(name)")
    }
  }

  @Test(
    "is known without a gender where the name leaves no doubt",
    arguments: [
      ("Anna", "Anno"), ("Kuba", "Kubo"), ("Kasia", "Kasiu"), ("Piotr", "Piotrze"), ("Jerzy", "Jerzy"),
      ("Marek", "Marku"),
      ("Bogusław", "Bogusławie"), ("Karmen", "Karmen"), ("Tomasz", "Tomaszu"),
    ])
  func inferred(_ name: String, _ vocative: String) {
    #expect(PolishVocative.form(of: name, as: .given, gender: nil) == vocative)
  }

  @Test(
    "keeps the writing of the name",
    arguments: [
      ("ANNA", "ANNO"), ("anna", "anno"), (" Anna ", "Anno"), ("Anna Maria", "Anno Mario"),
      ("Anna-Maria", "Anno-Mario"),
      ("RÓŻA", "RÓŻO"), ("Ro\u{301}z\u{307}a", "Różo"), ("ZOSIA", "ZOSIU"), ("Chloé", "Chloé"),
    ])
  func writing(_ name: String, _ vocative: String) {
    #expect(PolishVocative.form(of: name, as: .given, gender: .female) == vocative)
  }

  @Test(
    "keeps the writing of a man's name",
    arguments: [
      ("PAWEŁ", "PAWLE"), ("paweł", "pawle"), ("Jan Paweł", "Janie Pawle"), ("Jo\u{301}zef", "Józefie"),
      ("MACIEK", "MAĆKU"),
      ("Michal", "Michale"), ("Pawel", "Pawle"), ("Jean-Paul", "Jean-Paulu"), ("Roy", "Royu"),
      ("John", "Johnie"), ("Kevin", "Kevinie"),
    ])
  func masculineWriting(_ name: String, _ vocative: String) {
    #expect(PolishVocative.form(of: name, as: .given, gender: .male) == vocative)
  }

  @Test(
    "of a given name is not known where it is not certain",
    arguments: [
      ("", nil), ("A.", .female), ("A", .male), ("Олена", .female), ("Anna2", .female), ("Mike", .male),
      ("Pierre", .male), ("Andrew", .male),
      ("Kenneth", .male), ("Jeffrey", .male), ("Louis", .male), ("Piotr", .female), ("Karmen", .male),
      ("Jordan", nil), ("X", nil),
    ].map { ($0.0, $0.1 as Gender?) })
  func unknown(_ name: String, _ gender: Gender?) {
    #expect(PolishVocative.form(of: name, as: .given, gender: gender) == nil)
  }

  @Test(
    "of a family name is its nominative", arguments: ["Nowak", "Kowalska", "Żak", "NOWAK-LIS", "Święcicki"])
  func families(_ name: String) {
    for gender in [nil, Gender.female, .male] {
      #expect(PolishVocative.form(of: name, as: .family, gender: gender) == name)
    }
  }

  @Test("is none of a family name that is none, and of patronymics")
  func none() {
    #expect(PolishVocative.form(of: "K.", as: .family, gender: .male) == nil)
    #expect(PolishVocative.form(of: "Петренко", as: .family, gender: .male) == nil)
    #expect(PolishVocative.form(of: "Piotrowicz", as: .patronymic, gender: .male) == nil)
  }
}
