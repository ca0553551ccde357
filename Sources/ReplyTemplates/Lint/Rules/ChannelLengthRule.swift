import DeskModel

/// Finds texts that are longer than their channel takes, with the longest that their choices can say.
struct ChannelLengthRule: VariantLintRule {
  func findings(in unit: LintUnit, _ context: LintContext) -> [LintFinding] {
    let options = context.environment.options
    let named = unit.variant.channels.isEmpty ? unit.answer.settings.channels : unit.variant.channels
    let limits = named.compactMap { name in
      options.channelLimits[name.lowercased()].map { (name: name, limit: $0) }
    }
    for (name, limit) in limits.sorted(by: { ($0.limit, $0.name) < ($1.limit, $1.name) }) {
      if let length = longest(unit, name), length > limit {
        return [
          unit.finding(
            "channel.length", .error,
            "The text can have \(length) characters, and “\(name)” takes \(limit); shorten it, or take the channel off."
          )
        ]
      }
    }
    guard named.isEmpty, let length = longest(unit, "") else { return [] }
    if unit.variant.audience == .world, length > options.publicLimit {
      return [
        unit.finding(
          "channel.length", .warn,
          "The text can have \(length) characters, and some public places take \(options.publicLimit); shorten it, or name the channels it is for: “# In public: facebook”."
        )
      ]
    }
    guard unit.variant.audience == .customer, let limit = options.channelLimits["chat"], length > limit else {
      return []
    }
    return [
      unit.finding(
        "channel.length", .hint,
        "The text can have \(length) characters, which is long for a chat; shorten it, or put it under “# In private: mail”."
      )
    ]
  }

  private func longest(_ unit: LintUnit, _ channel: String) -> Int? {
    unit.renderings.all.map { rendering in
      ["x", "twitter"].contains(channel.lowercased())
        ? Self.weighed(rendering.text) : rendering.text.characters.count
    }.max()
  }

  /// The length as X counts it: letters of Latin, Cyrillic and their neighbours once, most others twice.
  private static func weighed(_ text: MappedText) -> Int {
    text.text.unicodeScalars.reduce(0) { sum, scalar in
      switch scalar.value {
      case 0...4351, 8192...8205, 8208...8223, 8242...8247: sum + 1
      default: sum + 2
      }
    }
  }
}
