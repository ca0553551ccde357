package import DeskModel
package import Rehearsals
package import Widgets

/// A rehearsal that is played in the console.
package struct RehearsalRoom: Sendable, Hashable {
  /// The story.
  package internal(set) var rehearsal: Rehearsal
  /// What the customer has said so far, oldest first.
  var said: [RehearsalLine] = []
  /// Whether the questions for afterwards have been opened.
  var isDebriefed = false
  /// Whether the screen says that the customer is typing.
  var showsTyping = false

  /// Makes a room for a rehearsal that has not begun.
  package init(_ rehearsal: Rehearsal) { self.rehearsal = rehearsal }

  /// When the screen changes next because of the customer; nil when only the agent can move the story on.
  func nextDue(after now: Timestamp) -> Timestamp? {
    [rehearsal.nextDue, rehearsal.typingBegins(after: now.milliseconds)].compactMap { $0 }.min()
      .map { Timestamp(milliseconds: $0) }
  }
}

/// A line of the customer's.
package struct RehearsalLine: Sendable, Hashable {
  /// When it was said.
  package var at: Timestamp
  package var text: String
}

/// What lies over the panes in a rehearsal: the menu, questions, and what is talked about afterwards.
package struct RehearsalPopup: Sendable, Hashable {
  /// What is shown.
  package enum Page: Sendable, Hashable {
    /// Pause, hint, restart, end.
    case menu
    /// Scenes to go back to.
    case scenes
    /// A question that decides how the story goes on.
    case question(String)
    /// How it ended, told.
    case ending
    /// A question of the scorecard, by its place.
    case judging(Int)
    /// The empathy map, before the truth is shown.
    case empathy
    /// Everything, to be read.
    case report
  }

  /// What is shown.
  package var page: Page
  /// The selected row of a menu.
  package var selected = 0
  /// The first line of a text that is shown, from 0.
  package var offset = 0
  /// The answers to the scorecard's questions so far.
  package var judgements: [Bool] = []
  /// What the trainee thinks that the customer says, thinks, feels and does.
  package var guesses: [LineField]

  /// Makes a popup at a page.
  package init(_ page: Page) {
    self.page = page
    guesses = EmpathyMap.Part.allCases.map { _ in LineField() }
  }
}
