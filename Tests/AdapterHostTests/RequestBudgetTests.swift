import AdapterHost
import AdapterProtocol
import Testing

struct RequestBudgetTests {
  @Test func `Without a budget nothing waits`() {
    var budget = RequestBudget()
    for _ in 0..<10_000 { budget.spend(.thread, at: 0) }
    #expect(budget.delay(of: .thread, .background, at: 0) == 0)
  }

  @Test(arguments: [(CallPriority.background, 70), (.shown, 90), (.sending, 100)])
  func `Some of a minute's requests are kept for what matters more`(priority: CallPriority, count: Int) {
    var budget = RequestBudget(DeskBounds(requestsPerMinute: 100))
    var made = 0
    while budget.delay(of: .thread, priority, at: 5_000) == 0, made < 1_000 {
      budget.spend(.thread, at: 5_000)
      made += 1
    }
    #expect(made == count)
    #expect(budget.delay(of: .thread, priority, at: 25_000) == 40_000)
    #expect(budget.delay(of: .thread, priority, at: 65_000) == 0)
  }

  @Test func `Calls that cost more take more`() {
    var budget = RequestBudget(DeskBounds(requestsPerMinute: 10, costs: [CallCost(method: .search, cost: 5)]))
    budget.spend(.search, at: 0)
    #expect(budget.delay(of: .search, .sending, at: 0) == 0)
    budget.spend(.search, at: 0)
    #expect(budget.delay(of: .apply, .sending, at: 0) == 60_000)
  }

  @Test func `What the backend says is left counts until it says it is over`() {
    var budget = RequestBudget()
    budget.note(BudgetLeft(requests: 4, resetSeconds: 30), at: 1_000)
    #expect(budget.delay(of: .thread, .background, at: 1_000) == 0)
    for _ in 0..<4 { budget.spend(.thread, at: 1_000) }
    #expect(budget.delay(of: .apply, .sending, at: 2_000) == 29_000)
    #expect(budget.delay(of: .apply, .sending, at: 31_000) == 0)
  }

  @Test func `A backend that is busy is left alone, an hour at most`() {
    var budget = RequestBudget()
    budget.pause(seconds: 12, at: 0)
    #expect(budget.delay(of: .apply, .sending, at: 0) == 12_000)
    budget.pause(seconds: 1_000_000, at: 0)
    #expect(budget.delay(of: .apply, .sending, at: 0) == 3_600_000)
  }
}
