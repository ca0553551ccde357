package import AdapterProtocol

/// The calls of a session: those that wait for their turn, those that are open, and those that were given up.
///
/// Pure: what is to be done stands in the results. `Payload` is what belongs to a call.
package struct CallTable<Payload: Sendable>: Sendable {
  private struct Waiting: Sendable {
    var number: Int
    var method: AdapterMethod
    var payload: Payload
  }

  /// A call that was sent.
  package struct Open: Sendable {
    /// What it asks.
    package var method: AdapterMethod
    /// What belongs to it.
    package var payload: Payload
    /// Whether it was cancelled.
    package var isCancelled = false
  }

  private var lines: [[Waiting]] = CallPriority.allCases.map { _ in [] }
  private var open: [Int: Open] = [:]
  /// Overdue calls whose answers nobody waits for, which still take a place.
  private var abandoned: [Int: AdapterMethod] = [:]
  private var next = 0
  /// How many may be open at once.
  package var limit = 1

  /// Makes an empty table.
  package init() {}

  /// Puts a call at the end of its line.
  ///
  /// - Returns: its number, from 1, which counts up.
  package mutating func enqueue(_ method: AdapterMethod, _ priority: CallPriority, _ payload: Payload) -> Int
  {
    next += 1
    lines[priority.rawValue].append(Waiting(number: next, method: method, payload: payload))
    return next
  }

  /// Opens the next call if one waits and may be sent now.
  package mutating func openNext() -> (number: Int, payload: Payload)? {
    guard open.count + abandoned.count < limit else { return nil }
    for place in lines.indices where !lines[place].isEmpty {
      let call = lines[place].removeFirst()
      open[call.number] = Open(method: call.method, payload: call.payload)
      return (call.number, call.payload)
    }
    return nil
  }

  /// Takes out the call that an answer names.
  ///
  /// - Returns: the call, nil inside when it was given up; nil when no call is open under this id.
  package mutating func close(_ id: RequestID) -> Open?? {
    guard case .number(let number) = id else { return nil }
    if let call = open.removeValue(forKey: number) { return call }
    return abandoned.removeValue(forKey: number) == nil ? nil : .some(nil)
  }

  /// What an open call asks; nil when no call is open under this id.
  package func method(of id: RequestID) -> AdapterMethod? {
    guard case .number(let number) = id else { return nil }
    return open[number]?.method
  }

  /// Takes back a call that has not been sent.
  package mutating func withdraw(_ number: Int) -> Payload? {
    for place in lines.indices {
      if let index = lines[place].firstIndex(where: { $0.number == number }) {
        return lines[place].remove(at: index).payload
      }
    }
    return nil
  }

  /// Marks an open call as cancelled.
  ///
  /// - Returns: false when it is not open, or was cancelled before.
  package mutating func cancel(_ number: Int) -> Bool {
    guard open[number]?.isCancelled == false else { return false }
    open[number]?.isCancelled = true
    return true
  }

  /// Gives up an open call: its place stays taken until its answer comes.
  package mutating func abandon(_ number: Int) -> Open? {
    guard let call = open.removeValue(forKey: number) else { return nil }
    abandoned[number] = call.method
    return call
  }

  /// What a call that was given up asked, while its answer has not come.
  package func abandonedMethod(_ number: Int) -> AdapterMethod? { abandoned[number] }

  /// Takes out all calls that have not been sent.
  package mutating func removeWaiting() -> [Payload] {
    defer { lines = CallPriority.allCases.map { _ in [] } }
    return lines.flatMap { $0.map(\.payload) }
  }

  /// Takes out all calls that were sent, in the order in which they were made.
  package mutating func removeOpen() -> [Open] {
    defer { (open, abandoned) = ([:], [:]) }
    return open.sorted { $0.key < $1.key }.map(\.value)
  }

  /// How many calls wait for their turn.
  package var waitingCount: Int { lines.reduce(0) { $0 + $1.count } }
}
