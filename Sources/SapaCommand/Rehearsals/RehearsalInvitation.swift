import DeskModel
import JSONText
import Rehearsals
import SystemCalls

/// What the second terminal of a rehearsal needs to know, in a file on its desk.
struct RehearsalInvitation: Sendable, Hashable {
  /// The scenario's name.
  var scenario: String
  /// Its locale.
  var locale: String
  /// The number that gives the values of its facts.
  var seed: UInt64
  /// When the rehearsal was set up.
  var at: Timestamp
  /// Who is trained.
  var trainee: Agent
  /// The process of the trainee's console.
  var process: Int32

  private static func path(_ folder: String) -> String { folder + "/rehearsal.json" }

  /// Writes it on a desk.
  func write(to folder: String) throws(SystemError) {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("scenario", scenario)
    writer.member("locale", locale)
    writer.member("seed", String(seed))
    writer.member("at", at.rfc3339)
    writer.member("trainee", trainee.id.rawValue)
    writer.member("name", trainee.name)
    writer.member("process", String(process))
    writer.endObject()
    try FileSystem.replace(Self.path(folder), with: writer.bytes + [0x0A])
  }

  /// Reads it from a desk; nil where no rehearsal with two people is played.
  init?(folder: String) {
    guard let bytes = try? FileSystem.contents(of: Self.path(folder), limit: 65_536),
      case .object(let members)? = try? JSONDocument(bytes).root
    else { return nil }
    func text(_ key: String) -> String? {
      guard case .string(let text)? = members.last(where: { $0.key == key })?.value else { return nil }
      return text
    }
    guard let scenario = text("scenario"), let locale = text("locale"),
      let seed = text("seed").flatMap({ UInt64($0) }),
      let at = text("at").flatMap({ Timestamp(rfc3339: $0) }), let id = text("trainee")
    else { return nil }
    self.init(
      scenario: scenario, locale: locale, seed: seed, at: at,
      trainee: Agent(id: AgentID(id), name: text("name") ?? id),
      process: text("process").flatMap { Int32($0) } ?? 0)
  }

  /// Whether the trainee's console is there.
  var isAlive: Bool { process > 0 && FileSystem.exists("/proc/\(process)") }

  /// Makes an invitation.
  init(
    scenario: String, locale: String, seed: UInt64, at: Timestamp, trainee: Agent,
    process: Int32 = ProcessContext.identifier
  ) {
    self.scenario = scenario
    self.locale = locale
    self.seed = seed
    self.at = at
    self.trainee = trainee
    self.process = process
  }

  /// The desks of rehearsals that a second person can join, the latest first.
  static func all(in folder: String) -> [(folder: String, invitation: RehearsalInvitation)] {
    ((try? FileSystem.list(folder)) ?? []).compactMap { name in
      let desk = folder + "/" + name
      return RehearsalInvitation(folder: desk).map { (folder: desk, invitation: $0) }
    }.sorted { $0.invitation.at > $1.invitation.at }
  }
}
