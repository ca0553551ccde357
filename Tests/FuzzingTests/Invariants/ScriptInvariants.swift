import ConsoleRuntime

/// A script: steps, or the number of the line that cannot be understood.
enum ScriptInvariants {
  static func firstViolation(_ input: [UInt8]) -> String? {
    let text = String(decoding: input, as: UTF8.self)
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.count
    do throws(ScriptError) {
      let steps = try Script.parse(text)
      return steps.count <= lines ? nil : "\(steps.count) steps in \(lines) lines"
    } catch {
      switch error {
      case .unknownStep(let line, let word):
        return (1...lines).contains(line) && !word.isEmpty ? nil : "line \(line) of \(lines), \"\(word)\""
      case .badArgument(let line, _, let expected):
        return (1...lines).contains(line) && !expected.isEmpty ? nil : "line \(line) of \(lines)"
      }
    }
  }
}
