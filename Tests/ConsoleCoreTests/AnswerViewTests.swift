import DeskModel
import ReplyTemplates
import ScreenKit
import TestSupport
import Testing

@testable import ConsoleCore

@Suite("The choice of an answer on the screen")
struct AnswerViewTests {
  @Test(
    "answers, the text for this customer, why it is offered and what follows it",
    arguments: [Size(columns: 160, rows: 48), Size(columns: 120, rows: 40), Size(columns: 80, rows: 24)])
  func frames(size: Size) throws {
    var conversation = MannersFixtures.conversation
    var reply = Fixtures.agent("t", "Paket sedang di jalan.", minutesAgo: 2)
    reply.templates = [TemplateUse(variant: "late@id#short", version: "1")]
    conversation.entries.append(reply)
    var driver = try StateDriver.withAnswers(conversation)
    driver.take(.input(.resize(size)))
    driver.type("/late")
    var renderer = Renderer()
    expectFrame(renderer.render(driver.state), named: "answers-\(size.columns)x\(size.rows)")
  }

  @Test("a fact is asked for in the place of the search", arguments: [Size(columns: 80, rows: 24)])
  func filling(size: Size) throws {
    var driver = try StateDriver.withAnswers()
    driver.take(.input(.resize(size)))
    driver.type("/late")
    for _ in 0..<10 where driver.answerPopup?.chosen?.variant.name != "number" { try driver.press("Tab") }
    try driver.press("Enter")
    driver.type("4519")
    var renderer = Renderer()
    expectFrame(renderer.render(driver.state), named: "answers-filling-\(size.columns)x\(size.rows)")
  }

  @Test("the smallest screen still shows the answer and the keys")
  func tiny() throws {
    var driver = try StateDriver.withAnswers()
    driver.take(.input(.resize(Size(columns: 40, rows: 10))))
    driver.type("/late")
    var renderer = Renderer()
    let text = renderer.render(driver.state).text
    #expect(text.contains("Paket terlambat"))
    #expect(text.contains("Enter take"))
  }
}
