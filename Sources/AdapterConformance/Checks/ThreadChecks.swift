import AdapterProtocol
import DeskModel
import JSONText

/// Pages of a thread.
enum ThreadChecks {
  private static let place = SpecificationPlace(.methods, "thread")
  private static let entry = SpecificationPlace(.objects, "Entry")

  static let all = [
    ConformanceCheck("thread.readable", "Pages of threads can be read.", place, readable),
    ConformanceCheck(
      "thread.audience", "Each entry says its audience, one of those that the manifest knows.", entry,
      audience),
    ConformanceCheck("thread.limit", "A page has at most `limit` entries.", place, limit),
    ConformanceCheck("thread.cursors", "Every cursor leads on, and no entry comes twice.", place, cursors),
    ConformanceCheck(
      "thread.oldestFirst", "Within a page the oldest entry stands first.", place, oldestFirst),
    ConformanceCheck("thread.order", "Pages come from the end that `order` says.", place, order),
    ConformanceCheck(
      "thread.complete", "Small pages hold together the same entries as large ones, in each order.", place,
      complete),
    ConformanceCheck(
      "thread.stableIDs", "The ids of entries are the same when read again.", entry, stableIDs),
    ConformanceCheck(
      "thread.idsAfterRestart", "The ids of entries are the same after the adapter was started again.",
      SpecificationPlace(.adapterProtocol, "Lifecycle"), idsAfterRestart),
    ConformanceCheck("thread.deletedText", "A deleted entry has the empty text.", entry, deletedText),
    ConformanceCheck(
      "thread.version", "The version of a thread is that of its conversation.", place, version),
    ConformanceCheck(
      "thread.unknown", "The thread of a conversation that does not exist is answered with -32006.",
      SpecificationPlace(.outcomes, "Errors"), unknown),
  ]

  private static func answers(_ probe: Probe) throws(Finding) -> [(UnreadAnswer, Exchange)] {
    let order = try probe.manifest().read.orders[0]
    var result: [(UnreadAnswer, Exchange)] = []
    for row in try probe.rows().prefix(5) {
      let exchange = try probe.ask(.thread(ThreadParams(row.summary.id, order: order, limit: 50)))
      if case .answer(_, let unread)? = exchange.heard?.content {
        result.append((unread, exchange))
      } else {
        _ = try exchange.answer(to: .thread)
      }
    }
    return result
  }

  private static func readable(_ probe: Probe) throws(Finding) {
    for (unread, exchange) in try answers(probe) {
      do throws(ProtocolError) { _ = try unread.answer(to: .thread) } catch {
        // The other check tells of those.
        if case .field(let path, _, _) = error, path.hasSuffix(".audience") { continue }
        throw exchange.failure("a page as it is specified", came: "\(exchange.came) (\(error))")
      }
    }
  }

  private static func audience(_ probe: Probe) throws(Finding) {
    let known = try probe.manifest().audiences.known.map(\.rawValue)
    for (_, exchange) in try answers(probe) {
      guard let root = exchange.heard.flatMap({ try? JSONDocument($0.bytes) })?.root else { continue }
      for (place, entry) in (root["result"]?["entries"]?.array ?? []).enumerated() {
        guard let audience = entry["audience"]?.string, known.contains(audience) else {
          throw exchange.failure(
            "in entries[\(place)] an audience out of \(known.joined(separator: ", "))")
        }
      }
    }
  }

  private static func limit(_ probe: Probe) throws(Finding) {
    let orders = try probe.manifest().read.orders
    for row in try probe.rows().prefix(3) {
      for order in orders {
        let thread = try probe.thread(row.summary.id, order: order, limit: 1, most: 1)
        guard thread.pages.items.count <= 1 else {
          throw thread.pages.exchanges[0].failure("at most one entry; there are \(thread.pages.items.count)")
        }
      }
    }
  }

  /// The longest of some threads, in small pages.
  private static func smallPages(
    _ probe: Probe, _ order: ThreadOrder
  ) throws(Finding) -> ReadThread {
    let longest = try probe.threads().max { $0.entries.count < $1.entries.count }
    guard let longest, longest.entries.count > 1 else {
      throw .skipped("no thread that was read has two entries")
    }
    return try probe.thread(longest.conversation, order: order, limit: 2, most: 60)
  }

