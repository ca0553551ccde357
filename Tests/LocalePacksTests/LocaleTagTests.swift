import LocalePacks
import Testing

@Suite("A locale's tag")
struct LocaleTagTests {
  @Test(
    "is read in any case and with either mark, and written in one form",
    arguments: [
      ("id", "id"), ("ID", "id"), ("es_mx", "es-MX"), ("zh-hant-TW", "zh-Hant-TW"), ("ES-419", "es-419"),
      ("root", "root"), ("und", "root"), ("fil-PH", "fil-PH"), ("de-CH-1996", "de-CH"),
      ("ca-valencia", "ca"), ("zh-Hans-x-own", "zh-Hans"), ("en-u-ca-buddhist", "en"),
    ])
  func reading(_ text: String, _ written: String) {
    #expect(LocaleTag(text)?.description == written)
  }

  @Test(
    "that begins with no language is none", arguments: ["", "-", "1", "x-own", "englisch", "e", "ру", "419"])
  func refused(_ text: String) {
    #expect(LocaleTag(text) == nil)
  }
}
