import DeskModel

/// Finds conditions about what is not known anywhere, and with values that never are.
struct ConditionUnknownRule: VariantLintRule {
  func findings(in unit: LintUnit, _ context: LintContext) -> [LintFinding] {
    let names = FactNames(unit.answer)
    var told: Set<String> = []
    return unit.placed.conditions.compactMap { condition, offset in
      if !names.isKnownInConditions(condition.fact) {
        let advice =
          names.nearest(condition.fact).map { "did you mean “\($0)”?" }
          ?? "list it under “Facts” in about.md."
        guard told.insert(condition.fact).inserted else { return nil }
        return unit.finding(
          "condition.unknown", .error, at: offset,
          "Nobody ever knows “\(condition.fact)”, so this part depends on nothing; \(advice)")
      }
      guard let value = condition.value, let wanted = Self.wanted(condition.fact, value, unit.answer) else {
        return nil
      }
      return unit.finding(
        "condition.value", .error, at: offset, "\(condition.fact) is never “\(value)”; it takes \(wanted).")
    }
  }

  /// What a condition's value should be; nil when it is fine.
  private static func wanted(_ fact: String, _ value: String, _ answer: Answer) -> String? {
    switch fact {
    case "customer.gender", "me.gender": return ["f", "m"].contains(value.lowercased()) ? nil : "f or m"
    case "thread.first", "thread.public", "customer.vip", "customer.known":
      return ["yes", "no"].contains(value.lowercased()) ? nil : "yes or no"
    default: break
    }
    guard let type = answer.fact(fact)?.type, type != .text, type != .link,
      case .text? = FactValue(value, as: type)
    else { return nil }
    switch type {
    case .date: return "a day such as 2027-06-01"
    case .money: return "an amount such as 12.50 EUR"
    case .number: return "a number such as 3"
    case .text, .link: return nil
    }
  }
}
