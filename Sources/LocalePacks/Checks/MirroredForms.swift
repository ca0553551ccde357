/// Tells which of some forms stand anywhere in what a customer wrote.
struct MirroredForms {
  /// A longer form, in characters, is nobody's habit.
  static let longest = 64

  private struct Node {
    var next: [Character: Int] = [:]
    var isForm = false
    var isUsed = false
  }

  private var nodes = [Node()]

  /// Adds a form, folded; an empty one, and one longer than `longest`, is never used.
  mutating func add(_ form: some Collection<Character>) {
    guard !form.isEmpty, form.count <= Self.longest else { return }
    var node = 0
    for character in form {
      if let next = nodes[node].next[character] {
        node = next
      } else {
        nodes[node].next[character] = nodes.count
        node = nodes.count
        nodes.append(Node())
      }
    }
    nodes[node].isForm = true
  }

  /// Marks the forms that stand in a message, which is folded like them.
  ///
  /// - Complexity: O(message · `longest`).
  mutating func read(_ message: [Character]) {
    for start in message.indices {
      var node = 0
      for character in message[start...] {
        guard let next = nodes[node].next[character] else { break }
        node = next
        if nodes[node].isForm { nodes[node].isUsed = true }
      }
    }
  }

  /// Whether a form has stood in a message.
  func isUsed(_ form: some Sequence<Character>) -> Bool {
    var node = 0
    for character in form {
      guard let next = nodes[node].next[character] else { return false }
      node = next
    }
    return nodes[node].isUsed
  }
}
