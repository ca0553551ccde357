/// How dates are written in all locales of `Locales/cldr/dates.json5`.
package struct CLDRDates: Sendable {
  private let styles: [LocaleTag: DateStyle]
  private let root: DateStyle
  private let family: LocaleFamily

  /// Reads the bytes of the file; `file` is its name for messages, `family` tells the parents.
  ///
  /// - Throws: `LocaleDataError` with the place in the text, or with the path of the field.
  /// - Complexity: O(bytes).
  package init(_ bytes: [UInt8], file: String, family: LocaleFamily) throws(LocaleDataError) {
    let top = try DataField(bytes, file: file)
    var fields: [LocaleTag: DataField] = [:]
    for (name, field) in try top["locales"].members() {
      guard let tag = LocaleTag(name), tag.description == name else {
        throw field.fail("named by the tag of a locale")
      }
      fields[tag] = field
    }
    var styles: [LocaleTag: DateStyle] = [:]
    for tag in fields.keys {
      let chain = family.chain(of: tag).compactMap { fields[$0] }
      func own(_ key: String) -> DataField {
        chain.lazy.compactMap { $0.optional(key) }.first ?? top["locales"]["root"][key]
      }
      guard let calendar = CLDRCalendar(rawValue: try own("calendar").string()) else {
        throw own("calendar").fail("gregorian, buddhist or persian")
      }
      styles[tag] = DateStyle(
        calendar: calendar, long: try own("long").string(), day: try own("day").string(),
        months: try own("months").strings(count: 12), weekdays: try own("weekdays").strings(count: 7))
    }
    guard let root = styles[.root] else { throw top["locales"]["root"].fail("an object") }
    self.root = root
    self.styles = styles
    self.family = family
  }

  /// How a locale writes dates: its own way, or that of the nearest parent.
  ///
  /// - Complexity: O(parents).
  package func style(_ tag: LocaleTag) -> DateStyle {
    family.chain(of: family.canonical(tag)).lazy.compactMap { styles[$0] }.first ?? root
  }
}
