import DeskModel
import LocalePacks
import ReplyTemplates
import Testing

@Suite("Values as a locale writes them")
struct FactWriterTests {
  @Test(
    "a day with a time: the date as usual, the clock in the locale's digits",
    arguments: [
      ("en", "November 30 18:05"), ("id", "30 November 18:05"), ("uk", "30 листопада 18:05"),
      ("ja", "11月30日 18:05"), ("fa", "۹ آذر ۱۸:۰۵"),
    ])
  func moment(_ tag: String, _ text: String) throws {
    let day = CivilTime.days(year: 2026, month: 11, day: 30)
    #expect(try TemplateFixtures.writer(tag).moment(day: day, minute: 18 * 60 + 5) == text)
  }

  @Test("another year is said")
  func year() throws {
    let day = CivilTime.days(year: 2027, month: 1, day: 4)
    #expect(try TemplateFixtures.writer("id").moment(day: day, minute: 0) == "4 Januari 2027 00:00")
  }
}
