import ConsoleCore
import ConsoleRuntime
import DeskModel
import Dispatch
import LocalDesk
import LocalePacks
import ReplyTemplates
import Synchronization
import SystemCalls
import TextLayout

/// Reads the answers for the console, on a thread of its own, and keeps what is picked.
final class AnswersKeeper: Sendable {
  let folders: TemplateFolders
  private let packs: PackFolders
  /// Where picks are kept; nil to keep nothing.
  let store: PickStore?
  /// The desks whose replies are counted, and from which is learned what the team picks.
  let desks: [EmbeddedDesk]
  /// Whose own picks are learned when they are made.
  let me: AgentID
  let queue = DispatchQueue(label: "answers")
  /// Whole desks are read here, so that nobody who writes waits for it.
  private let reading = DispatchQueue(label: "sapa.answers-of-desks", qos: .utility)
  let library = Mutex<AnswerLibrary?>(nil)
  let memory = Mutex(PickMemory())
  /// What was read last: of the same conversation only what is new is read.
  private let read = Mutex<ReadReplies?>(nil)
  private let answersRead = Mutex<ReadAnswers?>(nil)
  private let isEnding = Mutex(false)

  init(
    _ folders: TemplateFolders, packs: PackFolders, store: PickStore? = nil, desks: [EmbeddedDesk] = [],
    me: AgentID = ""
  ) {
    self.folders = folders
    self.packs = packs
    self.store = store
    self.desks = desks
    self.me = me
  }

  /// Whether what is being read is still wanted.
  var goesOn: Bool { isEnding.withLock { !$0 } }

  /// What the console asks for.
  var ports: AnswerPorts {
    AnswerPorts(
      load: { [self] done in queue.async { self.load(done) } },
      recognize: { [self] recognition, done in queue.async { done(self.recognize(recognition)) } },
      examine: { [self] done in queue.async { done(self.examine()) } },
      count: { [self] done in
        reading.async {
          let (statistics, problems) = self.count()
          done(statistics, problems)
        }
      },
      compare: { [self] version, done in
        reading.async {
          let (comparison, problems) = self.compare(with: version)
          done(comparison, problems)
        }
      },
      learn: { [self] done in reading.async { self.learn(done) } },
      change: { [self] wish, edit in change(wish, edit) },
      keepPick: { [self] answer, context, variant, at in
        queue.async { self.keep(answer, context, variant, at) }
      })
  }

  /// What the console of a script asks for: at once, so that it is the same each time.
  var immediatePorts: AnswerPorts {
    AnswerPorts(
      load: { [self] done in load(done) },
      recognize: { [self] recognition, done in done(recognize(recognition)) },
      examine: { [self] done in done(examine()) },
      count: { [self] done in
        let (statistics, problems) = count()
        done(statistics, problems)
      },
      compare: { [self] version, done in
        let (comparison, problems) = compare(with: version)
        done(comparison, problems)
      },
      change: { [self] wish, edit in change(wish, edit) })
  }

  /// Waits until all that was picked is on the disk; what is being read is given up.
  func finish() {
    isEnding.withLock { $0 = true }
    reading.sync {}
    queue.sync {}
  }

  private func load(_ done: (AnswerLibrary?, PickMemory, [SafeText]) -> Void) {
    let (read, problems) = readAnswers()
    let (kept, failures) = store?.load() ?? (PickMemory(), [])
    library.withLock { $0 = read }
    memory.withLock { $0 = kept }
    done(read, kept, problems + failures.map { SafeText(line: $0) })
  }

  /// Reads the files, and the answers in them unless they are what was read last: who redraws the screen often does not
  /// have all of them parsed each time.
  private func readAnswers() -> (AnswerLibrary?, [SafeText]) {
    let (files, unreadable) = folders.files()
    let basis = ReadAnswers.Basis(files: files.hashValue, unreadable: unreadable)
    if let known = answersRead.withLock({ $0 }), known.basis == basis {
      return (known.library, known.problems)
    }
    let (library, problems) = Self.answers(in: files, unreadable, packs)
    // Without packs there are no answers: those may be mended, and no template changed.
    answersRead.withLock {
      $0 = library == nil ? nil : ReadAnswers(basis: basis, library: library, problems: problems)
    }
    return (library, problems)
  }

