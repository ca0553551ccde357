import DeskModel
import LocalePacks
import ReplyTemplates
import Safeguards
import SystemCalls
import Testing

@Suite("The guard on our own safe request")
struct SafeRequestSilenceTests {
  @Test("is silent, in every locale, for a person and for a company")
  func silent() throws {
    let folder = CredentialFixtures.checkout + "/Templates/safe-request"
    let names = try FileSystem.list(folder).filter { $0.hasSuffix(".md") }
    #expect(names.count >= 28)
    for name in names {
      let tag = try #require(LocaleTag(String(name.dropLast(3))))
      let set = TemplateSet([
        TemplateFile(
          layer: "shipped", name: "safe-request/\(name)", path: name,
          bytes: try FileSystem.contents(of: "\(folder)/\(name)", limit: 1 << 20))
      ])
      let request = try #require(set.requests[tag])
      let check = CredentialCheck(CredentialFixtures.library.resolve(tag).pack)
      for kind in SafeRequest.Kind.allCases {
        let text = try #require(request.text(kind) { $0.words })
        let found = check.findings(in: Draft(text: text, audience: .customer, locale: "\(tag)"))
        #expect(found == [], "\(tag) \(kind)")
      }
    }
  }
}
