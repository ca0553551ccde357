import Testing

@Suite("Addresses of pages in texts")
struct LinkMalformedRuleTests {
  @Test(
    "are whole and encrypted",
    arguments: [
      ("See www.shop.example/a.", ["1:5 link.malformed"]),
      ("See https:// shop.example", ["1:5 link.malformed"]),
      ("See https://shop", ["1:5 link.malformed"]), ("See htps://shop.example", ["1:5 link.malformed"]),
      ("See http://shop.example", ["1:5 link.insecure"]),
      ("[[See https://.example|]]", ["1:7 link.malformed"]),
      ("See https://shop.example/a?b=c#d, (https://a.b.example).", []), ("See https://{{shop}}/a", []),
      ("See {{page}}://x", []), ("and/or 1://2", []), ("mailto:ann@shop.example", []),
    ])
  func links(_ text: String, _ places: [String]) {
    #expect(LintFixtures.found("link", text, facts: "- shop: s\n- page: p") == places)
  }
}
