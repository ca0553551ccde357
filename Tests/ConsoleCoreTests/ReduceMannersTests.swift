import DeskModel
import LocalePacks
import Safeguards
import ScreenKit
import TestSupport
import Testing
import TextLayout
import Widgets

@testable import ConsoleCore

@Suite("Manners while one writes")
struct ReduceMannersTests {
  private func rules(_ driver: StateDriver) -> [String] {
    driver.state.manners.live?.findings.map(\.rule) ?? []
  }

  @Test("they are asked for once, when the frame stands, by the customer's own locale")
  func asks() throws {
    var driver = try StateDriver(MannersFixtures.conversation)
    #expect(driver.take(.drawn) == [.loadManners("id-ID"), .loadAnswers])
    #expect(driver.take(.drawn) == [])
    driver.take(.manners("id-ID", try MannersFixtures.manners(), problems: []))
    driver.readReplies()
    #expect(driver.take(.drawn) == [])
    #expect(driver.state.openManners?.pack.name == "Test")
  }

  @Test("a language that the customer writes in beats the country of another one")
  func locale() throws {
    var conversation = MannersFixtures.conversation
    conversation.locale = "en"
    #expect(try StateDriver(conversation).state.openLocale == "en")
    conversation.locale = nil
    #expect(try StateDriver(conversation).state.openLocale == "id-ID")
    conversation.contact.locale = nil
    #expect(try StateDriver(conversation).state.openLocale == "root")
  }

  @Test("what is wrong with a pack is said in one sentence, and writing goes on")
  func problems() throws {
    var driver = try StateDriver(MannersFixtures.conversation)
    driver.take(.drawn)
    driver.take(.manners("id-ID", nil, problems: [SafeText("pack.json5:3: x: is wrong."), SafeText("more")]))
    #expect(driver.state.remark?.isError == true)
    #expect(driver.state.remark?.text.string.hasPrefix("pack.json5:3: x: is wrong. And 1 more") == true)
    driver.type("kamu")
    driver.take(.drawn)
    #expect(rules(driver) == [])
    #expect(driver.take(.drawn) == [], "it is not asked for again")
  }

  @Test(
    "a finding is there with the frame after its last letter, and gone with the next letter that makes it another word"
  )
  func live() throws {
    var driver = try StateDriver.withManners()
    driver.type("Kak, kam")
    driver.take(.drawn)
    #expect(rules(driver) == [])
    driver.type("u")
    driver.take(.drawn)
    #expect(rules(driver) == ["register.informal"])
    let revision = driver.state.revision.number
    driver.take(.drawn)
    #expect(driver.state.revision.number == revision, "nothing is drawn anew for nothing")
    driver.type("s")
    driver.take(.drawn)
    #expect(rules(driver) == [])
    #expect(driver.state.revision.number != revision)
  }

  @Test("notes to us are left alone")
  func notes() throws {
    var driver = try StateDriver.withManners()
    driver.type("kamu")
    try driver.press("Alt-N")
    driver.take(.drawn)
    #expect(driver.state.manners.live == nil)
  }

  @Test(
    "a key goes from one to the next and shows it whole; another one takes what is suggested, and undo brings it back"
  )
  func keys() throws {
    var driver = try StateDriver.withManners()
    driver.type("Kak, kamu babi")
    driver.take(.drawn)
    #expect(rules(driver) == ["courtesy.taboo", "register.informal"])
    try driver.press("Alt-G")
    #expect(driver.state.remark?.text.string == "“babi” is delicate here. Not here.")
    #expect(driver.state.open?.composer.field.cursor == 14)
    try driver.press("Alt-S")
    #expect(driver.state.remark?.text.string == "Only you can word this better: there is nothing to put in.")
    try driver.press("Alt-G")
    #expect(driver.state.open?.composer.field.cursor == 9)
    try driver.press("Alt-S")
    #expect(driver.state.open?.composer.field.text == "Kak, Kak babi")
    try driver.press("Alt-U")
    #expect(driver.state.open?.composer.field.text == "Kak, kamu babi")
  }

  @Test("with nothing found, the keys say so")
  func nothing() throws {
    var driver = try StateDriver.withManners()
    driver.type("Kak, halo")
    try driver.press("Alt-G")
    #expect(driver.state.remark?.text.string == "Nothing was found in the answer.")
  }

