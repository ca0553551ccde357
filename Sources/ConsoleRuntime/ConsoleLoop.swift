package import ConsoleCore
import DeskLink
package import DeskModel
package import ScreenKit
import TextLayout

/// The loop: waits, takes all input, then the mailbox, reduces, draws once, sleeps.
///
/// One thread owns the terminal and the state. Nothing here waits for a disk or a network: what takes time
/// is begun, and its result comes by the mailbox.
package struct ConsoleLoop<Screen: Terminal> {
  /// The state, for tests and scripts to look at.
  package private(set) var state: AppState
  /// The terminal.
  package internal(set) var terminal: Screen
  /// The frame drawn last.
  package var frame: Frame { renderer.frame }

  let ports: ConsolePorts
  let mailbox: Mailbox
  private var renderer = Renderer()
  var pendingAnswers = 0
  /// The minute in which the local time zone was last asked for.
  private var minute: Int64?
  private var hasEnded = false

  /// Rounds of questions that one turn may raise before it draws; more would be a bug, and must not hang.
  private static var roundLimit: Int { 16 }

  /// Makes a loop that has not begun.
  ///
  /// `ring` wakes `terminal.wait`; it is called on any thread.
  package init(
    _ state: AppState, terminal: Screen, ports: ConsolePorts, ring: @escaping @Sendable () -> Void
  ) {
    self.state = state
    self.terminal = terminal
    self.ports = ports
    mailbox = Mailbox(ring: ring)
  }

  /// Whether nothing is under way: no answer is waited for, nothing lies in the mailbox.
  package var isIdle: Bool { pendingAnswers == 0 || hasEnded }

  /// Whether the program is to end.
  package var isOver: Bool { hasEnded }

  /// Takes up drafts, listens to the desk and draws the first frame.
  package mutating func begin(drafts: [StoredDraft], remarks: [Action] = []) {
    let mailbox = mailbox
    ports.desk.observe { mailbox.post(.noticed($0)) }
    process([.tick(ports.now()), .started(drafts: drafts)] + remarks)
    settleAndShow()
  }

  /// Runs until the program is to end; `finish` comes after the terminal was given back.
  package mutating func run() {
    while !hasEnded { turn() }
  }

  /// Waits until drafts are on disk and the desk has finished what was begun.
  package func finish() {
    ports.flushDrafts()
    ports.desk.close()
  }

  /// One turn.
  ///
  /// - Parameter blocking: Whether to wait for something to happen.
  package mutating func turn(blocking: Bool = true) {
    guard !hasEnded else { return }
    var timeout: Int? = 0
    var deadline: Timestamp?
    if blocking, mailbox.beginSleep() {
      deadline = state.nextDeadline
      let left = deadline.map { $0.milliseconds - ports.now().milliseconds }
      timeout = left.map { Int(max(0, min($0, 3_600_000))) }
    }
    let wakeup = terminal.wait(milliseconds: timeout)
    mailbox.endSleep()
    if wakeup.isRung { ports.refresh() }
    let now = ports.now()
    // Zones change their offset on whole minutes, and asking costs more than a key.
    if now.milliseconds / 60_000 != minute {
      minute = now.milliseconds / 60_000
      state.take(utcOffset: ports.localOffset(now))
    }
    if !(deadline.map { state.pass(to: now, before: $0) } ?? false) { process(.tick(now)) }
    for event in wakeup.events {
      if state.mustSettle(before: event) { settle() }
      process(.input(event))
    }
    settleAndShow()
  }

  /// Gives the loop an action from a script.
  package mutating func perform(_ action: Action) {
    process([action])
    settleAndShow()
  }

  private mutating func settleAndShow() {
    // What was typed is seen before anything else is thought about.
    let isShown = state.revision.isTyping && renderer.hasDrawnAllButTyping(of: state)
    if isShown { show() }
    settle()
    guard !hasEnded else { return }
    if !isShown || !renderer.hasDrawn(state) { show() }
    reflect()
  }

  /// Works out what may come after the frame, and shows it in the same turn.
  private mutating func reflect() {
    for _ in 0..<Self.roundLimit {
      for effect in reduce(&state, .drawn) { perform(effect) }
      if mailbox.isEmpty { break }
      settle()
    }
    if !hasEnded, !renderer.hasDrawn(state) { show() }
  }

  private mutating func show() {
    // Not kept: whoever holds a frame while the next one is drawn makes it a copy of all cells.
    terminal.show(renderer.render(state))
    state.noteDrawn()
  }

  /// Takes what lies in the mailbox and asks what is to be asked, until nothing is left.
  private mutating func settle() {
    for _ in 0..<Self.roundLimit {
      process(mailbox.drain())
      let effects = reduce(&state, .settled)
      for effect in effects { perform(effect) }
      if effects.isEmpty, mailbox.isEmpty { break }
    }
  }

  private mutating func process(_ actions: [Action]) {
    for action in actions { process(action) }
  }

  private mutating func process(_ action: Action) {
    switch action {
    case .answered, .draftWritten(_, held: .some, error: _), .draftKept, .tool(.listed), .tool(.checked),
      .manners, .answers, .recognized, .examined, .counted, .compared, .learned,
      .judged, .heldSecrets, .secretRevealed, .scenarioMade:
      pendingAnswers -= 1
    default: break
    }
    for effect in reduce(&state, action) { perform(effect) }
  }

  private mutating func perform(_ effect: Effect) {
    let mailbox = mailbox
    switch effect {
    case .ask(let request):
      pendingAnswers += 1
      ports.desk.handle(request) { mailbox.post(.answered(request, $0)) }
    case .saveDraft(let draft):
      // Only a held reply waits for the disk; an ordinary draft that was written wakes nobody.
      let key = draft.held?.clientKey
      if key != nil { pendingAnswers += 1 }
      ports.saveDraft(draft) { error in
        if key != nil || error != nil {
          mailbox.post(.draftWritten(draft.conversation, held: key, error: error))
        }
      }
    case .keepDraft(let draft, let keys):
      let held = draft.held?.clientKey
      pendingAnswers += held == nil ? 1 : 2
      ports.saveDraft(draft) { error in
        if held != nil { mailbox.post(.draftWritten(draft.conversation, held: held, error: error)) }
        mailbox.post(.draftKept(draft.conversation, keys, error: error))
      }
    case .resolveZone(let name, let moment):
      mailbox.post(.zone(name, offset: ports.zoneOffset(name, moment)))
    case .loadManners(let locale):
      pendingAnswers += 1
      ports.manners(locale) { manners, problems in
        mailbox.post(.manners(locale, manners, problems: problems))
      }
    case .loadAnswers:
      pendingAnswers += 1
      ports.answers.load { mailbox.post(.answers($0, $1, problems: $2)) }
    case .recognize(let recognition):
      pendingAnswers += 1
      ports.answers.recognize(recognition) { mailbox.post(.recognized($0)) }
    case .examineAnswers:
      pendingAnswers += 1
      ports.answers.examine { mailbox.post(.examined($0)) }
    case .countAnswers:
      pendingAnswers += 1
      ports.answers.count { mailbox.post(.counted($0, problems: $1)) }
    case .compareAnswers(let version):
      pendingAnswers += 1
      ports.answers.compare(version) { mailbox.post(.compared(with: version, $0, problems: $1)) }
    case .learnPicks:
      pendingAnswers += 1
      ports.answers.learn { mailbox.post(.learned($0)) }
    case .playCustomer(let lines): ports.rehearsal.say(lines)
    case .sayAsCustomer(let text, let number):
      ports.rehearsal.sayAsCustomer(text, number) { mailbox.post(.rehearsalFailed($0, line: text)) }
    case .endRehearsal(let ending, let text):
      ports.rehearsal.end(ending, text.string) { mailbox.post(.rehearsalFailed($0, line: nil)) }
    case .makeScenario(let conversation):
      pendingAnswers += 1
      ports.rehearsal.make(conversation) { mailbox.post(.scenarioMade($0)) }
    case .showLine(let number): ports.reading.show(number) { mailbox.post(.rehearsalFailed($0, line: nil)) }
    case .speak(let line): ports.reading.speak(line) { mailbox.post(.voiceFailed($0)) }
    case .keepRehearsal(let record):
      ports.rehearsal.keep(record) { result in mailbox.post(.rehearsalKept(result)) }
    case .judge(let judgement):
      pendingAnswers += 1
      ports.judge(judgement) { mailbox.post(.judged($0)) }
    case .lookForSecrets(let id):
      pendingAnswers += 1
      ports.secrets.look(id) { mailbox.post(.heldSecrets(id, $0)) }
    case .revealSecret(let mark, let reason):
      pendingAnswers += 1
      ports.secrets.reveal(mark, reason) { mailbox.post(.secretRevealed(mark, $0)) }
    case .editAnswer(let edit):
      // The words are on disk before somebody else gets the terminal.
      ports.flushDrafts()
      let (answers, tools) = (ports.answers, ports.tools)
      mailbox.post(.answerEdited(terminal.lend { answers.change(edit, tools.edit) }))
    case .keepPick(let answer, let context, let variant, let at):
      ports.answers.keepPick(answer, context, variant, at)
    case .tool(let effect): perform(effect)
    case .redraw: terminal.invalidate()
    case .suspend:
      // Whoever stops a program may kill it, too.
      ports.flushDrafts()
      terminal.suspend()
    case .quit: hasEnded = true
    }
  }
}
