import DeskModel
import SeededRandom
import TestSupport
import Testing
import Widgets

@testable import ConsoleCore

@Suite("ThreadRows")
struct ThreadRowsTests {
  private static func rows(
    _ conversation: Conversation, earlier: Int = 0, folded: Set<EntryID> = [],
    sections: Set<ThreadSection> = []
  ) -> [ThreadRow] {
    ThreadRows.rows(of: conversation, earlierCount: earlier, folded: folded, foldedSections: sections)
  }

  private static func entryPlaces(_ rows: [ThreadRow]) -> [Int] {
    rows.compactMap { if case .entry(let place, _, _, _) = $0 { place } else { nil } }
  }

  @Test("a dialog is a heading and its entries, flat; empty sections are left out")
  func dialog() {
    #expect(
      Self.rows(Fixtures.dialog) == [
        .heading(.entries, count: 4, isFolded: false), .entry(0, guides: [], hasChildren: false, hidden: 0),
        .entry(1, guides: [], hasChildren: false, hidden: 0),
        .entry(2, guides: [], hasChildren: false, hidden: 0),
        .entry(3, guides: [], hasChildren: false, hidden: 0),
      ])
  }

  @Test("a public thread is the whole tree with its lines")
  func tree() {
    #expect(
      Self.rows(Fixtures.publicThread) == [
        .heading(.entries, count: 5, isFolded: false), .entry(0, guides: [], hasChildren: true, hidden: 0),
        .entry(1, guides: [.branch], hasChildren: true, hidden: 0),
        .entry(2, guides: [.line, .lastBranch], hasChildren: false, hidden: 0),
        .entry(3, guides: [.branch], hasChildren: false, hidden: 0),
        .entry(4, guides: [.lastBranch], hasChildren: false, hidden: 0),
      ])
  }

  @Test("a folded comment hides what is below it and says how much")
  func folded() {
    let rows = Self.rows(Fixtures.publicThread, folded: ["post"])
    #expect(
      rows == [
        .heading(.entries, count: 5, isFolded: false), .entry(0, guides: [], hasChildren: true, hidden: 4),
      ])
    #expect(Self.entryPlaces(Self.rows(Fixtures.publicThread, folded: ["k-1"])) == [0, 1, 3, 4])
  }

  @Test("a fold of something without answers, or of nothing, hides nothing")
  func foldsNothing() {
    #expect(Self.rows(Fixtures.publicThread, folded: ["k-3", "nowhere"]) == Self.rows(Fixtures.publicThread))
  }

  @Test("links and earlier conversations follow; folded sections keep heading and count")
  func sections() {
    var conversation = Fixtures.dialog
    conversation.links = [ConversationLink(id: "l", kind: "linked", title: "t")]
    let open = Self.rows(conversation, earlier: 2)
    #expect(
      open.suffix(5) == [
        .heading(.links, count: 1, isFolded: false), .link(0), .heading(.earlier, count: 2, isFolded: false),
        .earlier(0), .earlier(1),
      ])
    #expect(
      Self.rows(conversation, earlier: 2, sections: Set(ThreadSection.allCases)) == [
        .heading(.entries, count: 4, isFolded: true), .heading(.links, count: 1, isFolded: true),
        .heading(.earlier, count: 2, isFolded: true),
      ])
  }

  @Test("no entry is ever left out: orphans, circles, doubled ids", arguments: 0..<40)
  func complete(seed: Int) {
    var random = SeededGenerator(UInt64(seed))
    var conversation = Fixtures.publicThread
    conversation.entries = (0..<50).map { number in
      var entry = Fixtures.customer(EntryID("\(Int.random(in: 0..<60, using: &random))"), "t", minutesAgo: 1)
      let parent = Int.random(in: -5..<60, using: &random)
      entry.parent = parent < 0 ? nil : EntryID("\(parent)")
      return entry
    }
    #expect(Self.entryPlaces(Self.rows(conversation)).sorted() == Array(0..<50))
  }

  @Test("what stands very deep is drawn no deeper than the pane allows")
  func deep() {
    var conversation = Fixtures.publicThread
    conversation.entries = (0..<500).map { number in
      var entry = Fixtures.customer(EntryID("\(number)"), "t", minutesAgo: 1)
      entry.parent = number == 0 ? nil : EntryID("\(number - 1)")
      return entry
    }
    let widest = Self.rows(conversation).map { row in
      if case .entry(_, let guides, _, _) = row { guides.count } else { 0 }
    }.max()
    #expect(widest == ThreadRows.deepestGuide)
  }
}