  @Test("an error of a pack stops the send, a warning takes a second Enter")
  func lastLook() throws {
    var driver = try StateDriver.withManners()
    driver.type("Kak, babi")
    try driver.press("Enter")
    #expect(driver.state.look?.canSend == false)
    driver = try StateDriver.withManners()
    driver.type("Kak, kamu")
    try driver.press("Enter")
    #expect(driver.state.look?.canSend == true)
    try driver.press("Enter")
    #expect(driver.state.open?.composer.held?.text == "Kak, kamu")
  }

  @Test("the text is set as the language sets it, in one step that can be undone; a set text says so")
  func typography() throws {
    var driver = try StateDriver.withManners()
    driver.type("Kak... \"ya\" - baik https://a.b/c...d")
    try driver.press("Alt-Q")
    #expect(driver.state.open?.composer.field.text == "Kak… “ya” – baik https://a.b/c...d")
    #expect(driver.state.remark?.text.string == "4 places were set.")
    try driver.press("Alt-Q")
    #expect(driver.state.remark?.text.string == "Everything is set as this language has it.")
    try driver.press("Alt-U")
    #expect(driver.state.open?.composer.field.text == "Kak... \"ya\" - baik https://a.b/c...d")
  }

  @Test("a key writes how the customer is addressed")
  func address() throws {
    var driver = try StateDriver.withManners()
    try driver.press("Alt-K")
    let given = try #require(MannersFixtures.conversation.contact.given)
    #expect(driver.state.open?.composer.field.text == "Kak \(given)")
  }

