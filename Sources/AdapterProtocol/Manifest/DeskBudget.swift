/// What a call takes from the budget.
package struct CallCost: Sendable, Hashable {
  /// The call.
  package var method: AdapterMethod
  /// Requests that it takes.
  package var cost: Int

  /// Makes it; what is not said is not there.
  package init(
    method: AdapterMethod, cost: Int
  ) {
    self.method = method
    self.cost = cost
  }
}

/// Bounds of the backend.
package struct DeskBounds: Sendable, Hashable {
  /// The budget; nil: none is known.
  package var requestsPerMinute: Int?
  /// What calls take from it; 1 where nothing is said.
  package var costs: [CallCost]
  /// So many calls may be open at once, 1 at least; `cancel` always may come.
  package var concurrentCalls: Int
  /// The most rows or entries of a page; asked for more, it gives so many.
  package var pageItems: Int
  /// The largest file of an answer; nil: no limit is known.
  package var attachmentBytes: Int?
  /// All files of an answer together.
  package var attachmentsBytes: Int?
  /// The most files of an answer; 0: none can go with it.
  package var attachmentCount: Int?
  /// MIME types that it takes, such as `image/*`; empty: all.
  package var attachmentTypes: [String]

  /// Makes it; what is not said is not there.
  package init(
    requestsPerMinute: Int? = nil, costs: [CallCost] = [], concurrentCalls: Int = 1, pageItems: Int = 100,
    attachmentBytes: Int? = nil, attachmentsBytes: Int? = nil, attachmentCount: Int? = nil,
    attachmentTypes: [String] = []
  ) {
    self.requestsPerMinute = requestsPerMinute
    self.costs = costs
    self.concurrentCalls = concurrentCalls
    self.pageItems = pageItems
    self.attachmentBytes = attachmentBytes
    self.attachmentsBytes = attachmentsBytes
    self.attachmentCount = attachmentCount
    self.attachmentTypes = attachmentTypes
  }
}

/// What is left of the budget after a call.
package struct BudgetLeft: Sendable, Hashable {
  /// So many requests.
  package var requests: Int
  /// When there are more.
  package var resetSeconds: Int

  /// Makes it; what is not said is not there.
  package init(
    requests: Int, resetSeconds: Int
  ) {
    self.requests = requests
    self.resetSeconds = resetSeconds
  }
}

extension CallCost: WireRecord {
  static var blank: CallCost { CallCost(method: .shutdown, cost: 0) }

  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure) {
    try coder.required("method", &method)
    try coder.required("cost", &cost)
  }
}

extension DeskBounds: WireRecord {
  static var blank: DeskBounds { DeskBounds() }

  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure) {
    try coder.optional("requestsPerMinute", &requestsPerMinute)
    try coder.usual("costs", &costs, [])
    try coder.usual("concurrentCalls", &concurrentCalls, 1)
    try coder.usual("pageItems", &pageItems, 100)
    try coder.optional("attachmentBytes", &attachmentBytes)
    try coder.optional("attachmentsBytes", &attachmentsBytes)
    try coder.optional("attachmentCount", &attachmentCount)
    try coder.usual("attachmentTypes", &attachmentTypes, [])
  }

  func check() throws(ProtocolError) {
    guard concurrentCalls > 0 else {
      throw .field(path: "concurrentCalls", expected: "1 or more", found: "0")
    }
    guard (1...ProtocolLimits.pageItems).contains(pageItems) else {
      throw .field(
        path: "pageItems", expected: "1 to \(ProtocolLimits.pageItems)", found: String(pageItems))
    }
  }
}

extension BudgetLeft: WireRecord {
  static var blank: BudgetLeft { BudgetLeft(requests: 0, resetSeconds: 0) }

  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure) {
    try coder.required("requests", &requests)
    try coder.required("resetSeconds", &resetSeconds)
  }
}
