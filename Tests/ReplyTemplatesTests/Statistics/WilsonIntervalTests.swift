import ReplyTemplates
import Testing

@Suite("A share with its interval")
struct WilsonIntervalTests {
  /// Values of the closed form, checked with R's `binom::binom.confint(x, n, methods = "wilson")`.
  @Test(
    "is Wilson's",
    arguments: [
      (0, 10, 0.0, 0.2775), (3, 3, 0.4385, 1.0), (5, 10, 0.2366, 0.7634), (62, 100, 0.5221, 0.7090),
    ])
  func bounds(_ count: Int, _ total: Int, _ low: Double, _ high: Double) {
    let interval = WilsonInterval(count, of: total)
    #expect(abs(interval.low - low) < 0.0001)
    #expect(abs(interval.high - high) < 0.0001)
  }

  @Test("says nothing of nothing, and says of how many it speaks")
  func words() {
    #expect(WilsonInterval(0, of: 0).share == nil)
    #expect(WilsonInterval(0, of: 0).description == "– of 0")
    #expect(WilsonInterval(3, of: 3).description == "100 % of 3 (44–100 %)")
    #expect(WilsonInterval(9, of: 3) == WilsonInterval(3, of: 3))
    #expect(WilsonInterval(1, of: 29).isFew)
    #expect(!WilsonInterval(1, of: 30).isFew)
  }
}
