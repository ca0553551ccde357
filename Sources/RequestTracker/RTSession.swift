import AdapterProtocol
import AdapterServing
import DeskModel
import JSONText

/// What is known since `initialize`, for the calls that follow.
struct RTSession: Sendable {
  let settings: RTSettings
  let client: RTClient
  let me: Person
  let statuses: StatusCatalogue
  let people: PeopleDirectory

  /// Makes a session of what is known.
  init(
    settings: RTSettings, client: RTClient, me: Person, statuses: StatusCatalogue, people: PeopleDirectory
  ) {
    self.settings = settings
    self.client = client
    self.me = me
    self.statuses = statuses
    self.people = people
  }

  /// Begins: looks whether the token is taken, whose it is, and what the queues have.
  init(settings: RTSettings, token: Secret, client: RTClient) throws(AdapterFault) {
    self.settings = settings
    self.client = client
    let people = PeopleDirectory()
    self.people = people
    guard let version = try client.read("/rt").json["Version"]?.text, !version.isEmpty else {
      throw .away(
        reason: "\(settings.address) does not answer as RT does", retryAfterSeconds: nil)
    }
    me = try Self.owner(of: token, client: client, people: people)
    let queues = try QueueReader(
      client: client, settings: settings,
      lists: TicketLists(
        client: client,
        tickets: TicketReader(
          client: client, people: people, statuses: StatusCatalogue(), address: settings.address),
        pageItems: settings.pageItems)
    ).queues()
    statuses = try StatusReader(client: client, settings: settings).catalogue(queues)
  }

  /// Whose the token is: RT's tokens begin with a version and the number of their owner.
  ///
  /// RT tells everybody's memberships only to themselves, so a wrong guess is noticed.
  private static func owner(
    of token: Secret, client: RTClient, people: PeopleDirectory
  ) throws(AdapterFault) -> Person {
    let parts = token.value.split(separator: "-")
    guard parts.count == 3, RTTarget.isNumber(String(parts[1])),
      let json = try client.readIfThere(RTTarget.of(["user", String(parts[1])]))?.json,
      json["Memberships"] != nil
    else {
      throw .unauthorized(reason: "this is no authentication token of RT 5 (Settings, Auth Tokens)")
    }
    guard json.number("Privileged") == 1 else {
      throw .unauthorized(reason: "the token belongs to \(json.text("Name")), who is no agent")
    }
    return try people.person(json.text("Name"), client: client)
  }

  /// The parts that read and write, bound to a call; without one they cannot be broken off.
  func parts(for call: OpenCall?, uploads: UploadStore) -> RTParts {
    RTParts(session: self, client: client.for(call), uploads: uploads)
  }
}

/// The parts that answer calls.
struct RTParts: Sendable {
  let session: RTSession
  let client: RTClient
  let uploads: UploadStore

  var tickets: TicketReader {
    TicketReader(
      client: client, people: session.people, statuses: session.statuses, address: session.settings.address)
  }
  var lists: TicketLists {
    TicketLists(client: client, tickets: tickets, pageItems: session.settings.pageItems)
  }
  var queues: QueueReader { QueueReader(client: client, settings: session.settings, lists: lists) }
  var history: HistoryReader { HistoryReader(client: client, people: session.people) }
  var contacts: ContactReader { ContactReader(client: client, people: session.people, lists: lists) }
  var planner: StepPlanner { StepPlanner(uploads: uploads) }
  var steps: StepWriter { StepWriter(client: client, reader: tickets, me: session.me) }
  var agents: AgentReader {
    AgentReader(client: client, people: session.people, settings: session.settings, me: session.me)
  }

  func lister(now: Timestamp) -> ConversationLister {
    ConversationLister(queues: queues, lists: lists, me: AgentID(session.me.id), now: now)
  }

  func writer() -> TicketWriter {
    TicketWriter(
      reader: tickets, steps: steps, conflicts: ConflictCheck(history: history, me: session.me),
      planner: planner)
  }

  func reconciler(others: Set<EntryID>, now: Timestamp) -> Reconciler {
    Reconciler(
      reader: tickets, history: history, steps: steps, planner: planner, me: session.me, others: others,
      now: now, settleSeconds: Int64(session.settings.settleSeconds))
  }
}
