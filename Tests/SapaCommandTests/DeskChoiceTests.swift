import SapaCommand
import Testing

@Suite("Which desks a run is about")
struct DeskChoiceTests {
  private static func config(_ text: String) throws -> Config {
    try Config.parse(Array(text.utf8), path: "/c")
  }

  private static let desks =
    "{ desks: [{ name: 'rt', adapter: ['x'] }, { name: 'own', folder: '/own/' }, { name: 'b', folder: '/b' }] }"

  @Test(
    "a name of the config, else a folder; without either all of the config, else its folder, else the default"
  )
  func choices() throws {
    let several = try Self.config(Self.desks)
    func choice(_ option: String?, _ config: Config) -> DeskChoice {
      DeskChoice(option: option, config: config, defaultFolder: "/usual")
    }
    #expect(choice("own", several) == .named([several.desks[1]]))
    #expect(choice("./own", several) == .folder("./own", isDefault: false))
    #expect(choice("OWN", several) == .folder("OWN", isDefault: false))
    #expect(choice("/x/", several) == .folder("/x", isDefault: false))
    #expect(choice(nil, several) == .named(several.desks))
    #expect(choice(nil, try Self.config("{ desk: '/d/' }")) == .folder("/d", isDefault: false))
    #expect(choice("own", try Self.config("{ desk: '/d' }")) == .folder("own", isDefault: false))
    #expect(choice(nil, Config()) == .folder("/usual", isDefault: true))
    #expect(choice(nil, several).folders == ["/own", "/b"] && choice(nil, several).adapters == ["rt"])
    #expect(choice("/x", several).folders == ["/x"] && choice("/x", several).adapters.isEmpty)
  }
}
