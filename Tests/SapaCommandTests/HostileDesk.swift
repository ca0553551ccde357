import Foundation
import ScreenKit
import TestSupport
import Testing

/// A conversation file that holds every payload in every field, and a walk through all of it on a terminal.
enum HostileDesk {
  /// The id of the conversation whose bodies are the payloads; it stands first in the queue.
  static let bodies = "bodies"

  /// The file, one conversation a line.
  static var file: String {
    var lines = [conversationOfBodies, publicThread]
    for (number, payload) in HostilePayload.all.enumerated() {
      lines.append(conversation(number, payload.json(isEscaped: number.isMultiple(of: 2))))
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func quoted(_ number: Int) -> String {
    HostilePayload.all[number].json(isEscaped: number.isMultiple(of: 2))
  }

  private static func time(_ number: Int) -> String {
    "2026-03-01T\(10 + number / 60):\(String(number % 60 + 100).dropFirst()):00Z"
  }

  private static func entry(_ number: Int, _ more: String) -> String {
    """
    {"id":"e-\(number)","at":"\(time(number))","audience":"customer",\(more)}
    """
  }

  private static var conversationOfBodies: String {
    let entries = HostilePayload.all.indices.map { number in
      entry(
        number,
        #""author":{"kind":"\#(number.isMultiple(of: 3) ? "agent" : "stranger")","id":"a-\#(quoted(number))","name":"\#(quoted(number))"},"text":"«\#(number)»\#(quoted(number))«end»""#
      )
    }
    return
      #"{"id":"bodies","deadlines":{"nextReply":"2026-03-01T00:00:00Z"},"contact":{"id":"u-b","full":"Body"},"#
      + #""links":[\#(links)],"entries":[\#(entries.joined(separator: ","))]}"#
  }

  private static var links: String {
    HostilePayload.all.indices.map { number in
      #"{"id":"l\#(number)\#(quoted(number))","kind":"\#(quoted(number))","title":"\#(number)\#(quoted(number))"}"#
    }.joined(separator: ",")
  }

  /// A conversation with a line of a megabyte.
  static var oneLine: String {
    // Digits that do not repeat, so that no page looks like another.
    let long = String((100_000..<266_667).map(String.init).joined().prefix(1_000_000))
    return
      #"{"id":"oneline","subject":"\#(long.prefix(10_000))","deadlines":{"nextReply":"2026-03-01T00:00:01Z"},"#
      + #""contact":{"id":"u-o","full":"One line"},"entries":[\#(entry(0, #""author":{"kind":"customer"},"text":"\#(long)""#))]}"#
  }

  private static var publicThread: String {
    let entries = HostilePayload.all.indices.map { number in
      let parent = number == 0 ? "" : #","parent":"e-\#(number / 3)""#
      return #"{"id":"e-\#(number)","at":"\#(time(number))","audience":"world","kind":"comment","#
        + #""author":{"kind":"stranger","id":"s-\#(number)","name":"\#(quoted(number))"},"text":"\#(quoted(number))"\#(parent)}"#
    }
    return
      #"{"id":"public","shape":"publicThread","channel":"facebook","deadlines":{"nextReply":"2026-03-01T00:00:02Z"},"#
      + #""contact":{"id":"u-p","full":"Public"},"entries":[\#(entries.joined(separator: ","))]}"#
  }

  /// One payload in every field that there is.
  private static func conversation(_ number: Int, _ text: String) -> String {
    let author = #"{"kind":"customer","id":"u-\#(number)","name":"\#(text)"}"#
    return
      #"{"id":"c\#(number)\#(text)","channel":"\#(text)","subject":"\#(text)","status":"\#(text)","locale":"\#(text)","#
      + #""tags":["\#(number)\#(text)"],"assignee":{"id":"g\#(text)","name":"\#(text)"},"#
      + #""contact":{"id":"u-\#(number)","full":"\#(text)","given":"\#(text)","family":"\#(text)","patronymic":"\#(text)","gender":"\#(text)","#
      + #""locale":"\#(text)","timeZone":"Area/\#(text)","company":"\#(text)","vip":true,"notes":["\#(text)"],"#
      + #""fields":{"\#(number)\#(text)":"\#(text)","list \#(text)":["\#(text)","\#(text)"]}},"#
      + #""fields":{"own \#(text)":"\#(text)"},"links":[{"id":"l\#(text)","kind":"\#(text)","title":"\#(text)"}],"#
      + #""entries":[\#(entry(number, #""author":\#(author),"text":"\#(text)""#)),"#
      + #"{"id":"n\#(text)","at":"\#(time(number))","audience":"internal","kind":"note","#
      + #""author":{"kind":"agent","id":"g\#(text)","name":"\#(text)"},"text":"\#(text)"}]}"#
  }
}

/// A person who looks at everything, and what was seen.
final class HostileWalk {
  let pty: PtySession
  /// All that stood in rows at any moment that was waited for.
  private(set) var seen: Set<String> = []
  private var moments = 0

  init(_ pty: PtySession) { self.pty = pty }

  /// Presses a key that changes the screen, and looks.
  func press(_ keys: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let before = pty.output.count
    try pty.send(keys)
    try pty.wait(for: "an effect of \(keys.debugDescription)", quiet: 8) { _ in pty.output.count > before }
    look(sourceLocation)
  }

  /// Presses a key that may change nothing; a redraw tells that it was taken.
  func pressPerhaps(_ keys: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    try press(keys + "\u{C}", sourceLocation: sourceLocation)
  }

  /// Looks at the screen: the rules of panes and boxes stand on one column each.
  func look(_ sourceLocation: SourceLocation = #_sourceLocation) {
    moments += 1
    let cells = pty.screen.cells
    seen.formUnion(pty.screen.rows)
    guard let titles = cells.dropFirst().first else { return }
    let box = boxRows(cells)
    for column in titles.indices where titles[column].text == "┬" {
      for row in 2..<cells.count - 2 where !box.contains(row) && !"│┤├┼".contains(cells[row][column].text) {
        Issue.record(
          "at moment \(moments) row \(row) has \"\(cells[row][column].text)\" on the rule's column \(column):\n\(pty.screen.text)",
          sourceLocation: sourceLocation)
        return
      }
    }
  }

  /// The rows of the box that lies over the panes, after a check of its sides.
  private func boxRows(_ cells: [[VirtualScreen.Cell]]) -> Range<Int> {
    guard let top = cells.firstIndex(where: { $0.contains { $0.text == "┌" } }),
      let left = cells[top].firstIndex(where: { $0.text == "┌" }),
      let right = cells[top].firstIndex(where: { $0.text == "┐" }),
      let bottom = cells.indices.last(where: { cells[$0][left].text == "└" }), bottom > top
    else { return 0..<0 }
    for row in top + 1..<bottom {
      #expect(
        cells[row][left].text == "│" && cells[row][right].text == "│",
        "row \(row) of the box:\n\(pty.screen.text)")
    }
    return top..<bottom + 1
  }
}
