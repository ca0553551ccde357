package import ConsoleCore
package import Testing

/// Expects that of a state exactly what `change` says has changed, and nothing else.
package func expectChanges(
  from before: AppState, to after: AppState, sourceLocation: SourceLocation = #_sourceLocation,
  _ change: (inout AppState) -> Void
) {
  var expected = before
  change(&expected)
  guard expected != after else { return }
  let paths = differences(Mirror(reflecting: expected), Mirror(reflecting: after), path: "state", depth: 4)
  Issue.record("other than expected: \(paths.joined(separator: "; "))", sourceLocation: sourceLocation)
}

private func differences(_ left: Mirror, _ right: Mirror, path: String, depth: Int) -> [String] {
  zip(left.children, right.children).flatMap { one, other -> [String] in
    let (old, new) = (String(describing: one.value), String(describing: other.value))
    guard old != new else { return [] }
    let name = path + "." + (one.label ?? "?")
    let (inner, otherInner) = (Mirror(reflecting: one.value), Mirror(reflecting: other.value))
    if depth > 0, !inner.children.isEmpty, inner.children.count == otherInner.children.count {
      let found = differences(inner, otherInner, path: name, depth: depth - 1)
      if !found.isEmpty { return found }
    }
    return ["\(name): expected \(old.prefix(160)), found \(new.prefix(160))"]
  }
}
