import ConsoleCore
import Dispatch
import Rehearsals
import Synchronization
import SystemCalls
import TextLayout

/// Reads lines aloud by a program that is installed: espeak-ng, else speech-dispatcher's spd-say; one line at a time.
final class Voice: Sendable {
  private let queue = DispatchQueue(label: "sapa.voice", attributes: .concurrent)
  private let speaking = Mutex(Speaking())

  private struct Speaking {
    var process: PipedProcess?
    /// Counts the lines: what was asked for before the last one is not begun any more.
    var turn = 0
  }

  /// A voice reads no more of a line than this, in characters.
  private static let longest = 4_000

  /// Reads a line and returns at once; what was being read is broken off.
  ///
  /// `failed` is told why nothing is heard: `unavailable` where neither program is installed.
  func speak(_ line: SpokenLine?, _ failed: @escaping @Sendable (ToolFailure) -> Void) {
    let turn = silence()
    guard let line else { return }
    guard let command = Self.command(for: line, isThere: Self.isInstalled) else {
      return failed(.unavailable)
    }
    // Marks that turn writing round or hide it are nothing to be read; behind a blank nothing is a command of spd-say's.
    let text = " " + SafeText(line: String(line.text.prefix(Self.longest))).string
    queue.async { [self] in
      do throws(SystemError) {
        let process = try PipedProcess(command)
        let isWanted = speaking.withLock { speaking in
          guard speaking.turn == turn else { return false }
          speaking.process = process
          return true
        }
        if isWanted {
          try? process.write(Array((text + "\n").utf8))
        } else {
          process.terminate()
        }
        process.closeInput()
        // What it prints must not stop it.
        queue.async { while let bytes = try? process.readErrors(limit: 65_536), !bytes.isEmpty {} }
        while let bytes = try? process.read(limit: 65_536), !bytes.isEmpty {}
        let ending = try process.wait()
        let isOurs = speaking.withLock { speaking in
          guard speaking.process === process else { return false }
          speaking.process = nil
          return true
        }
        if isOurs, case .code(let code) = ending, code != 0 {
          failed(.failed(program: command[0], code: code))
        }
      } catch { failed(.cannotStart(program: command[0], reason: error.reason)) }
    }
  }

  /// Breaks off what is being read, or is about to be.
  ///
  /// - Returns: the turn of the line that may come now.
  @discardableResult
  func silence() -> Int {
    speaking.withLock { speaking in
      speaking.process?.terminate()
      speaking.process = nil
      speaking.turn += 1
      return speaking.turn
    }
  }

  /// The program and its arguments, the text going to its standard input; nil where none is installed.
  static func command(for line: SpokenLine, isThere: (String) -> Bool) -> [String]? {
    let language = language(line.locale)
    let isCustomer = line.role == .customer
    if isThere("espeak-ng") {
      // Variants of a language's voice: a deeper and a higher one.
      return ["espeak-ng", "-v", (language ?? "en") + (isCustomer ? "+f3" : "+m3"), "--stdin"]
    }
    if isThere("spd-say") {
      return ["spd-say", "--pipe-mode", "--wait", "-P", "text", "-t", isCustomer ? "female1" : "male1"]
        + (language.map { ["-l", $0] } ?? [])
    }
    return nil
  }

  /// A language as both programs name it: by ISO 639, Chinese as Mandarin.
  private static func language(_ locale: String?) -> String? {
    guard let language = locale?.split(separator: "-").first.map({ $0.lowercased() }), !language.isEmpty
    else {
      return nil
    }
    let isTag = language.utf8.allSatisfy { (0x61...0x7A).contains($0) }
    return isTag ? language == "zh" ? "cmn" : language : nil
  }

  private static func isInstalled(_ program: String) -> Bool {
    (ProcessContext.environment("PATH") ?? "").split(separator: ":").contains {
      FileSystem.exists($0 + "/" + program)
    }
  }
}
