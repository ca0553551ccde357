import AdapterProtocol
import DeskLink
import DeskModel
import Dispatch
import LocalDesk
import Synchronization

/// A search goes through the mirror first, then on to the backend for what was never read.
extension RemoteDesk {
  /// Begins the cursors of pages that come from the backend.
  private static let backendPrefix = "backend:"

  func search(
    _ request: SearchRequest, _ reply: @escaping @Sendable (Result<DeskAnswer, DeskError>) -> Void
  ) {
    if let after = request.after, after.hasPrefix(Self.backendPrefix) {
      let cursor = String(after.dropFirst(Self.backendPrefix.count))
      return queue.async { self.searchBackend(request, from: cursor.isEmpty ? nil : cursor, reply) }
    }
    mirror.handle(.search(request)) { [self] result in
      guard case .success(.search(let asked, var page)) = result, page.next == nil, canSearch else {
        return reply(result)
      }
      page.next = Self.backendPrefix
      page.progress = min(page.progress, 999)
      reply(.success(.search(asked, page)))
    }
  }

  private var canSearch: Bool {
    guard case .up(let manifest) = connection else { return false }
    return manifest.methods.contains(.search)
  }

  /// On the queue.
  private func searchBackend(
    _ request: SearchRequest, from cursor: String?,
    _ reply: @escaping @Sendable (Result<DeskAnswer, DeskError>) -> Void
  ) {
    var wanted = request
    wanted.after = cursor
    wanted.limit = min(max(1, request.limit), ProtocolLimits.pageItems)
    // Only conditions that the backend applies go there; all are applied here.
    let known = state.withLock { Set($0.manifest?.read.filters ?? []) }
    wanted.filter.terms = wanted.filter.terms.filter { known.contains($0.name) }
    call(.search(SearchParams(wanted)), .shown) { [self] result in
      // What was found in the mirror stays found; there is just no more of it.
      guard case .success(.search(let found)) = result else {
        return reply(.success(.search(request, SearchPage(hits: []))))
      }
      takeUnknown(found.page.hits)
      let now = clock()
      let hits = found.page.hits.filter { hit in
        isNews(hit)
          && (request.filter.isEmpty || request.filter.matches(hit.summary, me: options.me.id, now: now))
      }
      let next = found.page.next.map { Self.backendPrefix + $0 }
      reply(
        .success(.search(request, SearchPage(hits: hits, next: next, progress: next == nil ? 1_000 : 999))))
    }
  }

  /// Whether the mirror cannot have found it.
  private func isNews(_ hit: SearchHit) -> Bool {
    guard let conversation = try? mirror.mirrored(hit.summary.id) else { return true }
    guard let entry = hit.entry else { return conversation.outline != nil }
    return !conversation.entries.contains { $0.id == entry }
  }

  /// Conversations that the mirror does not have, so that they can be opened.
  private func takeUnknown(_ hits: [SearchHit]) {
    let rows = Dictionary(hits.map { ($0.summary.id, ConversationRow($0.summary)) }) { first, _ in first }
    let merge = merge
    put(Array(rows.keys)) { id, current in current == nil ? rows[id].map { merge.row($0, into: nil) } : nil }
  }
}
