package import DeskModel
import SystemCalls

/// What waits in an agent's folder of drafts, told without taking, moving or cleaning anything.
package struct DraftInspection: Sendable, Hashable {
  /// Drafts with something typed.
  package private(set) var drafts = 0
  /// Replies that were held when their console ended; the next start sends them or gives them back.
  package private(set) var held = 0
  /// Files that could not be understood and were put aside, or cannot be read now.
  package private(set) var broken: [String] = []
  /// The folders of the agent's consoles, the first one's first.
  package private(set) var folders: [String] = []

  /// Looks at the drafts of an agent on the desk in `desk`.
  ///
  /// - Complexity: O(bytes of the drafts).
  package init(desk: String, agent: AgentID) {
    let first = DraftStore(desk: desk, agent: agent).folder
    let names = (try? FileSystem.list(first)) ?? []
    if !names.isEmpty { look(first, names) }
    for name in names where name.hasPrefix("console-") {
      let folder = first + "/" + name
      if let names = try? FileSystem.list(folder) { look(folder, names) }
    }
  }

  private mutating func look(_ folder: String, _ names: [String]) {
    folders.append(folder)
    for name in names {
      let path = folder + "/" + name
      if name.hasSuffix(".broken") { broken.append(path) }
      guard name.hasSuffix(".json") else { continue }
      guard (try? FileSystem.status(path).isFile) == true,
        let bytes = try? FileSystem.contents(of: path, limit: 64 << 20), let draft = StoredDraft(json: bytes)
      else {
        broken.append(path)
        continue
      }
      if !draft.text.isEmpty { drafts += 1 }
      if draft.held != nil { held += 1 }
    }
  }
}
