import AdapterHost
import CombinedDesk
import ConsoleCore
import DeskLink
import DeskModel
import Dispatch
import LocalDesk
import SystemCalls

/// The desks of a console, opened: one by itself, or those of the config as one.
final class OpenDesks {
  /// What the console works on.
  let adapter: any Adapter
  /// Answers that are not sent yet; made when it is asked for first.
  private(set) lazy var drafts = makeDrafts()
  /// Takes in what others have changed.
  let refresh: @Sendable () -> Void
  /// What stands in the upper left corner unless the config says otherwise.
  let name: String
  /// The person's own views, and one of each desk where there are several.
  let views: [SavedView]
  /// Local desks, and the mirrors of those that are behind adapters.
  let locals: [(name: String?, desk: EmbeddedDesk)]
  /// Sentences about outboxes.
  private let remoteProblems: [String]
  /// Only where there are several: a terminal can watch one descriptor.
  private var watches: [any DispatchSourceRead] = []
  private let makeDrafts: () -> DraftKeepers

  /// Opens the desks that were chosen; a default desk that holds nothing begins as the sample desk.
  ///
  /// `onStep` is told the steps of each write, of desks and of drafts, for crash tests.
  init(
    _ setup: Setup, clock: @escaping @Sendable () -> Timestamp,
    onStep: @escaping @Sendable (String) -> Void = { _ in }
  ) throws(SetupError) {
    switch setup.choice {
    case .folder(let folder, let isDefault):
      let desk = try SampleStart.open(
        setup, folder, isDefault: isDefault, clock: clock, onStep: { onStep($0.rawValue) })
      adapter = desk
      locals = [(nil, desk)]
      remoteProblems = []
      makeDrafts = {
        DraftKeepers(desk: folder, agent: setup.me.id, mask: setup.secrets.masked, onStep: onStep)
      }
      name = SampleStart.name(of: folder)
      views = setup.config.views
    case .named(let desks):
      var locals: [(name: String?, desk: EmbeddedDesk)] = []
      var members: [DeskMember] = []
      var folders: [(name: String, folder: String)] = []
      var remoteProblems: [String] = []
      for desk in desks {
        switch desk.place {
        case .folder(let written):
          let folder = ToolRunner.expanded(written)
          // As written they differ: ~/desk and /home/olena/desk.
          if let twin = folders.first(where: { $0.folder == folder }) {
            throw .sameFolder(twin.name, desk.name)
          }
          let local = try setup.open(folder, clock: clock, onStep: { onStep($0.rawValue) })
          locals.append((desk.name, local))
          members.append(DeskMember(name: desk.name, adapter: local, vipAhead: { local.vipAhead }))
          folders.append((desk.name, folder))
        case .adapter(let adapter):
          let remote = try Self.open(desk, adapter, setup, clock)
          let mirror = remote.mirror
          locals.append((desk.name, mirror))
          members.append(
            DeskMember(
              name: desk.name, adapter: remote, me: remote.options.me, vipAhead: { mirror.vipAhead }))
          folders.append((desk.name, remote.options.folder))
          remoteProblems += remote.problems.map { Self.named(desk.name, $0) }
        }
      }
      adapter = CombinedDesk(members, me: setup.me, now: clock)
      self.locals = locals
      self.remoteProblems = remoteProblems
      let all = folders
      makeDrafts = { DraftKeepers(all, me: setup.me, mask: setup.secrets.masked, onStep: onStep) }
      name = desks.count == 1 ? desks[0].shownTitle : desks.map(\.name).joined(separator: " + ")
      views = setup.config.views + (desks.count == 1 ? [] : Self.views(of: desks, beside: setup.config.views))
    }
    let desks = locals.map(\.desk)
    refresh = { for desk in desks { desk.refresh() } }
  }

  deinit { for watch in watches { watch.cancel() } }

  private static func open(
    _ desk: DeskConfig, _ adapter: DeskConfig.Adapter, _ setup: Setup,
    _ clock: @escaping @Sendable () -> Timestamp
  ) throws(SetupError) -> RemoteDesk {
    let opening = RemoteDeskOpening(
      desk: desk, adapter: adapter, folder: Setup.remoteFolder(desk.name), me: setup.me,
      language: setup.config.language, secrets: setup.secrets)
    do throws(EmbeddedDeskError) { return try opening.open(clock: clock) } catch { throw .desk(error) }
  }

  private static func views(of desks: [DeskConfig], beside own: [SavedView]) -> [SavedView] {
    let all = desks.map { desk in
      let view = DeskView(desk: desk.name, title: desk.shownTitle)
      return SavedView(name: view.name, filterText: view.filterText, query: view.query)
    }
    // A view of the person's own that shows the same has their name for it.
    let wanted = all.filter { view in !own.contains { $0.query == view.query } }
    return Array(wanted.prefix(max(0, SavedView.limit - own.count)))
  }

  /// Tells the combined desk whose the held replies are, so that what became of them is asked there alone.
  func expect(_ drafts: [StoredDraft]) {
    guard let combined = adapter as? CombinedDesk else { return }
    for draft in drafts {
      if let held = draft.held { combined.expect(held.clientKey, on: draft.conversation) }
    }
  }

  /// All of them, to be read one after the other; of a desk behind an adapter what its mirror has.
  var readable: [EmbeddedDesk] { locals.map(\.desk) }

  /// Readable when another program has changed the only desk; nil where there are several, which `watch` is for.
  var watchDescriptor: Int32? { locals.count == 1 ? locals[0].desk.watchDescriptor : nil }

  /// Lets each of several desks take in what others change as soon as they do.
  func watch() {
    guard locals.count > 1, watches.isEmpty else { return }
    for (_, desk) in locals {
      guard let descriptor = desk.watchDescriptor else { continue }
      let source = DispatchSource.makeReadSource(
        fileDescriptor: descriptor, queue: DispatchQueue(label: "sapa.desk-watch"))
      source.setEventHandler { desk.refresh() }
      source.activate()
      watches.append(source)
    }
  }

  /// What was mended or is wrong with the desks, one sentence each.
  var repairs: [String] {
    locals.flatMap { name, desk in desk.repairs.map { Self.named(name, $0) } } + remoteProblems
  }

  /// Why desks can only be read.
  var cannotWriteReasons: [String] {
    locals.compactMap { name, desk in desk.cannotWriteReason.map { Self.named(name, $0) } }
  }

  private static func named(_ name: String?, _ text: String) -> String {
    name.map { "\($0): \(text)" } ?? text
  }
}
