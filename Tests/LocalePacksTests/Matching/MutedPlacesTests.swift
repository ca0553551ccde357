import Testing

@testable import LocalePacks

@Suite("What is not the writer's own wording")
struct MutedPlacesTests {
  /// The text with each muted run in brackets.
  private static func marked(_ text: String) -> String {
    let characters = Array(text)
    let muted = MutedPlaces.find(in: characters)
    var result = ""
    var isInside = false
    for (character, isMuted) in zip(characters, muted) {
      if isMuted != isInside { result += isMuted ? "[" : "]" }
      isInside = isMuted
      result.append(character)
    }
    return result + (isInside ? "]" : "")
  }

  @Test(
    "is code, links, addresses, placeholders and quoted lines",
    arguments: [
      ("run `ls` now", "run [`ls`] now"), ("run ``a ` b`` now", "run [``a ` b``] now"),
      ("an open ` tick", "an open ` tick"), ("a ``b` c", "a ``b` c"),
      ("`````````a`````````", "`````````a`````````"),
      ("see https://x.de/du?a=1 now", "see [https://x.de/du?a=1] now"),
      ("see ://x", "see ://x"), ("a: //x", "a: //x"), ("mail me@du.de now", "mail [me@du.de] now"),
      ("at @du now", "at @du now"), ("Hi {{given name}}, hi", "Hi [{{given name}}], hi"),
      ("Hi {given}", "Hi {given}"), ("Hi {{given", "Hi {{given"), ("> du\nSie", "[> du]\nSie"),
      ("Sie\n> du\nSie", "Sie\n[> du]\nSie"), ("Sie > du", "Sie > du"),
      ("> du\n> du\nSie", "[> du]\n[> du]\nSie"),
    ])
  func foreign(_ text: String, _ expected: String) {
    #expect(Self.marked(text) == expected)
  }

  @Test(
    "is what stands between quotation marks of each kind",
    arguments: [
      ("Er sagte „du“ im Gespräch", "Er sagte [„du“] im Gespräch"),
      ("Er sagte „du” im Gespräch", "Er sagte [„du”] im Gespräch"),
      ("She said “hey” to us all", "She said [“hey”] to us all"),
      ("Он сказал «ты» всем нам", "Он сказал [«ты»] всем нам"),
      ("She said \"hey\" to us all", "She said [\"hey\"] to us all"), ("画面の「だ」をみる", "画面の[「だ」]をみる"),
      ("画面の『だ』をみる", "画面の[『だ』]をみる"), ("a 5\" and a 7\" screen", "a 5\" and a 7\" screen"),
    ])
  func quotations(_ text: String, _ expected: String) {
    #expect(Self.marked(text) == expected)
  }

  @Test(
    "is nothing between marks that do not match, that lie in two paragraphs, or far apart",
    arguments: [
      "She said “hey to us all", "He said „du to us all", "„du« said", "Он сказал «ты всем",
      "He said hey” to us",
      "She “said\n\nhey” to us all and more", "She \"said to us all",
      "a “" + String(repeating: "b ", count: 210) + "” " + String(repeating: "c ", count: 300),
    ])
  func unbalanced(_ text: String) {
    #expect(Self.marked(text) == text)
  }

  @Test(
    "is not a message that stands nearly all in quotation marks",
    arguments: [
      ("“I want du to wait”", "“I want du to wait”"), ("«Ты подожди», всё", "«Ты подожди», всё"),
      ("„abcdef“ ghij", "[„abcdef“] ghij"), ("„abcdefg“ hij", "„abcdefg“ hij"),
      ("“all `code` of it”", "“all [`code`] of it”"),
    ])
  func wholly(_ text: String, _ expected: String) {
    #expect(Self.marked(text) == expected)
  }

  @Test("is a short quotation beside a long link, or code, that is no quotation")
  func linkAndQuotation() {
    let link = "://example.com/a/very/long/way/to/the/page"
    #expect(
      Self.marked("Im Feld „du“ auf https\(link) steht es") == "Im Feld [„du“] auf [https\(link)] steht es")
    #expect(
      Self.marked("`very_long_code_here` says „du“ to us") == "[`very_long_code_here`] says [„du“] to us")
  }

  @Test(
    "is nothing else for marks that nothing closes, however many",
    arguments: ["`", "«", "„", "“", "\"a", "{{", "「", "` ``a ", "@", "a@", "a://", "a/", "/a", "a.b/ ", "\\"])
  func manyMarks(_ mark: String) {
    let text = Array(String(repeating: mark, count: 65_536 / mark.utf8.count))
    #expect(MutedPlaces.find(in: text).count == text.count)
  }

  @Test("closes a mark behind one that is too far from any")
  func farAndNear() {
    let far = "a “" + String(repeating: "b ", count: 210)
    let own = String(repeating: "c ", count: 300)
    #expect(Self.marked(far + "“d” " + own) == far + "[“d”] " + own)
  }
}
