import DeskLink
import DeskModel
import LocalDesk
import Synchronization
import SystemCalls

/// Another process that works on the desk: changes at a steady rate until it is killed.
struct ChangeLoad {
  let desk: String
  /// The conversations are `c-0`, `c-1`, … up to this.
  let conversations: Int
  let perSecond: Int
  /// A file that tells how many changes were made so far.
  let countFile: String

  func run() throws {
    let me = Agent(id: "load", name: "Load")
    let ids = Atomic<Int>(0)
    let embedded = try EmbeddedDesk(
      folder: desk, me: me, options: EmbeddedDeskOptions(access: .existing),
      clock: { Timestamp(milliseconds: SystemClock.milliseconds()) },
      makeID: { "load-\(ids.wrappingAdd(1, ordering: .relaxed).newValue)" })
    let prefix = "load-\(SystemClock.milliseconds())"
    let start = SystemClock.monotonicMilliseconds()
    var made = 0
    var told = start
    while true {
      let due = Int(SystemClock.monotonicMilliseconds() - start) * perSecond / 1_000
      while made < due {
        let intent = Intent(
          clientKey: ClientKey("\(prefix)-\(made)"),
          conversation: ConversationID("c-\(made &* 7_919 % conversations)"),
          by: me, action: .tag(add: ["load-\(made % 5)"], remove: ["load-\((made + 4) % 5)"]))
        embedded.handle(.apply(intent)) { _ in }
        made += 1
      }
      embedded.settle()
      if SystemClock.monotonicMilliseconds() >= told + 500 {
        told = SystemClock.monotonicMilliseconds()
        try FileSystem.replace(countFile, with: Array(String(made).utf8))
      }
      SystemClock.sleep(milliseconds: 5)
    }
  }
}
