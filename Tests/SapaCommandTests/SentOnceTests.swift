import Foundation
import LocalDesk
import TestSupport
import Testing

@Suite("Sent means on disk", .serialized)
struct SentOnceTests {
  private static let text = "this sentence is sent exactly once"

  /// The steps of a send in the order in which they come.
  static let steps = [
    // The first write of the journal marks the conversation as read, the second is the reply.
    "beforeDraftSave", "afterDraftSave", EmbeddedDeskStep.beforeWrite.rawValue + ":2",
    EmbeddedDeskStep.afterWrite.rawValue + ":2", EmbeddedDeskStep.afterSync.rawValue, "beforeDraftRemove",
    "afterDraftRemove",
  ]

  @Test(
    "a program that dies at any step of a send neither loses the reply nor sends it twice", arguments: steps)
  func diesAtStep(step: String) throws {
    let home = try Home(config: "{ holdSeconds: 0 }")
    try home.makeSampleDesk()
    let session = try ConsoleSession(home: home, environment: ["SAPA_DIE_AT": step])
    try session.waitForStart()
    try session.pty.send("\r")
    try session.pty.wait(forText: "Write here")
    // One burst, as a paste with a return at its end: typing and sending happen before the first pause.
    try session.pty.send(Self.text)
    if step != "beforeDraftSave", step != "afterDraftSave" { try session.pty.wait(forText: Self.text) }
    try? session.pty.send("\r")
    #expect(try session.pty.waitForExit() == .code(137), "the hook never came by")

    let again = try ConsoleSession(home: home)
    try again.waitForStart()
    try again.pty.wait { _ in true }
    let isSent = home.journal.contains(Self.text)
    let lastCopies = occurrences(in: home.journal)
    #expect(lastCopies <= 1)
    if !isSent, step != "beforeDraftSave" {
      try again.pty.send("\r")
      try again.pty.wait(forText: Self.text)
      try again.pty.send("\r")
      try again.pty.wait { _ in occurrences(in: home.journal) == 1 && home.drafts.isEmpty }
    }
    try again.pty.send("\u{3}")
    #expect(try again.pty.waitForExit() == .code(0))
    if step != "beforeDraftSave" { #expect(occurrences(in: home.journal) == 1) }
    #expect(!home.drafts.contains(Self.text))
  }

  private func occurrences(in text: String) -> Int { text.components(separatedBy: Self.text).count - 1 }
}