  @Test("without manners the keys say that none are known")
  func unknown() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.press("Alt-K")
    #expect(driver.state.remark?.text.string == "There are no manners known for this customer's language.")
  }

  @Test("what a customer's message holds is read once the manners are here, and anew when a message comes")
  func reading() throws {
    var conversation = MannersFixtures.conversation
    conversation.entries.append(Fixtures.customer("s", "besok ya", minutesAgo: 1))
    var driver = try StateDriver.withManners(conversation)
    #expect(driver.state.manners.reading?.signals["s"]?.map(\.rule) == ["besok"])
    conversation.entries.append(Fixtures.customer("t", "besok jam 9", minutesAgo: 0))
    conversation.entries.append(Fixtures.customer("u", "besok", minutesAgo: 0))
    driver.update(conversation)
    driver.take(.drawn)
    #expect(driver.state.manners.reading.map { Set($0.signals.keys) } == ["e-4", "s", "u"])
  }

  @Test("Ctrl-L reads the packs again, and a fault that was told stays told until then")
  func rereads() throws {
    var driver = try StateDriver.withManners()
    driver.take(.manners("en", nil, problems: [SafeText("a fault.")]))
    #expect(driver.state.remark?.text.string.hasPrefix("a fault.") == true)
    driver.state.remark = nil
    driver.take(.manners("fr", nil, problems: [SafeText("a fault.")]))
    #expect(driver.state.remark == nil)
    try driver.press("Ctrl-L")
    #expect(driver.take(.drawn) == [.loadManners("id-ID"), .loadAnswers])
  }

  @Test("with a delay a text is looked at when its writer pauses, and at once when a key needs it")
  func pause() throws {
    var driver = try StateDriver.withManners()
    driver.state.settings.findingsDelay = 150
    driver.type("Kak, kamu")
    driver.take(.drawn)
    #expect(rules(driver) == [])
    #expect(
      driver.state.nextDeadline.map { $0 <= Timestamp(milliseconds: driver.state.now.milliseconds + 150) }
        == true)
    driver.wait(milliseconds: 149)
    driver.take(.drawn)
    #expect(rules(driver) == [])
    driver.wait(milliseconds: 1)
    driver.take(.drawn)
    #expect(rules(driver) == ["register.informal"])
    driver.type("s kamu")
    try driver.press("Alt-G")
    #expect(driver.remark.contains("kamu"))
  }

  @Test("nothing goes while the customer’s manners are on their way; then the Enter holds")
  func stopped() throws {
    var driver = try StateDriver(MannersFixtures.conversation)
    driver.take(.drawn)
    driver.type("Kak, baik")
    try driver.press("Enter")
    #expect(driver.state.look?.canSend == false)
    #expect(driver.state.look?.findings.map(\.rule) == ["manners.reading"])
    driver.take(.manners("id-ID", try MannersFixtures.manners(), problems: []))
    #expect(driver.composer?.held?.text == "Kak, baik")
  }

  @Test("an Enter that has waited for the manners is stopped by what they find")
  func stoppedThen() throws {
    var driver = try StateDriver(MannersFixtures.conversation)
    driver.take(.drawn)
    driver.type("Kak, kamu")
    try driver.press("Enter")
    driver.take(.manners("id-ID", try MannersFixtures.manners(), problems: []))
    #expect(driver.composer?.held == nil)
    #expect(driver.state.look?.findings.contains { $0.rule == "register.informal" } == true)
  }

  @Test("of many locales the console keeps a few, that of the open conversation among them")
  func bounded() throws {
    var driver = try StateDriver.withManners()
    let manners = try MannersFixtures.manners()
    for number in 0..<30 { driver.take(.manners("x\(number)", manners, problems: [])) }
    #expect(driver.state.manners.known.count <= 13)
    #expect(driver.state.openManners != nil)
    #expect(driver.take(.drawn) == [])
  }

  @Test("what a mailing to many languages needs is kept, so that nothing is asked for again and again")
  func keepsWhatIsNeeded() throws {
    var state = MannersState()
    let manners = try MannersFixtures.manners()
    let needed = (0..<20).map { "x\($0)" }
    for locale in ["old"] + needed { state.take(locale, manners, needed: needed) }
    #expect(Set(state.known.keys) == Set(needed))
  }

  @Test("a customer without a locale is judged by what holds for all languages")
  func withoutLocale() throws {
    var conversation = MannersFixtures.conversation
    conversation.locale = nil
    conversation.contact.locale = nil
    var driver = try StateDriver(conversation)
    #expect(driver.take(.drawn) == [.loadManners("root"), .loadAnswers])
  }

  @Test("the suggestion of a finding that does not stand on the screen is not taken")
  func hidden() throws {
    var driver = try StateDriver.withManners()
    driver.type("Kak, kamu")
    driver.take(.drawn)
    try driver.press("Enter")
    #expect(driver.state.look != nil)
    driver.take(.command(.applySuggestion))
    #expect(driver.state.open?.composer.field.text == "Kak, kamu")
  }

  @Test("a text that would grow beyond what fits is not set")
  func tooLong() throws {
    var driver = try StateDriver.withManners()
    // An ellipsis is as long as three full stops; a dash is longer than a hyphen.
    let text = String(repeating: "Kak - ya, ", count: (64 * 1024) / 10)
    driver.take(.input(.paste(text)))
    let before = driver.state.open?.composer.field.text
    try driver.press("Alt-Q")
    #expect(driver.state.open?.composer.field.text == before)
    #expect(driver.state.remark?.text.string == "The text is too long to be set: take something out first.")
  }

  @Test("setting a text leaves the cursor at the word where it stood")
  func cursor() throws {
    var driver = try StateDriver.withManners()
    driver.type("Kak... ya - baik sekali")
    for _ in 0..<"sekali".count { try driver.press("Left") }
    try driver.press("Alt-Q")
    let field = try #require(driver.state.open?.composer.field)
    #expect(field.text == "Kak… ya – baik sekali")
    #expect(field.cursor == field.byteCount - "sekali".utf8.count)
  }

  @Test("who passes a conversation by has nothing read in it but its manners; who rests there has all of it")
  func passing() throws {
    var driver = try StateDriver(focus: .queue)
    driver.state.settings.findingsDelay = 150
    driver.take(.drawn)
    driver.open(Fixtures.dialog)
    #expect(driver.take(.drawn) == [.loadManners(AppState.locale(of: Fixtures.dialog))])
    #expect(driver.take(.drawn) == [])
    #expect(driver.state.nextDeadline.map { $0 <= driver.state.now.adding(seconds: 1) } == true)
    driver.wait(milliseconds: 119)
    #expect(driver.take(.drawn) == [])
    driver.wait(milliseconds: 1)
    #expect(driver.take(.drawn).contains(.loadAnswers))
    #expect(driver.state.manners.arrival?.rests == nil)
  }
}
