/// Something wrong with a scenario or a file of words.
package struct ScenarioProblem: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file.
  package let file: String
  /// The line, from 1.
  package let line: Int
  /// What is wrong.
  package let fault: ScenarioFault

  /// Makes a problem.
  package init(file: String, line: Int, fault: ScenarioFault) {
    self.file = file
    self.line = line
    self.fault = fault
  }

  /// One line: file, line, and what is wrong.
  package var description: String { "\(file):\(line): \(fault.sentence)" }
}

/// What can be wrong with a scenario; the words are from the file.
package enum ScenarioFault: Sendable, Hashable {
  case unknownSection(String)
  case unknownKey(String, section: String, known: [String])
  case badValue(key: String, value: String, wanted: String)
  case strayText(String)
  case twice(String)
  case missing(String)
  /// A condition that cannot be read.
  case badCondition(String)
  /// An action that cannot be read.
  case badAction(String)
  case unknownTarget(String)
  case unknownList(String)
  case unknownFact(String)
  case noOtherwise(scene: String)
  case behindOtherwise(scene: String)
  case unreachable(String)
  case deadEnd(String)
  case endlessLoop(String)
  case endingWithoutRun(String)
  case runEnds(run: String, wanted: String, found: String)
  case runScore(run: String, wanted: ClosedRange<Int>, found: Int)
  case runGoesOn(run: String, ending: String)

  /// Whether the scenario cannot be played with it.
  package var isFatal: Bool {
    switch self {
    case .endlessLoop, .endingWithoutRun, .runEnds, .runScore, .runGoesOn: false
    default: true
    }
  }

  /// What is wrong and what to do, in one sentence.
  package var sentence: String {
    switch self {
    case .unknownSection(let name):
      "“\(name)” is no section of a scenario; those are Facts, Customer, You know, Before, Also waiting, Scene: …, Ending: …, Words: …, A good answer holds, Empathy map, Questions, Said then, Run: …."
    case .unknownKey(let key, let section, let known):
      "“\(key)” is not known in “\(section)”; known are \(known.joined(separator: ", "))."
    case .badValue(let key, let value, let wanted): "“\(key)” is “\(value)”, but must be \(wanted)."
    case .strayText(let text): "“\(text)” stands where nothing is read; move it into a section, or remove it."
    case .twice(let what): "“\(what)” stands here for the second time; keep one."
    case .missing(let what): "There is no \(what)."
    case .badCondition(let text):
      "“\(text)” is no condition; see the list in the catalogue of Rehearsals, or make a list of words of this name."
    case .badAction(let text):
      "“\(text)” is no action; write “go to NAME.”, “say \"…\".”, “stay.” or “remember WORD.”, joined by “and”."
    case .unknownTarget(let name): "There is no scene and no ending “\(name)”."
    case .unknownList(let name):
      "“\(name)” is no condition and no list of words of this locale; add “## \(name)” to its file of words, or “## Words: \(name)” here."
    case .unknownFact(let name): "“{{\(name)}}” is not among the facts."
    case .noOtherwise(let scene):
      "The scene “\(scene)” has no “Otherwise”: a reply that fits no rule would be met with silence."
    case .behindOtherwise(let scene):
      "Rules behind “Otherwise” are never taken in “\(scene)”; move them before it."
    case .unreachable(let name): "Nothing leads to “\(name)”."
    case .deadEnd(let name): "No way leads from “\(name)” to an ending."
    case .endlessLoop(let name):
      "Whoever always falls through to “Otherwise” never gets out of “\(name)”; add “comes back … times” or “After …”."
    case .endingWithoutRun(let name): "No run reaches the ending “\(name)”."
    case .runEnds(let run, let wanted, let found): "The run “\(run)” ends in “\(found)”, not in “\(wanted)”."
    case .runScore(let run, let wanted, let found):
      "The run “\(run)” scores \(found), not \(wanted.lowerBound) to \(wanted.upperBound)."
    case .runGoesOn(let run, let ending):
      "The run “\(run)” goes on after the ending “\(ending)”: what follows is never said."
    }
  }
}