  /// What lint has to say about all answers; nothing where the packs cannot be read, which is told elsewhere.
  private func examine() -> [LintFinding] {
    guard let packs = try? PackShelf(packs), let shelf = try? TemplateShelf(folders, packs: packs) else {
      return []
    }
    return shelf.lint(folders.files().files, today: CivilTime(Setup.systemNow()).daysSinceEpoch)
  }

  private func change(
    _ wish: AnswerEdit, _ edit: (String) -> Result<String, ToolFailure>
  ) -> Result<String, ToolFailure> {
    AnswerFile(folders, library.withLock { $0?.set }).change(wish, edit)
  }

  private func recognize(_ recognition: AnswerRecognition) -> ReadReplies {
    let before = read.withLock { $0 }
    let result = ReadReplies(recognition, after: before, library.withLock { $0 })
    read.withLock { $0 = result }
    return result
  }

  private func keep(_ answer: AnswerID, _ context: PickContext, _ variant: VariantID, _ at: Timestamp) {
    guard let store, let index = library.withLock({ $0?.index }) else { return }
    let kept = memory.withLock { memory in
      var picker = AnswerPicker(index: index, model: memory.model)
      picker.learn(answer, in: context)
      memory.model = picker.model
      memory.lastUses[variant] = at
      return memory
    }
    store.save(kept)
  }

  /// The answers in files, and what is wrong with these.
  private static func answers(
    in files: [TemplateFile], _ problems: [UnreadablePath], _ packs: PackFolders
  ) -> (AnswerLibrary?, [SafeText]) {
    do throws(PackFoldersError) {
      let cldr = try packs.cldr()
      let library = AnswerLibrary(files, cldr: cldr, dates: try packs.dates(cldr.family))
      let told =
        problems.map { SafeText(line: $0.sentence) }
        + library.set.problems.map { SafeText(line: $0.description) }
      return (library, told)
    } catch {
      return (nil, [SafeText(line: error.sentence)])
    }
  }
}

/// Answers as they were read last.
private struct ReadAnswers: Sendable {
  /// What they were read from.
  struct Basis: Sendable, Hashable {
    var files: Int
    var unreadable: [UnreadablePath]
  }

  var basis: Basis
  var library: AnswerLibrary?
  var problems: [SafeText]
}

/// The files in which picks are kept.
struct PickStore: Sendable {
  /// The folder; made when it is needed.
  let folder: String

  private var model: String { folder + "/picks" }
  private var uses: String { folder + "/last-uses.json" }
  private var marks: String { folder + "/team-picks.json" }
  private static let limit = 64 << 20

  /// What was picked before; what cannot be read is told, left aside under another name, and begun anew.
  func load() -> (PickMemory, [String]) {
    var memory = PickMemory()
    var failures: [String] = []
    func read(_ path: String, _ take: ([UInt8]) -> Bool) {
      do {
        if !take(try FileSystem.contents(of: path, limit: Self.limit)) {
          try? FileSystem.rename(path, to: path + ".damaged")
          failures.append("\(path) is damaged and is begun anew; the old one is \(path).damaged.")
        }
      } catch {
        if !error.isMissing { failures.append("\(path) cannot be read: \(error.reason).") }
      }
    }
    read(model) { bytes in
      guard let read = try? PickModel(bytes: bytes) else { return false }
      memory.model = read
      return true
    }
    read(uses) { bytes in
      guard let read = PickMemory.lastUses(json: bytes) else { return false }
      memory.lastUses = read
      return true
    }
    return (memory, failures)
  }

  /// Up to which moment the team's picks are in what was picked; nothing where that is begun anew.
  func loadMarks() -> TeamPickMarks {
    guard FileSystem.exists(model), let bytes = try? FileSystem.contents(of: marks, limit: 1 << 20) else {
      return TeamPickMarks()
    }
    return TeamPickMarks(bytes)
  }

  /// Writes up to which moment the team's picks were learned.
  func save(_ marks: TeamPickMarks) { try? FileSystem.replace(self.marks, with: marks.bytes) }

  /// Writes it; what cannot be written is forgotten with the console: it is a help and no record.
  func save(_ memory: PickMemory) {
    try? FileSystem.makeFolder(folder)
    try? FileSystem.replace(model, with: memory.model.bytes())
    try? FileSystem.replace(uses, with: memory.lastUsesJSON)
  }
}

extension Setup {
  /// Where this person's picks are kept.
  static var picksFolder: String { FileSystem.parent(of: defaultDesk) + "/answers" }
}
