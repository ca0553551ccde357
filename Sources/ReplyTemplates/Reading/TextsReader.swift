import DeskModel

/// Reads the file of a locale: asks and variants.
struct TextsReader {
  private enum Place {
    case head, asks, unknown
    case variants(Audience, channels: [String])
  }

  static let fileKeys = ["status", "title", "allow"]
  static let variantKeys = ["status", "after", "allow"]

  private var texts: AnswerTexts
  private let file: String
  /// A file of fragments has no places: its texts fit anywhere.
  private let isFragments: Bool
  private(set) var problems: [TemplateProblem] = []
  private var place: Place
  private var variant: Variant?
  private var lines: [String] = []
  /// Whether the variant's heading, and nothing but comments and blank lines, came before.
  private var isBelowHeading = false
  private var seen: Set<String> = []
  /// The names in their order whose heading has nothing under it: taken away from the layers below.
  private(set) var removed: Set<String> = []

  init(file: String, isFragments: Bool = false) {
    self.file = file
    self.isFragments = isFragments
    texts = AnswerTexts(file: file)
    place = isFragments ? .variants(.customer, channels: []) : .head
  }

  /// Reads the file's text.
  mutating func read(_ text: String) -> AnswerTexts {
    for (index, line) in MarkdownLines(text).lines.enumerated() {
      take(MarkdownLine(line), String(line), index + 1)
    }
    closeVariant()
    return texts
  }

  private mutating func report(_ line: Int, _ fault: TemplateFault) {
    problems.append(TemplateProblem(file: file, line: line, fault: fault))
  }

  private mutating func take(_ line: MarkdownLine, _ written: String, _ number: Int) {
    switch line {
    case .heading(1, let text) where !isFragments: openPlace(text, number)
    case .heading(let level, let text): level == 2 || isFragments ? openVariant(text, number) : ()
    case .comment(let text) where variant == nil || isBelowHeading: takeComment(text, number)
    case .comment(let text):
      // A comment in the middle of a text is not sent; nobody expects it to be.
      takeComment(text, number)
    case .item(let text):
      if variant != nil {
        addLine(written, number)
      } else if case .asks = place {
        texts.asks.append(text)
      } else {
        report(number, .strayText(text))
      }
    case .blank: if variant != nil, !lines.isEmpty { lines.append("") }
    case .text(let text):
      if variant != nil {
        addLine(written, number)
      } else {
        report(number, .strayText(text.trimmed))
      }
    }
  }

  private mutating func addLine(_ line: String, _ number: Int) {
    if lines.isEmpty { variant?.textLine = number }
    isBelowHeading = false
    lines.append(line)
  }

  private mutating func openPlace(_ heading: String, _ number: Int) {
    closeVariant()
    let colon = heading.firstIndex(of: ":") ?? heading.endIndex
    let channels =
      colon < heading.endIndex
      ? heading[heading.index(after: colon)...].split(separator: ",").map { $0.trimmed.lowercased() } : []
    switch heading[..<colon].trimmed.lowercased() {
    case "customers ask": place = .asks
    case "in private": place = .variants(.customer, channels: channels)
    case "in public": place = .variants(.world, channels: channels)
    default:
      report(number, .unknownPlace(heading))
      place = .unknown
    }
  }

  private mutating func openVariant(_ name: String, _ number: Int) {
    closeVariant()
    guard !name.isEmpty else { return report(number, .namelessHeading) }
    var audience = Audience.customer
    var channels: [String] = []
    switch place {
    case .variants(let fitting, let ways): (audience, channels) = (fitting, ways)
    case .head, .asks, .unknown: report(number, .variantWithoutPlace(name))
    }
    if !seen.insert(name).inserted { report(number, .twice("## " + name)) }
    variant = Variant(
      name: name, audience: audience, channels: channels, source: "", body: TemplateBody([]), file: file,
      line: number, textLine: number)
    isBelowHeading = true
  }

  private mutating func closeVariant() {
    guard var variant else { return }
    self.variant = nil
    defer { lines = [] }
    while lines.last?.trimmed.isEmpty == true { lines.removeLast() }
    // Blanks at a line's end are seen by nobody who writes and by nobody who reads.
    let text = lines.map { line in
      line.lastIndex { !$0.isWhitespace }.map { String(line[...$0]) } ?? ""
    }.joined(separator: "\n")
    guard !text.isEmpty else {
      removed.insert(variant.name)
      return
    }
    removed.remove(variant.name)
    guard !texts.variants.contains(where: { $0.name == variant.name }) else { return }
    if case .variants = place {} else { return }
    variant.source = text
    do throws(TemplateBodyFault) {
      variant.body = try TemplateBody(parsing: text)
      texts.variants.append(variant)
    } catch {
      report(variant.textLine + error.line, error.fault)
    }
  }

  private mutating func takeComment(_ comment: String, _ number: Int) {
    let isOfVariant = variant != nil
    let known = isOfVariant ? Self.variantKeys : Self.fileKeys
    for (key, value) in CommentPairs(comment).pairs {
      guard known.contains(key) else {
        report(number, .unknownKey(key, known: known))
        continue
      }
      switch key {
      case "status": takeStatus(value, number)
      case "title": texts.title = value
      case "after":
        guard let occasion = VariantOccasion(rawValue: value), occasion != .any else {
          report(number, .badValue(key: key, value: value, wanted: "first or later"))
          continue
        }
        variant?.occasion = occasion
      default: takeAllowance(value, number)
      }
    }
  }

  private mutating func takeStatus(_ value: String, _ number: Int) {
    let status: ReviewStatus
    if value == "unreviewed" {
      status = .unreviewed
    } else if value.hasPrefix("reviewed by "), !value.dropFirst(12).trimmed.isEmpty {
      status = .reviewed(by: value.dropFirst(12).trimmed)
    } else {
      let wanted = "“unreviewed”, or “reviewed by” with a name and a day"
      return report(number, .badValue(key: "status", value: value, wanted: wanted))
    }
    if variant == nil { texts.review = status } else { variant?.review = status }
  }

  /// `jargon.vpn because our customers are engineers`.
  private mutating func takeAllowance(_ value: String, _ number: Int) {
    guard let because = value[...].firstRange(ofWord: " because "),
      !value[because.upperBound...].trimmed.isEmpty
    else {
      let wanted = "a rule and a reason, such as “jargon.vpn because our customers are engineers”"
      return report(number, .badValue(key: "allow", value: value, wanted: wanted))
    }
    let allowance = LintAllowance(
      rule: value[..<because.lowerBound].trimmed, reason: value[because.upperBound...].trimmed)
    if variant == nil { texts.allowances.append(allowance) } else { variant?.allowances.append(allowance) }
  }
}
