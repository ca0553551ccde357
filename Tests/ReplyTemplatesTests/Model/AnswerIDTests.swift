import LocalePacks
import ReplyTemplates
import Testing

@Suite struct AnswerIDTests {
  @Test(arguments: ["delivery-late", "billing/double-charge", "доставка", "a_1"])
  func pathsOfFoldersAreNames(path: String) throws {
    #expect(try #require(AnswerID(checking: path)).path == path)
  }

  @Test(arguments: ["", "/", "a//b", "../a", "a b", "a/", ".git", String(repeating: "x", count: 201)])
  func whatCouldLeaveTheFolderIsNoName(path: String) {
    #expect(AnswerID(checking: path) == nil)
  }

  @Test func aVariantsNameIsReadAsItIsWritten() throws {
    let id = VariantID(
      answer: AnswerID("billing/double-charge"), locale: try #require(LocaleTag("pt-BR")),
      name: "after waiting #2")
    #expect(id.description == "billing/double-charge@pt-BR#after waiting #2")
    #expect(VariantID(id.description) == id)
    #expect(VariantID("delivery-late") == nil)
    #expect(VariantID("delivery-late@#x") == nil)
  }
}
