/// Reads the locales of an extract, parents before children, and lets these inherit.
struct CLDRLocaleReader {
  /// What the file holds of each locale.
  var fields: [LocaleTag: DataField] = [:]
  /// What has been read, with what is inherited.
  private(set) var locales: [LocaleTag: CLDRLocale] = [:]

  private var digits: [String: [Character]] = ["latn": Array("0123456789")]
  private var fractions: [String: CurrencyFraction] = [:]

  /// Reads the tables that all locales share.
  init(_ top: DataField) throws(LocaleDataError) {
    for (system, field) in try top["digits"].members() {
      let characters = Array(try field.string())
      guard characters.count == 10 else { throw field.fail("ten digits") }
      digits[system] = characters
    }
    for (code, field) in try top["fractions"].members() {
      let counts = try field.elements()
      guard counts.count == 2 else { throw field.fail("an array of 2 numbers") }
      fractions[code] = CurrencyFraction(accounts: try counts[0].int(0...9), cash: try counts[1].int(0...9))
    }
  }

  /// Reads a locale and, before it, its parents; one that the file lacks is passed over.
  mutating func read(_ tag: LocaleTag, _ family: LocaleFamily) throws(LocaleDataError) {
    if locales[tag] != nil { return }
    var inherited: CLDRLocale?
    if let parent = family.chain(of: tag).dropFirst().first(where: { fields[$0] != nil }) {
      try read(parent, family)
      inherited = locales[parent]
    }
    guard let field = fields[tag] else { return }
    locales[tag] = try locale(tag, field, inherited)
  }

  private func locale(
    _ tag: LocaleTag, _ field: DataField, _ inherited: CLDRLocale?
  ) throws(LocaleDataError) -> CLDRLocale {
    let plurals = try plurals(field, inherited)
    return CLDRLocale(
      tag: tag, script: try field.optional("script")?.string() ?? inherited?.script,
      isRightToLeft: try direction(field, inherited), quotes: try quotes(field, inherited),
      numbers: try numbers(field, inherited), plurals: plurals.0, pluralSamples: plurals.1,
      dayPeriods: try dayPeriods(field, inherited), names: try names(field, inherited))
  }

  private func direction(_ field: DataField, _ inherited: CLDRLocale?) throws(LocaleDataError) -> Bool {
    if let inherited, field.optional("dir") == nil { return inherited.isRightToLeft }
    switch try field["dir"].string() {
    case "ltr": return false
    case "rtl": return true
    default: throw field["dir"].fail("\"ltr\" or \"rtl\"")
    }
  }

  private func quotes(_ field: DataField, _ inherited: CLDRLocale?) throws(LocaleDataError) -> CLDRQuotes {
    if let inherited, field.optional("quotes") == nil { return inherited.quotes }
    let marks = try field["quotes"].strings(count: 4)
    return CLDRQuotes(open: marks[0], close: marks[1], nestedOpen: marks[2], nestedClose: marks[3])
  }

  private func numbers(_ field: DataField, _ inherited: CLDRLocale?) throws(LocaleDataError) -> NumberStyle {
    let old = inherited?.numbers
    func text(_ key: String, _ old: String?) throws(LocaleDataError) -> String {
      if let old, field.optional(key) == nil { return old }
      return try field[key].string()
    }
    func pattern(_ key: String, _ old: NumberPattern?) throws(LocaleDataError) -> NumberPattern {
      if let old, field.optional(key) == nil { return old }
      guard let pattern = NumberPattern(try field[key].string()) else {
        throw field[key].fail("a pattern of a number")
      }
      return pattern
    }
    let (decimal, group) = (try text("decimal", old?.decimal), try text("group", old?.group))
    let numbering = try text("numbering", old?.numbering)
    guard let digits = digits[numbering] else { throw field["numbering"].fail("latn or one of digits") }
    var groups = old.map { [$0.primaryGroup, $0.secondaryGroup] } ?? []
    if let own = field.optional("grouping") {
      groups = []
      for element in try own.elements() { groups.append(try element.int(1...9)) }
    }
    guard let primary = groups.first, let secondary = groups.last, groups.count <= 2 else {
      throw field["grouping"].fail("an array of 1 or 2 numbers")
    }
    var minimum = old?.minimumGrouping
    if minimum == nil || field.optional("minGrouping") != nil {
      minimum = try field["minGrouping"].int(1...9)
    }
    var symbols = old?.symbols ?? [:]
    for (code, symbol) in try field.optional("symbols")?.members() ?? [] {
      symbols[code] = try symbol.string()
    }
    return NumberStyle(
      decimal: decimal, group: group,
      currencyDecimal: try field.optional("currencyDecimal")?.string() ?? decimal,
      currencyGroup: try field.optional("currencyGroup")?.string() ?? group,
      minus: try text("minus", old?.minus), percentSign: try text("percentSign", old?.percentSign),
      minimumGrouping: minimum ?? 1, primaryGroup: primary, secondaryGroup: secondary, numbering: numbering,
      digits: digits, percentPattern: try pattern("percentPattern", old?.percentPattern),
      currencyPattern: try pattern("currencyPattern", old?.currencyPattern),
      currencySpacing: try text("currencySpacing", old?.currencySpacing), symbols: symbols,
      fractions: fractions)
  }

