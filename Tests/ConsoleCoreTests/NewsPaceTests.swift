import DeskModel
import Testing

@testable import ConsoleCore

@Suite("NewsPace")
struct NewsPaceTests {
  private func at(_ milliseconds: Int64) -> Timestamp { Timestamp(milliseconds: 1_000_000 + milliseconds) }

  @Test("the first news of a tenth of a second are followed at once, the others together at its end")
  func burst() {
    var pace = NewsPace()
    let first = (0..<5).map { pace.follows(at: at(Int64($0)), concerningOpen: true) }
    #expect(!first.contains(false))
    #expect(pace.due == nil)
    let others = (5..<90).map { pace.follows(at: at(Int64($0)), concerningOpen: $0 == 50) }
    #expect(!others.contains(true))
    #expect(pace.due == at(100))
    let result1 = pace.takeDue(at: at(99))
    #expect(result1 == nil)
    let result2 = pace.takeDue(at: at(100))
    #expect(result2 == true)
    let result3 = pace.takeDue(at: at(101))
    #expect(result3 == nil)
    let result4 = pace.follows(at: at(101), concerningOpen: false)
    #expect(result4)
  }

  @Test("news that do not concern the open conversation do not make it be asked for")
  func elsewhere() {
    var pace = NewsPace()
    for _ in 0..<6 { _ = pace.follows(at: at(0), concerningOpen: false) }
    let result5 = pace.takeDue(at: at(100))
    #expect(result5 == false)
  }

  @Test("a clock that was set back neither stops the news nor keeps what was put off for hours")
  func setBack() {
    var pace = NewsPace()
    for _ in 0..<6 { _ = pace.follows(at: at(0), concerningOpen: true) }
    let result6 = pace.takeDue(at: at(-3_600_000))
    #expect(result6 == true)
    let result7 = pace.follows(at: at(-3_600_000), concerningOpen: true)
    #expect(result7)
  }
}
