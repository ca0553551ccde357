package import DeskModel
package import Widgets

/// The form of the safe request: what only the agent knows, all of which may stay empty.
package struct AccessForm: Sendable, Hashable {
  /// A row of the form, in order.
  package enum Row: String, Sendable, Hashable, CaseIterable {
    case why, what, until, account
  }

  /// Why nothing else will do.
  package var why: LineField
  /// What is asked for.
  package var what: LineField
  /// Until when: a moment as people type it, or any words.
  package var until: LineField
  /// Whose account it is.
  package var kind: AccessRequest.Kind
  /// The row that has the keys.
  package var row = Row.why
  /// The first line of the text that is shown, from 0.
  package var offset = 0

  /// Makes an empty form.
  package init(_ kind: AccessRequest.Kind) {
    (why, what, until) = (LineField(), LineField(), LineField())
    self.kind = kind
  }

  /// Makes a form with what was asked for before.
  package init(_ access: AccessRequest) {
    why = LineField(access.why)
    what = LineField(access.what)
    until = LineField(access.untilWords)
    kind = access.kind
  }

  /// The field of a row; nil where nothing is typed.
  package func field(_ row: Row) -> LineField? {
    switch row {
    case .why: why
    case .what: what
    case .until: until
    case .account: nil
    }
  }

  /// Changes the field that has the keys.
  mutating func apply(_ edit: EditCommand) {
    switch row {
    case .why: why.apply(edit)
    case .what: what.apply(edit)
    case .until: until.apply(edit)
    case .account: break
    }
  }

  /// Gives the keys to a later or an earlier row, round the form.
  mutating func move(by step: Int) {
    let all = Row.allCases
    let place = all.firstIndex(of: row) ?? 0
    row = all[(place + step + all.count) % all.count]
  }

  /// Takes a company's account for a person's, and the other way round.
  mutating func toggleKind() { kind = kind == .personal ? .company : .personal }
}

/// A safe request that was put into the composer, for knowing later whether it went out.
package struct ComposerRequest: Sendable, Hashable {
  /// What it asks for.
  package var access: AccessRequest
  /// The text as it was put in.
  package var text: String

  /// Makes a request.
  package init(access: AccessRequest, text: String) {
    self.access = access
    self.text = text
  }
}
