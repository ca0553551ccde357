import DeskLink
package import DeskModel
import JSONText

/// The name of a filter's condition.
package enum FilterName: String, Sendable, Hashable, CaseIterable {
  case tag, language, channel, status, assignee, customer, state, waiting, due, quiet, text
}

extension QueueTerm {
  /// The condition's name, of the inner one where it is negated.
  package var name: FilterName {
    switch self {
    case .tag: .tag
    case .language: .language
    case .channel: .channel
    case .status: .status
    case .assignee: .assignee
    case .customer: .customer
    case .state: .state
    case .waiting: .waiting
    case .due: .due
    case .quiet: .quiet
    case .text: .text
    case .not(let term): term.name
    }
  }
}

extension FilterName: WireWord {}

/// A condition is written without nesting: `not` stands beside it, and twice not is none.
extension QueueTerm: WireValue {
  init(reading slot: WireSlot) throws(ProtocolError) {
    let object = try WireObject(slot)
    let term: QueueTerm
    switch try object.required("term", as: FilterName.self) {
    case .tag: term = .tag(try object.required("value"))
    case .language: term = .language(try object.required("value"))
    case .channel: term = .channel(try object.required("value"))
    case .status: term = .status(try object.required("value"))
    case .assignee: term = .assignee(try object.required("value"))
    case .customer: term = .customer(try object.required("value"))
    case .text: term = .text(try object.required("value"))
    case .state: term = .state(try object.required("value"))
    case .waiting: term = .waiting(try object.required("comparison"), try Self.seconds(object))
    case .due: term = .due(try object.required("comparison"), try Self.seconds(object))
    case .quiet: term = .quiet(try object.required("comparison"), try Self.seconds(object))
    }
    self = try object.optional("not", as: Bool.self) ?? false ? .not(term) : term
  }

  /// Seconds may be negative: a deadline that has passed.
  private static func seconds(_ object: WireObject) throws(ProtocolError) -> Int64 {
    let bound = Int64(ProtocolLimits.wholeNumber)
    let expected = "a whole number from -\(bound) to \(bound)"
    guard let slot = object["seconds"] else {
      throw .field(path: "seconds", expected: expected, found: "nothing")
    }
    do throws(ProtocolError) {
      let number = try slot.read(.number, as: expected) { reader throws(JSONError) in try reader.number() }
      guard let value = number.int.map({ Int64($0) }), (-bound...bound).contains(value) else {
        throw ProtocolError.field(path: "", expected: expected, found: InterchangeReader.quote(number.text))
      }
      return value
    } catch { throw error.inside("seconds") }
  }

  func write(to writer: inout JSONWriter) {
    var (term, isNegated) = (self, false)
    while case .not(let inner) = term { (term, isNegated) = (inner, !isNegated) }
    writer.beginObject()
    writer.member("term", term.name.rawValue)
    switch term {
    case .tag(let value), .language(let value), .channel(let value), .status(let value),
      .assignee(let value), .customer(let value), .text(let value):
      writer.member("value", value)
    case .state(let state): writer.member("value", state.rawValue)
    case .waiting(let comparison, let seconds), .due(let comparison, let seconds),
      .quiet(let comparison, let seconds):
      writer.member("comparison", comparison.rawValue)
      writer.key("seconds")
      writer.int(Int(seconds))
    case .not: break
    }
    if isNegated {
      writer.key("not")
      writer.bool(true)
    }
    writer.endObject()
  }
}
