import Testing

@testable import LocalePacks

@Suite("A time of day")
struct ClockTimeTests {
  @Test(
    "has two digits of hours and two of minutes, up to the end of the day",
    arguments: [
      (0, "00:00"), (5, "00:05"), (59, "00:59"), (60, "01:00"), (450, "07:30"), (720, "12:00"),
      (1_439, "23:59"), (1_440, "24:00"),
    ])
  func text(minutes: Int, _ text: String) { #expect(ClockTime.text(minutes: minutes) == text) }

  @Test("is read again as the same minutes of the day")
  func roundTrip() {
    for minutes in stride(from: 0, to: 1_440, by: 7) {
      let greeting = """
        greetings: [{id: "g", from: "\(ClockTime.text(minutes: minutes))", to: "24:00", text: "t", \(PackFixtures.sourced)}]
        """
      #expect(PackFixtures.pack(greeting).greetings.map(\.from) == [minutes])
    }
  }
}
