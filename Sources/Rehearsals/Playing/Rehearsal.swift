/// A scenario being played: where the story stands, what the customer is about to say, what the agent has written.
///
/// Pure: time comes in by parameter, in milliseconds of any clock that goes on.
package struct Rehearsal: Sendable, Hashable {
  /// What is played.
  package let scenario: Scenario
  /// The values of its facts this time.
  package let values: [String: String]
  /// All lists of words: those of the locale and the scenario's own.
  package let lists: [String: [String]]
  /// The scene or the ending that the story has come to.
  package private(set) var place = Scenario.Place.scene(0)
  /// What was said, done and found out so far, in order.
  package private(set) var turns: [RehearsalTurn] = []
  /// A question that a person must answer before the story goes on.
  package private(set) var question: String?
  /// What the customer is about to say, in order.
  package private(set) var pending: [PendingLine] = []
  /// What the agent has done besides writing.
  package private(set) var acts: Set<RehearsalAct> = []
  /// Whether the clock stands still.
  package private(set) var pausedAt: Int64?
  /// How fast the customer types.
  package var pace: TypingPace

  private var hasBegun = false
  private var visits: [Int: Int] = [:]
  private var memory: Set<String> = []
  private var firedTimers: Set<Int> = []
  /// Since when the customer waits.
  private var waitingSince: Int64 = 0
  /// The reply that is being judged by a person.
  private var judged: ConditionReading?
  private var others: Set<String> = []

  /// A line that the customer is typing, or will be.
  package struct PendingLine: Sendable, Hashable {
    package var text: String
    /// When typing begins.
    package var from: Int64
    /// When it is said.
    package var at: Int64
    /// Whether it is said because the agent is silent: the waiting does not begin anew then.
    package var isReminder = false
  }

  /// Makes a rehearsal that has not begun.
  ///
  /// - Parameters:
  ///   - scenario: one without fatal problems.
  ///   - lists: the lists of words of its locale.
  ///   - seed: gives the values of its facts.
  ///   - pace: how fast the customer types.
  package init(_ scenario: Scenario, lists: [String: [String]], seed: UInt64, pace: TypingPace = TypingPace())
  {
    self.scenario = scenario
    self.lists = lists.merging(scenario.lists) { _, own in own }
    self.values = FactText.choose(scenario.facts, seed: seed)
    self.pace = pace
  }

  /// A text of the scenario with the facts of this time.
  package func filled(_ text: String) -> String { FactText.filled(text, values) }

  /// The scene that is played; nil when the story has ended.
  package var scene: Scene? {
    guard case .scene(let place) = place else { return nil }
    return scenario.scenes[place]
  }

  /// The ending that was reached; nil before.
  package var ending: Ending? {
    guard case .ending(let place) = place else { return nil }
    return scenario.endings[place]
  }

  /// Whether it has ended and the customer has nothing left to say.
  package var isOver: Bool { ending != nil && pending.isEmpty }

  /// The agent's replies, in order.
  package var replies: [RehearsalTurn] {
    turns.filter { if case .reply = $0.what { true } else { false } }
  }

  /// The words that actions have remembered.
  package var remembered: Set<String> { memory }

  // MARK: - What happens

  /// Begins with the first scene, or goes back to one.
  package mutating func begin(at now: Int64, scene place: Int = 0) {
    hasBegun = true
    pending = []
    question = nil
    judged = nil
    enter(.scene(place), now, after: 0)
  }

  /// The agent has written to the customer.
  package mutating func take(_ reply: ReplyFacts, at now: Int64) {
    let seconds = max(0, Int((now - waitingSince) / 1_000))
    turns.append(RehearsalTurn(at: now, what: .reply(reply, seconds: seconds, scene: scene?.name)))
    // Nobody is interrupted: what the customer was still typing comes first, and is not what is answered.
    guard case .scene(let place) = place else { return }
    let reading = ConditionReading(
      reply: reply, words: SpokenWords(reply.text), seconds: seconds, memory: memory, acts: acts,
      returns: max(0, (visits[place] ?? 1) - 1), lists: lists, values: values)
    waitingSince = now
    decide(reading, now)
  }

  /// The last look has stopped what the agent wanted to send.
  package mutating func take(stopped reply: ReplyFacts, at now: Int64) {
    turns.append(RehearsalTurn(at: now, what: .stopped(reply)))
  }

  /// The agent has done something else.
  package mutating func take(_ act: RehearsalAct, text: String = "", at now: Int64) {
    acts.insert(act)
    turns.append(RehearsalTurn(at: now, what: .act(act, text)))
  }

  /// One of those who also wait has got a reply.
  package mutating func take(reply text: String, toOther name: String, at now: Int64) {
    guard others.insert(name).inserted else { return }
    if others.isSuperset(of: scenario.others.map(\.name)) { take(.answerOthers, text: text, at: now) }
  }

  /// A person has answered the question.
  package mutating func answer(_ holds: Bool, at now: Int64) {
    guard let asked = question, var reading = judged else { return }
    question = nil
    turns.append(RehearsalTurn(at: now, what: .judged(asked, holds)))
    reading.judgements[asked] = holds
    decide(reading, now)
  }

  /// A colleague who plays the customer has written.
  package mutating func take(customerLine text: String, at now: Int64) {
    turns.append(RehearsalTurn(at: now, what: .customer(text)))
    waitingSince = now
  }

  /// Lets time pass.
  ///
  /// - Returns: what the customer says until then, in order.
  package mutating func pass(to now: Int64) -> [String] {
    guard pausedAt == nil else { return [] }
    var said: [String] = []
    while let due = nextDue, due <= now {
      if let line = pending.first {
        pending.removeFirst()
        said.append(line.text)
        turns.append(RehearsalTurn(at: line.at, what: .customer(line.text)))
        if !line.isReminder { waitingSince = line.at }
      } else {
        fireTimer(at: due)
      }
    }
    return said
  }

  /// When something happens next; nil when only the agent can move the story on.
  package var nextDue: Int64? {
    guard hasBegun, pausedAt == nil else { return nil }
    if let line = pending.first { return line.at }
    guard question == nil, let timer = nextTimer else { return nil }
    return waitingSince + Int64(timer.seconds) * 1_000
  }

  /// Whether the customer is typing.
  package func isTyping(at now: Int64) -> Bool {
    pending.first.map { $0.from <= now && pausedAt == nil } ?? false
  }

  /// When the customer begins to type; nil when they are typing or have nothing to say.
  package func typingBegins(after now: Int64) -> Int64? {
    pending.first.flatMap { $0.from > now ? $0.from : nil }
  }

  /// Stops the clock, or lets it go on.
  package mutating func pause(_ isPaused: Bool, at now: Int64) {
    if isPaused {
      pausedAt = pausedAt ?? now
    } else if let since = pausedAt {
      pausedAt = nil
      let gap = now - since
      waitingSince += gap
      for place in pending.indices {
        pending[place].from += gap
        pending[place].at += gap
      }
    }
  }

  // MARK: - The story

  private mutating func decide(_ reading: ConditionReading, _ now: Int64) {
    guard let scene else { return }
    for rule in scene.rules {
      switch rule.condition.map(reading.outcome) ?? .known(true) {
      case .known(true):
        judged = nil
        return perform(rule.action, now, readingTime: pace.reading(reading.reply.text))
      case .known(false): continue
      case .asks(let asked):
        question = asked
        judged = reading
        return
      }
    }
  }

  private var nextTimer: Scene.Timer? {
    guard let scene else { return nil }
    let left = scene.timers.indices.filter { !firedTimers.contains($0) }.map { scene.timers[$0] }
    return left.min { $0.seconds < $1.seconds }
  }

  private mutating func fireTimer(at due: Int64) {
    guard let scene, let timer = nextTimer, let place = scene.timers.firstIndex(of: timer) else { return }
    firedTimers.insert(place)
    perform(timer.action, due, readingTime: 0, isReminder: timer.action.target == nil)
  }

  private mutating func perform(
    _ action: Scene.Action, _ now: Int64, readingTime: Int64, isReminder: Bool = false
  ) {
    memory.formUnion(action.remembers)
    var start = now + readingTime
    for text in action.says { start = add(text, after: start, isReminder: isReminder) }
    guard let target = action.target.flatMap(scenario.place) else { return }
    enter(target, now, after: max(start - now, readingTime))
  }

  private mutating func enter(_ target: Scenario.Place, _ now: Int64, after delay: Int64) {
    place = target
    firedTimers = []
    var start = max(now + delay, pending.last?.at ?? 0)
    switch target {
    case .scene(let number):
      let visit = visits[number] ?? 0
      visits[number] = visit + 1
      turns.append(RehearsalTurn(at: now, what: .scene(scenario.scenes[number].name)))
      for text in scenario.scenes[number].messages(visit: visit) { start = add(text, after: start) }
      if pending.isEmpty { waitingSince = start }
    case .ending(let number):
      turns.append(RehearsalTurn(at: now, what: .ending(scenario.endings[number].name)))
      for text in scenario.endings[number].messages { start = add(text, after: start) }
    }
  }

  /// Puts a line behind those that are to come; gives when it is said.
  private mutating func add(_ text: String, after start: Int64, isReminder: Bool = false) -> Int64 {
    let text = filled(text)
    let from = max(start, pending.last?.at ?? start) + pace.pause
    let line = PendingLine(text: text, from: from, at: from + pace.typing(text), isReminder: isReminder)
    pending.append(line)
    return line.at
  }
}
