import DeskModel
import Testing

@testable import ConsoleCore

@Suite("NewsPace")
struct NewsPaceTests {
  private func at(_ milliseconds: Int64) -> Timestamp { Timestamp(milliseconds: 1_000_000 + milliseconds) }

  @Test("the first news of a tenth of a second are followed at once, the others together at its end")
  func burst() {
    var pace = NewsPace()
    for step in 0..<5 { #expect(pace.follows(at: at(Int64(step)), concerningOpen: true)) }
    #expect(pace.due == nil)
    for step in 5..<90 { #expect(!pace.follows(at: at(Int64(step)), concerningOpen: step == 50)) }
    #expect(pace.due == at(100))
    #expect(pace.takeDue(at: at(99)) == nil)
    #expect(pace.takeDue(at: at(100)) == true)
    #expect(pace.takeDue(at: at(101)) == nil)
    #expect(pace.follows(at: at(101), concerningOpen: false))
  }

  @Test("news that do not concern the open conversation do not make it be asked for")
  func elsewhere() {
    var pace = NewsPace()
    for _ in 0..<6 { _ = pace.follows(at: at(0), concerningOpen: false) }
    #expect(pace.takeDue(at: at(100)) == false)
  }

  @Test("a clock that was set back neither stops the news nor keeps what was put off for hours")
  func setBack() {
    var pace = NewsPace()
    for _ in 0..<6 { _ = pace.follows(at: at(0), concerningOpen: true) }
    #expect(pace.takeDue(at: at(-3_600_000)) == true)
    #expect(pace.follows(at: at(-3_600_000), concerningOpen: true))
  }
}
