import AdapterProtocol
import JSONText

/// Reads from a ticket's links what we may do to it.
enum RightsReader {
  /// What is allowed and what is not; acts that RT does not tell of are left out.
  ///
  /// RT lists the usual changes of status, not all, so a missing one proves nothing.
  static func allowed(_ ticket: JSONValue) -> [AllowedAct] {
    let links = ticket.list("_hyperlinks")
    let names = Set(links.map { $0.text("ref") })
    var result: [AllowedAct] = []
    switch (names.contains("correspond"), names.contains("comment")) {
    case (true, true): result.append(AllowedAct(.say, .allowed))
    case (true, false): result.append(AllowedAct(.say, .allowed, reason: "to the customer only, no notes"))
    case (false, true):
      result.append(AllowedAct(.say, .allowed, reason: "notes only, nothing to the customer"))
    case (false, false):
      result.append(AllowedAct(.say, .denied, reason: "neither replies nor comments are allowed"))
    }
    if names.contains("lifecycle") { result.append(AllowedAct(.status, .allowed)) }
    return result
  }

  /// The statuses that RT offers as the next ones.
  static func nextStatuses(_ ticket: JSONValue) -> [String] {
    ticket.list("_hyperlinks").filter { $0.text("ref") == "lifecycle" }.map { $0.text("to") }
      .filter { !$0.isEmpty }
  }
}
