package import LocalePacks

extension TemplateSet {
  /// Fills in a variant of an answer.
  ///
  /// `locale` is the one that its texts were found for, `facts` those of the conversation, `filled` what the agent has filled in.
  package func render(
    _ variant: Variant, of answer: Answer, locale: LocaleTag, facts: KnownFacts,
    filled: [String: String] = [:],
    writer: FactWriter, _ family: LocaleFamily
  ) -> RenderedReply {
    let fragments = family.candidates(for: locale).reversed().reduce(into: [String: TemplateBody]()) {
      all, tag in
      for (name, fragment) in self.fragments[tag] ?? [:] { all[name] = fragment.body }
    }
    return TemplateRenderer(
      facts.typed(for: answer, filled: filled), listed: Set(answer.about?.facts.map(\.name) ?? []),
      writer: writer, fragment: { fragments[$0] }
    ).render(variant.body)
  }
}
