import ConsoleCore
import JSONText
import SystemCalls

/// What the doctor says of the config: not the first error alone, but each.
package enum DoctorConfig {
  /// Reads the file at a path; a missing one is fine.
  ///
  /// - Complexity: O(bytes).
  package static func findings(path: String) -> [DoctorFinding] {
    if let status = try? FileSystem.status(path), !status.isFile {
      return [
        .problem(.config, "\(path) is no ordinary file.", advice: "Put a file of JSON with comments there.")
      ]
    }
    do {
      return findings(try FileSystem.contents(of: path, limit: 1 << 20), path: path)
    } catch {
      if error.isMissing { return [.ok(.config, "There is no config at \(path); the defaults hold.")] }
      let advice =
        error.isForbidden ? "Make it yours: chown, then chmod 600." : "See what stands there, and repair it."
      return [.problem(.config, "The config \(path) cannot be read: \(error.reason).", advice: advice)]
    }
  }

  /// Judges the bytes of a config.
  ///
  /// - Complexity: O(bytes).
  package static func findings(_ bytes: [UInt8], path: String) -> [DoctorFinding] {
    let document: JSONDocument
    do { document = try JSONDocument(bytes, dialect: .json5) } catch {
      return [problem(.syntax(path: path, error), "Mend the line; the file is JSON with comments.")]
    }
    guard let members = document.root.members else {
      return [
        problem(
          .badValue(path: path, key: "the whole file", expected: "an object: { … }"), "Put braces around it.")
      ]
    }
    var result: [DoctorFinding] = document.duplicates.map { twice in
      .note(
        .config, "The config sets “\(twice.key)” twice; line \(twice.position.line) counts.",
        advice: "Take one of the two out.")
    }
    var config = Config()
    for member in members {
      do throws(ConfigError) { try config.take(member, path) } catch {
        result.append(problem(error, "Correct it, or take it out; sapa does not start before."))
      }
    }
    if let problem = config.contradiction(path) {
      result.append(self.problem(problem, "Correct one of the two; sapa does not start before."))
    }
    result += keyProblems(config.keys, path)
    if !result.contains(where: { $0.level == .problem }) {
      result.append(.ok(.config, "The config \(path) can be read and sets \(count(members.count, "key"))."))
    }
    return result
  }

  private static func problem(_ error: ConfigError, _ advice: String) -> DoctorFinding {
    .problem(.config, error.sentence, advice: advice)
  }

  /// Each command's keys that cannot be used: a keymap names the first problem only, so what it names is put aside
  /// and the rest tried again.
  private static func keyProblems(_ keys: [String: [String]], _ path: String) -> [DoctorFinding] {
    var keys = keys
    var result: [DoctorFinding] = []
    while true {
      do throws(Keymap.Problem) {
        _ = try Keymap(overrides: keys)
        return result
      } catch {
        result.append(
          .problem(
            .config, SetupError.sentence(error, Printed.line(path)),
            advice: "Give the command another key, or take the line out."))
        guard let named = keys.keys.first(where: { Self.names(error, $0) }) else { return result }
        keys[named] = nil
      }
    }
  }

  private static func names(_ problem: Keymap.Problem, _ command: String) -> Bool {
    switch problem {
    case .unknownCommand(let name): name == command
    case .unknownKey(_, let name), .reserved(_, let name): name == command
    case .clash(_, let first, let second): first.rawValue == command || second.rawValue == command
    }
  }
}

/// A number of things in words; `many` is the plural, with an s unless said.
func count(_ number: Int, _ thing: String, _ many: String? = nil) -> String {
  "\(number) \(number == 1 ? thing : many ?? thing + "s")"
}
