package import DeskLink
package import DeskModel

/// One of the desks that a console works on at once.
package struct DeskMember: Sendable {
  /// Its short name, unique among the desks: small ASCII letters, digits and hyphens.
  package var name: String
  /// The desk.
  package var adapter: any Adapter
  /// Who the person is on this desk; nil for the same as in the console.
  package var me: Agent?
  /// Seconds by which this desk's policy puts a customer with priority ahead in its own order.
  ///
  /// Asked anew for each question, because a policy may change. What is said here must be what the desk sorts by, else rows
  /// of this desk may stand some places off among those of others.
  package var vipAhead: @Sendable () -> Int64

  /// Makes a member.
  package init(
    name: String, adapter: any Adapter, me: Agent? = nil,
    vipAhead: @escaping @Sendable () -> Int64 = { ServicePolicy.usualVIPAhead }
  ) {
    self.name = name
    self.adapter = adapter
    self.me = me
    self.vipAhead = vipAhead
  }

  /// Whether a text can be the name of a desk: `[a-z0-9-]+`.
  ///
  /// - Complexity: O(bytes).
  package static func isName(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "-")
      }
  }
}
