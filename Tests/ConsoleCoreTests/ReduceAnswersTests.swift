import DeskLink
import DeskModel
import LocalePacks
import ReplyTemplates
import Safeguards
import ScreenKit
import TestSupport
import Testing
import TextLayout
import Widgets

@testable import ConsoleCore

@Suite("Choosing an answer")
struct ReduceAnswersTests {
  private func text(_ driver: StateDriver) -> String { driver.composer?.field.text ?? "" }

  private func variants(_ driver: StateDriver) -> [String] {
    driver.answerPopup?.options.map(\.variant.name) ?? []
  }

  /// Goes to a variant by its name.
  private func go(to name: String, _ driver: inout StateDriver) throws {
    for _ in 0..<10 where driver.answerPopup?.chosen?.variant.name != name { try driver.press("Tab") }
    #expect(driver.answerPopup?.chosen?.variant.name == name)
  }

  private func use(_ name: String) -> TemplateUse { TemplateUse(variant: "late@id#\(name)", version: "1") }

  // MARK: Opening

  @Test("/ opens it in an empty reply, and is a character in any other")
  func slash() throws {
    var driver = try StateDriver.withAnswers()
    driver.type("/")
    #expect(driver.answerPopup != nil)
    #expect(text(driver) == "")
    driver.type("/")
    #expect(driver.answerPopup == nil)
    #expect(text(driver) == "/")
    driver.type("/")
    #expect(text(driver) == "//")
  }

  @Test("before the answers are here / is a character, and the command says what to wait for")
  func notHere() throws {
    var driver = try StateDriver.withManners()
    driver.type("/")
    #expect(text(driver) == "/")
    try driver.press("Ctrl-R")
    #expect(driver.state.popup == nil)
    #expect(driver.state.remark != nil)
  }

  @Test("what is wrong with files is told once")
  func problems() throws {
    var driver = try StateDriver.withManners()
    let library = try AnswersFixtures.library()
    driver.take(.answers(library, PickMemory(), problems: [SafeText("a"), SafeText("b")]))
    #expect(driver.state.remark?.text.string.contains("a") == true)
    driver.state.remark = nil
    driver.take(.answers(library, PickMemory(), problems: [SafeText("a"), SafeText("b")]))
    #expect(driver.state.remark == nil)
  }

  // MARK: Choosing

  @Test("typing narrows by shortcut, title, text and customers' words; nothing found is said")
  func narrows() throws {
    var driver = try StateDriver.withAnswers()
    for (typed, found) in [
      ("late", "late"), ("trlambat", "late"), ("kurir", "late"), ("terima kasih", "thanks"),
    ] {
      try driver.press("Ctrl-R")
      driver.type(typed)
      #expect(driver.answerPopup?.selected?.id == AnswerID(found), "\(typed)")
      try driver.press("Esc")
    }
    try driver.press("Ctrl-R")
    driver.type("zzzzqq")
    #expect(driver.answerPopup?.rows.isEmpty == true)
    #expect(try driver.press("Enter").isEmpty)
  }

  @Test("Enter puts the text for this customer where the cursor stands")
  func puts() throws {
    var driver = try StateDriver.withAnswers()
    driver.type("Baik.")
    try driver.press("Ctrl-R")
    driver.type("late")
    let given = try #require(driver.state.open?.conversation.contact.given)
    try go(to: "plain", &driver)
    try driver.press("Enter")
    #expect(driver.state.popup == nil)
    #expect(text(driver) == "Baik. Kak \(given), paket sedang di jalan, mohon ditunggu.")
    #expect(driver.state.focus == .composer)
  }

  @Test("a second answer goes behind the first, and one step takes it away again")
  func several() throws {
    var driver = try StateDriver.withAnswers()
    driver.type("/late")
    try go(to: "plain", &driver)
    try driver.press("Enter Ctrl-R")
    driver.type("terima")
    try driver.press("Enter")
    #expect(text(driver).hasSuffix("mohon ditunggu. Terima kasih banyak, kami sampaikan ke tim."))
    try driver.press("Alt-U")
    #expect(text(driver).hasSuffix("mohon ditunggu."))
  }

