import DeskLink
import DeskModel
import JSONText
import LocalDesk
import SystemCalls

/// `sapa search`: what stands somewhere on the desk.
struct SearchCommand {
  private let options: Options
  private let isMarked = StandardStream.output.isTerminal
  /// Hits that are asked for at once.
  private static let page = 1_000
  /// Hits that are put in order before they are printed; a search with more goes on in this manner.
  private static let batch = 10_000

  init(_ options: Options) { self.options = options }

  func run() -> ExitCode {
    guard options.text.contains(where: { !$0.isWhitespace }) else {
      Printed.error("Say what to look for: sapa search TEXT")
      return .usage
    }
    do throws(SetupError) {
      let setup = try Setup(options)
      let desk = try setup.openDesk(clock: Setup.systemNow, access: .readOnly)
      defer { desk.close() }
      return search(desk)
    } catch {
      Printed.error(error.sentence)
      return .findings
    }
  }

  private func search(_ desk: EmbeddedDesk) -> ExitCode {
    var hits: [SearchHit] = []
    var left = options.limit ?? .max
    var hasFound = false
    var request = SearchRequest(options.text, filter: options.filter)
    do {
      repeat {
        request.limit = min(Self.page, left)
        let page = try Self.ask(desk, request)
        request.after = page.next
        hits += page.hits
        left -= page.hits.count
        hasFound = hasFound || !page.hits.isEmpty
        if hits.count >= Self.batch || request.after == nil || left == 0 {
          try show(hits.sorted { $0.at > $1.at })
          hits = []
        }
      } while request.after != nil && left > 0
    } catch let error as SystemError where error.isBrokenPipe {
      // Whoever read has enough.
      return .fine
    } catch let DeskError.away(reason) {
      Printed.error("The desk cannot be searched: \(Printed.line(reason)).")
      return .findings
    } catch {
      Printed.error("The search was not finished: \(Printed.line("\(error)")).")
      return .findings
    }
    return hasFound ? .fine : .findings
  }

  private static func ask(_ desk: EmbeddedDesk, _ request: SearchRequest) throws(DeskError) -> SearchPage {
    guard case .search(_, let page) = try desk.ask(.search(request)) else {
      throw .away(reason: "it gave no answer")
    }
    return page
  }

  // MARK: - Printing

  private func show(_ hits: [SearchHit]) throws(SystemError) {
    var text = ""
    for hit in hits {
      text += options.isJSON ? Self.json(hit) : line(hit)
      if text.utf8.count > 1 << 16 {
        try StandardStream.output.write(text)
        text = ""
      }
    }
    try StandardStream.output.write(text)
  }

  private func line(_ hit: SearchHit) -> String {
    let offset = Int64(SystemClock.localOffset(at: hit.at.milliseconds)) * 1_000
    let local = Timestamp(milliseconds: hit.at.milliseconds + offset).rfc3339
    let date = local.prefix(10) + " " + local.dropFirst(11).prefix(5)
    let author = hit.author.isEmpty ? "" : Printed.line(hit.author) + ": "
    return
      "\(date)  \(Printed.line(hit.summary.contactName))  \(Printed.line(hit.summary.id.rawValue))  \(author)\(excerpt(hit))\n"
  }

  /// The excerpt with its words in bold where a person reads it on a terminal.
  private func excerpt(_ hit: SearchHit) -> String {
    guard isMarked else { return Printed.line(hit.excerpt) }
    let bytes = Array(hit.excerpt.utf8)
    func part(_ range: Range<Int>) -> String {
      Printed.line(String(decoding: bytes[range.clamped(to: bytes.indices)], as: UTF8.self))
    }
    var result = ""
    var end = 0
    for match in hit.matches where match.lowerBound >= end {
      result += part(end..<match.lowerBound) + "\u{1B}[1m" + part(match) + "\u{1B}[22m"
      end = match.upperBound
    }
    return result + part(end..<max(end, bytes.count))
  }

  private static func json(_ hit: SearchHit) -> String {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("conversation", hit.summary.id.rawValue)
    writer.member("entry", ifPresent: hit.entry?.rawValue)
    writer.member("at", hit.at.rfc3339)
    writer.member("author", hit.author)
    writer.member("excerpt", hit.excerpt)
    writer.key("matches")
    writer.beginArray()
    for match in hit.matches {
      writer.beginArray()
      writer.int(match.lowerBound)
      writer.int(match.upperBound)
      writer.endArray()
    }
    writer.endArray()
    writer.endObject()
    return String(decoding: writer.bytes, as: UTF8.self) + "\n"
  }
}
