import LocalePacks
import ReplyTemplates
import SystemCalls
import Testing

@Suite("The variant that a reply was made from")
struct AnswerRecognizerTests {
  private let late = """
    # In private
    ## plain
    [[if thread.first: Hello {{customer.address}}. |]]Order {{order.number}} should have come by now. The carrier has it, and it is moving.
    ## short
    It is on its way and slower than planned, sorry. I watch it for you.
    """
  private let refund = """
    # In private
    ## plain
    We sent your money back, to the card that you paid with. The bank takes some days to book it.
    """

  private func recognizer() throws -> (AnswerRecognizer, ReplyReader) {
    let tag = TemplateFixtures.tag("en")
    let bytes = try FileSystem.contents(of: TemplateFixtures.root + "/Locales/en/pack.json5", limit: 4 << 20)
    let library = PackLibrary(
      [PackFile(tag: tag, layer: "shipped", path: "en", bytes: bytes)], family: TemplateFixtures.family)
    let reader = ReplyReader(library.resolve(tag).pack)
    let set = TemplateSet([
      TemplateFixtures.file("replies/late/en.md", late),
      TemplateFixtures.file("replies/refund/en.md", refund),
    ])
    let index = AnswerIndex(set.sorted.map(IndexedAnswer.init))
    return (AnswerRecognizer(set, index: index, TemplateFixtures.family, for: tag, reader: reader), reader)
  }

  @Test(
    "is found whatever the facts and the name are, and through small changes",
    arguments: [
      (
        "Hello Anna. Order 4519 should have come by now. The carrier has it, and it is moving.",
        "late@en#plain"
      ),
      ("Order AB-77 should have come by now. The carrier has it and it is moving. 🙂", "late@en#plain"),
      ("It is on its way and slower than planned, sorry. I'll watch it for you.", "late@en#short"),
      (
        "We sent your money back, to the card that you paid with. The bank takes a few days to book it.",
        "refund@en#plain"
      ),
    ])
  func found(_ text: String, _ variant: String) throws {
    var (recognizer, reader) = try recognizer()
    let match = recognizer.match(text, reader.read(text, names: ["Anna"]))
    #expect(match?.variant.description == variant)
    #expect((match?.percent ?? 0) >= AnswerRecognizer.madeFrom)
  }

  @Test(
    "is none where somebody wrote by hand",
    arguments: ["I have called the carrier and they will ring you.", "Thank you!", ""])
  func none(_ text: String) throws {
    var (recognizer, reader) = try recognizer()
    #expect(recognizer.match(text, reader.read(text)) == nil)
  }
}
