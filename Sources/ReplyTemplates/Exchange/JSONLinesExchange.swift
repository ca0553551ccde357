import JSONText
import LocalePacks

/// Plain sets of replies: lines of `{"task":"billing","replies":{"ask_name":"What is your name?"}}`.
///
/// The answer's id is `billing/ask_name`, its tag `billing`. A key may say a variant: `ask_name@en#short`.
enum JSONLinesExchange: ExchangeCodec {
  static func read(_ source: ExchangeSource) throws(ExchangeError) -> ExchangeSet {
    var collector = AnswerCollector(file: source.file, locale: source.locale, format: .jsonLines)
    var line = 0
    for part in source.bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      line += 1
      if part.allSatisfy({ $0 == 0x20 || 0x09...0x0D ~= $0 }) { continue }
      let document: JSONDocument
      do throws(JSONError) {
        document = try JSONDocument(Array(part))
      } catch {
        throw .jsonLine(file: source.file, line: line, error)
      }
      let place = ItemPlace(line: line, number: line, label: document.root["task"]?.string)
      guard let members = document.root.members, let replies = members["replies"] else {
        collector.note(place, "a line without \"replies\"", .leftOut)
        continue
      }
      guard let replies = replies.members else {
        collector.note(place, "replies: \(replies.kind.phrase) in place of an object", .leftOut)
        continue
      }
      for duplicate in document.duplicates {
        collector.note(place, "the key \(duplicate.key) stands twice", .became("the last one counts"))
      }
      let task = collector.text("task", of: members, at: place) ?? ""
      collector.leftovers(members, known: ["task", "replies"], housekeeping: [], at: place)
      for reply in replies { add(reply, task: task, to: &collector, at: place) }
    }
    return collector.finished()
  }

  private static func add(
    _ reply: JSONMember, task: String, to collector: inout AnswerCollector, at place: ItemPlace
  ) {
    guard let text = reply.value.string else {
      return collector.note(place, "\(reply.key): \(reply.value.kind.phrase) in place of a string", .leftOut)
    }
    var name = ItemName(reply.key, needsTitle: false)
    let key = name.id?.path ?? reply.key
    let id = id(task: task, key: key)
    if name.id != nil { name.id = id }
    let read = PlaceholderDialect.common.read(collector.lines(text))
    collector.note(place, read.remarks)
    name.title = key
    collector.add(
      [
        ImportedText(
          name: name, body: read.body, facts: read.facts,
          settings: AnswerSettings(tags: task.isEmpty ? [] : [task]))
      ], usual: id, at: place)
  }

  /// `billing/ask_name`.
  private static func id(task: String, key: String) -> AnswerID {
    if let id = AnswerID(checking: task.isEmpty ? key : task + "/" + key) { return id }
    let parts = ([task] + key.split(separator: "/").map(String.init))
      .map { AnswerID.part(of: $0, keepingUnderscores: true) }.filter { !$0.isEmpty }
    return AnswerID(checking: parts.joined(separator: "/")) ?? AnswerID("answer")
  }

  static func write(_ job: ExportJob) -> (bytes: [UInt8], notes: [ExchangeNote]) {
    var notes = ExportNotes(.jsonLines)
    var tasks: [(name: String, replies: [JSONMember])] = []
    for text in texts(job) {
      let task = task(of: text.answer)
      let written = PlaceholderDialect.common.write(text.variant.body, facts: text.answer.about?.facts ?? [])
      notes.add(text.id, written.remarks)
      var name = text.name
      let key = key(of: text.answer)
      name.title = name.id == nil ? key : ""
      if name.id != nil { name.id = AnswerID(key) }
      let member = JSONMember(key: name.text, value: .string(written.text))
      if let index = tasks.firstIndex(where: { $0.name == task }) {
        tasks[index].replies.append(member)
      } else {
        tasks.append((task, [member]))
      }
    }
    var bytes: [UInt8] = []
    for task in tasks {
      var writer = JSONWriter()
      writer.value(
        .object([
          JSONMember(key: "task", value: .string(task.name)),
          JSONMember(key: "replies", value: .object(task.replies)),
        ]))
      bytes += writer.bytes + [0x0A]
    }
    return (bytes, notes.notes)
  }

  private static func texts(_ job: ExportJob) -> [ExportText] {
    job.answers.flatMap { answer in
      [answer].exportTexts(locale: job.locale, title: { key(of: $0) }) { title in
        id(task: task(of: answer), key: title)
      }
    }
  }

  /// The tag that names the folder, or the folder.
  private static func task(of answer: Answer) -> String {
    guard let slash = answer.id.path.firstIndex(of: "/") else { return "" }
    let folder = String(answer.id.path[..<slash])
    return answer.settings.tags.first { AnswerID.part(of: $0, keepingUnderscores: true) == folder } ?? folder
  }

  /// The title where the id is made of it, or what stands behind the folder.
  private static func key(of answer: Answer) -> String {
    let name = answer.id.path.firstIndex(of: "/").map { answer.id.path[answer.id.path.index(after: $0)...] }
    let rest = String(name ?? answer.id.path[...])
    let title = answer.title()
    return id(task: "", key: title).path == rest ? title : rest
  }
}