  private func plurals(
    _ field: DataField, _ inherited: CLDRLocale?
  ) throws(LocaleDataError) -> (PluralRules, [PluralCategory: PluralSamples]) {
    if let inherited, field.optional("plurals") == nil { return (inherited.plurals, inherited.pluralSamples) }
    var rules: [PluralCategory: PluralRule] = [:]
    var samples: [PluralCategory: PluralSamples] = [:]
    for (name, entry) in try field["plurals"].members() {
      guard let category = PluralCategory(rawValue: name) else {
        throw entry.fail("named zero, one, two, few, many or other")
      }
      let text = try entry["rule"].string()
      if category != .other {
        guard let rule = PluralRule(text) else { throw entry["rule"].fail("a plural rule") }
        rules[category] = rule
      }
      let sample = PluralSamples(
        integer: try entry["integer"].string(), decimal: try entry["decimal"].string())
      guard sample.numbers != nil else { throw entry.fail("with samples of CLDR's form") }
      samples[category] = sample
    }
    return (PluralRules(rules), samples)
  }

  private func dayPeriods(_ field: DataField, _ inherited: CLDRLocale?) throws(LocaleDataError)
    -> [CLDRDayPeriod]
  {
    if let inherited, field.optional("dayPeriods") == nil { return inherited.dayPeriods }
    var periods: [CLDRDayPeriod] = []
    for element in try field["dayPeriods"].elements() {
      let parts = try element.strings(count: 3)
      guard let from = Self.minute(parts[1]), let before = Self.minute(parts[2]), from < 1_440, before > 0
      else {
        throw element.fail("an id and two times such as \"06:00\"")
      }
      periods.append(CLDRDayPeriod(id: parts[0], from: from, before: before))
    }
    return periods
  }

  /// The minute after midnight of `HH:MM`, up to 24:00.
  private static func minute(_ text: String) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }), let hour = Int(parts[0]),
      let minute = Int(parts[1]), (0...24).contains(hour), (0...59).contains(minute), hour < 24 || minute == 0
    else { return nil }
    return hour * 60 + minute
  }

  private func names(_ field: DataField, _ inherited: CLDRLocale?) throws(LocaleDataError) -> CLDRNameStyle {
    let old = inherited?.names
    guard let own = field.optional("names") else {
      if let old { return old }
      throw field["names"].fail("an object")
    }
    func text(_ key: String, _ old: String?) throws(LocaleDataError) -> String {
      if let old, own.optional(key) == nil { return old }
      return try own[key].string()
    }
    guard let order = CLDRNameOrder(rawValue: try text("order", old?.order.rawValue)) else {
      throw own["order"].fail("givenFirst or surnameFirst")
    }
    return CLDRNameStyle(
      order: order, space: try text("space", old?.space),
      foreignSpace: try text("foreignSpace", old?.foreignSpace),
      formal: try text("formal", old?.formal), informal: try text("informal", old?.informal),
      formalShort: try text("formalShort", old?.formalShort),
      informalShort: try text("informalShort", old?.informalShort))
  }
}
