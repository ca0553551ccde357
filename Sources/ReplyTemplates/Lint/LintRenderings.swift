import DeskModel
import LocalePacks

/// A variant filled in with samples in one case.
struct LintRendering: Sendable {
  /// A part of a choice, both counted from 0.
  struct TakenPart: Sendable, Hashable {
    var choice: Int
    var part: Int
  }

  /// What a customer would get.
  var text = MappedText()
  /// What is known in this case, of what choices ask for.
  var facts: [String: FactValue]
  /// The parts of the variant's own choices that were taken.
  var taken: Set<TakenPart> = []
  /// Facts that the case does not know and that the variant would be taken off for, with their places.
  var missing: [(fact: String, origin: MappedText.Origin)] = []
}

/// All that customers can get of a variant.
struct LintRenderings: Sendable {
  /// Each text once: all that is known first, nothing known last.
  let all: [LintRendering]
  /// A few of them in which every part that can be taken is taken once.
  let covering: [LintRendering]
  /// The parts of the variant's choices that some case takes.
  let taken: Set<LintRendering.TakenPart>
  /// Facts for want of which some case takes the variant off the offer, each place once.
  let missing: [(fact: String, origin: MappedText.Origin)]
  /// Whether every case was tried.
  let isComplete: Bool

  /// None.
  init() { (all, covering, taken, missing, isComplete) = ([], [], [], [], false) }

  /// Fills in a variant in all cases that its choices ask for.
  ///
  /// - Complexity: O(cases · text), at most `LintCases.limit` cases.
  init(
    _ placed: PlacedBody, _ fragments: [String: (body: PlacedBody, source: Int)], answer: Answer,
    locale: LocaleTag, variant: Variant, _ context: LintContext
  ) {
    let samples = SampleFacts(answer: answer, locale: locale, context)
    let cases = LintCases(placed, fragments, variant: variant, samples)
    isComplete = cases.isComplete
    guard let writer = context.writers[locale] else {
      (all, covering, taken, missing) = ([], [], [], [])
      return
    }
    var seen: Set<String> = []
    var all: [LintRendering] = []
    var taken: Set<LintRendering.TakenPart> = []
    var missing: [(fact: String, origin: MappedText.Origin)] = []
    var places: Set<MappedText.Origin> = []
    for facts in cases.all {
      let filler = LintFiller(facts, samples, writer: writer, fragments: fragments)
      let rendering = filler.filled(placed)
      taken.formUnion(rendering.taken)
      missing += rendering.missing.filter { places.insert($0.origin).inserted }
      if seen.insert(rendering.text.text).inserted { all.append(rendering) }
    }
    self.all = all
    self.taken = taken
    self.missing = missing
    var covered: Set<LintRendering.TakenPart> = []
    covering = all.enumerated().filter { index, rendering in
      let isNew = !rendering.taken.isSubset(of: covered)
      guard isNew || index == 0 || index == all.count - 1 else { return false }
      covered.formUnion(rendering.taken)
      return true
    }.map(\.element)
  }
}

/// Fills in a variant in one case, as `TemplateRenderer` does, and keeps where each character comes from.
private struct LintFiller {
  private let facts: [String: FactValue]
  private let samples: SampleFacts
  private let writer: FactWriter
  private let fragments: [String: (body: PlacedBody, source: Int)]

  init(
    _ facts: [String: FactValue], _ samples: SampleFacts, writer: FactWriter,
    fragments: [String: (body: PlacedBody, source: Int)]
  ) {
    self.facts = facts
    self.samples = samples
    self.writer = writer
    self.fragments = fragments
  }

  func filled(_ body: PlacedBody) -> LintRendering {
    var rendering = LintRendering(facts: facts)
    var choice = 0
    append(body, source: 0, choice: &choice, to: &rendering, inChoice: false)
    rendering.text.trim()
    return rendering
  }

  private func append(
    _ body: PlacedBody, source: Int, choice: inout Int, to rendering: inout LintRendering, inChoice: Bool
  ) {
    for piece in body.pieces {
      let origin = MappedText.Origin(source: Int32(source), offset: Int32(piece.offset), isValue: true)
      switch piece.kind {
      case .text(let text, let offsets): rendering.text.append(text, offsets: offsets, source: source)
      case .placeholder(let placeholder):
        if facts[placeholder.fact] == nil, !samples.isCertain(placeholder.fact) {
          rendering.missing.append((placeholder.fact, origin))
        }
        let value = facts[placeholder.fact] ?? samples[placeholder.fact]
        for character in value.flatMap({ writer.text($0, placeholder.format) }) ?? "" {
          rendering.text.append(character, origin)
        }
      case .fragment(let name):
        guard source == 0, let fragment = fragments[name] else { continue }
        var inner = 0
        rendering.text.markSeam()
        append(fragment.body, source: fragment.source, choice: &inner, to: &rendering, inChoice: inChoice)
        rendering.text.markSeam()
      case .choice(let parts):
        let index = parts.firstIndex(where: fits) ?? parts.lastIndex { holds($0.conditions) }
        rendering.text.markSeam()
        if let index {
          if source == 0 { rendering.taken.insert(LintRendering.TakenPart(choice: choice, part: index)) }
          append(parts[index].body, source: source, choice: &choice, to: &rendering, inChoice: true)
        }
        rendering.text.markSeam()
        if source == 0 { choice += 1 }
      }
    }
  }

  private func fits(_ part: PlacedBody.Part) -> Bool {
    holds(part.conditions)
      && part.body.placeholders.allSatisfy { place in
        (facts[place.placeholder.fact]).flatMap { writer.text($0, place.placeholder.format) } != nil
      }
      && part.body.fragments.allSatisfy { fragments[$0.name] != nil }
  }

  private func holds(_ conditions: [TemplateCondition]) -> Bool {
    conditions.allSatisfy { condition in
      let value = facts[condition.fact]?.compared
      let holds =
        condition.value.map { value?.lowercased() == $0.lowercased() } ?? (value != nil && value != "no")
      return holds != condition.isNegated
    }
  }
}
