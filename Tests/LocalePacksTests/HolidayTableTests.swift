import DeskModel
import LocalePacks
import SystemCalls
import Testing

@Suite("The table of a country's holidays")
struct HolidayTableTests {
  static let countries = """
    ID MY UA RU KZ UZ US GB DE AT CH FR CA ES MX AR CO PT BR IT PL TR EG SA AE IR IL IN BD TH VN JP KR CN TW HK SG PH AU NZ
    BY GE AM AZ KG TJ
    """.split { $0 == " " || $0 == "\n" }.map(String.init)

  private static func day(_ text: String) throws -> Int {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    try #require(parts.count == 3)
    return CivilTime.days(year: parts[0], month: parts[1], day: parts[2])
  }

  @Test("is there for each country, with its licence, public days and feasts besides", arguments: countries)
  func shipped(_ country: String) throws {
    let table = try ShippedLocaleData.holidays(country)
    #expect(table.country == country)
    #expect(table.licence == "MIT")
    #expect(table.source.hasPrefix("holidays 0.109"))
    #expect(table.holidays.count >= 10)
    #expect(table.holidays.contains(where: \.isPublic) == (country != "UA"))
    for holiday in table.holidays {
      #expect(!holiday.name.isEmpty && !holiday.name.contains("estimated"), "\(holiday.id)")
      #expect(Set(holiday.days.keys).union(holiday.absent) == Set(HolidayTable.years), "\(holiday.id)")
    }
  }

  @Test("has no file of a country that nobody asked for")
  func files() throws {
    let names = try FileSystem.list(ShippedLocaleData.folder + "/holidays")
    #expect(names == (Self.countries.map { $0 + ".json5" } + ["LICENSE"]).sorted())
  }

  @Test(
    "has the feast on the day that the country keeps",
    arguments: [
      ("eid-al-fitr", "ID", "2026-03-21 2027-03-10 2028-02-27"),
      ("eid-al-fitr", "TR", "2026-03-20 2027-03-09 2028-02-26"),
      ("eid-al-fitr", "UZ", "2026-03-20"), ("eid-al-fitr", "PH", "2026-03-20"),
      ("eid-al-fitr", "EG", "2026-03-20"),
      ("eid-al-fitr", "MY", "2026-03-21"), ("eid-al-fitr", "BD", "2026-03-21"),
      ("eid-al-fitr", "IN", "2026-03-21"),
      ("eid-al-fitr", "IR", "2026-03-21"), ("eid-al-adha", "ID", "2026-05-27 2027-05-17"),
      ("eid-al-adha", "TR", "2026-05-27 2027-05-16"),
      ("lunar-new-year", "CN", "2026-02-17 2027-02-06 2028-01-26"),
      ("lunar-new-year", "VN", "2026-02-17 2027-02-06"),
      ("lunar-new-year", "KR", "2026-02-17 2027-02-07 2028-01-27"),
      ("lunar-new-year", "HK", "2026-02-17 2030-02-03"), ("lunar-new-year", "ID", "2026-02-17 2027-02-06"),
      ("chuseok", "KR", "2026-09-25 2027-09-15"), ("mid-autumn", "CN", "2026-09-25 2027-09-15"),
      ("mid-autumn", "VN", "2026-09-25 2027-09-15"), ("mid-autumn", "HK", "2026-09-25 2027-09-15"),
      ("rosh-hashanah", "IL", "2026-09-12 2027-10-02 2028-09-21"),
      ("yom-kippur", "IL", "2026-09-21 2027-10-11 2028-09-30"),
      ("pesach", "IL", "2026-04-02 2027-04-22 2028-04-11"),
      ("easter", "DE", "2026-04-05 2027-03-28 2028-04-16"),
      ("easter", "ID", "2026-04-05 2027-03-28 2028-04-16"),
      ("easter", "IT", "2026-04-05 2027-03-28 2028-04-16"),
      ("orthodox-easter", "GE", "2026-04-12 2027-05-02 2028-04-16"),
      ("orthodox-easter", "UA", "2026-04-12 2027-05-02 2028-04-16"),
      ("orthodox-easter", "RU", "2026-04-12 2027-05-02 2028-04-16"),
      ("diwali", "IN", "2026-11-08 2027-10-29 2028-10-17"),
      ("diwali", "MY", "2026-11-08"), ("holi", "IN", "2026-03-04 2027-03-22"),
      ("nowruz", "IR", "2026-03-21 2027-03-21 2028-03-20"),
      ("nowruz", "UZ", "2026-03-21 2027-03-21"), ("nyepi", "ID", "2026-03-19 2027-03-08"),
      ("christmas", "UA", "2026-12-25 2027-12-25"), ("orthodox-christmas", "RU", "2026-01-07"),
      ("good-friday", "MX", "2026-04-03"), ("thanksgiving", "US", "2026-11-26"),
      ("thanksgiving", "CA", "2026-10-12"),
      ("holodomor-remembrance", "UA", "2026-11-28 2027-11-27"),
      ("tr-ataturk-remembrance", "TR", "2026-11-10"),
      ("de-9-november", "DE", "2026-11-09"), ("de-totensonntag", "DE", "2026-11-22 2027-11-21"),
      ("remembrance-day", "GB", "2026-11-11"), ("remembrance-sunday", "GB", "2026-11-08"),
      ("ramadan-start", "ID", "2026-02-19"), ("ramadan-start", "TR", "2026-02-19"),
      ("qingming", "CN", "2026-04-05"),
      ("purim", "IL", "2026-03-03"), ("hanukkah", "IL", "2026-12-05"),
      ("yom-hashoah", "IL", "2026-04-14 2027-05-04 2028-04-24"),
      ("yom-hazikaron", "IL", "2026-04-21"), ("independence-day", "ID", "2026-08-17"),
      ("victory-day", "KZ", "2026-05-09"),
      ("womens-day", "UZ", "2026-03-08"), ("all-souls", "MX", "2026-11-02"),
      ("kr-liberation-day", "KR", "2026-08-15"),
    ])
  func vectors(_ id: String, _ country: String, _ dates: String) throws {
    let table = try ShippedLocaleData.holidays(country)
    let holiday = try #require(table[id])
    for date in dates.split(separator: " ") {
      let day = try Self.day(String(date))
      #expect(holiday.spans.contains { $0.lowerBound == day }, "\(date)")
    }
  }

