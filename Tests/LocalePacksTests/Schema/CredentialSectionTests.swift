import Testing

@testable import LocalePacks

@Suite("Words of requests for secrets, in a pack")
struct CredentialSectionTests {
  private func problems(_ credentials: String) -> [String] {
    let file = PackFixtures.file("xx", "credentials: \(credentials)")
    return PackLayer(file.bytes, file: file.path, origin: PackOrigin(tag: file.tag, layer: file.layer))
      .problems.map(\.description)
  }

  @Test("are read, and merged by id")
  func layers() {
    let library = PackFixtures.library([
      (
        "es",
        "credentials: [{id: \"a\", kind: \"password\", forms: [\"clave-\"], src: [], status: \"unsourced\"}, {id: \"b\", kind: \"ask\", forms: [\"envíe\"], src: [], status: \"unsourced\"}]"
      ),
      (
        "es-419",
        "parent: \"es\", credentials: [{id: \"a\", off: true}, {id: \"b\", kind: \"ask\", forms: [\"mande\"], src: [], status: \"unsourced\"}]"
      ),
    ])
    let pack = library.resolve(LocaleTag(language: "es", region: "419")).pack
    #expect(pack.credentialWords.map(\.forms) == [["mande"]])
    #expect(pack.credentialWords.map(\.kind) == [.ask])
  }

  @Test(
    "say what is wrong",
    arguments: [
      (
        "[{id: \"a\", forms: [\"x\"], src: [], status: \"unsourced\"}]",
        "credentials[0].kind: is missing"
      ),
      (
        "[{id: \"a\", kind: \"secret\", forms: [\"x\"], src: [], status: \"unsourced\"}]",
        "credentials[0].kind: must be one of"
      ),
      ("[{id: \"a\", kind: \"ask\", src: [], status: \"unsourced\"}]", "credentials[0].forms: is missing"),
      (
        "[{id: \"a\", kind: \"ask\", forms: [\"sen(d|t)\"], src: [], status: \"unsourced\"}]",
        "“sen(d|t)” looks like a regular expression"
      ),
      (
        "[{id: \"a\", kind: \"ask\", forms: [\"-\"], src: [], status: \"unsourced\"}]",
        "“-” has neither letter nor digit"
      ),
      (
        "[{id: \"a\", kind: \"ask\", forms: [\"-word\"], src: [], status: \"unsourced\"}]",
        "begins with a hyphen"
      ),
      ("[{id: \"a\", kind: \"ask\", forms: [\"x\"], src: []}]", "credentials[0].status: is missing"),
    ])
  func wrong(_ credentials: String, _ expected: String) {
    let told = problems(credentials)
    #expect(told.contains { $0.contains(expected) }, "\(told)")
  }
}