  @Test(
    "Tab goes through the variants and back to the first; one that lacks a fact stands last and cannot be taken"
  )
  func variantsInTurn() throws {
    var driver = try StateDriver.withAnswers()
    driver.type("/late")
    #expect(Set(variants(driver).prefix(3)) == ["plain", "short", "number"])
    #expect(Array(variants(driver).suffix(3)) == ["open", "calm", "code"])
    #expect(driver.answerPopup?.options.last?.standing == .excluded(.missing(["order.code"])))
    let first = try #require(variants(driver).first)
    try driver.press("Shift-Tab")
    #expect(driver.answerPopup?.chosen?.variant.name == "code")
    #expect(try driver.press("Enter").isEmpty)
    #expect(driver.answerPopup != nil)
    try driver.press("Tab")
    #expect(driver.answerPopup?.chosen?.variant.name == first)
  }

  @Test("in public the variants for everybody's eyes come first")
  func inPublic() throws {
    var conversation = Fixtures.publicThread.allRead
    conversation.locale = "id"
    var driver = try StateDriver.withAnswers(conversation)
    driver.type("/late")
    #expect(Set(variants(driver).prefix(2)) == ["open", "calm"])
    #expect(driver.answerPopup?.options[2].standing == .excluded(.otherAudience))
  }

  @Test("an answer in another language is listed as such, and can be taken")
  func otherLanguage() throws {
    var driver = try StateDriver.withAnswers()
    driver.type("/only in english")
    #expect(driver.answerPopup?.selected?.isTheirs == false)
    try driver.press("Enter")
    #expect(text(driver) == "Only in English.")
  }

  // MARK: Facts

  @Test(
    "facts are asked for one after the other, written as the locale writes them, and known to the next answer"
  )
  func facts() throws {
    var driver = try StateDriver.withAnswers()
    driver.type("/late")
    try go(to: "number", &driver)
    try driver.press("Enter")
    #expect(driver.answerPopup?.filling?.facts == ["order.number", "order.day"])
    driver.type("4519")
    try driver.press("Enter")
    driver.type("2026-03-05")
    try driver.press("Enter")
    #expect(driver.state.popup == nil)
    #expect(text(driver) == "Pesanan 4519 tiba pada 5 Maret.")
    try driver.press("Ctrl-R")
    driver.type("late")
    try go(to: "number", &driver)
    #expect(driver.answerPopup?.chosen?.reply.toFill == [])
  }

  @Test("a fact left empty stays a blank in the text, with the cursor at it, and stops the reply")
  func blanks() throws {
    var driver = try StateDriver.withAnswers()
    driver.type("/late")
    try go(to: "number", &driver)
    try driver.press("Enter Enter")
    driver.type("2026-03-05")
    try driver.press("Enter")
    #expect(text(driver) == "Pesanan {{order.number}} tiba pada 5 Maret.")
    #expect(driver.composer?.field.cursor == "Pesanan ".utf8.count)
    try driver.press("Enter")
    #expect(driver.state.look?.findings.first?.rule == "placeholder.unfilled")
    #expect(driver.composer?.held == nil)
  }

  @Test("Esc in a fact goes back to the choice, a second one to the reply")
  func escape() throws {
    var driver = try StateDriver.withAnswers()
    driver.type("/late")
    try go(to: "number", &driver)
    try driver.press("Enter Esc")
    #expect(driver.answerPopup?.filling == nil)
    #expect(driver.answerPopup != nil)
    try driver.press("Esc")
    #expect(driver.state.popup == nil)
    #expect(text(driver) == "")
  }

  // MARK: Never the same twice

  @Test(
    "what a colleague has in their reply to this customer goes behind the others, and is said by whom; elsewhere it counts nothing"
  )
  func reserved() throws {
    let olena = Agent(id: "a-olena", name: "Olena")
    func offered(_ presences: [Presence]) throws -> [String] {
      var driver = try StateDriver.withAnswers()
      driver.take(.noticed(.presence(presences)))
      try driver.press("Ctrl-R")
      driver.type("late")
      return variants(driver)
    }
    let free = try offered([])
    let first = try #require(free.first)
    let here = Presence(
      agent: olena, conversation: MannersFixtures.conversation.id, activity: .writing,
      holding: ["late@id#\(first)", "no variant"])
    var elsewhere = here
    elsewhere.conversation = "c-elsewhere"
    #expect(try offered([elsewhere]) == free)
    #expect(try offered([here]).first != first)
    var driver = try StateDriver.withAnswers()
    try driver.press("Ctrl-R")
    driver.type("late")
    driver.take(.noticed(.presence([here])))
    #expect(variants(driver).first != first, "an open picker follows")
    let taken = driver.answerPopup?.options.first { $0.variant.name == first }
    guard case .fits(let reasons, _)? = taken?.standing, case .reserved(let use)? = reasons.first else {
      Issue.record("\(String(describing: taken?.standing))")
      return
    }
    #expect(use.by == "Olena")
  }

