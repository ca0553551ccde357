import Testing

@testable import Benchmarks

@Suite("Figure")
struct FigureTests {
  @Test(
    "a figure is told with three digits at least",
    arguments: [
      (0.0, "0"), (0.004, "0.00"), (0.126, "0.13"), (1.0, "1"), (9.999, "10.00"), (12.34, "12.3"),
      (99.96, "100.0"),
      (123.4, "123"), (12_345.6, "12346"), (-1.5, "-1.50"),
    ])
  func text(value: Double, expected: String) {
    #expect(Figure.text(value) == expected)
  }

  @Test("how many times the limit is told only where there is a limit")
  func ratio() {
    var figure = Figure(scenario: "typing", measure: "µs", conversations: 10, sapa: 3, limit: 2)
    #expect(figure.row == "| typing | µs | 10 | 3 | 2 | 1.50 |\n")
    #expect(
      figure.json
        == #"{"scenario":"typing","measure":"µs","conversations":10,"sapa":3.0,"limit":2.0,"ratio":1.5}"#
        + "\n")
    figure.limit = nil
    #expect(figure.row == "| typing | µs | 10 | 3 |  |  |\n")
    #expect(Figure(scenario: "", measure: "", conversations: 0, sapa: 1, limit: 0).ratio == nil)
  }

  @Test("quantiles of samples")
  func quantiles() {
    var sample = Sample()
    #expect(sample.median == nil)
    for value in [5.0, 1, 3, 2, 4] { sample.add(value) }
    #expect(sample.median == 3)
    #expect(sample.quantile(0.95) == 5)
    #expect(sample.quantile(1) == 5)
    #expect(sample.quantile(0) == 1)
  }
}
