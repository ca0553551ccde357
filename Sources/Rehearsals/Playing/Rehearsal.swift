/// A scenario being played: where the story stands, what the customer is about to say, what the agent has written.
///
/// Pure: time comes in by parameter, in milliseconds of any clock that goes on. Inside, all times are those of the story,
/// which stands still during a pause; what is asked from outside is told in the clock's.
package struct Rehearsal: Sendable, Hashable {
  /// Who plays the customer.
  package enum Customer: String, Sendable, Hashable {
    /// The scenario: its scenes, rules and times.
    case script
    /// A colleague, who has read what the customer wants and hides; nothing happens by itself.
    case colleague
  }

  /// What is played.
  package let scenario: Scenario
  /// Who plays the customer.
  package let customer: Customer
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
  /// The words that actions have remembered.
  package private(set) var remembered: Set<String> = []
  /// When the clock was stopped; nil while it goes on.
  package private(set) var pausedAt: Int64?
  /// How fast the customer types.
  package var pace: TypingPace

  /// How long all pauses took that are over.
  private var lost: Int64 = 0
  private var hasBegun = false
  private var visits: [Int: Int] = [:]
  private var firedTimers: Set<Int> = []
  /// Since when the customer waits.
  private var waitingSince: Int64 = 0
  /// The reply that is being judged by a person.
  private var judged: ConditionReading?
  private var others: Set<String> = []

  /// A line that the customer is typing, or will be.
  package struct PendingLine: Sendable, Hashable {
    /// What is said, with the facts of this time.
    package var text: String
    /// When typing begins, in the story's time.
    package var from: Int64
    /// When it is said, in the story's time.
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
  ///   - customer: who plays the customer.
  package init(
    _ scenario: Scenario, lists: [String: [String]], seed: UInt64, pace: TypingPace = TypingPace(),
    customer: Customer = .script
  ) {
    self.scenario = scenario
    self.customer = customer
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

  // MARK: - Time

  /// The story's time at a time of the clock.
  package func storyTime(_ now: Int64) -> Int64 { (pausedAt ?? now) - lost }

  private func clockTime(_ time: Int64) -> Int64 { time + lost }

  /// Stops the clock, or lets it go on.
  package mutating func pause(_ isPaused: Bool, at now: Int64) {
    if isPaused {
      pausedAt = pausedAt ?? now
    } else if let since = pausedAt {
      pausedAt = nil
      lost += max(0, now - since)
    }
  }

  /// When something happens next, in the clock's time; nil when only the agent can move the story on, and in a pause.
  package var nextDue: Int64? { pausedAt == nil ? due.map(clockTime) : nil }

  /// Whether the customer is typing.
  package func isTyping(at now: Int64) -> Bool {
    pending.first.map { $0.from <= storyTime(now) && pausedAt == nil } ?? false
  }

  /// When the customer begins to type, in the clock's time; nil when they are typing or have nothing to say, and in a
  /// pause.
  package func typingBegins(after now: Int64) -> Int64? {
    guard pausedAt == nil, let line = pending.first, line.from > storyTime(now) else { return nil }
    return clockTime(line.from)
  }

  /// When something happens next in the story.
  private var due: Int64? {
    guard hasBegun, customer == .script else { return nil }
    if let line = pending.first { return line.at }
    guard question == nil, let timer = nextTimer else { return nil }
    return waitingSince + Int64(timer.seconds) * 1_000
  }

  // MARK: - What happens

  /// Begins with the first scene, or goes back to one.
  package mutating func begin(at now: Int64, scene place: Int = 0) {
    hasBegun = true
    pending = []
    question = nil
    judged = nil
    waitingSince = storyTime(now)
    if customer == .script { enter(.scene(place), waitingSince, after: 0) }
  }

  /// The colleague who plays the customer has written.
  package mutating func take(customerLine text: String, at now: Int64) {
    let now = storyTime(now)
    turns.append(RehearsalTurn(at: now, what: .customer(text)))
    waitingSince = now
  }

  /// The people who play it say that an ending has come, by its place from 0.
  package mutating func end(_ ending: Int, at now: Int64) {
    guard self.ending == nil, scenario.endings.indices.contains(ending) else { return }
    pending = []
    place = .ending(ending)
    turns.append(RehearsalTurn(at: storyTime(now), what: .ending(scenario.endings[ending].name)))
  }

  /// The agent has written to the customer.
  package mutating func take(_ reply: ReplyFacts, at now: Int64) {
    let now = storyTime(now)
    let seconds = max(0, Int((now - waitingSince) / 1_000))
    turns.append(RehearsalTurn(at: now, what: .reply(reply, seconds: seconds, scene: scene?.name)))
    // Nobody is interrupted: what the customer was still typing comes first, and is not what is answered.
    guard case .scene(let place) = place else { return }
    let reading = ConditionReading(
      reply: reply, words: SpokenWords(reply.text), seconds: seconds, memory: remembered, acts: acts,
      returns: max(0, (visits[place] ?? 1) - 1), lists: lists, values: values)
    waitingSince = now
    decide(reading, now)
  }

  /// The last look has stopped what the agent wanted to send.
  package mutating func take(stopped reply: ReplyFacts, at now: Int64) {
    turns.append(RehearsalTurn(at: storyTime(now), what: .stopped(reply)))
  }

  /// The agent has done something else.
  package mutating func take(_ act: RehearsalAct, text: String = "", at now: Int64) {
    acts.insert(act)
    turns.append(RehearsalTurn(at: storyTime(now), what: .act(act, text)))
  }

  /// One of those who also wait has got a reply.
  package mutating func take(reply text: String, toOther name: String, at now: Int64) {
    guard others.insert(name).inserted else { return }
    if others.isSuperset(of: scenario.others.map(\.name)) { take(.answerOthers, text: text, at: now) }
  }

  /// A person has answered the question.
  package mutating func answer(_ holds: Bool, at now: Int64) {
    guard let asked = question, var reading = judged else { return }
    let now = storyTime(now)
    question = nil
    turns.append(RehearsalTurn(at: now, what: .judged(asked, holds)))
    reading.judgements[asked] = holds
    decide(reading, now)
  }

  /// Lets time pass.
  ///
  /// - Returns: what the customer says until then, in order.
  package mutating func pass(to now: Int64) -> [String] {
    guard pausedAt == nil else { return [] }
    var said: [String] = []
    while let due, due <= storyTime(now) {
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

  // MARK: - The story

  private mutating func decide(_ reading: ConditionReading, _ now: Int64) {
    guard customer == .script, let scene else { return }
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
    remembered.formUnion(action.remembers)
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
