import DeskModel

extension InterchangeReader {
  /// Access that was asked for; null is none.
  mutating func access() throws(InterchangeError) -> AccessRequest? {
    if try takeNull() { return nil }
    var seen = SeenKeys()
    var askedAt: Timestamp?
    var askedBy: Agent?
    var result = AccessRequest(askedAt: Timestamp(milliseconds: 0), askedBy: Agent(id: "", name: ""))
    try begin("")
    while let key = try nextKey() {
      switch key {
      case "askedAt": askedAt = try seen.once(0, key, try moment(key))
      case "askedBy":
        askedBy = try seen.once(1, key, try within(key) { p throws(InterchangeError) in try p.agent() })
      case "kind": result.kind = try seen.once(2, key, try choice(key) ?? .personal)
      case "why": result.why = try seen.once(3, key, try text(key) ?? "")
      case "what": result.what = try seen.once(4, key, try text(key) ?? "")
      case "untilWords": result.untilWords = try seen.once(5, key, try text(key) ?? "")
      case "until": result.until = try seen.once(6, key, try moment(key))
      case "answer": result.answer = try seen.once(7, key, try choice(key))
      case "givenAt": result.givenAt = try seen.once(8, key, try moment(key))
      case "closedAt": result.closedAt = try seen.once(9, key, try moment(key))
      case "closedBy":
        result.closedBy = try seen.once(
          10, key, try within(key) { p throws(InterchangeError) in try p.agent() })
      default: try skip()
      }
    }
    guard let askedAt else { throw .field(path: "askedAt", expected: Self.timeWords, found: "nothing") }
    guard let askedBy else { throw .field(path: "askedBy", expected: "an object", found: "nothing") }
    (result.askedAt, result.askedBy) = (askedAt, askedBy)
    return result
  }
}
