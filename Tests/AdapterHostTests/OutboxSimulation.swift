import AdapterHost
import AdapterProtocol
import DeskModel
import SeededRandom

/// One run of an outbox against a simulated backend: answers come late, in any order or never, the program dies between any two
/// effects and goes on from what is on the disk, and a person decides what needs one.
struct OutboxSimulation {
  private var random: SeededGenerator
  private var backend: SimulatedBackend
  private var outbox = Outbox()
  private var now = Timestamp(milliseconds: 1_760_000_000_000)
  private var disk: [OutboxItem] = []
  /// What was sent and not answered.
  private var calls: [OutboxEffect] = []
  /// What the console still holds, because nobody has told it that the outbox has it.
  private var held: [BackendIntent] = []
  private var wanted: [BackendIntent] = []
  private var retried: Set<ClientKey> = []
  private var hasSeenPerson: Set<ClientKey> = []
  private(set) var crashes = 0
  /// What was violated; empty when all is well.
  private(set) var violations: [String] = []

  private static let calmAfter = 400
  private static let limit = 4_000

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
    backend = SimulatedBackend(&random)
  }

  mutating func run() {
    let total = Int.random(in: 1...6, using: &random)
    handle(.deskUp(backend.rules))
    var step = 0
    while step < Self.limit {
      step += 1
      now = Timestamp(milliseconds: now.milliseconds + Int64.random(in: 1...2_000, using: &random))
      if step == Self.calmAfter { backend.isCalm = true }
      if wanted.count < total, Int.random(in: 0..<4, using: &random) == 0 { wish() }
      if !backend.isCalm, Int.random(in: 0..<30, using: &random) == 0 { crash() }
      if !backend.isCalm, Int.random(in: 0..<30, using: &random) == 0 {
        handle(Bool.random(using: &random) ? .deskDown : .deskUp(backend.rules))
      }
      if backend.isCalm, step % 50 == 0 { handle(.deskUp(backend.rules)) }
      if Int.random(in: 0..<60, using: &random) == 0 { backend.write(in: "c-1", now) }
      for intent in held { handle(.add(intent, files: [])) }
      if !calls.isEmpty, Bool.random(using: &random) { answer() }
      handle(.tick)
      decide()
      if step > Self.calmAfter, wanted.count == total, held.isEmpty, outbox.open.isEmpty { break }
    }
    check()
  }

  private mutating func wish() {
    let number = wanted.count
    let conversation: ConversationID = Bool.random(using: &random) ? "c-1" : "c-2"
    // Some say the same words twice, on purpose.
    let text = Int.random(in: 0..<3, using: &random) == 0 ? "ok" : "answer \(number)"
    let isStatus = Int.random(in: 0..<5, using: &random) == 0
    let audience: Audience = Int.random(in: 0..<4, using: &random) == 0 ? .internal : .customer
    let last = backend.entries[conversation]?.last?.entry.id
    let intent = BackendIntent(
      clientKey: ClientKey("k-\(number)"), conversation: conversation,
      basedOn: last.map { SeenState(entry: $0) }, by: backend.me,
      steps: isStatus ? [.status("resolved")] : [.say(Saying(text, audience: audience))])
    wanted.append(intent)
    held.append(intent)
    handle(.add(intent, files: []))
  }

  /// Takes an event in and carries its effects out, unless the program dies before the last of them.
  private mutating func handle(_ event: OutboxEvent) {
    for effect in outbox.handle(event, at: now) {
      if !backend.isCalm, Int.random(in: 0..<150, using: &random) == 0 { return crash() }
      switch effect {
      case .persist(let item):
        if let place = disk.firstIndex(where: { $0.key == item.key }) {
          disk[place] = item
        } else {
          disk.append(item)
        }
      case .tell(let item): held.removeAll { $0.clientKey == item.key }
      case .apply, .reconcile, .readBack: calls.append(effect)
      case .wake: break
      }
    }
  }

  private mutating func crash() {
    crashes += 1
    // What was under way arrives there or not; its answer arrives nowhere.
    for case .apply(let item) in calls where Bool.random(using: &random) {
      _ = backend.apply(item.intent, at: now, &random)
    }
    calls = []
    var lines: [OutboxItem] = []
    for item in disk {
      do { lines.append(try OutboxItem(line: item.line.dropLast())) } catch {
        violations.append("\(item.key.rawValue) cannot be read from the disk: \(error)")
      }
    }
    outbox = Outbox(lines)
    handle(.deskUp(backend.rules))
  }

  private mutating func answer() {
    let call = calls.remove(at: Int.random(in: calls.indices, using: &random))
    switch call {
    case .apply(let item):
      handle(.answered(item.key, attempt: item.attempts, backend.apply(item.intent, at: now, &random)))
    case .reconcile(let intent, _):
      handle(.reconciled(intent.clientKey, backend.reconcile(intent, at: now, &random)))
    case .readBack(let intent, let purpose):
      handle(.readBack(intent.clientKey, purpose, backend.thread(of: intent.conversation, &random)))
    case .persist, .wake, .tell: break
    }
  }

  /// What a person does who looks at the thread first.
  private mutating func decide() {
    for item in outbox.open {
      guard case .failed(let failure) = item.state else { continue }
      hasSeenPerson.insert(item.key)
      let thread = backend.entries[item.intent.conversation] ?? []
      let isThere = item.intent.saying.map { said in
        thread.contains { ReadableText.isSame($0.entry.text, said.text) && $0.entry.author.id == "me" }
      }
      switch failure {
      case .cannotTell where isThere == true: handle(.discard(item.key))
      case .refused(.denied), .refused(.invalid), .earlierNotDone:
        handle(Bool.random(using: &random) ? .discard(item.key) : .retry(item.key, basedOn: nil))
      default:
        retried.insert(item.key)
        handle(.retry(item.key, basedOn: thread.last.map { SeenState(entry: $0.entry.id) }))
      }
    }
  }

  private mutating func check() {
    for item in outbox.open {
      violations.append("\(item.key.rawValue) never came to rest: \(item.state)")
    }
    if !held.isEmpty { violations.append("the outbox never took \(held.map(\.clientKey.rawValue))") }
    let texts = Dictionary(grouping: wanted.compactMap(\.saying?.text), by: { $0 }).keys
    for conversation in [ConversationID("c-1"), "c-2"] {
      for text in texts {
        let intents = wanted.filter { $0.conversation == conversation && $0.saying?.text == text }
        for audience in [Audience.customer, .internal] {
          count(intents.filter { $0.saying?.audience == audience }, text, audience, in: conversation)
        }
      }
      checkOrder(conversation)
    }
  }

  private mutating func count(
    _ intents: [BackendIntent], _ text: String, _ audience: Audience, in conversation: ConversationID
  ) {
    let there = (backend.entries[conversation] ?? []).count {
      ReadableText.isSame($0.entry.text, text) && $0.entry.author.id == "me" && $0.entry.audience == audience
    }
    var done = 0
    var givenUp = 0
    for intent in intents {
      switch outbox[intent.clientKey]?.state {
      case .applied: done += 1
      case .discarded: givenUp += 1
      default: break
      }
    }
    if there < done {
      violations.append("LOST: “\(text)” is \(there) times there, \(done) were said to be sent")
    }
    // A person may have given up something that had arrived all the same.
    if there > done + givenUp || there > intents.count {
      violations.append("DOUBLED: “\(text)” is \(there) times there for \(intents.count) answers")
    }
  }

  /// Answers to one conversation that no person had to look at stand there in the order in which they were given.
  private mutating func checkOrder(_ conversation: ConversationID) {
    let smooth = wanted.filter {
      $0.conversation == conversation && $0.saying?.text != "ok" && !hasSeenPerson.contains($0.clientKey)
    }.compactMap(\.saying?.text)
    let there = (backend.entries[conversation] ?? []).map { ReadableText.normal($0.entry.text) }
    let places = smooth.compactMap { there.firstIndex(of: $0) }
    if places != places.sorted() { violations.append("the order is \(there), wanted was \(smooth)") }
  }
}

/// Texts as a person compares them.
enum ReadableText {
  static func normal(_ text: String) -> String {
    var text = text[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  static func isSame(_ left: String, _ right: String) -> Bool { normal(left) == normal(right) }
}
