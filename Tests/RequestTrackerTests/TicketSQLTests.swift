import DeskModel
import Testing

@testable import RequestTracker

@Suite("TicketSQL")
struct TicketSQLTests {
  @Test(
    "Nothing from outside ends the quotes",
    arguments: [
      ("Support", "'Support'"), ("It's", #"'It\'s'"#), (#"a\"#, #"'a\\'"#),
      (#"\' OR id > 0 OR 'x"#, #"'\\\' OR id > 0 OR \'x'"#),
      ("\"", "'\"'"), ("", "''"), ("梅", "'梅'"),
    ])
  func quoting(text: String, literal: String) {
    #expect(TicketSQL.quoted(text) == literal)
    #expect(TicketSQL.equals("Queue", text) == "Queue = \(literal)")
  }

  @Test(
    "A literal that was read as RT reads it is the text again",
    arguments: ["a'b", #"\\'"#, #"'\"#, "x\\' OR 1", "''"])
  func roundTrip(text: String) {
    // RT takes a backslash as the escape of what follows, up to a quote that is not escaped.
    let literal = Array(TicketSQL.quoted(text))
    var read = ""
    var place = 1
    while place < literal.count, literal[place] != "'" {
      if literal[place] == "\\" { place += 1 }
      read.append(literal[place])
      place += 1
    }
    #expect(read == text)
    #expect(place == literal.count - 1, "the literal ends early")
  }

  @Test(
    "A part is looked for without wildcards, quotes, and letters that databases do not fold",
    arguments: [
      ("refund", "Subject LIKE 'refund'"), ("Zoë Fürst", "Subject LIKE 'rst'"),
      ("100% o", "Subject LIKE '100'"),
      ("l_g in", "Subject LIKE 'g in'"), ("O'Hara", "Subject LIKE 'Hara'"), ("梅", nil), ("%_%", nil),
      (" ", nil), ("", nil),
      ("' OR id > 0 --", "Subject LIKE 'OR id > 0 --'"),
    ] as [(String, String?)])
  func holding(text: String, condition: String?) {
    #expect(TicketSQL.holds("Subject", text) == condition)
  }

  @Test("Conditions are joined so that none leaks into another")
  func joining() {
    #expect(TicketSQL.all(["a = 1 OR b = 2", "c = 3"]) == "(a = 1 OR b = 2) AND (c = 3)")
    #expect(TicketSQL.any(["a = 1", "b = 2"]) == "(a = 1) OR (b = 2)")
    #expect(TicketSQL.all([]) == nil)
  }

  @Test("A moment is moved by more than any two zones differ")
  func moments() throws {
    let moment = try #require(Timestamp(rfc3339: "2026-03-02T12:00:00.250Z"))
    #expect(TicketSQL.moment(moment, slack: .earlier) == "'2026-03-01 10:00:00'")
    #expect(TicketSQL.moment(moment, slack: .later) == "'2026-03-03 14:00:00'")
  }

  @Test(
    "TicketSQL is told from words",
    arguments: [
      ("Status = 'new'", true), ("(Owner = 'Nobody' OR id > 3)", true), ("Subject LIKE 'x'", true),
      ("Due < 'today'", true),
      ("CF.{Severity} = 'High'", true), ("Requestor.Name != 'x'", true), ("Resolved IS NULL", true),
      ("order broken", false), ("a = b is what I mean", true), ("100 = 100", false),
      ("is it like new", false), ("", false),
      ("refund > 100?", true),
    ])
  func detection(text: String, isQuery: Bool) {
    #expect(TicketSQL.isQuery(text) == isQuery)
  }
}
