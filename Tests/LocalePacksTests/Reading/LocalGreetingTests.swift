import Testing

@testable import LocalePacks

@Suite("The greeting by the customer's hour")
struct LocalGreetingTests {
  private static func greeting(_ id: String, _ from: String, _ to: String) -> String {
    "{id: \"\(id)\", from: \"\(from)\", to: \"\(to)\", text: \"Good \(id)\", \(PackFixtures.sourced)}"
  }

  private static let pack = PackFixtures.pack(
    """
    greetings: [
      \(greeting("morning", "05:00", "11:00")), \(greeting("day", "11:00", "18:30")), \(greeting("evening", "18:30", "05:00")),
    ]
    """)

  @Test(
    "changes at the minute, and lasts over midnight",
    arguments: [
      (0, "evening"), (299, "evening"), (300, "morning"), (659, "morning"), (660, "day"), (1_109, "day"),
      (1_110, "evening"), (1_439, "evening"),
    ])
  func windows(_ minute: Int, _ id: String) {
    #expect(Self.pack.greeting(atMinute: minute)?.id == id)
    #expect(Self.pack.greeting(atMinute: minute)?.text == "Good \(id)")
  }

  @Test("may end at midnight, written 24:00 or 00:00", arguments: ["24:00", "00:00"])
  func midnight(_ end: String) {
    let pack = PackFixtures.pack(
      "greetings: [\(Self.greeting("late", "20:00", end)), \(Self.greeting("early", "00:00", "20:00"))]")
    #expect(pack.greeting(atMinute: 1_439)?.id == "late")
    #expect(pack.greeting(atMinute: 0)?.id == "early")
  }

  @Test("that ends where it begins holds all day")
  func allDay() {
    let pack = PackFixtures.pack("greetings: [\(Self.greeting("day", "06:00", "06:00"))]")
    #expect((0..<1_440).allSatisfy { pack.greeting(atMinute: $0)?.id == "day" })
  }

  @Test("is none in a gap, and in a pack that greets alike at all hours")
  func none() {
    let gap = PackFixtures.pack("greetings: [\(Self.greeting("day", "06:00", "22:00"))]")
    #expect(gap.greeting(atMinute: 1_320) == nil)
    #expect(gap.greeting(atMinute: 360)?.id == "day")
    #expect(PackFixtures.pack("").greeting(atMinute: 720) == nil)
  }
}
