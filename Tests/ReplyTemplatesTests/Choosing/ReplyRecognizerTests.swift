import LocalePacks
import ReplyTemplates
import Testing

@Suite("Which text a reply was made from")
struct ReplyRecognizerTests {
  private static let set = TemplateSet([
    TemplateFixtures.file(
      "replies/late/en.md",
      """
      # In private

      ## plain
      [[if thread.first: {{> hello}} |]]Order {{order.number}} has missed its date, but it is not lost.

      ## short
      Your parcel is late, and I am sorry.

      # In public

      ## loud
      Your parcel is late, and I am sorry.
      """),
    TemplateFixtures.file(
      "replies/late/id.md", "# In private\n\n## plain\nPaket Kakak terlambat, mohon maaf.\n"),
    TemplateFixtures.file("replies/a/bye/en.md", "# In private\n\n## plain\nThank you and goodbye.\n"),
    TemplateFixtures.file("replies/b/bye/en.md", "# In private\n\n## plain\nThank you and goodbye.\n"),
    TemplateFixtures.file("replies/b/bye/about.md", "# Bye\n\n## Settings\n- tags: bank\n"),
    TemplateFixtures.file("fragments/en.md", "## hello\nHello and thank you for writing to us.\n"),
  ])

  private static let recognizer = ReplyRecognizer(
    set, index: AnswerIndex(set.sorted.map(IndexedAnswer.init)))

  @Test(
    "is found through facts, edits, choices and fragments, in any language, and not where much is else",
    arguments: [
      ("Order 4519-A has missed its date, but it is not lost.", "late@en#plain"),
      (
        "Hello and thank you for writing to us. Order 4519 has missed its date, but it is not lost.",
        "late@en#plain"
      ),
      ("your parcel is late and I am so sorry!", "late@en#short"),
      ("Paket Kakak terlambat, mohon maaf ya.", "late@id#plain"),
      ("Your parcel is late.", nil),
      ("We close at five, and on Sundays we are not there at all.", nil), ("", nil), ("!", nil),
      (
        "Order 4519 has missed its date, but it is not lost. It lies in our store in Berlin, where you can fetch it from nine to five.",
        nil
      ),
    ] as [(String, String?)])
  func found(reply: String, variant: String?) {
    #expect(Self.recognizer.variant(of: reply)?.description == variant)
  }

  @Test("of equal texts the one for such readers is taken, and the answer that shares a tag")
  func ties() {
    let late = "Your parcel is late, and I am sorry."
    #expect(Self.recognizer.variant(of: late)?.name == "short")
    #expect(Self.recognizer.variant(of: late, isPublic: true)?.name == "loud")
    let bye = "Thank you and goodbye."
    #expect(Self.recognizer.variant(of: bye)?.name == "plain")
    #expect(Self.recognizer.variant(of: bye, conversationTags: ["bank"])?.answer.path == "b/bye")
    #expect(Self.recognizer.variant(of: late, conversationTags: ["bank"])?.name == "short")
  }
}
