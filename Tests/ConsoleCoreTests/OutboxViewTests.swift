import DeskLink
import DeskModel
import ScreenKit
import TestSupport
import Testing
import TextLayout

@testable import ConsoleCore

@Suite("OutboxView")
struct OutboxViewTests {
  private static let sizes = [
    Size(columns: 80, rows: 24), Size(columns: 120, rows: 40), Size(columns: 160, rows: 48),
  ]

  private static func name(_ size: Size) -> String { "\(size.columns)x\(size.rows)" }

  private static var items: [PendingIntent] {
    [
      .saying(
        "Baik Kak Dewi, tidak apa-apa. Saya sudah lihat ada dua pembayaran, 1 dan 2 Maret.\n\nYang kedua kami kembalikan hari ini.",
        .overtaken, minutesAgo: 25),
      .saying("ask billing first", .sending, key: "k-2", audience: .internal, minutesAgo: 12),
      .resolving(.waiting(until: nil), key: "k-3"),
      .saying(
        "Пані Софіє, посилка зараз у Львові.", .uncertain(reason: "the program ended"), key: "k-4", in: "p-1",
        audience: .world, attempts: 3, minutesAgo: 9),
      .saying(
        "Refunded.", .failed(.wrongAudience(stored: .world)), key: "k-5", minutesAgo: 7),
    ]
  }

  /// The console with a desk away and a full outbox; something is being written, so that nothing comes back.
  private static func driver(_ size: Size, items: [PendingIntent] = items) throws -> StateDriver {
    var driver = try StateDriver(Fixtures.dialog.allRead, size: size)
    driver.type("two")
    driver.state.outbox = PendingWork()
    driver.take(.noticed(.desks([.support(.unreachable(reason: "connection refused"), minutesAgo: 30)])))
    driver.take(.noticed(.outbox(items)))
    let thread = Fixtures.publicThread
    if !items.isEmpty {
      try driver.press("F5")
      driver.take(.settled)
      driver.take(.answered(.end(of: "p-1"), .success(.end(thread, ConversationSummary(thread)))))
    }
    driver.state.remark = nil
    return driver
  }

  private static func frame(_ driver: StateDriver) -> Frame {
    var renderer = Renderer()
    return renderer.render(driver.state)
  }

  @Test("what waits and what has failed, the selected one in full", arguments: sizes)
  func full(size: Size) throws {
    let frame = Self.frame(try Self.driver(size))
    expectFrame(frame, named: "outbox-\(Self.name(size))", styles: size.columns == 120)
    expectHarmless(frame)
  }

  @Test("an empty outbox says what it is for", arguments: sizes)
  func empty(size: Size) throws {
    var driver = try Self.driver(size, items: [])
    try driver.press("F5")
    expectFrame(Self.frame(driver), named: "outbox-empty-\(Self.name(size))")
  }

  @Test("a desk is away, and an answer waits", arguments: sizes)
  func away(size: Size) throws {
    var conversation = Fixtures.dialog.allRead
    for (state, text) in [
      (EntryState.queued, "Sudah saya cek."), (.unknown, "Satu lagi."), (.failed, "Maaf."),
    ] {
      var entry = Fixtures.agent(EntryID("pending-\(state.rawValue)"), text, minutesAgo: 1)
      entry.state = state
      conversation.entries.append(entry)
    }
    var driver = try StateDriver(conversation, size: size)
    driver.take(.noticed(.desks([.support(.unreachable(reason: "connection refused"), minutesAgo: 30)])))
    driver.take(.noticed(.outbox([.saying("Sudah saya cek.", .waiting(until: nil))])))
    let frame = Self.frame(driver)
    expectFrame(frame, named: "away-\(Self.name(size))", styles: size.columns == 120)
  }

  @Test("the question before giving up names its keys; what may have been sent has its own")
  func asks() throws {
    var driver = try Self.driver(Self.sizes[0])
    try driver.press("Home d")
    #expect(Self.frame(driver).text.contains("y gives it up"))
    try driver.press("Esc Home Down Down Down d")
    #expect(Self.frame(driver).text.contains("It may have been sent."))
  }

  @Test("keys are named for what can be done, and no others")
  func keys() throws {
    var driver = try Self.driver(Self.sizes[0])
    try driver.press("Home")
    #expect(Self.frame(driver).text.contains("r try again · e change it · d give up · Enter open · Esc back"))
    try driver.press("Down")
    #expect(Self.frame(driver).text.contains("on its way · Enter open · Esc back"))
    try driver.press("Down")
    #expect(Self.frame(driver).text.contains("d give up · Enter open"))
    #expect(!Self.frame(driver).text.contains("e change it"))
  }

  @Test(
    "it fits every screen and is harmless with hostile content", arguments: [40, 44, 80, 200],
    [10, 12, 16, 50])
  func fits(columns: Int, rows: Int) throws {
    var driver = try Self.driver(
      Size(columns: columns, rows: rows),
      items: (0..<30).map { place in
        .saying(
          HostileText.all, place == 0 ? .failed(.refused(reason: HostileText.all)) : .uncertain(reason: "x"),
          key: ClientKey("k\(place)"), in: ConversationID("c\(place)"), attempts: 1_000)
      })
    for _ in 0..<4 {
      let frame = Self.frame(driver)
      expectHarmless(frame, "\(columns)x\(rows)")
      #expect(frame.text.contains("▌"), "the selected row is in sight")
      try driver.press("Down PageDown End")
    }
  }

  @Test("a closed outbox leaves nothing behind")
  func closed() throws {
    var driver = try Self.driver(Self.sizes[1])
    try driver.press("Esc")
    var renderer = Renderer()
    let before = renderer.render(driver.state)
    try driver.press("F5")
    _ = renderer.render(driver.state)
    try driver.press("Esc")
    #expect(renderer.render(driver.state) == before)
  }
}
