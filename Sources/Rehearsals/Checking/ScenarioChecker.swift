/// Looks for what a reader of one section cannot see: dead ends, scenes that nothing leads to, loops without a way out, names that
/// mean nothing.
package struct ScenarioChecker {
  private let scenario: Scenario
  /// The names of the lists of words of the scenario's locale, its own included.
  private let lists: Set<String>
  private var problems: [ScenarioProblem] = []

  /// Everything that is wrong with a scenario, in the order of the file.
  ///
  /// - Parameters:
  ///   - scenario: as it was read.
  ///   - lists: the names of its locale's lists of words, in lower case.
  /// - Returns: nothing for a sound scenario.
  /// - Complexity: O(rules · scenes).
  package static func problems(in scenario: Scenario, lists: some Sequence<String>) -> [ScenarioProblem] {
    var checker = ScenarioChecker(scenario: scenario, lists: Set(lists).union(scenario.lists.keys))
    checker.checkNames()
    checker.checkFacts()
    checker.checkScenes()
    checker.checkRuns()
    return checker.problems.sorted { ($0.line, $0.description) < ($1.line, $1.description) }
  }

  private init(scenario: Scenario, lists: Set<String>) {
    self.scenario = scenario
    self.lists = lists
  }

  private mutating func report(_ line: Int, _ fault: ScenarioFault) {
    problems.append(ScenarioProblem(file: scenario.file, line: line, fault: fault))
  }

  // MARK: - Names

  private mutating func checkNames() {
    for scene in scenario.scenes {
      for rule in scene.rules {
        check(rule.condition, rule.line)
        check(rule.action, rule.line)
      }
      for timer in scene.timers { check(timer.action, timer.line) }
    }
    for criterion in scenario.criteria {
      switch criterion.test {
      case .anyReply(let condition), .noReply(let condition), .firstReply(let condition),
        .lastReply(let condition), .everyReply(let condition):
        check(condition, criterion.line)
      case .ending(let names):
        for name in names where endingPlace(name) == nil { report(criterion.line, .unknownTarget(name)) }
      case .judge: break
      }
    }
  }

  private mutating func check(_ condition: Condition?, _ line: Int) {
    for case .list(let name) in condition?.tests ?? [] where !lists.contains(name) {
      report(line, .unknownList(name))
    }
  }

  private mutating func check(_ action: Scene.Action, _ line: Int) {
    if let target = action.target, scenario.place(of: target) == nil { report(line, .unknownTarget(target)) }
  }

  private func endingPlace(_ name: String) -> Int? {
    guard case .ending(let place)? = scenario.place(of: name) else { return nil }
    return place
  }

  // MARK: - Facts

  private mutating func checkFacts() {
    let known = Set(scenario.facts.map(\.name))
    for (line, text) in scenario.texts {
      for name in FactText.names(in: text) where !known.contains(name) { report(line, .unknownFact(name)) }
    }
  }

  // MARK: - The graph

  private typealias Place = Scenario.Place

  private mutating func checkScenes() {
    for scene in scenario.scenes {
      guard let otherwise = scene.rules.firstIndex(where: { $0.condition == nil }) else {
        report(scene.line, .noOtherwise(scene: scene.name))
        continue
      }
      if otherwise < scene.rules.count - 1 {
        report(scene.rules[otherwise + 1].line, .behindOtherwise(scene: scene.name))
      }
    }
    guard !scenario.scenes.isEmpty else { return }
    let reached = reachable
    for (place, scene) in scenario.scenes.enumerated() where !reached.contains(.scene(place)) {
      report(scene.line, .unreachable(scene.name))
    }
    for (place, ending) in scenario.endings.enumerated() where !reached.contains(.ending(place)) {
      report(ending.line, .unreachable(ending.name))
    }
    let leading = leadingToEndings
    for (place, scene) in scenario.scenes.enumerated() {
      if !leading.contains(place) { report(scene.line, .deadEnd(scene.name)) }
      if leading.contains(place), !getsOut(place) { report(scene.line, .endlessLoop(scene.name)) }
    }
  }

  private func targets(of place: Int) -> [Place] {
    let scene = scenario.scenes[place]
    return (scene.rules.map(\.action) + scene.timers.map(\.action)).compactMap {
      $0.target.flatMap(scenario.place)
    }
  }

  private var reachable: Set<Place> {
    var found: Set<Place> = [.scene(0)]
    var open: [Place] = [.scene(0)]
    while let next = open.popLast() {
      guard case .scene(let place) = next else { continue }
      for target in targets(of: place) where found.insert(target).inserted { open.append(target) }
    }
    return found
  }

  private var leadingToEndings: Set<Int> {
    var leading: Set<Int> = []
    var hasGrown = true
    while hasGrown {
      hasGrown = false
      for place in scenario.scenes.indices where !leading.contains(place) {
        let leads = targets(of: place).contains { target in
          switch target {
          case .ending: true
          case .scene(let next): leading.contains(next)
          }
        }
        if leads {
          leading.insert(place)
          hasGrown = true
        }
      }
    }
    return leading
  }

  /// Whether somebody whose replies fit nothing gets out of a scene: by `Otherwise`, by the number of times, or by waiting.
  private func getsOut(_ start: Int) -> Bool {
    var seen: Set<Int> = []
    var open = [start]
    while let place = open.popLast() {
      guard seen.insert(place).inserted else { continue }
      let scene = scenario.scenes[place]
      let actions =
        scene.rules.filter { rule in rule.condition.map(Self.comesByItself) ?? true }.map(\.action)
        + scene.timers.map(\.action)
      for target in actions.compactMap({ $0.target.flatMap(scenario.place) }) {
        switch target {
        case .ending: return true
        case .scene(let next): open.append(next)
        }
      }
    }
    return false
  }

  private static func comesByItself(_ condition: Condition) -> Bool {
    switch condition {
    case .comesBack: true
    case .any(let parts): parts.contains(where: comesByItself)
    default: false
    }
  }

  // MARK: - Runs

  private mutating func checkRuns() {
    for run in scenario.runs where endingPlace(run.ends) == nil && !run.ends.isEmpty {
      report(run.line, .unknownTarget(run.ends))
    }
    let reached = Set(scenario.runs.compactMap { endingPlace($0.ends) })
    for (place, ending) in scenario.endings.enumerated() where !reached.contains(place) {
      report(ending.line, .endingWithoutRun(ending.name))
    }
  }
}

extension Scenario {
  /// All texts in which facts may stand, each with the line of what it belongs to.
  var texts: [(line: Int, text: String)] {
    var texts: [(Int, String)] = [(1, subject), (1, known)]
    texts += customer.fields.map { (1, $0.text) } + before.map { (1, $0.text) } + others.map { (1, $0.text) }
    for scene in scenes {
      texts += scene.lines.joined().map { (scene.line, $0) }
      texts += scene.rules.flatMap { rule in rule.action.says.map { (rule.line, $0) } }
      texts += scene.timers.flatMap { timer in timer.action.says.map { (timer.line, $0) } }
    }
    for ending in endings { texts += (ending.messages + [ending.story]).map { (ending.line, $0) } }
    return texts
  }
}
