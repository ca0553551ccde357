import DeskModel
import Testing

@testable import LocalePacks

@Suite("How a person is addressed")
struct AddressTests {
  private static func rule(_ id: String, _ form: String, _ more: String = "") -> String {
    "{id: \"\(id)\", form: \"\(form)\", \(more) why: \"because \(id)\", \(PackFixtures.sourced)}"
  }

  private static func pack(_ rules: [String], _ more: String = "") -> LocalePack {
    PackFixtures.pack("address: {\(more) rules: [\(rules.joined(separator: ", "))]}")
  }

  @Test(
    "follows a condition only where what it asks for is known and fits",
    arguments: [
      ("gender: \"f\"", Person(gender: .female), true), ("gender: \"f\"", Person(gender: .male), false),
      ("gender: \"f\"", Person(), false), ("gender: [\"f\", \"m\"]", Person(gender: .male), true),
      ("age: [\"minor\", \"young\"]", Person(age: .young), true),
      ("age: [\"minor\", \"young\"]", Person(age: .adult), false),
      ("role: \"doctor\"", Person(role: "doctor"), true), ("role: \"doctor\"", Person(role: "Doctor"), false),
      ("sector: [\"bank\"]", Person(sector: "bank"), true),
      ("sector: [\"bank\"]", Person(sector: "shop"), false),
      ("channel: \"chat\"", Person(), true), ("channel: \"mail\"", Person(), false),
      ("agentGender: \"f\"", Person(), true), ("agentGender: \"m\"", Person(gender: .male), false),
      ("gender: \"f\", role: \"doctor\"", Person(gender: .female, role: "doctor"), true),
      ("gender: \"f\", role: \"doctor\"", Person(gender: .female), false),
    ])
  func conditions(_ when: String, _ person: Person, _ fits: Bool) {
    let pack = Self.pack([Self.rule("asked", "Asked", "when: {\(when)},"), Self.rule("all", "Friend")])
    let setting = AddressSetting(channel: "chat", agentGender: .female)
    #expect(pack.address(person, setting).rule == (fits ? "asked" : "all"))
  }

  @Test("takes no rule about the agent while their gender is not set")
  func agent() {
    let rules = [
      Self.rule("agent", "Asked", "when: {agentGender: [\"f\", \"m\"]},"), Self.rule("all", "Friend"),
    ]
    #expect(Self.pack(rules).address(Person()).rule == "all")
  }

  @Test(
    "is by the first rule that fits and whose parts are known",
    arguments: [
      (Person(given: "Anna", family: "Weber", gender: .female), "Ms Weber", "woman"),
      (Person(given: "Anna", gender: .female), "Dear Anna", "given"),
      (Person(family: "Weber", gender: .male), "Friend", "all"),
      (Person(full: "Anna Weber"), "Dear Anna", "given"),
      (Person(), "Friend", "all"), (Person(given: "?", family: " \n"), "Friend", "all"),
    ])
  func firstThatFits(_ person: Person, _ text: String, _ rule: String) {
    let pack = Self.pack([
      Self.rule("woman", "Ms {family}", "when: {gender: \"f\"},"), Self.rule("given", "Dear {given}"),
      Self.rule("all", "Friend"), Self.rule("late", "Never"),
    ])
    let address = pack.address(person)
    #expect(address.text == text)
    #expect(address.rule == rule)
    #expect(address.why.text(in: "en") == "because \(rule)")
    #expect(address.provenance.status == .sourced)
  }

  @Test("is a term, or a greeting where the rule says so")
  func kind() {
    #expect(Self.pack([Self.rule("a", "Friend")]).address(Person()).kind == .term)
    #expect(Self.pack([Self.rule("a", "Hello", "kind: \"greeting\",")]).address(Person()).kind == .greeting)
  }

  @Test(
    "in a pack without any rule that fits is the whole name, or nothing, and vouched for by nobody",
    arguments: [(Person(full: "Dr. Anna Weber"), "Dr. Anna Weber"), (Person(), "")])
  func fallback(_ person: Person, _ text: String) {
    let address = Self.pack([Self.rule("f", "{patronymic}")]).address(person)
    #expect(address.text == text)
    #expect(address.rule == "")
    #expect(address.provenance.status == .unsourced)
    #expect(address.why.text(in: "en") == "")
  }

  @Test(
    "uses the vocative where it is certain, and the next rule where it is not",
    arguments: [
      ("uk", Person(given: "Олександр", gender: .male), "Олександре"),
      ("uk", Person(given: "Олександр", patronymic: "Іванович", gender: .male), "Олександре Івановичу"),
      ("uk", Person(given: "John", gender: .male), "Friend"),
      ("pl", Person(given: "Anna", gender: .female), "Anno"),
      ("none", Person(given: "Anna", gender: .female), "Friend"),
    ])
  func vocatives(_ declension: String, _ person: Person, _ text: String) {
    let pack = Self.pack(
      [
        Self.rule("p", "{given:vocative} {patronymic:vocative}"), Self.rule("g", "{given:vocative}"),
        Self.rule("all", "Friend"),
      ], "declension: \"\(declension)\",")
    #expect(pack.address(person).text == text)
  }

  @Test("finds each part of a name for the forms that ask for it", arguments: AddressForm.Part.allCases)
  func parts(_ part: AddressForm.Part) {
    let pack = Self.pack([Self.rule("a", "{\(part.rawValue)}")], "declension: \"uk\",")
    let person = Person(
      given: "Олександр", family: "Шевченко", patronymic: "Іванович", title: "Dr.", gender: .male)
    let expected =
      switch part {
      case .given: "Олександр"
      case .family: "Шевченко"
      case .familyVocative: "Шевченку"
      case .full: "Олександр Шевченко"
      case .patronymic: "Іванович"
      case .title: "Dr."
      case .givenVocative: "Олександре"
      case .patronymicVocative: "Івановичу"
      }
    #expect(pack.address(person).text == expected)
  }
}
