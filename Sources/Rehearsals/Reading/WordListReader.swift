/// Reads the lists of words that scenarios of a locale share: `## name`, then one word or phrase a list item.
package enum WordListReader {
  /// The lists by their name in lower case, and what is wrong with the file.
  package static func read(
    _ text: String, file: String
  ) -> (lists: [String: [String]], problems: [ScenarioProblem]) {
    var lists: [String: [String]] = [:]
    var problems: [ScenarioProblem] = []
    var name: String?
    for line in ScenarioLine.lines(text) {
      switch line.kind {
      case .heading(level: 1, _), .blank, .comment: break
      case .heading(_, let text):
        let key = text.lowercased()
        if lists[key] != nil {
          problems.append(ScenarioProblem(file: file, line: line.number, fault: .twice(text)))
        }
        lists[key] = []
        name = key
      case .item(let text, _):
        if let name {
          lists[name, default: []].append(text)
        } else {
          problems.append(ScenarioProblem(file: file, line: line.number, fault: .strayText(text)))
        }
      case .quote(let text), .text(let text, _):
        problems.append(ScenarioProblem(file: file, line: line.number, fault: .strayText(text)))
      }
    }
    return (lists, problems)
  }
}
