import Foundation
import JSONText
import LocalePacks
import ReplyTemplates
import Testing

@testable import SapaCommand

@Suite("sapa templates replay")
struct TemplatesReplayCommandTests {
  private static let set = TemplateFixture.set([
    "replies/bank/ask_name/en.md":
      "# In private\n\n## plain\nCould I get your full name, please?\n\n# In public\n\n## loud\nYour name?\n",
    "replies/bank/ask_name/about.md": "# Name\n\n## Settings\n- tags: bank\n",
    "replies/bank/bye/en.md":
      "# In private\n\n## plain\nThank you and goodbye.\n\n## warm\nIt was a pleasure, take care of yourself.\n\n# In private: mail\n\n## long\nYours faithfully.\n",
    "replies/bank/bye/about.md": "# Bye\n\n## Settings\n- tags: bank\n",
    "replies/ride/hello/en.md": "# In private\n\n## plain\nHello, where to?\n",
    "replies/ride/hello/about.md": "# Hello\n\n## Settings\n- tags: ride\n",
  ])

  private static func turn(_ answer: String?, _ text: String = "x y z") -> ReplayTurn {
    .reply(text, typed: nil, picked: answer.map { AnswerID($0) })
  }

  @Test("learns what follows, offers nothing twice that need not be, and looks for no picks by itself")
  func play() throws {
    let library = try #require(try TemplateFixture.library(Self.set))
    var replay = TemplatesReplayCommand.replay(library)
    for number in 0..<20 {
      replay.play(
        ReplayConversation(
          id: "c-\(number)", tags: ["bank"], locale: LocaleTag("en"), channel: "chat",
          turns: [
            .customer("Hi"), Self.turn("bank/ask_name"), Self.turn("bank/bye"), Self.turn("bank/bye"),
            Self.turn("ride/hello"), Self.turn(nil, "Thank you and goodbye."),
          ]))
    }
    let report = replay.report
    #expect(report.picks == 60 && report.absent == 20 && report.freehand == 20)
    #expect(report.first > 50 && report.amongThree == 60)
    #expect(report.repeatsOffered == 0)
  }

  @Test("figures are told in shares, and as an object; nothing counted is no share")
  func figures() throws {
    var report = ReplayReport()
    let empty = ReplayFigures(report)
    #expect(empty.text.contains("Right answer first  – of the replies"))
    let nothing = try JSONDocument(Array(empty.json.utf8)).root
    #expect(nothing["top1"] == .null && nothing["picks"]?.int == 0)
    (report.picks, report.first, report.amongThree, report.reciprocals) = (8, 5, 7, 6.25)
    (report.conversations, report.repeatingConversations) = (3, 1)
    let figures = ReplayFigures(report)
    #expect(figures.text.contains("Right answer first  62.5 % of"))
    #expect(figures.text.contains("Among the first 3   87.5 %\n"))
    #expect(figures.text.contains("Mean 1/place        0.781\n"))
    #expect(figures.text.contains("1 of them (33.3 %)"))
    let root = try JSONDocument(Array(figures.json.utf8)).root
    #expect(root["top3"]?.double == 0.875 && root["mrr"]?.double == 0.7813)
    #expect(root["conversations"]?.int == 3 && root["usedUp"]?.int == 0)
  }

  @Test(
    "shares are rounded to tenths, and means to thousandths",
    arguments: [
      (1, 3, "33.3 %", 0.0, "0.000"), (2, 3, "66.7 %", 0.0124, "0.012"), (0, 5, "0.0 %", 0.9996, "1.000"),
      (5, 5, "100.0 %", 1, "1.000"), (0, 0, "–", 0.5, "0.500"),
    ])
  func numbers(count: Int, total: Int, percent: String, value: Double, decimal: String) {
    #expect(ReplayFigures.percent(count, of: total) == percent)
    #expect(ReplayFigures.decimal(value) == decimal)
  }

  @Test("the program replays a desk, counts its statistics and picks for a line")
  func program() throws {
    let home = try Home()
    for (name, text) in [
      (
        "late/en.md",
        "# Customers ask\n- Where is my parcel?\n\n# In private\n\n## plain\nYour parcel is late, I am sorry.\n"
      ),
      ("thanks/en.md", "# In private\n\n## plain\nThank you for your kind words.\n"),
    ] {
      try home.makeFolder("config/sapa/Templates/replies/own-" + name.prefix { $0 != "/" })
      _ = try home.write(text, to: "config/sapa/Templates/replies/own-" + name)
    }
    let lines = (0..<4).map { number in
      #"{"id":"c-\#(number)","contact":{"id":"u"},"entries":[{"id":"e-1","at":"2026-03-0\#(9 - number)T09:12:00Z","author":{"kind":"customer","id":"u"},"audience":"customer","text":"Where is it?"},{"id":"e-2","at":"2026-03-0\#(9 - number)T09:13:00Z","author":{"kind":"agent","id":"a"},"audience":"customer","text":"Your parcel is late \u001b[2J","raw":{"picked":"own-late","draft":"late"}},{"id":"e-3","at":"2026-03-0\#(9 - number)T09:14:00Z","author":{"kind":"agent","id":"a"},"audience":"customer","text":"Thank you for your kind words!"}]}"#
    }
    let folder = ["--templates", home.url.path + "/config/sapa/Templates"]
    let nothing = try home.run(["templates", "replay", "--desk", home.url.path + "/none"] + folder)
    #expect(nothing.code == 1 && nothing.error.contains("there is no desk"))
    #expect(try home.run(["import", "-"], input: lines.joined(separator: "\n")).code == 0)
    let replay = try home.run(["templates", "replay", "--json", "--limit", "3"] + folder)
    #expect(replay.code == 0 && replay.error.isEmpty, "\(replay.error)")
    let root = try JSONDocument(Array(replay.out.utf8)).root
    #expect(root["conversations"]?.int == 3 && root["picks"]?.int == 6 && root["freehand"]?.int == 0)
    let stats = try home.run(["templates", "stats", "own-thanks"] + folder)
    #expect(stats.code == 0 && stats.error.isEmpty)
    #expect(stats.out.contains("  en plain: sent 4 · edited – of 0 · "))
    #expect(!stats.out.contains("own-late"))
    let pick = try home.run(
      ["templates", "pick", "--limit", "1"] + folder, input: #"{"locale":"en","query":"parcel late"}"# + "\n")
    #expect(
      pick.code == 0 && pick.out.contains("1. own-late") && pick.out.contains("   │ Your parcel is late"))
    #expect(try home.run(["templates", "pick"] + folder, input: "{\"tags\":1}\n").code == 1)
  }
}
