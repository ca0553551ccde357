package import DeskModel
package import Rehearsals
package import Widgets

/// A rehearsal that is played in the console.
package struct RehearsalRoom: Sendable, Hashable {
  /// The story.
  package internal(set) var rehearsal: Rehearsal
  /// What the customer has said so far, oldest first.
  var said: [RehearsalLine] = []
  /// How many lines a colleague who plays the customer has said, as far as is known here.
  var saidCount = 0
  /// Whether the questions for afterwards have been opened.
  var isDebriefed = false
  /// Whether the screen says that the customer is typing.
  var showsTyping = false
  /// Who sits here.
  package let seat: Seat
  /// Entries of the conversation that the story knows, where a colleague plays the customer.
  var known: Set<EntryID> = []
  /// Whether the colleague who plays the customer has broken it off.
  var isBrokenOff = false
  /// Whether what stood there when the console was started is known to the story.
  var isCaughtUp = false

  /// Who sits before the screen.
  package enum Seat: String, Sendable, Hashable, CaseIterable {
    /// The trainee.
    case agent
    /// A colleague, who plays the customer.
    case customer
  }

  /// Makes a room for a rehearsal that has not begun.
  package init(_ rehearsal: Rehearsal, seat: Seat = .agent) {
    self.rehearsal = rehearsal
    self.seat = seat
  }

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
  /// What was said, as it came.
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
    /// Endings to choose from, where no script says how it ends.
    case endings
    /// What the colleague who plays the customer should know.
    case card
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

/// A scenario on disk.
package struct ScenarioFile: Sendable, Hashable {
  /// By what name it is played.
  package var name: String
  /// Where it is.
  package var path: String

  /// Makes the place of a scenario.
  package init(name: String, path: String) {
    self.name = name
    self.path = path
  }
}
