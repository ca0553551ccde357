import Foundation
import JSONText
import TestSupport
import Testing

@Suite("sapa address", .serialized)
struct AddressCommandTests {
  private static let persons: [(line: String, address: String, pack: String)] = [
    (#"{"locale":"id","given":"Dewi"}"#, "Kak Dewi", "id"),
    (#"{"locale":"id","given":"Budi","gender":"m","age":61}"#, "Pak Budi", "id"),
    (#"{"locale":"uk-UA","given":"Олександр","gender":"m"}"#, "пане Олександре", "uk"),
    (#"{"locale":"de","full":"Dr. Anna von Weber","gender":"f"}"#, "Frau Dr. von Weber", "de"),
    (#"{"locale":"ja-JP","full":"田中 花子"}"#, "田中様", "ja"),
    (#"{"locale":"zh-TW","full":"王小明","gender":"m"}"#, "王先生", "zh-Hant"),
    (#"{"locale":"tr","given":"Ayşe","gender":"f"}"#, "Ayşe Hanım", "tr"),
    (#"{"locale":"pl","given":"Tomasz","gender":"m"}"#, "Panie Tomaszu", "pl"),
    (#"{"locale":"sw","full":"Juma Mwangi"}"#, "Juma Mwangi", "root"),
    ("{}", "Hello", "root"),
  ]

  @Test("each person gets the address of their language, with the reason and the pack")
  func addresses() throws {
    let home = try Home()
    let input = Self.persons.map(\.line).joined(separator: "\n")
    let result = try home.run(["address", "--json"], input: input + "\n")
    #expect(result.code == 0 && result.error.isEmpty)
    let lines = result.out.split(separator: "\n")
    #expect(lines.count == Self.persons.count)
    for (line, person) in zip(lines, Self.persons) {
      let root = try JSONDocument(Array(line.utf8)).root
      #expect(root["address"]?.string == person.address)
      #expect(root["pack"]?.string == person.pack)
      #expect(root["why"]?.string?.isEmpty == false)
    }
  }

  @Test("the team's sector counts where a line names none")
  func sector() throws {
    let home = try Home()
    try FileManager.default.createDirectory(
      at: home.url.appending(path: "config/sapa"), withIntermediateDirectories: true)
    _ = try home.write(#"{ sector: "bank" }"#, to: "config/sapa/config.json5")
    let result = try home.run(["address"], input: #"{"locale":"id","given":"Budi","gender":"m"}"# + "\n")
    #expect(result.out.hasPrefix("Bapak Budi\t"))
  }

  @Test(
    "a wrong line is refused with its number and field, and the next one is answered",
    arguments: [
      (#"{"gender":"x"}"#, "line 1: gender: expected one of f, m, found “x”"),
      (#"{"locale":5}"#, "line 1: locale: expected a string, found a number"),
      (#"{"locale":"!"}"#, "line 1: locale: expected a language tag"),
      ("[1]", "line 1: "), ("{", "line 1: "),
    ])
  func refused(line: String, sentence: String) throws {
    let home = try Home()
    let result = try home.run(["address"], input: line + "\n" + #"{"locale":"id"}"# + "\n")
    #expect(result.code == 1)
    #expect(result.error.contains(sentence), "\(result.error)")
    #expect(result.out.hasPrefix("Kak\t"))
  }

  @Test("names from outside move no cursor")
  func hostile() throws {
    let home = try Home()
    let result = try home.run(
      ["address"], input: #"{"locale":"id","given":"\u001b[2JDewi\u202e"}"# + "\n")
    #expect(!result.out.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
    #expect(result.out.contains("Dewi"))
  }
}