  @Test("says of Ukraine that nothing is a public day, and that people greet all the same")
  func martialLaw() throws {
    let table = try ShippedLocaleData.holidays("UA")
    #expect(table.holidays.allSatisfy { !$0.isPublic })
    #expect(table["orthodox-christmas"] == nil)
    #expect(table["victory-day"] == nil)
  }

  @Test("marks dates that hang on a moon not yet seen")
  func estimates() throws {
    let eid = try #require(try ShippedLocaleData.holidays("ID")["eid-al-fitr"])
    #expect(eid.isEstimated(try Self.day("2028-02-27")))
    #expect(!eid.isEstimated(try Self.day("2026-03-21")))
    #expect(
      try ShippedLocaleData.holidays("DE").holidays.allSatisfy {
        $0.estimated.isEmpty || $0.id.hasPrefix("eid-")
      })
  }

  @Test("takes days in a row for one feast, and two feasts of a year for two")
  func spans() throws {
    let ramadan = try #require(try ShippedLocaleData.holidays("ID")["ramadan-start"])
    #expect(ramadan.days[2030]?.count == 2)
    #expect(ramadan.spans.count == 8)
    let sukkot = try #require(try ShippedLocaleData.holidays("IL")["sukkot"])
    #expect(sukkot.spans.count == 7)
    let eid = try #require(try ShippedLocaleData.holidays("ID")["eid-al-fitr"])
    #expect(eid.spans.contains(try Self.day("2026-03-21")...Self.day("2026-03-22")))
  }

  @Test(
    "is refused with the path of what is wrong",
    arguments: [
      ("\"ID\"", "\"id\"", "country must be two upper-case letters"),
      ("id: \"a-b\"", "id: \"A b\"", "days.0.id must be lower-case words with hyphens"),
      ("id: \"a-b\"", "id: \"a--b\"", "days.0.id must be lower-case words with hyphens"),
      (
        "\"2024-02-01\", ", "\"2024-02-03\", ",
        "days.0.dates.2024.1 must be a date of 2024 as YYYY-MM-DD, after the one before it"
      ),
      (
        "2024-02-02", "2024-02-30",
        "days.0.dates.2024.1 must be a date of 2024 as YYYY-MM-DD, after the one before it"
      ),
      (
        "2024-02-02", "2025-02-02",
        "days.0.dates.2024.1 must be a date of 2024 as YYYY-MM-DD, after the one before it"
      ),
      ("\"2024-02-01\", \"2024-02-02\"", "", "days.0.dates.2024 must be one date or more"),
      ("\"2024\":", "\"2023\":", "days.0.dates.2023 must be of a year from 2024 to 2030"),
      ("absent: [\"2025\", ", "absent: [", "days.0.absent must be the years that dates lacks"),
      ("estimated: [\"2024\"]", "estimated: [\"2025\"]", "days.0.estimated must be years of dates"),
      ("public: true", "public: 1", "days.0.public must be true or false"),
      ("name: \"N\", ", "", "days.0.name must be a string"),
      (
        "days: [",
        "days: [{id: \"a-b\", name: \"N\", public: true, dates: {}, absent: [\"2024\", \"2025\", \"2026\", \"2027\", \"2028\", \"2029\", \"2030\"]}, ",
        "days.1.id must be there once; a-b stands twice"
      ),
    ])
  func refused(_ old: String, _ new: String, _ message: String) {
    let good = """
      {country: "ID", source: "s", licence: "MIT", days: [{id: "a-b", name: "N", public: true,
       dates: {"2024": ["2024-02-01", "2024-02-02"]}, estimated: ["2024"], absent: ["2025", "2026", "2027", "2028", "2029", "2030"]}]}
      """
    #expect(throws: Never.self) { try HolidayTable(Array(good.utf8), file: "ID.json5") }
    #expect {
      try HolidayTable(Array(good.replacing(old, with: new).utf8), file: "ID.json5")
    } throws: { error in
      "\(error)" == "ID.json5: " + message
    }
  }
}
