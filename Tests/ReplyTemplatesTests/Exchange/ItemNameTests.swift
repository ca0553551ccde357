import DeskModel
import LocalePacks
import Testing

@testable import ReplyTemplates

@Suite struct ItemNameTests {
  @Test(arguments: ["A parcel is late", "", "Late · really", "issue#12", "a · b@c", "Late · first"])
  func titlesOfOthersStayTitles(text: String) {
    var expected = ItemName(title: text)
    if text == "Late · first" { expected.occasion = .any }
    #expect(ItemName(text) == expected)
    #expect(ItemName(text).text == text)
  }

  @Test func aVariantIsSaidBehindTheTitle() throws {
    var name = ItemName(
      title: "A · parcel", id: AnswerID("delivery/late"), locale: LocaleTag("pt-BR"), variant: "after #2 @ x")
    name.audience = .world
    name.channels = ["review", "play"]
    name.occasion = .later
    #expect(name.text == "A · parcel · delivery/late@pt-BR#after #2 @ x · in public: review, play · later")
    #expect(ItemName(name.text) == name)
    let bare = ItemName(title: "", id: AnswerID("a"), variant: "b")
    #expect(bare.text == "a#b")
    #expect(ItemName("a#b", needsTitle: false) == bare)
  }

  @Test(arguments: [
    ("A parcel is late!", "a-parcel-is-late"), ("Delivery::Late / lost", "delivery/late/lost"),
    ("  ", "answer"),
    ("Посылка Задерживается", "посылка-задерживается"), ("../../etc", "etc"), ("a -- b", "a-b"),
    ("📦", "answer"),
  ])
  func idsAreMadeOfTitles(title: String, id: String) {
    #expect(AnswerID.made(of: title).path == id)
    #expect(AnswerID(checking: AnswerID.made(of: title).path) != nil)
  }

  @Test func longTitlesGiveShortIDs() {
    let id = AnswerID.made(
      of: String(repeating: "слово ", count: 10_000) + "::" + String(repeating: "x", count: 200))
    #expect(id.path.utf8.count <= 120)
    #expect(AnswerID(checking: id.path) != nil)
  }
}
