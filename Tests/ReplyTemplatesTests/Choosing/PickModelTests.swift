import ReplyTemplates
import SeededRandom
import Testing

@Suite struct PickModelTests {
  static let ids = (0..<12).map { AnswerID("answer-\($0)") }

  /// A picker that learned random picks.
  static func learned(_ count: Int, seed: UInt64, capacity: Int = PickModel.usualCapacity) -> AnswerPicker {
    var random = SeededGenerator(seed: seed)
    var picker = AnswerPicker(
      index: AnswerIndex(ids.map { IndexedAnswer(id: $0) }), model: PickModel(capacity: capacity))
    for _ in 0..<count {
      let word = { String("abcdefgh".randomElement(using: &random) ?? "a") + "wort" }
      let context = PickContext(
        language: "de", channel: "mail", tags: [word()],
        previous: [.freehand, .answer(ids.randomElement(using: &random) ?? ids[0])],
        message: word() + " " + word(), typed: word())
      picker.learn(ids.randomElement(using: &random) ?? ids[0], in: context)
    }
    return picker
  }

  @Test(arguments: [0, 1, 40]) func comesBackFromItsBytesAsItWas(count: Int) throws {
    let model = Self.learned(count, seed: 3).model
    let bytes = model.bytes()
    let read = try PickModel(bytes: bytes)
    #expect(read == model)
    #expect(read.bytes() == bytes)
    #expect(read.count == count)
  }

  @Test func whatIsCutOffOrChangedAnywhereIsRefused() {
    let bytes = Self.learned(20, seed: 5).model.bytes()
    for place in bytes.indices {
      var changed = bytes
      changed[place] ^= 0x41
      #expect(throws: PickModelError.self) { try PickModel(bytes: changed) }
      #expect(throws: PickModelError.self) { try PickModel(bytes: Array(bytes[..<place])) }
    }
  }

  @Test func saysWhatIsWrongWithBytes() {
    var newer = PickModel().bytes()
    newer[8] = 9
    #expect(throws: PickModelError.newer(version: 9)) { try PickModel(bytes: newer) }
    #expect(throws: PickModelError.notAPickModel) { try PickModel(bytes: Array("{}".utf8)) }
    #expect(throws: PickModelError.damaged) { try PickModel(bytes: PickModel().bytes() + [0]) }
  }

  @Test func stopsGrowingAndStillRemembersWhatRecurs() throws {
    var small = Self.learned(2000, seed: 7, capacity: 300)
    let before = small.model.bytes().count
    for _ in 0..<6 { small.learn(Self.ids[3], in: PickContext(typed: "kulanz")) }
    #expect(small.model.bytes().count < 300 * 16)
    #expect(before < 300 * 16)
    #expect(small.rank(PickContext(typed: "kulanz"), limit: 1).first?.id == Self.ids[3])
    #expect(try PickModel(bytes: small.model.bytes()) == small.model)
  }

  @Test func holdsNoTextOfACustomer() {
    var picker = Self.learned(0, seed: 1)
    picker.learn(
      Self.ids[0], in: PickContext(tags: ["geheimtag"], message: "Kontonummer", typed: "vertraulich"))
    let text = String(decoding: picker.model.bytes(), as: UTF8.self)
    for word in ["Konto", "konto", "vertraulich", "geheimtag"] { #expect(!text.contains(word)) }
  }
}
