import SapaCommand
import TestSupport
import Testing

@Suite("Config keys of the manual page")
struct ConfigKeyTests {
  @Test("each key's example can be read, and changes something or says the default", arguments: ConfigKey.all)
  func example(key: ConfigKey) throws {
    _ = try Config.parse(Array("{ \(key.name): \(key.example) }".utf8), path: "config")
  }

  @Test("each key's meaning is a sentence", arguments: ConfigKey.all)
  func sentence(key: ConfigKey) {
    #expect(key.meaning.hasSuffix(".") && key.meaning.first?.isUppercase == true)
  }

  @Test("the keys that the config reads and those of the manual page are the same")
  func complete() throws {
    let source =
      try Checkout.text("Sources/SapaCommand/Config.swift")
      + Checkout.text("Sources/SapaCommand/Config+Tools.swift")
    let read = source.matches(of: /(?m)^    case "(\w+)"/).map { String($0.1) }
    #expect(!read.isEmpty)
    #expect(Set(read) == Set(ConfigKey.all.map(\.name)))
    #expect(Set(ConfigKey.all.map(\.name)).count == ConfigKey.all.count)
  }
}
