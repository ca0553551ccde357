import JSONText
import Testing

@testable import LocalePacks

@Suite("A pack that is broken")
struct PackLayerTests {
  private func problems(_ fields: String) -> [String] {
    let known = "sources: {S: {ref: \"a page\"}}, \(fields)"
    let file = PackFixtures.file("xx", known)
    return PackLayer(file.bytes, file: file.path, origin: PackOrigin(tag: file.tag, layer: file.layer))
      .problems
      .map(\.description)
  }

  @Test(
    "says file, line, field and what is wrong",
    arguments: [
      ("avoid: 5", "shipped/xx/pack.json5:2: avoid: must be a list, not a number."),
      ("\ncolour: 1", "shipped/xx/pack.json5:3: colour: is not a field here; known are"),
      (
        "register: {method: \"guess\"}",
        "shipped/xx/pack.json5:2: register.method: must be one of none, markers, absence."
      ),
      (
        "jargon: [\n{id: \"a\", forms: [\"x\"], src: [], status: \"unsourced\"},\n{id: \"b\", forms: [\"(x|y)\"], src: [], status: \"unsourced\"}]",
        "shipped/xx/pack.json5:4: jargon[1].forms: “(x|y)” looks like a regular expression"
      ),
      ("jargon: [{forms: [\"x\"], src: [], status: \"unsourced\"}]", "jargon[0].id: is missing."),
      (
        "jargon: [{id: \"a\", forms: [\"x\"], src: []}]",
        "jargon[0].status: is missing: sourced, reviewed or unsourced."
      ),
      ("jargon: [{id: \"a\", forms: [\"x\"], status: \"sourced\"}]", "jargon[0].src: must name a source"),
      (
        "greetings: [{id: \"a\", from: \"25:00\", to: \"1\", text: \"x\", src: [], status: \"unsourced\"}]",
        "greetings[0].from: must be a time such as 07:30."
      ),
      (
        "address: {rules: [{id: \"a\", form: \"{gvien}\", why: \"w\", src: [], status: \"unsourced\"}]}",
        "address.rules[0].form: “{gvien}” is not a part of a name"
      ),
      (
        "avoid: [{id: \"a\", forms: [\"x\"], kind: \"rude\", why: \"w\", src: [], status: \"unsourced\"}]",
        "avoid[0].kind: must be one of imperative,"
      ),
      ("examples: {bad: [\"text\"]}", "examples.bad[0].expect: is missing: the rules that must fire."),
      ("parent: \"12\"", "parent: must be a locale"),
      (
        "cheer: [{id: \"a\", forms: [\"x\"], src: [], status: \"unsourced\"}, {id: \"a\", forms: [\"y\"], src: [], status: \"unsourced\"}]",
        "cheer[1].id: “a” stands twice in this list."
      ),
      ("name: {en: 5}", "name: must be a text, not an object."),
      ("name: \"a\", name: \"b\"", "name: stands twice in one object."),
    ])
  func sentences(_ fields: String, _ expected: String) {
    let told = problems(fields)
    #expect(told.contains { $0.contains(expected) }, "\(told)")
  }

  @Test("that is no JSON5 says where, and holds nothing")
  func syntax() {
    let layer = PackLayer(
      Array("{\nschema: 1,\nname: \"x\n}".utf8), file: "f", origin: PackOrigin(tag: .root, layer: "shipped"))
    #expect(layer.problems.map(\.line) == [3])
    #expect(layer.problems[0].message.hasPrefix("is not JSON5: expected"))
    #expect(layer.scalars == .object([]))
  }

  @Test("keeps all that is right: one wrong record leaves the others, one wrong field its section")
  func restStands() {
    let pack = PackFixtures.pack(
      """
      register: {method: "markers", preferred: "sometimes", markers: [
        {id: "a", kind: "informal", forms: ["du"], \(PackFixtures.sourced)},
        {id: "b", kind: "informal", forms: [], \(PackFixtures.sourced)},
      ]},
      names: {order: 7, single: "family"},
      """)
    #expect(pack.method == .markers)
    #expect(pack.preferred == .formal)
    #expect(pack.draftRules.map(\.rule.id) == ["a"])
    #expect(pack.names.single == .family)
    #expect(pack.names.order == .givenFirst)
  }
}
