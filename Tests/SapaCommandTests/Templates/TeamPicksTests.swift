import DeskModel
import LocalDesk
import LocalePacks
import ReplyTemplates
import SystemCalls
import TestSupport
import Testing

@testable import SapaCommand

@Suite("Picks of the team")
struct TeamPicksTests {
  private let folder: ScratchFolder
  private let desk: EmbeddedDesk
  private static let now = Timestamp(milliseconds: 1_790_000_000_000)
  private static let set = TemplateFixture.set([
    "replies/late/en.md": "# In private\n\n## plain\nYour parcel is on its way and arrives on Friday.\n",
    "replies/refund/en.md": "# In private\n\n## plain\nThe money is back on your card within three days.\n",
  ])

  init() throws {
    folder = try ScratchFolder()
    desk = try EmbeddedDesk(
      folder: folder.path + "/desk", me: Agent(id: "me", name: "Me"), clock: { Self.now }, makeID: { "id" })
  }

  /// Imports conversations, each a number, the agent, the template that is named (nil for none) and the reply.
  private func fill(_ replies: [(id: Int, by: String, template: String?, text: String, minutesAgo: Int64)])
    throws
  {
    let lines = replies.map { reply in
      let at = Self.now.adding(seconds: -60 * reply.minutesAgo)
      let templates =
        reply.template.map { #","templates":[{"variant":"\#($0)","version":"1","kept":100}]"# } ?? ""
      return
        #"{"format":1,"id":"c-\#(reply.id)","shape":"dialog","channel":"chat","subject":"x","status":"open","#
        + #""locale":"en","tags":["parcel"],"contact":{"id":"u-\#(reply.id)","given":"Ann"},"entries":["#
        + #"{"id":"e1","at":"\#(at.adding(seconds: -60).rfc3339)","author":{"kind":"customer","id":"u-\#(reply.id)"},"audience":"customer","kind":"message","text":"Where is my parcel?"},"#
        + #"{"id":"e2","at":"\#(at.rfc3339)","author":{"kind":"agent","id":"\#(reply.by)"},"audience":"customer","kind":"message","text":"\#(reply.text)"\#(templates)}]}"#
    }
    var reader = LineReader(Array((lines.joined(separator: "\n") + "\n").utf8))
    let report = try desk.importLines(from: &reader)
    #expect(report.refusedCount == 0, "\(report)")
  }

  private var team: TeamPicks {
    let index = AnswerIndex(Self.set.sorted.map(IndexedAnswer.init))
    return TeamPicks(me: "me", recognizer: ReplyRecognizer(Self.set, index: index), now: Self.now)
  }

  @Test("what colleagues sent is learned by its mark or by its words; our own picks and free words are not")
  func learns() throws {
    try fill([
      (1, "olena", "late@en#plain", "On its way!", 90),
      (2, "budi", nil, "The money is back on your card within three days.", 80),
      (3, "me", "late@en#plain", "On its way!", 70), (4, "olena", nil, "Let me have a look.", 60),
    ])
    let (picks, latest) = team.picks(on: desk, since: nil) { true }
    #expect(picks.map(\.answer.path).sorted() == ["late", "refund"])
    #expect(
      picks.allSatisfy { $0.context.message.contains("Where is my parcel?") && $0.context.tags == ["parcel"] }
    )
    #expect(latest == Self.now.adding(seconds: -3_600))
  }

  @Test("what was learned once is not learned again, and what is too long ago never")
  func once() throws {
    try fill([(1, "olena", "late@en#plain", "On its way!", 90)])
    let first = team.picks(on: desk, since: nil) { true }
    #expect(team.picks(on: desk, since: first.latest) { true }.picks.isEmpty)
    try fill([
      (2, "olena", "refund@en#plain", "Soon.", 10), (3, "olena", "refund@en#plain", "Soon.", 60 * 24 * 200),
    ])
    let second = team.picks(on: desk, since: first.latest) { true }
    #expect(second.picks.map(\.answer.path) == ["refund"])
    #expect(team.picks(on: desk, since: nil) { false }.picks.isEmpty, "nothing is read when nobody wants it")
  }

  @Test("how far was learned comes back from its file; what is damaged is nothing")
  func marks() {
    var marks = TeamPickMarks()
    marks.marks["/srv/desk"] = Self.now
    #expect(TeamPickMarks(marks.bytes) == marks)
    #expect(TeamPickMarks(Array("[1".utf8)) == TeamPickMarks())
  }
}
