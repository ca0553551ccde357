import DeskModel
import LocalePacks
import Testing

@Suite("Notices of holidays")
struct HolidayNoticeTests {
  private static func rule(_ id: String, _ before: Int, _ after: Int, _ more: String = "") -> String {
    "{id: \"\(id)\", before: \(before), after: \(after), tone: \"festive\", \(more) \(PackFixtures.sourced)}"
  }

  private static func pack(_ rules: String...) -> LocalePack {
    PackFixtures.pack("holidays: [\(rules.joined(separator: ", "))]")
  }

  private static func day(_ text: String) -> Int {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    return CivilTime.days(year: parts[0], month: parts[1], day: parts[2])
  }

  /// The table of Indonesia: Kartini's day on 21 April, Eid on 21 and 22 March 2026 and, as an estimate, 10 and 11 March 2027.
  private static func on(_ day: String, _ pack: LocalePack, _ country: String = "ID") throws -> [String] {
    HolidayNotice.notices(
      on: Self.day(day), pack, try #require(ShippedPacks.holidays(country))
    ).map(\.rule.id)
  }

  @Test(
    "are on from so many days before the feast to so many behind its first day",
    arguments: [
      (0, 0, "2026-04-20", false), (0, 0, "2026-04-21", true), (0, 0, "2026-04-22", false),
      (2, 0, "2026-04-18", false), (2, 0, "2026-04-19", true), (0, 3, "2026-04-24", true),
      (0, 3, "2026-04-25", false), (0, 0, "2027-04-21", true), (0, 0, "2031-04-21", false),
    ])
  func window(_ before: Int, _ after: Int, _ day: String, _ isOn: Bool) throws {
    let pack = Self.pack(Self.rule("kartini-day", before, after))
    #expect(try Self.on(day, pack) == (isOn ? ["kartini-day"] : []))
  }

  @Test(
    "hold through all days of a feast, whatever comes after",
    arguments: [
      (0, "2026-03-20", false), (0, "2026-03-21", true), (0, "2026-03-22", true), (0, "2026-03-23", false),
      (1, "2026-03-22", true), (1, "2026-03-23", false), (2, "2026-03-23", true), (2, "2026-03-24", false),
    ])
  func severalDays(_ after: Int, _ day: String, _ isOn: Bool) throws {
    #expect(try Self.on(day, Self.pack(Self.rule("eid-al-fitr", 0, after))).isEmpty != isOn)
  }

  @Test("count only in the countries that the rule names, and in all where it names none")
  func countries() throws {
    let all = Self.pack(Self.rule("christmas", 0, 0))
    let some = Self.pack(Self.rule("christmas", 0, 0, "countries: [\"DE\", \"AT\"],"))
    #expect(try Self.on("2026-12-25", all, "ID") == ["christmas"])
    #expect(try Self.on("2026-12-25", some, "ID") == [])
    #expect(try Self.on("2026-12-25", some, "DE") == ["christmas"])
  }

  @Test("are none for a feast that the country's table does not have")
  func unknown() throws {
    #expect(try Self.on("2026-04-21", Self.pack(Self.rule("kartini-day", 60, 60)), "DE") == [])
  }

  @Test("say the feast's name, its first day, and whether that is an estimate")
  func details() throws {
    let table = try #require(ShippedPacks.holidays("ID"))
    let pack = Self.pack(Self.rule("eid-al-fitr", 0, 0))
    let sure = HolidayNotice.notices(on: Self.day("2026-03-22"), pack, table)
    #expect(sure.map(\.name) == ["Hari Raya Idul Fitri"])
    #expect(sure.map(\.start) == [Self.day("2026-03-21")])
    #expect(sure.map(\.isEstimated) == [false])
    let estimated = HolidayNotice.notices(on: Self.day("2027-03-11"), pack, table)
    #expect(estimated.map(\.isEstimated) == [true])
  }

  @Test("come by their day, and by id on one day")
  func order() throws {
    let pack = Self.pack(
      Self.rule("nyepi", 5, 5), Self.rule("eid-al-fitr", 5, 5), Self.rule("christmas", 0, 0))
    #expect(try Self.on("2026-03-20", pack) == ["nyepi", "eid-al-fitr"])
  }

  private static func upcoming(_ day: String, _ days: Int, _ rules: String...) throws -> [String] {
    let pack = PackFixtures.pack("holidays: [\(rules.joined(separator: ", "))]")
    return HolidayNotice.upcoming(
      after: Self.day(day), within: days, pack, try #require(ShippedPacks.holidays("ID"))
    ).map(\.rule.id)
  }

  @Test(
    "are upcoming from the days before, and no more once they are on",
    arguments: [
      (0, "2026-04-14", 7, true), (0, "2026-04-13", 7, false), (0, "2026-04-20", 1, true),
      (0, "2026-04-21", 7, false), (3, "2026-04-17", 7, true), (3, "2026-04-18", 7, false),
      (3, "2026-04-11", 7, true), (3, "2026-04-10", 7, false), (0, "2026-04-20", 0, false),
    ])
  func upcoming(_ before: Int, _ day: String, _ days: Int, _ isTold: Bool) throws {
    let told = try Self.upcoming(day, days, Self.rule("kartini-day", before, 3))
    #expect(told == (isTold ? ["kartini-day"] : []))
  }

  @Test("that come up stand by their day, each feast once")
  func upcomingOrder() throws {
    let told = try Self.upcoming(
      "2026-03-01", 60, Self.rule("kartini-day", 0, 0), Self.rule("eid-al-fitr", 0, 0),
      Self.rule("nyepi", 0, 0))
    #expect(told == ["nyepi", "eid-al-fitr", "kartini-day"])
  }
}