  private static func cursors(_ probe: Probe) throws(Finding) {
    for order in try probe.manifest().read.orders {
      let thread = try smallPages(probe, order)
      var seen: Set<EntryID> = []
      for (entries, exchange) in zip(thread.pages.pages, thread.pages.exchanges) {
        for record in entries where !seen.insert(record.entry.id).inserted {
          throw exchange.failure("entries that were on no page before; \(record.entry.id.rawValue) was")
        }
      }
    }
  }

  private static func oldestFirst(_ probe: Probe) throws(Finding) {
    for order in try probe.manifest().read.orders {
      let thread = try smallPages(probe, order)
      for (entries, exchange) in zip(thread.pages.pages, thread.pages.exchanges) {
        for (record, next) in zip(entries, entries.dropFirst()) where record.entry.at > next.entry.at {
          throw exchange.failure("\(next.entry.id.rawValue) before \(record.entry.id.rawValue): it is older")
        }
      }
    }
  }

  private static func order(_ probe: Probe) throws(Finding) {
    for order in try probe.manifest().read.orders {
      let pages = try smallPages(probe, order).pages
      for (place, (page, next)) in zip(pages.pages, pages.pages.dropFirst()).enumerated() {
        let (times, later) = (page.map(\.entry.at), next.map(\.entry.at))
        guard let oldest = times.min(), let newest = times.max(), let from = later.min(), let to = later.max()
        else { continue }
        guard order == .oldestFirst ? newest <= from : oldest >= to else {
          throw pages.exchanges[place + 1].failure(
            order == .oldestFirst
              ? "entries that are newer than those of the page before"
              : "entries that are older than those of the page before")
        }
      }
    }
  }

  private static func complete(_ probe: Probe) throws(Finding) {
    for order in try probe.manifest().read.orders {
      let small = try smallPages(probe, order)
      let large = try probe.thread(small.conversation, order: order, limit: 200, most: 1)
      guard small.pages.isWhole, large.pages.isWhole else { continue }
      guard Set(small.entries.map(\.entry.id)) == Set(large.entries.map(\.entry.id)) else {
        throw large.pages.exchanges[0].failure(
          "the \(small.entries.count) entries that small pages have; there are \(large.entries.count)")
      }
    }
  }

  private static func stableIDs(_ probe: Probe) throws(Finding) {
    for thread in try probe.threads().prefix(3) { try expectSame(thread, probe) }
  }

  private static func idsAfterRestart(_ probe: Probe) throws(Finding) {
    let threads = try probe.threads().prefix(3)
    _ = try probe.restart()
    for thread in threads { try expectSame(thread, probe) }
  }

  private static func expectSame(_ thread: ReadThread, _ probe: Probe) throws(Finding) {
    let again = try probe.thread(thread.conversation, order: thread.order, limit: 100, most: 5)
    let ids = Set(again.entries.map(\.entry.id))
    // What has come meanwhile is no fault.
    guard let lost = thread.entries.first(where: { !ids.contains($0.entry.id) }) else { return }
    throw again.pages.exchanges[0].failure(
      "the entry \(lost.entry.id.rawValue) again, which was read before")
  }

  private static func deletedText(_ probe: Probe) throws(Finding) {
    var count = 0
    for thread in try probe.threads() {
      for record in thread.entries where record.entry.state == .deleted {
        count += 1
        guard record.entry.text.isEmpty else {
          throw thread.pages.exchanges[0].failure("no text in \(record.entry.id.rawValue), which is deleted")
        }
      }
    }
    if count == 0 { throw .notApplicable("no entry that was read is deleted") }
  }

  private static func version(_ probe: Probe) throws(Finding) {
    var count = 0
    for row in try probe.rows().prefix(5) {
      let thread = try probe.wholeThread(row.summary.id)
      let (record, exchange) = try probe.conversation(row.summary.id)
      guard let told = record.version, let read = thread.version else { continue }
      count += 1
      guard told == read else {
        throw exchange.failure(
          "the version \(read.rawValue), which its thread has (unless it changed just now)")
      }
    }
    if count == 0 { throw .notApplicable("threads, or conversations, have no version") }
  }

  private static func unknown(_ probe: Probe) throws(Finding) {
    let order = try probe.manifest().read.orders[0]
    try probe.ask(.thread(ThreadParams("sapa-no-such-conversation", order: order, limit: 5)))
      .expectFault([-32_006], "an error -32006, because there is no such conversation")
  }
}
