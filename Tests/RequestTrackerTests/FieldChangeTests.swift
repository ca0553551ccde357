import DeskModel
import Testing

@testable import RequestTracker

@Suite("Changes of fields")
struct FieldChangeTests {
  private static let products =
    #"{"id":"4","name":"Products","values":["App"]},{"id":"2","name":"Due","values":[]}"#

  private func sent(_ name: String, _ values: [String]) throws -> String {
    let ticket = try Played.record(Played.ticket(fields: Self.products))
    return String(decoding: try FieldChange(name, values, in: ticket).body.bytes, as: UTF8.self)
  }

  @Test(
    "A custom field goes by its number and as a list, RT's own by name",
    arguments: [
      ("Products", ["Web", "App"], #"{"CustomFields":{"4":["Web","App"]}}"#),
      ("Products", [], #"{"CustomFields":{"4":[]}}"#),
      // A custom field may have the name of one of RT's own.
      ("Due", ["x"], #"{"CustomFields":{"2":["x"]}}"#), ("Priority", ["50"], #"{"Priority":"50"}"#),
      ("Priority", [], #"{"Priority":"0"}"#), ("Subject", ["It's \"new\""], #"{"Subject":"It's \"new\""}"#),
      ("Starts", ["2031-02-03T05:05:06.250+01:00"], #"{"Starts":"2031-02-03 04:05:06"}"#),
      ("Starts", [], #"{"Starts":"1970-01-01 00:00:00"}"#),
    ])
  func bodies(name: String, values: [String], body: String) throws {
    #expect(try sent(name, values) == body)
  }

  @Test(
    "What is no field or no value of it is told",
    arguments: [
      ("Nope", ["x"], "name"), ("Priority", ["high"], "values"), ("Priority", ["1", "2"], "values"),
      ("Subject", ["a\nb"], "values"), ("Starts", ["tomorrow"], "values"),
      ("Starts", ["1970-01-01T00:00:00Z"], "values"),
      ("Owner", ["bob"], "name"), ("Status", ["open"], "name"),
    ])
  func refused(name: String, values: [String], field: String) throws {
    let ticket = try Played.record(Played.ticket(fields: Self.products))
    do {
      _ = try FieldChange(name, values, in: ticket)
      Issue.record("\(name) was taken")
    } catch let error { #expect(error.field == field) }
  }

  @Test("A change counts when the ticket holds it, whatever RT said")
  func made() throws {
    func ticket(_ values: String, due: String = "1970-01-01T00:00:00Z") throws -> TicketRecord {
      let fields = #"{"id":"4","name":"Products","values":[\#(values)]}"#
      return try Played.record(
        Played.ticket(fields: fields).replacing(#""Due":"1970-01-01T00:00:00Z""#, with: #""Due":"\#(due)""#))
    }
    let before = try ticket(#""App""#)
    let change = try FieldChange("Products", ["Web", "App"], in: before)
    #expect(try change.isMade(in: ticket(#""App","Web""#)))
    #expect(!change.isMade(in: before))
    let emptied = try FieldChange("Products", [], in: before)
    #expect(try emptied.isMade(in: ticket("null")))
    #expect(try emptied.isMade(in: ticket("")))
    #expect(!emptied.isMade(in: before))
    // RT writes a date in its own form.
    let dated = try FieldChange("Products", ["2031-02-03"], in: before)
    #expect(try dated.isMade(in: ticket(#""2031-02-03 00:00:00""#)))
    #expect(!dated.isMade(in: before))
    let due = try FieldChange("Due", ["2031-02-03T04:05:06Z"], in: before)
    #expect(try due.isMade(in: ticket("", due: "2031-02-03T04:05:06Z")))
    #expect(!due.isMade(in: before))
    let never = try FieldChange("Due", [], in: try ticket("", due: "2031-02-03T04:05:06Z"))
    #expect(never.isMade(in: before))
  }
}
