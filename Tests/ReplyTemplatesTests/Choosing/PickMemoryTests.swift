import DeskModel
import LocalePacks
import ReplyTemplates
import Testing

@Suite("What a console remembers of picks")
struct PickMemoryTests {
  private func variant(_ name: String) throws -> VariantID { try #require(VariantID("late@pt-BR#\(name)")) }

  @Test("comes back as it was, whatever variants are called")
  func roundTrip() throws {
    var memory = PickMemory()
    for (index, name) in ["plain", "after waiting", "zweite “Zeile”", "a\"b"].enumerated() {
      memory.lastUses[try variant(name)] = Timestamp(milliseconds: 1_790_000_000_000 + Int64(index))
    }
    #expect(PickMemory.lastUses(json: memory.lastUsesJSON) == memory.lastUses)
    #expect(PickMemory.lastUses(json: PickMemory().lastUsesJSON) == [:])
  }

  @Test("keeps the latest when there are too many")
  func bounded() throws {
    var memory = PickMemory()
    for index in 0..<(PickMemory.limit + 5) {
      memory.lastUses[try variant("v\(index)")] = Timestamp(milliseconds: Int64(index))
    }
    let back = try #require(PickMemory.lastUses(json: memory.lastUsesJSON))
    #expect(back.count == PickMemory.limit)
    #expect(back[try variant("v0")] == nil)
  }

  @Test("that is damaged is none", arguments: ["", "[]", "{\"late\": 1}", "{\"late@en#x\": \"y\"}", "{"])
  func damaged(_ text: String) {
    #expect(PickMemory.lastUses(json: Array(text.utf8)) == nil)
  }
}
