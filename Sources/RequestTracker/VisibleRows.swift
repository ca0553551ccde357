import AdapterProtocol
import JSONText

/// Reads lists for which RT tells no total.
///
/// In those, rows that we may not see are dropped after the page was cut, so a page may be short or empty though more
/// follow. What ends such a list is the last row that we can see, which the list tells from its other end.
struct VisibleRows: Sendable {
  let client: RTClient
  /// Pages in a row without anything that we may see, after which a list counts as ended.
  static let emptyPages = 5
  /// Requests for one list, after which it is given up: a server that counts without end must not hold us.
  static let requestLimit = 500

  /// All rows of a list that we may see, with ids above `after`, in the order of their ids.
  ///
  /// `conditions` are RT's search in JSON.
  func all(
    _ path: [String], fields: String, conditions: [JSONValue] = [], after: Int = 0, limit: Int = 10_000
  ) throws(AdapterFault) -> [JSONValue] {
    guard let last = try last(path, conditions: conditions, after: after) else { return [] }
    var result: [JSONValue] = []
    var place = after
    var requests = 0
    while place < last, result.count < limit {
      requests += 1
      guard requests <= Self.requestLimit else {
        throw .internalFailure(reason: "RT hides so many rows of a list that it cannot be read to its end")
      }
      let rows = try page(path, fields: fields, conditions: conditions, place + 1...last)
      result += rows
      // A page without rows was one of a hundred rows that we may not see.
      place = rows.last?.number("id") ?? min(place + RTTarget.pageLimit, last)
    }
    return result
  }

  /// Rows with ids in a range, the lowest ids first: at most a page of them, none where the first hundred are hidden.
  func page(
    _ path: [String], fields: String, conditions: [JSONValue] = [], _ ids: ClosedRange<Int>
  ) throws(AdapterFault) -> [JSONValue] {
    let bounds = [
      Self.condition("id", ">", String(ids.lowerBound - 1)),
      Self.condition("id", "<", String(ids.upperBound + 1)),
    ]
    return try rows(path, fields: fields, conditions + bounds, order: "ASC", page: 1)
  }

  /// The highest id that we may see, above `after`; nil when there is none.
  func last(_ path: [String], conditions: [JSONValue] = [], after: Int = 0) throws(AdapterFault) -> Int? {
    let bounds = conditions + [Self.condition("id", ">", String(after))]
    for page in 1...Self.emptyPages {
      let rows = try rows(path, fields: "", bounds, order: "DESC", page: page)
      if let first = rows.first { return first.number("id") }
    }
    return nil
  }

  /// A condition of RT's search in JSON.
  static func condition(_ field: String, _ operation: String, _ value: String) -> JSONValue {
    object([
      "field": .string(field), "operator": .string(operation), "value": .string(value),
      "entry_aggregator": "AND",
    ])
  }

  private func rows(
    _ path: [String], fields: String, _ conditions: [JSONValue], order: String, page: Int
  ) throws(AdapterFault) -> [JSONValue] {
    let target = RTTarget.of(
      path,
      [
        "orderby": "id", "order": order, "per_page": String(RTTarget.pageLimit), "page": String(page),
        "fields": fields, "fields[Creator]": "Name,RealName",
        "query": String(decoding: JSONValue.array(conditions).bytes, as: UTF8.self),
      ])
    return try client.read(target).json.list("items")
  }
}
