import ReplyTemplates
import Testing

@Suite("The length of a text")
struct ChannelLengthRuleTests {
  private func text(_ count: Int) -> String { String(repeating: "y", count: count) }

  private func severity(_ text: String, _ heading: String) -> [String] {
    LintFixtures.findings([TemplateFixtures.file("replies/a/en.md", "# \(heading)\n## x\n\(text)\n")])
      .filter { $0.rule == "channel.length" }.map { "\($0.line) \($0.severity)" }
  }

  @Test("fits the channels that the text is for, with the longest that its choices can say")
  func channels() {
    #expect(severity(text(351), "In public: review") == ["2 error"])
    #expect(severity(text(350), "In public: review, facebook") == [])
    #expect(severity("[[\(text(300))|b]][[if thread.first: \(text(60))|]]", "In public: play") == ["2 error"])
    #expect(severity("[[if thread.first: \(text(300))|\(text(340))]]", "In public: play") == [])
    #expect(severity(text(161), "In private: sms") == ["2 error"])
    #expect(severity(text(2_000), "In private: mail") == [])
  }

  @Test("fits everywhere when no channel is named")
  func everywhere() {
    #expect(severity(text(351), "In public") == ["2 warn"])
    #expect(severity(text(701), "In private") == ["2 hint"])
    #expect(severity(text(700), "In private") == [])
  }

  @Test("is counted as X counts it")
  func weights() {
    #expect(severity(String(repeating: "語", count: 141), "In public: x") == ["2 error"])
    #expect(severity(String(repeating: "щ", count: 280), "In public: x") == [])
  }

  @Test("is what the team decides")
  func options() {
    var options = LintOptions()
    options.channelLimits = ["chat": 10]
    #expect(
      LintFixtures.found("channel", text(11), heading: "In private: chat", options: options) == [
        "0:1 channel.length"
      ])
  }
}
