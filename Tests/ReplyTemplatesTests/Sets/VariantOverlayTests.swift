import DeskModel
import LocalePacks
import ReplyTemplates
import Testing

@Suite("A variant taken into a higher layer")
struct VariantOverlayTests {
  private let shipped = """
    # In private: mail
    ## letter
    <!-- after: first -->
    Dear {{customer.name}},

    it is late.
    # In public
    ## short
    Late.
    """

  private func variant(_ name: String) throws -> Variant {
    let set = TemplateSet([TemplateFixtures.file("replies/late/en.md", shipped)])
    let texts = try #require(set.answers[AnswerID("late")]?.locales[TemplateFixtures.tag("en")])
    return try #require(texts.variants.first { $0.name == name })
  }

  private func read(_ text: String) -> [Variant] {
    let set = TemplateSet([TemplateFixtures.file("replies/late/en.md", text, layer: "personal")])
    #expect(set.problems == [])
    return set.answers[AnswerID("late")]?.locales[TemplateFixtures.tag("en")]?.variants ?? []
  }

  @Test("reads back as it was, with its place, channels and occasion", arguments: ["letter", "short"])
  func roundTrip(_ name: String) throws {
    let variant = try variant(name)
    let back = try #require(read(VariantOverlay.text(variant, over: "")).first)
    #expect(back.name == name)
    #expect(back.source == variant.source)
    #expect(back.audience == variant.audience)
    #expect(back.channels == variant.channels)
    #expect(back.occasion == variant.occasion)
  }

  @Test("stands behind what is there, and what is there already stays")
  func behind() throws {
    let own = "# In private\n## mine\nMine.\n"
    let both = VariantOverlay.text(try variant("letter"), over: own)
    #expect(read(both).map(\.name) == ["mine", "letter"])
    #expect(VariantOverlay.text(try variant("letter"), over: both) == both)
    let three = VariantOverlay.text(try variant("short"), over: both)
    #expect(read(three).map(\.audience) == [.customer, .customer, .world])
  }
}
