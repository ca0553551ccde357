import JSONText
import LocalePacks
import Testing

@Suite("The extract of CLDR")
struct CLDRExtractTests {
  static let product = """
    root id ms uk ru kk en en-US en-GB en-001 de de-AT de-CH fr fr-CA es es-419 es-MX es-ES pt pt-BR pt-PT it pl tr ar
    ar-EG ar-SA fa he hi bn th vi ja ko zh zh-Hans zh-Hant zh-Hant-HK fil uz
    """.split { $0 == " " || $0 == "\n" }.map(String.init)

  static func tag(_ text: String) throws -> LocaleTag { try #require(LocaleTag(text)) }

  @Test("names its release, its licence and its source, and holds every locale of the product")
  func top() throws {
    let extract = try ShippedLocaleData.extract()
    #expect(extract.version == "47.0.0")
    #expect(extract.licence == "Unicode-3.0")
    #expect(extract.source == "https://github.com/unicode-org/cldr-json")
    for name in Self.product { #expect(extract.tags.contains(try Self.tag(name)), "\(name)") }
  }

  @Test(
    "inherits as CLDR does",
    arguments: [
      ("es-MX", "es-MX es-419 es root"), ("zh-Hant", "zh-Hant root"), ("en-GB", "en-GB en-001 en root"),
      ("en-AT", "en-AT en-150 en-001 en root"), ("zh-Hant-HK", "zh-Hant-HK zh-Hant root"),
      ("zh-Hant-MO", "zh-Hant-MO zh-Hant-HK zh-Hant root"), ("pt-AO", "pt-AO pt-PT pt root"),
      ("pt-BR", "pt-BR pt root"), ("uz-Cyrl", "uz-Cyrl root"), ("zh-Hans-SG", "zh-Hans-SG zh-Hans zh root"),
      ("zh-TW", "zh-TW zh-Hant-TW zh-Hant root"), ("zh-HK", "zh-HK zh-Hant-HK zh-Hant root"),
      ("en-Latn-GB", "en-Latn-GB en-GB en-001 en root"), ("zh-CN", "zh-CN zh root"), ("id", "id root"),
      ("zh-Hans-HK", "zh-Hans-HK zh-Hans zh root"), ("xx-YY", "xx-YY xx root"), ("root", "root"),
    ])
  func chains(_ name: String, _ chain: String) throws {
    let extract = try ShippedLocaleData.extract()
    let tag = try Self.tag(name)
    #expect(extract.chain(of: tag).map(\.description).joined(separator: " ") == chain)
    #expect(extract.parent(of: tag) == extract.chain(of: tag).dropFirst().first)
  }

  @Test("comes to the root from every locale")
  func noCycles() throws {
    let extract = try ShippedLocaleData.extract()
    for tag in extract.tags { #expect(extract.chain(of: tag).last == .root, "\(tag)") }
  }

  @Test(
    "knows what old tags are called now",
    arguments: [
      ("tl", "fil"), ("iw", "he"), ("in", "id"), ("ind-ID", "id-ID"), ("zsm", "ms"), ("prs", "fa-AF"),
      ("uk", "uk"),
      ("tl-PH", "fil-PH"), ("xx", "xx"),
    ])
  func aliases(_ old: String, _ new: String) throws {
    #expect(try ShippedLocaleData.extract().canonical(Self.tag(old)).description == new)
  }

  @Test(
    "knows the script and the region that a tag most likely means",
    arguments: [
      ("zh-TW", "zh-Hant-TW"), ("zh-HK", "zh-Hant-HK"), ("zh", "zh-Hans-CN"), ("id", "id-Latn-ID"),
      ("zh-Hant", "zh-Hant-TW"), ("uz", "uz-Latn-UZ"), ("kk-CN", "kk-Arab-CN"), ("en-GB", "en-Latn-GB"),
      ("pt-PT", "pt-Latn-PT"), ("ar-SA", "ar-Arab-SA"), ("xx", "xx"), ("root", "root"),
    ])
  func likely(_ short: String, _ full: String) throws {
    #expect(try ShippedLocaleData.extract().likely(Self.tag(short)).description == full)
  }

  @Test(
    "gives the tags under which something may stand, best first",
    arguments: [
      ("zh-CN", "zh-CN zh zh-Hans-CN zh-Hans root"), ("es", "es es-Latn-ES es-Latn es-ES root"),
      ("tl", "fil fil-Latn-PH fil-Latn fil-PH root"), ("zh-TW", "zh-TW zh-Hant-TW zh-Hant root"),
    ])
  func candidates(_ name: String, _ tags: String) throws {
    let extract = try ShippedLocaleData.extract()
    let found = try extract.family.candidates(for: Self.tag(name))
    #expect(found.map(\.description).joined(separator: " ") == tags)
  }

  @Test(
    "has the quotation marks, the direction and the script of each locale",
    arguments: [
      ("id", "“”‘’", "Latn"), ("ms", "“”‘’", "Latn"), ("uk", "«»„“", "Cyrl"), ("ru", "«»„“", "Cyrl"),
      ("kk", "«»“”", "Cyrl"), ("en-US", "“”‘’", "Latn"), ("en-GB", "“”‘’", "Latn"), ("de", "„“‚‘", "Latn"),
      ("de-AT", "„“‚‘", "Latn"), ("fr", "«»«»", "Latn"), ("fr-CA", "«»”“", "Latn"), ("fr-CH", "«»‹›", "Latn"),
      ("es-ES", "“”‘’", "Latn"), ("es-MX", "“”‘’", "Latn"), ("pt-BR", "“”‘’", "Latn"),
      ("pt-PT", "«»“”", "Latn"),
      ("it", "«»“”", "Latn"), ("pl", "„”«»", "Latn"), ("tr", "“”‘’", "Latn"), ("ar", "”“’‘", "Arab"),
      ("ar-EG", "”“’‘", "Arab"), ("fa", "«»‹›", "Arab"), ("he", "””’’", "Hebr"), ("hi", "“”‘’", "Deva"),
      ("bn", "“”‘’", "Beng"), ("th", "“”‘’", "Thai"), ("vi", "“”‘’", "Latn"), ("ja", "「」『』", "Jpan"),
      ("ko", "“”‘’", "Kore"), ("zh-Hans", "“”‘’", "Hans"), ("zh-Hant", "「」『』", "Hant"),
      ("zh-TW", "「」『』", "Hant"), ("fil", "“”‘’", "Latn"), ("uz", "“”’‘", "Latn"),
    ])
  func quotes(_ name: String, _ marks: String, _ script: String) throws {
    let locale = try ShippedLocaleData.extract().locale(Self.tag(name))
    let quotes = locale.quotes
    #expect(quotes.open + quotes.close + quotes.nestedOpen + quotes.nestedClose == marks)
    #expect(locale.script == script)
    #expect(locale.isRightToLeft == ["Arab", "Hebr"].contains(script))
  }

  @Test("finds the nearest locale that it holds, and tells which")
  func nearest() throws {
    let extract = try ShippedLocaleData.extract()
    #expect(try extract.locale(Self.tag("es-PR")).tag.description == "es-419")
    #expect(try extract.locale(Self.tag("in-ID")).tag.description == "id")
    #expect(try extract.locale(Self.tag("zh-Hant-TW")).tag.description == "zh-Hant")
    #expect(try extract.locale(Self.tag("sw")).tag == .root)
  }

  @Test("has the tender of the country that a tag means, and none for groups of countries")
  func currencies() throws {
    let extract = try ShippedLocaleData.extract()
    let expected = [
      "id": "IDR", "uk": "UAH", "de-CH": "CHF", "zh-Hant": "TWD", "zh-Hant-HK": "HKD", "ar": "EGP",
      "uz": "UZS", "en": "USD",
    ]
    for (name, code) in expected { #expect(try extract.currency(of: Self.tag(name)) == code, "\(name)") }
    #expect(try extract.currency(of: Self.tag("es-419")) == nil)
    #expect(extract.currency(ofRegion: "MX") == "MXN")
  }

  @Test("has the parts of the day as they begin, each once, and the order of names")
  func daysAndNames() throws {
    let extract = try ShippedLocaleData.extract()
    for tag in extract.tags {
      let periods = extract.locale(tag).dayPeriods
      #expect(periods.map(\.from) == periods.map(\.from).sorted(), "\(tag)")
      for minute in stride(from: 0, to: 1_440, by: 30) {
        #expect(periods.count { $0.contains(minute: minute) } == 1, "\(tag) \(minute)")
      }
    }
    let uk = try extract.locale(Self.tag("uk")).dayPeriods
    #expect(
      uk.map { "\($0.id) \($0.from) \($0.before)" } == [
        "night1 0 240", "morning1 240 720", "afternoon1 720 1080", "evening1 1080 1440",
      ])
    let surnameFirst = extract.tags.filter { extract.locale($0).names.order == .surnameFirst }
    #expect(Set(surnameFirst.map(\.language)) == ["vi", "ja", "ko", "zh"])
    let ja = try extract.locale(Self.tag("ja")).names
    #expect(ja.space.isEmpty && ja.foreignSpace == "・" && ja.formalShort == "{surname}{title}")
    #expect(try extract.locale(Self.tag("id")).names.formal == "{title} {surname}")
  }

  // MARK: - Bad files

  static let good = """
    {cldr: "1", licence: "x", source: "y", parents: {}, aliases: {}, likely: {}, digits: {}, fractions: {}, currencies: {},
     locales: {root: {dir: "ltr", quotes: ["a", "b", "c", "d"], numbering: "latn", decimal: ".", group: ",", minus: "-",
      percentSign: "%", minGrouping: 1, grouping: [3], percentPattern: "0%", currencyPattern: "¤0", currencySpacing: " ",
      names: {order: "givenFirst", space: " ", foreignSpace: " ", formal: "f", informal: "i", formalShort: "s", informalShort: "h"},
      dayPeriods: [["am", "00:00", "12:00"]], plurals: {other: {rule: "", integer: "0~2", decimal: ""}}}}}
    """

  @Test("of a file that is cut short or has a key twice is refused with its line")
  func syntax() {
    let cut = Array(Self.good.utf8.dropLast(2))
    #expect {
      try CLDRExtract(cut, file: "e.json5")
    } throws: { error in
      guard case .syntax("e.json5", let place)? = error as? LocaleDataError else { return false }
      return place.position.line == 5 && "\(error)".hasPrefix("e.json5, line 5, column ")
    }
    #expect("\(failure("cldr: \"1\"", "cldr: \"1\",\ncldr: \"2\"") as Any)".contains("line 2"))
  }

  @Test(
    "of a file with a wrong field is refused with the path of the field",
    arguments: [
      ("cldr: \"1\"", "cldr: 1", "cldr must be a string"),
      ("licence: \"x\", ", "", "licence must be a string"),
      ("dir: \"ltr\"", "dir: \"up\"", "locales.root.dir must be \"ltr\" or \"rtl\""),
      ("\"d\"]", "]", "locales.root.quotes must be an array of 4 strings"),
      ("\"latn\"", "\"thai\"", "locales.root.numbering must be latn or one of digits"),
      ("grouping: [3]", "grouping: [0]", "locales.root.grouping.0 must be a whole number from 1 to 9"),
      ("grouping: [3]", "grouping: []", "locales.root.grouping must be an array of 1 or 2 numbers"),
      ("\"0%\"", "\"%\"", "locales.root.percentPattern must be a pattern of a number"),
      ("\"givenFirst\"", "\"first\"", "locales.root.names.order must be givenFirst or surnameFirst"),
      ("\"12:00\"", "\"25:00\"", "locales.root.dayPeriods.0 must be an id and two times such as \"06:00\""),
      ("other: {", "some: {", "locales.root.plurals.some must be named zero, one, two, few, many or other"),
      ("other: {rule: \"\"", "one: {rule: \"n = \"", "locales.root.plurals.one.rule must be a plural rule"),
      ("0~2", "2~0", "locales.root.plurals.other must be with samples of CLDR's form"),
      ("root: {", "id: {", "locales.root must be there, for all locales inherit from it"),
      ("parents: {}", "parents: {root: 1}", "parents.root must be a string"),
      ("parents: {}", "parents: {\"aa-BB\": \"aa-CC\", \"aa-CC\": \"aa-BB\"}", nil),
      ("digits: {}", "digits: {beng: \"012\"}", "digits.beng must be ten digits"),
    ])
  func fields(_ old: String, _ new: String, _ message: String?) {
    let description = failure(old, new).map { "\($0)" }
    #expect(description == message.map { "e.json5: " + $0 })
  }

  @Test("refuses locales whose parents go round in a circle")
  func cycle() {
    let parents = "parents: {\"aa-BB\": \"aa-CC\", \"aa-CC\": \"aa-BB\"}"
    let text = Self.good.replacing("parents: {}", with: parents).replacing(
      "root: {", with: "\"aa-BB\": {}, root: {")
    #expect(throws: LocaleDataError.self) { try CLDRExtract(Array(text.utf8), file: "e.json5") }
  }

  private func failure(_ old: String, _ new: String) -> LocaleDataError? {
    do throws(LocaleDataError) {
      _ = try CLDRExtract(Array(Self.good.replacing(old, with: new).utf8), file: "e.json5")
      return nil
    } catch { return error }
  }
}