  @Test("what was used here goes behind what was not, whoever used it, and it is said by whom")
  func leastUsed() throws {
    var conversation = MannersFixtures.conversation
    var reply = Fixtures.agent("t", "Paket sedang di jalan.", minutesAgo: 2)
    reply.templates = [use("plain")]
    conversation.entries.append(reply)
    var driver = try StateDriver.withAnswers(conversation)
    driver.type("/late")
    #expect(variants(driver)[2] == "plain")
    #expect(driver.answerPopup?.rows.first?.usesHere == 1)
    let plain = driver.answerPopup?.options.first { $0.variant.name == "plain" }
    guard case .fits(let reasons, _)? = plain?.standing, case .usedHere(1, let last)? = reasons.first else {
      Issue.record("\(String(describing: plain?.standing))")
      return
    }
    #expect(last.by == "Me")
  }

  @Test("what stands in the reply already is not offered first again")
  func inTheReply() throws {
    var driver = try StateDriver.withAnswers()
    driver.type("/late")
    let first = try #require(variants(driver).first)
    try driver.press("Enter Ctrl-R")
    driver.type("late")
    #expect(variants(driver)[2] == first)
    #expect(driver.answerPopup?.options[2].standing == .written)
  }

  @Test("an answer for a first contact says so when the customer has had it")
  func firstContactOnly() throws {
    var conversation = MannersFixtures.conversation
    var reply = Fixtures.agent("t", "Terima kasih banyak.", minutesAgo: 2)
    reply.templates = [TemplateUse(variant: "thanks@id#thanks", version: "1")]
    conversation.entries.append(reply)
    var driver = try StateDriver.withAnswers(conversation)
    driver.type("/terima kasih")
    guard case .onlyOnce(let use)? = driver.answerPopup?.chosen?.standing else {
      Issue.record("\(String(describing: driver.answerPopup?.chosen?.standing))")
      return
    }
    #expect(use.by == "Me")
  }

  // MARK: What becomes of it

  @Test(
    "the reply says what it was made from and how much of it was kept; then its acts follow and the pick is learned"
  )
  func sending() throws {
    var driver = try StateDriver.withAnswers()
    driver.type("/late")
    try go(to: "plain", &driver)
    try driver.press("Enter")
    driver.type(" Ya")
    let held = try driver.press("Enter")
    #expect(held.contains { if case .saveDraft = $0 { true } else { false } })
    let sent = driver.wait(milliseconds: 8_000)
    let intent = try #require(sent.intents.first)
    #expect(intent.templates.map(\.variant) == ["late@id#plain"])
    #expect(intent.templates.first?.kept == 100)
    let after = driver.take(
      .answered(.apply(intent), .success(.outcome(.applied(entry: "e", audience: .customer, version: 2)))))
    let acts = after.intents.map(\.action)
    #expect(acts.contains(.setStatus("pending")))
    #expect(acts.contains(.tag(add: ["late"], remove: [])))
    #expect(
      acts.contains(.followUp(FollowUp(at: driver.state.now.adding(seconds: 172_800), text: "did it come?"))))
    let picks = after.compactMap {
      if case .keepPick(let answer, _, let variant, _) = $0 { "\(answer) \(variant.name)" } else { nil }
    }
    #expect(picks == ["late plain"])
    #expect(driver.state.answers.picker?.model.picks(of: AnswerID("late")) == 1)
  }

  @Test("a text that was thrown away and written anew was no pick, and nothing follows")
  func thrownAway() throws {
    var driver = try StateDriver.withAnswers()
    driver.type("/late")
    try go(to: "plain", &driver)
    try driver.press("Enter Ctrl-U")
    driver.type("Sudah saya cek.")
    try driver.press("Enter")
    let intent = try #require(driver.wait(milliseconds: 8_000).intents.first)
    #expect(intent.templates == [])
    let after = driver.take(
      .answered(.apply(intent), .success(.outcome(.applied(entry: "e", audience: .customer, version: 2)))))
    #expect(after.intents.isEmpty)
  }

  @Test("a reply that was taken back still knows what it was made from")
  func takenBack() throws {
    var driver = try StateDriver.withAnswers()
    driver.type("/late")
    try go(to: "plain", &driver)
    try driver.press("Enter Enter Ctrl-T Enter")
    let intent = try #require(driver.wait(milliseconds: 8_000).intents.first)
    #expect(intent.templates.map(\.variant) == ["late@id#plain"])
  }
}
