import Rehearsals

/// A small scenario that has everything.
enum Fixtures {
  static let text = """
    <!-- status: unreviewed -->
    # A late parcel

    Somebody waits. Practises a time.

    - locale: en
    - channel: chat
    - level: 2
    - minutes: 4
    - subject: Parcel {{order}}
    - tags: delivery, late

    ## Facts

    - order: 4471 | 5120

    ## Customer

    - name: Ada Lind
    - given: Ada
    - gender: f
    - locale: en-GB
    - Order: {{order}}, paid
    - wants: the parcel
    - hides: it is a present

    ## You know

    The parcel is in the depot.

    ## Before

    - customer, yesterday: Where is it?
    - agent Olena, 20 hours ago: I’ll look.
      - note Olena, 19 hours ago: Courier silent.

    ## Also waiting

    - Bo Berg: Mine, too.

    ## Scene: Opening
    Mood: tired

    > Hello?
    > It is me again.

    > Where is {{order}}?

    Again:

    > Still waiting.

    Hint: Name a time.

    - If the agent asks for a secret: go to Lost.
    - If the agent promises a time and not says "maybe*": say "Good." and go to Kept and remember time.
    - If the agent judge "Was it friendly?": go to Kept.
    - If the agent comes back twice: go to Lost.
    - Otherwise: go to Opening.
    - After 40 seconds: say "Hello??"
    - After 2 minutes: go to Lost.

    ## Ending: Kept
    Result: good

    > Thank you.

    It came.

    ## Ending: Lost
    Result: poor

    > Never mind.

    ## Words: promises a time

    - by tomorrow
    - within # hours

    ## A good answer holds

    - Solution, critical: asks for nothing secret.
      No reply: asks for a secret
    - Knowledge: names a time.
      Any reply: promises a time
    - Tone: sounded warm.
      Judge: Was it warm?
    - Time: comes soon.
      First reply: comes within 60 seconds

    ## Empathy map

    - Says: Where is it?
    - Thinks: They forgot me.
    - Feels: small
    - Does: waits

    ## Questions

    - What did she want to hear?

    ## Run: good

    - ends: Kept
    - score: 100
    - agent: Hello Ada, it comes
      by tomorrow.
    - judge: yes

    ## Run: lazy

    - ends: Lost
    - score: 40 to 60
    - agent: Wait.
    - agent: Wait.
    - agent: Wait.
    """

  /// The scenario that is read from some text; `text` unless said.
  static func scenario(_ text: String = text) -> Scenario {
    ScenarioReader.read(text, name: "late", file: "late.md").scenario
  }

  /// What is wrong with a text, as a person reads it.
  static func problems(_ text: String, lists: [String] = []) -> [String] {
    let (scenario, problems) = ScenarioReader.read(text, name: "late", file: "late.md")
    return (problems + ScenarioChecker.problems(in: scenario, lists: lists)).map(\.description)
  }

  /// A reply in which nothing was found.
  static func plain(_ text: String) -> ReplyFacts { ReplyFacts(text: text) }
}
