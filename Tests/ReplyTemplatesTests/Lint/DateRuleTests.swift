import Testing

@Suite("Days of the calendar")
struct DateRuleTests {
  @Test(
    "exist, and fall on the day of the week that is written beside them",
    arguments: [
      ("en", "On 31 June it ends.", ["1:4 date.impossible"]), ("en", "By June 31.", ["1:4 date.impossible"]),
      ("en", "On February 30, 2027", ["1:4 date.impossible"]), ("en", "2027-02-29", ["1:1 date.impossible"]),
      ("de", "Am 31. November", ["1:4 date.impossible"]), ("de", "Am 31.04.2027", ["1:4 date.impossible"]),
      ("ru", "до 31 апреля", ["1:4 date.impossible"]), ("ja", "2月30日まで", ["1:1 date.impossible"]),
      ("es", "el 31 de abril", ["1:4 date.impossible"]), ("en", "the 31st of April", ["1:5 date.impossible"]),
      ("en", "Monday, 3 March 2027", ["1:9 date.weekday"]),
      ("de", "Montag, 3. März 2027", ["1:9 date.weekday"]),
      ("en", "Tuesday, March 2, 2027", []), ("ru", "вторник, 2 марта 2027", []),
      ("en", "Monday, 3 March", []), ("en", "29 February", []), ("en", "On Monday we meet, 3 March 2027", []),
      ("en", "12/31/2027 and 31/12/2027", []), ("en", "Version 31.04.20", []), ("en", "you may 31 times", []),
      ("en", "March 31", []), ("en", "May 2027", []),
    ])
  func days(_ locale: String, _ text: String, _ places: [String]) {
    #expect(LintFixtures.found("date", text, locale: locale) == places)
  }
}
