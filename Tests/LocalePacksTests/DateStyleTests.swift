import DeskModel
import LocalePacks
import Testing

@Suite("Dates in a locale")
struct DateStyleTests {
  @Test(
    "are written as CLDR 47 writes them",
    arguments: [
      ("en", "March 21, 2027", "March 21", "Sunday"), ("en-GB", "21 March 2027", "21 March", "Sunday"),
      ("de", "21. März 2027", "21. März", "Sonntag"), ("de-AT", "21. März 2027", "21. März", "Sonntag"),
      ("es-MX", "21 de marzo de 2027", "21 de marzo", "domingo"),
      ("ru", "21 марта 2027\u{202F}г.", "21 марта", "воскресенье"),
      ("uk", "21 березня 2027\u{202F}р.", "21 березня", "неділя"),
      ("pl", "21 marca 2027", "21 marca", "niedziela"),
      ("id", "21 Maret 2027", "21 Maret", "Minggu"), ("ja", "2027年3月21日", "3月21日", "日曜日"),
      ("ko", "2027년 3월 21일", "3월 21일", "일요일"), ("zh-Hant-TW", "2027年3月21日", "3月21日", "星期日"),
      ("th", "21 มีนาคม 2570", "21 มีนาคม", "วันอาทิตย์"), ("fa", "۱ فروردین ۱۴۰۶", "۱ فروردین", "یکشنبه"),
      ("he", "21 במרץ 2027", "21 במרץ", "יום ראשון"),
    ])
  func words(_ name: String, _ long: String, _ day: String, _ weekday: String) throws {
    let cldr = try ShippedLocaleData.extract()
    let tag = try #require(LocaleTag(name))
    let style = try ShippedLocaleData.dates(cldr.family).style(tag)
    let digits = cldr.locale(tag).numbers.digits
    let days = CivilTime.days(year: 2027, month: 3, day: 21)
    #expect(style.date(days, digits: digits) == long)
    #expect(style.dayAndMonth(days, digits: digits) == day)
    #expect(style.weekday(days) == weekday)
  }

  @Test(
    "of the Persian calendar keep its leap years",
    arguments: [
      ([2020, 3, 19], [1398, 12, 29]), ([2020, 3, 20], [1399, 1, 1]), ([2021, 3, 20], [1399, 12, 30]),
      ([2021, 3, 21], [1400, 1, 1]), ([2025, 3, 20], [1403, 12, 30]), ([2025, 3, 21], [1404, 1, 1]),
      ([2026, 11, 28], [1405, 9, 7]), ([2029, 3, 20], [1408, 1, 1]), ([1969, 3, 21], [1348, 1, 1]),
      ([1970, 1, 1], [1348, 10, 11]), ([1960, 3, 21], [1339, 1, 1]),
    ])
  func persian(_ gregorian: [Int], _ persian: [Int]) throws {
    let style = DateStyle(
      calendar: .persian, long: "y-M-d", day: "d", months: Array(repeating: "", count: 12),
      weekdays: Array(repeating: "", count: 7))
    let days = CivilTime.days(year: gregorian[0], month: gregorian[1], day: gregorian[2])
    let written = style.date(days, digits: Array("0123456789"))
    #expect(written == persian.map(String.init).joined(separator: "-"))
  }

  @Test("have words of their own in every language of the extract")
  func complete() throws {
    let cldr = try ShippedLocaleData.extract()
    let dates = try ShippedLocaleData.dates(cldr.family)
    for tag in cldr.tags where tag != .root && tag.region == nil && tag.script == nil {
      #expect(dates.style(tag) != dates.style(.root), "\(tag)")
    }
  }

  @Test("fall back on the root, and a damaged file is told by its field")
  func damaged() throws {
    let family = try ShippedLocaleData.extract().family
    let dates = try ShippedLocaleData.dates(family)
    #expect(dates.style(LocaleTag(language: "xx")) == dates.style(.root))
    for text in [
      "{locales: {root: {calendar: 'julian'}}}", "{locales: {}}", "[",
      "{locales: {root: {calendar: 'persian', long: 'd', day: 'd', months: ['a'], weekdays: []}}}",
    ] {
      #expect(throws: LocaleDataError.self) { _ = try CLDRDates(Array(text.utf8), file: "d", family: family) }
    }
  }
}
