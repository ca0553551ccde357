import Foundation
import TestSupport
import Testing

@Suite("sapa rehearsals make")
struct RehearsalsMakeCommandTests {
  private static let dialogue =
    #"{"id":"4711","channel":"chat","subject":"Refund for order 88213456","locale":"en","contact":{"id":"u-7","full":"Marguerite Oyelaran","given":"Marguerite"},"entries":[{"id":"e-1","at":"2026-03-01T09:12:00Z","author":{"kind":"customer","id":"u-7"},"audience":"customer","text":"Hi, this is Marguerite. My order 88213456 never came, write to m.oyelaran@example.net please."},{"id":"e-2","at":"2026-03-01T12:12:00Z","author":{"kind":"agent","id":"a-1","name":"Olena"},"audience":"customer","text":"Sorry, Marguerite! I have asked for a refund of 88213456."}]}"#

  @Test("prints a scenario without the names, numbers and addresses, with what was answered then")
  func prints() throws {
    let home = try Home()
    #expect(try home.run(["import", "-"], input: Self.dialogue).code == 0)
    let made = try home.run(["rehearsals", "make", "4711"])
    #expect(made.code == 0 && made.error.isEmpty)
    for secret in ["Marguerite", "Oyelaran", "88213456", "oyelaran@"] {
      #expect(!made.out.lowercased().contains(secret.lowercased()), "\(secret)")
    }
    #expect(made.out.contains("## Said then") && made.out.contains("never came"))
  }

  @Test("in the console R writes it among one's own scenarios, where it is checked and played")
  func key() throws {
    let home = try Home()
    #expect(try home.run(["import", "-"], input: Self.dialogue).code == 0)
    let console = try home.run(["--script", "-"], input: "key 3 Enter Esc R\nwait 1s\nframe made\n")
    #expect(console.out.contains("Play it with: sapa rehearse"))
    let folder = home.url.appending(path: "config/sapa/Templates/rehearsals")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(files.count == 1)
    let name = try #require(files.first?.split(separator: ".").first.map(String.init))
    let checked = try home.run(["rehearsals", "check", name])
    #expect(checked.code == 0, "\(checked.out)\(checked.error)")
    let played = try home.run(
      ["rehearse", name, "--script", "-"],
      input:
        "wait 30s\nkey r\ntype I have looked: it comes tomorrow by 18:00.\nkey Enter Enter\nwait 5m\nkey Enter y y Enter Enter Enter Enter End\nframe report\n"
    )
    #expect(played.out.contains("in earnest: Sorry"), "\(played.out)")
  }

  @Test("a conversation that is not there is told")
  func missing() throws {
    let home = try Home()
    #expect(try home.run(["import", "-"], input: Self.dialogue).code == 0)
    let made = try home.run(["rehearsals", "make", "nope"])
    #expect(made.code == 1 && made.error.contains("nope"))
  }
}
