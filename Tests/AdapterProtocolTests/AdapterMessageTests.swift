import AdapterProtocol
import DeskModel
import JSONText
import Testing

@Suite("Messages")
struct AdapterMessageTests {
  @Test(
    "Every message comes back as it went, on one line without controls, and the schema knows it",
    arguments: [(0, 20), (50, 40), (100, 40)])
  func roundTrip(_ fullness: Int, _ rounds: Int) throws {
    let validator = try ProtocolCatalogue.validator()
    for seed in 0..<rounds {
      var generator = MessageGenerator(seed: UInt64(seed), fullness: fullness)
      for message in try generator.messages() {
        let line = try message.line()
        #expect(line.allSatisfy { $0 >= 0x20 && $0 != 0x7F })
        #expect(try AdapterMessage(line: line, answering: message.answered) == message)
        let problems = try validator.problems(inMessage: line, answering: message.answered)
        #expect(problems.isEmpty, "\(String(decoding: line, as: UTF8.self))")
      }
    }
  }

  @Test("All kinds of steps, outcomes and changes are among the messages of the round trip")
  func generatorIsComplete() throws {
    var generator = MessageGenerator(seed: 1, fullness: 100)
    let steps = generator.intent().steps + generator.intent().steps
    #expect(Set(steps.map { $0.name }) == Set(StepName.allCases))
    let outcomes = try (0...9).map { "\(try generator.outcome($0))".prefix { $0.isLetter } }
    #expect(Set(outcomes).count == 10)
    var changes: Set<String> = []
    for _ in 0..<200 { changes.insert(String("\(try generator.change())".prefix(4))) }
    #expect(changes.count == 6)
  }
}
