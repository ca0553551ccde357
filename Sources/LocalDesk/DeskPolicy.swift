import DeskModel
import SystemCalls

/// What a desk promises, as `policy.json5` in its folder says, with the time zone loaded.
struct DeskPolicy: Sendable {
  var policy: ServicePolicy
  /// Nil when time always counts.
  var zone: ZoneOffset?
  /// Of the file's bytes; 0 where there is none, or a broken one.
  var hash: UInt64

  /// A desk that promises nothing.
  static let none = DeskPolicy(policy: .none, zone: nil, hash: 0)

  /// The first deadline of a conversation.
  func deadline(of facts: DueFacts) -> Deadline? {
    policy.deadline(of: facts) { [zone] in zone?.seconds(at: $0.milliseconds) ?? 0 }
  }
}

/// What `policy.json5` held when it was read, and what was wrong with it.
struct PolicyFile: Sendable {
  private let path: String
  private var status: FileStatus?
  private(set) var policy = DeskPolicy.none
  /// A sentence for a person; nil when all is well.
  private(set) var problem: String?

  /// Reads the file of a desk; a missing one promises nothing, a broken one is ignored.
  init(_ folder: DeskFolder) {
    path = folder.policyFile
    read()
  }

  /// Reads the file again when it has been changed.
  ///
  /// - Returns: whether it was.
  mutating func refresh() -> Bool {
    guard (try? FileSystem.status(path)) != status else { return false }
    let before = (policy.hash, problem)
    read()
    return before != (policy.hash, problem)
  }

  private mutating func read() {
    status = try? FileSystem.status(path)
    policy = .none
    problem = nil
    do {
      let bytes = try FileSystem.contents(of: path, limit: 1 << 20)
      policy = try PolicyReader.policy(bytes)
    } catch let error as SystemError {
      if !error.isMissing { problem = "The policy was ignored: \(error.description)." }
    } catch let error as PolicyError {
      problem =
        "The policy was ignored: \(path), \(error.description). Correct it and open the desk again."
    } catch {
      problem = "The policy was ignored: \(path), \(error)."
    }
  }
}
