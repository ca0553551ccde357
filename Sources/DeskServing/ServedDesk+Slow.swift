import AdapterProtocol
import AdapterServing
import DeskLink
import DeskModel
import LocalDesk
import Synchronization
import SystemCalls

/// The file that was read last, because it is asked for piece by piece.
final class FileCache: Sendable {
  /// Which file of which conversation.
  struct Key: Sendable, Hashable {
    var conversation: ConversationID
    var attachment: AttachmentID
  }

  private let content = Mutex<(key: Key, bytes: [UInt8])?>(nil)

  /// The bytes of a file, if it is the one that is kept: files do not change.
  func bytes(_ key: Key) -> [UInt8]? {
    content.withLock { content in content.flatMap { $0.key == key ? $0.bytes : nil } }
  }

  /// Keeps a file in the place of the one before; nil forgets it.
  func keep(_ bytes: [UInt8]?, _ key: Key) { content.withLock { $0 = bytes.map { (key, $0) } } }
}

extension ServedDesk {
  /// Answers a piece of a file.
  func attachment(_ params: AttachmentParams, _ reply: OpenCall, _ done: @escaping @Sendable () -> Void) {
    let key = FileCache.Key(conversation: params.conversation, attachment: params.attachment)
    if let bytes = files.bytes(key) {
      piece(of: bytes, params, key, reply)
      return done()
    }
    let box = AnswerBox()
    desk.handle(.conversation(params.conversation)) { box.put($0) }
    var isKnown = false
    do throws(DeskError) {
      if case .conversation(let conversation) = try box.answer.get() {
        isKnown = conversation.entries.contains { entry in
          entry.attachments.contains { $0.id == params.attachment }
        }
      }
    } catch {
      reply.fail(AdapterFault(error))
      return done()
    }
    guard isKnown else {
      reply.fail(.notFound(.attachment, id: params.attachment.rawValue))
      return done()
    }
    desk.handle(.attachment(params.conversation, params.attachment)) { [self] answer in
      switch answer {
      case .success(.attachment(_, let bytes)): piece(of: bytes, params, key, reply)
      case .success: reply.fail(.mixedUp)
      case .failure(let error): reply.fail(AdapterFault(error))
      }
      done()
    }
  }

  private func piece(
    of bytes: [UInt8], _ params: AttachmentParams, _ key: FileCache.Key, _ reply: OpenCall
  ) {
    guard params.offset <= bytes.count else {
      return reply.fail(
        .invalidParams(path: "offset", expected: "at most \(bytes.count)", found: "\(params.offset)"))
    }
    let end = min(bytes.count, params.offset + params.limit)
    files.keep(end == bytes.count ? nil : bytes, key)
    reply.answer(
      .attachment(
        AttachmentPiece(
          DataPiece(Array(bytes[params.offset..<end])), size: bytes.count, isLast: end == bytes.count)))
  }

  /// Milliseconds that a search goes on before it answers with what it has.
  private static var patience: Int64 { 1_000 }

  /// Answers a part of a search: the desk's own parts are short, and the way to the console may be long.
  func search(_ request: SearchRequest, _ reply: OpenCall, _ done: @escaping @Sendable () -> Void) {
    search(request, [], until: SystemClock.monotonicMilliseconds() + Self.patience, reply, done)
  }

  private func search(
    _ request: SearchRequest, _ found: [SearchHit], until deadline: Int64, _ reply: OpenCall,
    _ done: @escaping @Sendable () -> Void
  ) {
    var part = request
    part.limit = request.limit - found.count
    desk.handle(.search(part)) { [self, part] answer in
      switch answer {
      case .success(.search(_, var page)):
        page.hits = found + page.hits.map(\.fitting)
        let isLong = page.hits.count >= request.limit || SystemClock.monotonicMilliseconds() >= deadline
        guard let next = page.next, !isLong, !reply.isCancelled else {
          if reply.isCancelled { reply.fail(.cancelled) } else { reply.answer(.search(SearchResult(page))) }
          return done()
        }
        var rest = request
        rest.after = next
        search(rest, page.hits, until: deadline, reply, done)
      case .success:
        reply.fail(.mixedUp)
        done()
      case .failure(.unsupported) where part.after != nil:
        reply.fail(.cursorExpired)
        done()
      case .failure(let error):
        reply.fail(AdapterFault(error))
        done()
      }
    }
  }
}

extension SearchHit {
  /// The hit with a row that fits into an answer.
  fileprivate var fitting: SearchHit {
    var result = self
    result.summary = summary.fitting
    return result
  }
}
