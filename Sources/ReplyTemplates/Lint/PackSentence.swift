import LocalePacks

/// What a finding of a pack says about a template, in English.
enum PackSentence {
  /// One or two sentences: what is wrong, why, and what to write instead.
  static func text(_ finding: PackFinding) -> String {
    let key =
      finding.messageKey.hasPrefix("finding.") ? String(finding.messageKey.dropFirst(8)) : finding.rule
    var text = (sentences[key] ?? "“{0}” does not fit this language's manners.").filled(finding.arguments)
    if let why = finding.why?.text(in: "en"), !why.isEmpty { text += " " + why.asSentence }
    if let better = finding.better?.text(in: "en") ?? finding.replacement, !better.isEmpty,
      !sentencesWithBetter.contains(key)
    {
      text += finding.replacement == nil ? " Better: \(better.asSentence)" : " Write “\(better)”."
    }
    return text
  }

  /// Sentences that say themselves what to write.
  private static let sentencesWithBetter: Set<String> = [
    "address.part", "address.name", "address.case", "address.term", "typography.quotes", "typography.marks",
    "typography.ellipsis", "courtesy.marks",
  ]

  static let sentences: [String: String] = [
    "register.informal": "“{0}” is too familiar; write in the register of the other texts.",
    "register.formal": "“{0}” is more formal than this team writes.",
    "register.mixed": "“{0}” is familiar beside formal words; keep to one register.",
    "register.noPolite": "There is no polite form in it ({0}).",
    "register.agentForm":
      "“{0}” is right for agents of one gender alone; write [[if me.gender = f: …|…]], or say it without a gender.",
    "courtesy.imperative": "“{0}” is a bare command.",
    "courtesy.refusal": "“{0}” refuses, and leaves it at that.",
    "courtesy.cliche": "“{0}” is a worn phrase.",
    "courtesy.slang": "“{0}” is slang.",
    "courtesy.familiar": "“{0}” is too close.",
    "courtesy.taboo": "“{0}” is delicate here.",
    "courtesy.blame": "“{0}” blames the customer.",
    "courtesy.soften": "“{0}” can be said more softly.",
    "courtesy.punctuation": "“{0}” reads otherwise than meant.",
    "courtesy.emoji": "“{0}” reads otherwise than meant.",
    "courtesy.emojiCount": "There are {0} emoji, and the customer may have used none; leave at most {1}.",
    "courtesy.exclamation": "There are {0} exclamation marks, and at most {1} are usual.",
    "courtesy.marks": "There are {0} marks in a row; one is enough.",
    "courtesy.capitals": "{0} words in capitals read as shouting; write them small.",
    "language.foreign": "“{0}” is a foreign word here.",
    "language.foreignWord":
      "“{0}” is a foreign word that the customer has not used; write it in their language.",
    "language.wrongLocale": "“{0}” belongs to another country.",
    "language.spelling": "“{0}” is not written so.",
    "language.mismatch": "The text is in {0}, and the file is for {1}; translate it, or move it.",
    "clarity.abbreviation": "“{0}” is an abbreviation; write it out.",
    "clarity.vagueTime": "“{0}” promises no time; name one.",
    "clarity.long": "The sentence is long: {0}, where {1} are plenty; split it.",
    "clarity.tangled": "The sentence has {0} breaks in it; split it.",
    "jargon.word": "“{0}” is our word, not the customer's.",
    "address.term": "“{0}” is wrong for some customers; write {{customer.address}}.",
    "address.familiar": "“{0}” is no address for a customer; write {{customer.address}}.",
    "address.part": "“{0}” is the wrong part of the name beside this title; write {{customer.address}}.",
    "address.name": "“{0}” reads as somebody's name; write {{customer.address}}.",
    "address.case": "The name is not in the form in which one calls somebody; write {{customer.address}}.",
    "typography.quotes": "Quotation marks are {1} here, not {0}.",
    "typography.dash": "“{0}” is no dash as this language has it; write “{1}”.",
    "typography.ellipsis": "“{0}” is one mark here: {1}.",
    "typography.number": "The number is written otherwise here: {1}.",
    "typography.marks": "“{0}” is set as “{1}” here.",
  ]
}

extension String {
  /// With the arguments in place of `{0}`, `{1}`; names in double braces stay.
  fileprivate func filled(_ arguments: [String]) -> String {
    var result = ""
    var rest = self[...]
    while let first = rest.first {
      if first == "{", let number = rest.dropFirst().first?.wholeNumberValue, rest.dropFirst(2).first == "}" {
        result += number < arguments.count ? arguments[number] : ""
        rest = rest.dropFirst(3)
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return result
  }

  fileprivate var asSentence: String {
    let mark = last
    return mark == "." || mark == "!" || mark == "?" || mark == "”" || mark == "。" ? self : self + "."
  }
}
