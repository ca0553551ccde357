import DeskModel

/// Stops a draft that says a secret of the customer again.
///
/// Whoever quotes a card number spreads it (PCI DSS FAQ 1157). In the console the customer's words are masked before they can be
/// quoted; this is for drafts that come with a thread of their own.
package struct RepeatedSecretCheck: LastLookCheck {
  /// The rule's name.
  package let rule = "secret.repeated"
  private let scan: SecretScan

  /// Makes the check with what finds secrets.
  package init(_ scan: SecretScan) { self.scan = scan }

  /// The last messages of the thread that are read.
  private static let limit = 40
  /// A secret of fewer bytes may be another number.
  private static let shortest = 4

  /// What this check has to say about a draft: one finding for each secret that stands in it again.
  ///
  /// - Complexity: O(text · secrets of the thread).
  package func findings(in draft: Draft) -> [Finding] {
    guard draft.audience != .internal else { return [] }
    var findings: [Finding] = []
    var context: [SecretMessage] = []
    for entry in draft.thread.suffix(Self.limit) where entry.kind != .event {
      if entry.isFromOutside {
        let bytes = Array(entry.text.utf8)
        for span in scan.spans(in: entry.text, after: context) where span.end - span.start >= Self.shortest {
          let value = String(decoding: bytes[span.start..<span.end], as: UTF8.self)
          guard let found = draft.text.firstRange(of: value) else { continue }
          let start = draft.text.utf8.distance(from: draft.text.startIndex, to: found.lowerBound)
          let range = start..<start + value.utf8.count
          guard !findings.contains(where: { $0.range == range }) else { continue }
          findings.append(
            Finding(
              rule: rule, severity: .error, range: range, messageKey: "finding.secret.repeated",
              about: entry.id))
        }
      }
      context =
        context.suffix(SecretScan.contextMessages - 1)
        + [SecretMessage(text: entry.text, isFromCustomer: entry.isFromOutside)]
    }
    return findings
  }
}
