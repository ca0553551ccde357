/// A rehearsal as it is written: a customer, scenes with what moves the story on, endings, and what a good answer holds.
///
/// The format is specified in the catalogue (`Scenarios`). Texts are as in the file; facts in them are filled in when it is played.
package struct Scenario: Sendable, Hashable {
  /// Where the customer writes.
  package enum Channel: String, Sendable, CaseIterable {
    case chat, email
    /// A public comment under a post of ours.
    case comment
  }

  /// The file's name up to its first dot.
  package var name: String
  /// A BCP 47 tag.
  package var locale = "en"
  /// The first heading.
  package var title = ""
  /// What it is about, without giving anything away.
  package var summary = ""
  /// Where the customer writes.
  package var channel = Channel.chat
  /// How hard it is, from 1 to 3.
  package var level = 1
  /// How long it takes.
  package var minutes = 5
  /// The conversation's subject.
  package var subject = ""
  /// The conversation's tags.
  package var tags: [String] = []
  /// Whether a native speaker has read it, as the file says.
  package var review = "unreviewed"
  /// Variables, in the order of the file, each with the values of which one is taken.
  package var facts: [Fact] = []
  /// Who writes.
  package var customer = ScenarioCustomer()
  /// What the agent knows from the start.
  package var known = ""
  /// What stood in the conversation before, oldest first.
  package var before: [PastEntry] = []
  /// Others who write about the same.
  package var others: [OtherCustomer] = []
  /// The scenes; the first is where it begins.
  package var scenes: [Scene] = []
  /// How it may end.
  package var endings: [Ending] = []
  /// What was said then, by the name of the scene: the replies of the conversation that the scenario was made from, in order.
  package var said: [String: [String]] = [:]
  /// Lists of words of its own, by name.
  package var lists: [String: [String]] = [:]
  /// What the scorecard asks for.
  package var criteria: [Criterion] = []
  /// What the customer says, thinks, feels and does.
  package var empathy = EmpathyMap()
  /// Questions for afterwards.
  package var questions: [String] = []
  /// Dialogues that prove the scenario.
  package var runs: [ScenarioRun] = []
  /// The path of the file, for messages.
  package var file: String

  /// Makes an empty scenario.
  package init(name: String, file: String) {
    self.name = name
    self.file = file
  }

  /// A variable.
  package struct Fact: Sendable, Hashable {
    /// Its name, as in `{{order}}`.
    package var name: String
    /// One of them is taken.
    package var values: [String]
  }

  /// The place of a scene or an ending by its name, whatever its capitals.
  package func place(of name: String) -> Place? {
    let wanted = name.lowercased()
    if let scene = scenes.firstIndex(where: { $0.name.lowercased() == wanted }) { return .scene(scene) }
    return endings.firstIndex { $0.name.lowercased() == wanted }.map(Place.ending)
  }

  /// Where a story can be, by its place in `scenes` or `endings`.
  package enum Place: Sendable, Hashable {
    case scene(Int)
    case ending(Int)
  }
}

/// Who writes in a rehearsal.
package struct ScenarioCustomer: Sendable, Hashable {
  /// Names, gender, locale and the like by their key: `name`, `given`, `family`, `patronymic`, `gender`, `locale`, `zone`, `company`,
  /// `plan`, `vip`.
  package var known: [String: String] = [:]
  /// What the customer pane shows besides, in the order of the file.
  package var fields: [Line] = []
  /// What only the colleague who plays the customer sees: mood, wants, hides.
  package var hidden: [Line] = []

  /// A key with its words.
  package struct Line: Sendable, Hashable {
    /// As it stands in the file.
    package var key: String
    /// What is behind the colon.
    package var text: String
  }

  /// The full name.
  package var name: String { known["name"] ?? "" }
}

/// Something that was said before the rehearsal begins.
package struct PastEntry: Sendable, Hashable {
  /// Whose it is.
  package enum Voice: Sendable, Hashable {
    case customer
    /// A colleague by name.
    case agent(String)
    /// A colleague's internal note.
    case note(String)
    /// Somebody else in a public thread.
    case stranger(String)
    /// A post of ours.
    case post
  }

  /// Whose it is.
  package var voice: Voice
  /// How long ago, in seconds.
  package var age: Int64
  /// What was said.
  package var text: String
  /// What it answers, a place in the list; nil for nothing.
  package var parent: Int?
}

/// Somebody who writes about the same.
package struct OtherCustomer: Sendable, Hashable {
  /// The full name.
  package var name: String
  /// What they write.
  package var text: String
}

/// What the customer says, thinks, feels and does.
package struct EmpathyMap: Sendable, Hashable {
  /// The four parts.
  package enum Part: String, Sendable, CaseIterable { case says, thinks, feels, does }

  /// The words of each part.
  package var parts: [Part: String] = [:]

  /// Makes an empty map.
  package init() {}
}
