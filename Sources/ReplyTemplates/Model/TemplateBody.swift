/// A text with placeholders, choices and fragments, as it was parsed.
package struct TemplateBody: Sendable, Hashable {
  /// The parts in order.
  package var pieces: [TemplatePiece]

  /// Makes a text.
  package init(_ pieces: [TemplatePiece]) { self.pieces = pieces }

  /// Every placeholder in it, choices' parts included, in order, again and again.
  package var placeholders: [Placeholder] {
    pieces.flatMap { piece -> [Placeholder] in
      switch piece {
      case .text, .fragment: []
      case .placeholder(let placeholder): [placeholder]
      case .choice(let parts): parts.flatMap { $0.body.placeholders }
      }
    }
  }

  /// The fragments that it takes, in order.
  package var fragments: [String] {
    pieces.flatMap { piece -> [String] in
      switch piece {
      case .text, .placeholder: []
      case .fragment(let name): [name]
      case .choice(let parts): parts.flatMap { $0.body.fragments }
      }
    }
  }

  /// The words alone, the first part of each choice taken, nothing in place of placeholders: for comparing and finding.
  package var words: String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .placeholder, .fragment: " "
      case .choice(let parts): parts.first?.body.words ?? ""
      }
    }.joined()
  }
}

/// A part of a text.
package enum TemplatePiece: Sendable, Hashable {
  /// Is sent as it stands.
  case text(String)
  /// Stands for a fact.
  case placeholder(Placeholder)
  /// The first part that fits.
  case choice([ChoicePart])
  /// A text that many answers share.
  case fragment(String)
}

/// `{{name}}` or `{{name:format}}`.
package struct Placeholder: Sendable, Hashable {
  /// The fact's name: `order.number`.
  package var fact: String
  /// How its value is written; nil for the way of its type.
  package var format: PlaceholderFormat?

  /// Makes a placeholder.
  package init(fact: String, format: PlaceholderFormat? = nil) {
    self.fact = fact
    self.format = format
  }
}

extension Placeholder {
  /// As it stands in a file: `{{order.promised:weekday}}`.
  package var written: String { "{{" + fact + (format.map { ":" + $0.written } ?? "") + "}}" }
}

/// How a value is written.
package enum PlaceholderFormat: Sendable, Hashable {
  /// The locale's usual form of a date.
  case date
  /// The day of the week.
  case weekday
  /// Day and month.
  case day
  /// An amount with its currency.
  case money
  /// A number.
  case number
  /// A share of a hundred.
  case percent
  /// A link, unchanged.
  case link
  /// One of several words, by the plural category of the number.
  case plural([String])
}

extension PlaceholderFormat {
  /// As it stands in a file, without the colon.
  package var written: String {
    switch self {
    case .date: "date"
    case .weekday: "weekday"
    case .day: "day"
    case .money: "money"
    case .number: "number"
    case .percent: "percent"
    case .link: "link"
    case .plural(let forms): "plural " + forms.joined(separator: ", ")
    }
  }
}

/// A part of a choice.
package struct ChoicePart: Sendable, Hashable {
  /// What must hold, all of it; empty for nothing.
  package var conditions: [TemplateCondition]
  /// The part's text.
  package var body: TemplateBody

  /// Makes a part.
  package init(conditions: [TemplateCondition] = [], body: TemplateBody) {
    self.conditions = conditions
    self.body = body
  }
}

/// A condition about one fact.
package struct TemplateCondition: Sendable, Hashable {
  /// The fact's name.
  package var fact: String
  /// The value it is compared with; nil when it need only be known and not `no`.
  package var value: String?
  /// Whether the opposite is meant.
  package var isNegated: Bool

  /// Makes a condition.
  package init(fact: String, value: String? = nil, isNegated: Bool = false) {
    self.fact = fact
    self.value = value
    self.isNegated = isNegated
  }
}
