import SystemCalls
import Testing

@Suite("Time zones")
struct ZoneOffsetTests {
  // Offsets as GNU date gives them for TZ=zone date -d @seconds +%z.
  private static let cases: [(String, Int64, Int)] = [
    ("Asia/Jakarta", 1_772_356_320, 25_200), ("Asia/Kolkata", 1_772_356_320, 19_800), ("UTC", 0, 0),
    ("Europe/Berlin", 1_774_745_999, 3_600), ("Europe/Berlin", 1_774_746_000, 7_200),
    ("Europe/Berlin", 1_792_889_999, 7_200), ("Europe/Berlin", 1_792_890_000, 3_600),
    ("America/New_York", 1_772_953_199, -18_000), ("America/New_York", 1_772_953_200, -14_400),
    ("Australia/Sydney", 1_775_318_399, 39_600), ("Australia/Sydney", 1_775_318_400, 36_000),
    ("Europe/Berlin", 4_099_680_000, 3_600), ("Europe/Berlin", 4_118_083_200, 7_200),
    ("Australia/Sydney", 4_099_680_000, 39_600), ("Europe/Kyiv", 1_782_864_000, 10_800),
    ("Asia/Kathmandu", 1_772_356_320, 20_700),
  ]

  @Test("The offset of a zone at a moment, also beyond the table", arguments: cases)
  func offsets(name: String, seconds: Int64, expected: Int) throws {
    let zone = try #require(ZoneOffset(name))
    #expect(zone.seconds(at: seconds * 1_000) == expected)
  }

  @Test(
    "Names that lead nowhere or out of the folder give nothing",
    arguments: [
      "", "No/Where", "../../../etc/passwd", "/etc/passwd", "Europe", "Europe/", "./UTC", "zone.tab",
    ])
  func refuses(name: String) {
    #expect(ZoneOffset(name) == nil)
  }

  @Test("No truncation and no changed byte of a zone file traps")
  func survivesDamage() throws {
    let bytes = try FileSystem.contents(of: ZoneOffset.systemFolder + "/Europe/Berlin")
    var understood = 0
    for count in stride(from: 0, to: bytes.count, by: 3) {
      if let zone = ZoneOffset(tzif: Array(bytes[..<count])) {
        understood += 1
        _ = zone.seconds(at: 4_099_680_000_000)
      }
    }
    for index in stride(from: 0, to: bytes.count, by: 5) {
      var changed = bytes
      changed[index] ^= 0xFF
      if let zone = ZoneOffset(tzif: changed) {
        understood += 1
        _ = zone.seconds(at: 4_099_680_000_000) + zone.seconds(at: .min / 4)
      }
    }
    #expect(understood > 0)
  }
}
