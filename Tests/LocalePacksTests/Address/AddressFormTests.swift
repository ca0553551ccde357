import Testing

@testable import LocalePacks

@Suite("The form of an address")
struct AddressFormTests {
  private static let values: [AddressForm.Part: String] = [.given: "Anna", .family: "Weber", .title: ""]

  @Test(
    "is filled with the parts that are known, and is none where one is not",
    arguments: [
      ("Kak {given}", "Kak Anna"), ("{given}", "Anna"), ("{family}様", "Weber様"),
      ("{given} {family}!", "Anna Weber!"), ("Friend", "Friend"), ("{given}{given}", "AnnaAnna"),
      ("Hi {patronymic}", nil), ("{title} {family}", nil), ("{given} {given:vocative}", nil), ("", ""),
      ("50 % {", "50 % {"), ("a } b", "a } b"), ("} {given}", "} Anna"),
    ] as [(String, String?)])
  func filling(_ form: String, _ expected: String?) {
    #expect(AddressForm(form).filled { Self.values[$0] } == expected)
  }

  @Test("knows each part by its name", arguments: AddressForm.Part.allCases)
  func parts(_ part: AddressForm.Part) {
    let form = AddressForm("a {\(part.rawValue)} b")
    #expect(form.parts == [part])
    #expect(form.unknownPart == nil)
    #expect(form.filled { $0 == part ? "X" : nil } == "a X b")
  }

  @Test(
    "names the first part that nobody knows",
    arguments: [
      ("{gvien} {famly}", "gvien"), ("{given} {name}", "name"), ("{}", ""), ("{Given}", "Given"),
      ("{title:vocative}", "title:vocative"), ("{{given}}", "{given"), ("{given}", nil), ("{given", nil),
    ] as [(String, String?)])
  func unknown(_ form: String, _ expected: String?) {
    #expect(AddressForm(form).unknownPart == expected)
  }

  @Test("does not read braces that come with a name")
  func braces() {
    #expect(AddressForm("Hi {given}").filled { _ in "{family}" } == "Hi {family}")
  }
}
