import DeskModel
import ScreenKit
import TestSupport
import Testing

@testable import ConsoleCore

/// Whole screens of working through many conversations.
@Suite("Frames: many at once")
struct ManyFramesTests {
  private static let views = [
    Fixtures.view("Bills", tag: "billing"), Fixtures.view("Parcels", tag: "delivery"),
  ]

  private static func conversations() -> [Conversation] {
    var conversations = Fixtures.many(9)
    conversations[1].deadlines.nextReply = Fixtures.ago(4)
    conversations[2].followUp = FollowUp(
      at: Fixtures.now.adding(seconds: 86_400), text: "refund must be there")
    conversations[3].contact = Contact(id: "u-3", full: "荷物 花子")
    return conversations
  }

  @Test("filter, marks, times, review, find and search", arguments: ["120x30", "80x24"])
  func frames(size: String) throws {
    let parts = size.split(separator: "x").compactMap { Int($0) }
    var agent = try Scenario(
      Self.conversations(), size: Size(columns: parts[0], rows: parts[1]), views: Self.views)
    func expect(_ name: String, styles: Bool = false) {
      expectFrame(agent.frame, named: "many-\(name)-\(size)", styles: styles && size == "120x30")
      #expect(agent.frame.grid.firstInvariantViolation() == nil)
    }
    try agent.play("key /\ntype tag:billing lang:")
    expect("filter")
    try agent.play("key Ctrl-W\nkey Enter\nkey Space Space Space")
    expect("marks", styles: true)
    try agent.presses("h")
    try agent.types("fri 14:30")
    expect("snooze")
    try agent.play("key Esc r\ntype Halo {{customer.given}}, the refund is on its way.")
    expect("template")
    try agent.presses("Enter")
    expect("review", styles: true)
    try agent.play("key Esc Esc Esc Esc Ctrl-F\ntype number")
    expect("find", styles: true)
    try agent.play("key Esc F3\ntype tag:billing number")
    expect("search", styles: true)
    try agent.play("key Ctrl-U\ntype zebra")
    expect("search-nothing")
  }
}
