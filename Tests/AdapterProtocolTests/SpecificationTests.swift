import AdapterProtocol
import DeskModel
import Foundation
import JSONText
import TestSupport
import Testing

/// The examples of the specification, from its pages.
@Suite("The specification")
struct SpecificationTests {
  private struct Example {
    let page: String
    /// The schema of `$defs` that the block names; nil for whole messages.
    let schema: String?
    let line: String
  }

  /// The lines of all blocks that begin with ```json, or ```json NAME.
  private func examples() throws -> [Example] {
    var result: [Example] = []
    for page in ProtocolCatalogue.pages {
      var schema: String??
      for line in try Checkout.text("\(ProtocolCatalogue.folder)/\(page).md").components(separatedBy: "\n") {
        if line.hasPrefix("```") {
          let words = line.dropFirst(3).split(separator: " ")
          schema =
            schema == nil && words.first == "json" ? .some(words.dropFirst().first.map(String.init)) : nil
        } else if let schema {
          result.append(Example(page: page, schema: schema, line: line))
        }
      }
    }
    return result
  }

  /// A message around a part, and the call that it answers.
  private func message(around part: String, of schema: String) -> (line: String, answered: AdapterMethod?)? {
    let (call, answer) = (#"{"jsonrpc":"2.0","id":1,"method":"#, #"{"jsonrpc":"2.0","id":1,"result":"#)
    return switch schema {
    case "step":
      (
        call
          + #""apply","params":{"clientKey":"k","conversation":"c","by":{"id":"a","name":"A"},"steps":[\#(part)]}}"#,
        nil
      )
    case "outcome": (answer + part + "}", .apply)
    case "change": (answer + #"{"changes":[\#(part)],"next":"1"}}"#, .changes)
    case "entry": (answer + #"{"entries":[\#(part)]}}"#, .thread)
    case "conversation": (answer + part + "}", .conversation)
    case "contact": (answer + #"{"contact":\#(part),"conversations":[]}}"#, .contact)
    case "error": (#"{"jsonrpc":"2.0","id":1,"error":\#(part)}"#, nil)
    case "filterTerm": (call + #""conversations","params":{"limit":1,"filter":[\#(part)]}}"#, nil)
    case "total": (answer + #"{"items":[],"total":\#(part)}}"#, .conversations)
    default: nil
    }
  }

  @Test("Every example is read by the codec and known to the schema")
  func examplesAreRead() throws {
    let validator = try ProtocolCatalogue.validator()
    for example in try examples() {
      let bytes = Array(example.line.utf8)
      guard let schema = example.schema else { continue }
      #expect(try validator.problems(in: bytes, as: schema).isEmpty, "\(example.page): \(example.line)")
      let (line, answered) = try #require(message(around: example.line, of: schema), "\(schema)")
      #expect(throws: Never.self, "\(example.page): \(example.line)") {
        try AdapterMessage(line: Array(line.utf8), answering: answered)
      }
    }
  }

  @Test("Every message among the examples is read, and every call has its answer below it")
  func messagesAreRead() throws {
    let validator = try ProtocolCatalogue.validator()
    var open: [RequestID: AdapterMethod] = [:]
    var (called, answered): (Set<AdapterMethod>, Set<AdapterMethod>) = ([], [])
    for example in try examples() where example.schema == nil {
      let bytes = Array(example.line.utf8)
      guard let incoming = try? IncomingMessage(line: bytes) else {
        Issue.record("\(example.page): \(example.line)")
        continue
      }
      var method: AdapterMethod?
      switch incoming {
      case .call(let id, let call):
        #expect(open.updateValue(call.method, forKey: id) == nil, "\(example.page): \(id) is open already")
        called.insert(call.method)
      case .answer(let id, let unread):
        method = open.removeValue(forKey: id)
        let answer = try unread.answer(to: try #require(method))
        answered.insert(answer.method)
      case .fault(let id?, _): _ = open.removeValue(forKey: id)
      case .fault(nil, _), .cancel, .unknownNotification: break
      }
      #expect(
        try validator.problems(inMessage: bytes, answering: method).isEmpty,
        "\(example.page): \(example.line)")
    }
    #expect(open.isEmpty)
    #expect(called == Set(AdapterMethod.allCases))
    #expect(answered == Set(AdapterMethod.allCases))
  }

  @Test("What the examples say is what the codec understands: written again, they say the same")
  func examplesAreUnderstood() throws {
    var open: [RequestID: AdapterMethod] = [:]
    // A fault's sentence is the codec's own where its data tell all.
    for example in try examples() where example.schema != "error" && !example.line.contains(#""error""#) {
      let (line, answered) =
        try example.schema.map { try #require(message(around: example.line, of: $0)) } ?? (example.line, nil)
      var method = answered
      if example.schema == nil {
        switch try IncomingMessage(line: Array(line.utf8)) {
        case .call(let id, let call): open[id] = call.method
        case .answer(let id, _): method = open[id]
        case .cancel, .fault, .unknownNotification: break
        }
      }
      let written = try AdapterMessage(line: Array(line.utf8), answering: method).line()
      let lost = lost(
        of: try JSONDocument(Array(line.utf8)).root, in: try JSONDocument(written).root, path: "")
      #expect(lost == [], "\(example.page): \(example.line)")
    }
  }

  /// Where one value says something that another one does not say, too.
  private func lost(of said: JSONValue, in other: JSONValue?, path: String) -> [String] {
    switch said {
    case .object(let members):
      // What is usual is not written.
      if said["is"]?.string == "unknown" { return [] }
      return members.flatMap { member in
        if member.key == "kind", member.value == .string("message") { return [String]() }
        return lost(of: member.value, in: other?[member.key], path: "\(path).\(member.key)")
      }
    case .array(let elements):
      guard let others = other?.array, others.count == elements.count else { return [path] }
      return zip(elements, others).enumerated().flatMap { index, pair in
        lost(of: pair.0, in: pair.1, path: "\(path)[\(index)]")
      }
    case .string(let text):
      let moment = Timestamp(rfc3339: text)?.rfc3339
      return other?.string == (moment ?? text) ? [] : [path]
    default: return other == said ? [] : [path]
    }
  }

  @Test("All steps, outcomes, changes, terms and faults are among the examples, and no others")
  func completeness() throws {
    let examples = try examples()
    func words(_ schema: String, _ key: String) throws -> Set<String> {
      Set(
        try examples.filter { $0.schema == schema }.compactMap {
          let value = try JSONDocument(Array($0.line.utf8)).root[key]
          return value?.string ?? value?.int.map { String($0) }
        })
    }
    #expect(try words("step", "step") == Set(StepName.allCases.map { $0.rawValue }))
    #expect(try words("filterTerm", "term") == Set(FilterName.allCases.map { $0.rawValue }))
    #expect(
      try words("change", "change") == ["conversation", "entry", "gone", "presence", "catalogue", "gap"])
    #expect(
      try words("outcome", "outcome") == [
        "applied", "accepted", "conflict", "partial", "denied", "invalid", "moved", "failed", "busy",
        "unknown",
      ])
    #expect(try words("total", "is") == ["exact", "atLeast", "about", "unknown"])
    var generator = MessageGenerator(seed: 1, fullness: 0)
    #expect(try words("error", "code") == Set(generator.faults().dropLast().map { String($0.code) }))
  }

  @Test("Every word of the manifest stands on its page")
  func manifestWords() throws {
    let page = try Checkout.text("\(ProtocolCatalogue.folder)/Manifest.md")
    let schema = try JSONDocument(Checkout.bytes(ProtocolCatalogue.schema)).root
    let manifest = try #require(schema["$defs"]?["manifest"])
    var words: Set<String> = []
    func collect(_ value: JSONValue) {
      for member in value["properties"]?.members ?? [] {
        words.insert(member.key)
        collect(member.value)
      }
      for word in value["enum"]?.array ?? [] { words.insert(word.string ?? "") }
      if let items = value["items"] { collect(items) }
    }
    collect(manifest)
    #expect(words.count > 90)
    #expect(words.filter { !page.contains("`\($0)`") } == [])
  }

  @Test("The page of the worked example quotes it whole")
  func quotation() throws {
    let page = try Checkout.text("\(ProtocolCatalogue.folder)/WorkedExample.md")
    let example = try Checkout.text(ProtocolCatalogue.example)
    let isQuoted = page.contains("```python\n\(example)```\n")
    #expect(isQuoted)
  }

  @Test("All 18 oddities are in the table, and every link leads to a page")
  func oddities() throws {
    let table = try Checkout.text("\(ProtocolCatalogue.folder)/Oddities.md")
    #expect((1...18).filter { !table.contains("\n| \($0) | ") } == [])
    for page in ProtocolCatalogue.pages {
      for match in try Checkout.text("\(ProtocolCatalogue.folder)/\(page).md").matches(of: #/\]\(([^)#]+)/#)
      where !match.1.hasPrefix("http") {
        let target = Checkout.root.appending(path: "\(ProtocolCatalogue.folder)/\(match.1)")
        #expect(FileManager.default.fileExists(atPath: target.path), "\(page): \(match.1)")
      }
    }
  }
}
