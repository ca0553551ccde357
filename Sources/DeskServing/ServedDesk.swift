import AdapterProtocol
import AdapterServing
import DeskLink
import DeskModel
import Dispatch
import LocalDesk
import Synchronization
import SystemCalls

/// An open desk with what serving it takes.
final class ServedDesk: Sendable {
  let desk: EmbeddedDesk
  let settings: ServingSettings
  let feed: ChangeFeed
  let uploads: UploadShelf
  let files = FileCache()
  private let presence: PresenceKeeper
  private let watching: DispatchQueue
  private let watch: FolderWake?
  /// A console that asks for more at once than it may waits here, and not in our memory.
  private let gate = DispatchSemaphore(value: 2 * DeskManifest.concurrentCalls)

  init(_ desk: EmbeddedDesk, _ settings: ServingSettings, temporaryFolder: String) {
    self.desk = desk
    self.settings = settings
    let feed = ChangeFeed(desk)
    let watching = DispatchQueue(label: "sapa.serve.watching")
    self.feed = feed
    self.watching = watching
    uploads = UploadShelf(folder: temporaryFolder)
    presence = PresenceKeeper(desk, feed, seconds: settings.presenceSeconds, watching: watching)
    watch = desk.watchDescriptor.map { FolderWake($0, on: watching) { desk.refresh() } }
    desk.observe { feed.take($0) }
  }

  /// What it says of itself.
  func manifest(version: Int) -> Manifest {
    DeskManifest.manifest(settings, version: version, canWrite: desk.cannotWriteReason == nil)
  }

  /// Lets go of the desk; what was begun is finished.
  func close() {
    watch?.stop()
    desk.close()
  }

  /// Answers a call, now or later.
  func serve(_ call: AdapterCall, _ reply: OpenCall) {
    switch call {
    case .changes(let params): feed.answer(params, reply: reply)
    case .presence(let params): presence.answer(params, reply: reply)
    default:
      gate.wait()
      answer(call, reply) { [gate] in gate.signal() }
    }
  }

  /// Reading is answered on the caller's thread: it must not wait for a queue behind which a disk is being written.
  ///
  /// `done` is called once the call is answered.
  private func answer(_ call: AdapterCall, _ reply: OpenCall, done: @escaping @Sendable () -> Void) {
    switch call {
    case .apply(let intent): apply(intent, reply, done)
    case .reconcile(let params): reconcile(params.intent, reply, done)
    case .search(let params): search(params.request, reply, done)
    case .attachment(let params): attachment(params, reply, done)
    default:
      do throws(AdapterFault) { reply.answer(try read(call)) } catch { reply.fail(error) }
      done()
    }
  }
}

/// Calls something whenever a descriptor has something to read.
private final class FolderWake: Sendable {
  private let source: Mutex<DispatchSource?>

  init(_ descriptor: Int32, on queue: DispatchQueue, wake: @escaping @Sendable () -> Void) {
    let source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue) as? DispatchSource
    source?.setEventHandler(handler: wake)
    source?.resume()
    self.source = Mutex(source)
  }

  func stop() {
    source.withLock { source in
      source?.cancel()
      source = nil
    }
  }
}
