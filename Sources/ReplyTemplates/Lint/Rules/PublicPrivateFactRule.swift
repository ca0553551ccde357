import DeskModel

/// Finds facts in public texts that only the customer should read: numbers of orders, amounts, addresses.
struct PublicPrivateFactRule: VariantLintRule {
  private static let things: Set<String> = [
    "order", "invoice", "parcel", "payment", "account", "contract", "tracking", "booking", "refund",
    "customer",
  ]
  private static let parts: Set<String> = [
    "email", "e-mail", "mail", "phone", "card", "iban", "birthday", "street", "tracking", "password",
  ]

  func findings(in unit: LintUnit, _ context: LintContext) -> [LintFinding] {
    guard unit.variant.audience == .world else { return [] }
    let bodies = [(unit.placed, 0)] + unit.fragments.values.map { ($0.body, $0.source) }
    return bodies.flatMap { body, source in
      body.placeholders.filter { Self.isPrivate($0.placeholder.fact, unit.answer) }.map { place in
        unit.finding(
          "public.private-fact", .warn,
          at: MappedText.Origin(source: Int32(source), offset: Int32(place.offset)),
          "Everybody would read {{\(place.placeholder.fact)}}; say it in private, and here only that you will."
        )
      }
    }
  }

  private static func isPrivate(_ name: String, _ answer: Answer) -> Bool {
    let words = name.lowercased().split { $0 == "." || $0 == "-" || $0 == "_" }.map(String.init)
    guard let last = words.last else { return false }
    if answer.fact(name)?.type == .money { return !words.contains("price") && !words.contains("fee") }
    if name == "customer.address" || name == "conversation.number" { return false }
    return words.contains(where: parts.contains)
      || ["number", "address", "id", "code"].contains(last)
        && words.dropLast().contains(where: things.contains)
  }
}
