import DeskModel
import JSONText

/// One list of a pack file: records, and ids of the parent's records that it takes away.
struct PackList<Record: Sendable & Hashable>: Sendable, Hashable {
  var records: [Record] = []
  var removed: Set<String> = []

  /// The parent's records with those of the same id in their places, and the child's others before them.
  func over(_ parent: [Record], id: (Record) -> String) -> [Record] {
    let own = Dictionary(records.map { (id($0), $0) }) { $1 }
    let inherited = Set(parent.map(id))
    return records.filter { !inherited.contains(id($0)) }
      + parent.filter { !removed.contains(id($0)) }.map { own[id($0)] ?? $0 }
  }
}

/// One file of a pack, read and checked by itself.
struct PackLayer: Sendable, Hashable {
  var origin: PackOrigin
  var file: String
  /// The parent that the file names against CLDR's; nil when it names none.
  var parent: LocaleTag?
  /// The line on which it does, from 1.
  var parentLine: Int?
  /// Fields that are no records, for merging with those of the parents.
  var scalars: JSONValue = .object([])
  var sources: [PackSource] = []
  var addressRules = PackList<AddressRule>()
  var addressTerms = PackList<AddressTerm>()
  var titles = PackList<TitleRule>()
  var markers = PackList<PhraseRule>()
  var agentForms = PackList<PhraseRule>()
  var avoid = PackList<PhraseRule>()
  var jargon = PackList<PhraseRule>()
  var softNo = PackList<PhraseRule>()
  var appeals = PackList<PhraseRule>()
  var falseFriends = PackList<PhraseRule>()
  var cheer = PackList<PhraseRule>()
  var limits = PackList<LimitRule>()
  var greetings = PackList<GreetingRule>()
  var phrases = PackList<CourtesyPhrase>()
  var holidays = PackList<HolidayRule>()
  var answerWords = PackList<AnswerWords>()
  var credentialWords = PackList<CredentialWords>()
  var examples = PackExamples()
  var problems: [PackProblem] = []
}

extension PackLayer {
  /// Reads a file; what is wrong with it is left out and stands in `problems`.
  ///
  /// - Complexity: O(bytes), and O(bytes) more for each problem.
  init(_ bytes: [UInt8], file: String, origin: PackOrigin) {
    self.init(origin: origin, file: file)
    let document: JSONDocument
    do throws(JSONError) {
      document = try JSONDocument(bytes, dialect: .json5)
    } catch {
      problems = [
        PackProblem(
          file: file, line: error.position.line, field: "",
          message: "is not JSON5: expected \(error.expected), found \(error.found)")
      ]
      return
    }
    problems = document.duplicates.map {
      PackProblem(file: file, line: $0.position.line, field: $0.key, message: "stands twice in one object")
    }
    var reader = RecordReader(document.root, at: FieldPath())
    read(&reader)
    reader.finish()
    if parent != nil { parentLine = FieldPath().key("parent").line(in: bytes) }
    scalars = document.root.withoutRecords.removing(reader.notes.map(\.path.steps))
    problems += reader.notes.map { note in
      PackProblem(
        file: file, line: note.path.line(in: bytes), field: note.path.description, message: note.message)
    }
  }

  private mutating func read(_ reader: inout RecordReader) {
    if reader.int("schema", in: 1...1) == nil, !reader.has("schema") { reader.note("schema", "must be 1") }
    if let locale = reader.string("locale"), LocaleTag(locale) != origin.tag {
      reader.note("locale", "must be “\(origin.tag)”, the name of the folder")
    }
    if let name = reader.string("parent") {
      parent = LocaleTag(name)
      if parent == nil { reader.note("parent", "must be a locale, such as “es-419”, or “root”") }
    }
    sources = reader.keyed("sources") { id, source in
      PackSource(id: id, reference: source.required("ref"), licence: source.string("licence"))
    }
    _ = PackScalars(&reader) { register in
      self.markers = register.list("markers", .marker, self.origin)
    } address: { address in
      self.addressRules = address.list("rules", self.origin, RecordReader.addressRule)
      self.addressTerms = address.list("terms", self.origin, RecordReader.addressTerm)
      self.titles = address.list("titles", self.origin, RecordReader.title)
    } answers: { answers in
      self.answerWords = answers.list("words", self.origin, RecordReader.answerWords)
    }
    credentialWords = reader.list("credentials", origin, RecordReader.credentialWords)
    agentForms = reader.list("agentForms", .agentForm, origin)
    avoid = reader.list("avoid", .avoid, origin)
    jargon = reader.list("jargon", .jargon, origin)
    softNo = reader.list("softNo", .softNo, origin)
    appeals = reader.list("appeals", .appeal, origin)
    falseFriends = reader.list("falseFriends", .falseFriend, origin)
    cheer = reader.list("cheer", .cheer, origin)
    limits = reader.list("limits", origin, RecordReader.limit)
    greetings = reader.list("greetings", origin, RecordReader.greeting)
    phrases = reader.list("phrases", origin, RecordReader.phrase)
    holidays = reader.list("holidays", origin, RecordReader.holiday)
    examples = reader.object("examples") { PackExamples(&$0) } ?? PackExamples()
  }
}

extension RecordReader {
  /// Reads a list of records; `{ id: "…", off: true }` takes the parent's away.
  mutating func list<Record>(
    _ key: String, _ origin: PackOrigin,
    _ read: (inout RecordReader, String, Provenance) -> Record?
  ) -> PackList<Record> {
    var removed: Set<String> = []
    var seen: Set<String> = []
    let records = records(key) { reader -> Record? in
      let id = reader.required("id")
      if !seen.insert(id).inserted { reader.note("id", "“\(id)” stands twice in this list") }
      if reader.bool("off") == true {
        removed.insert(id)
        return nil
      }
      let provenance = reader.provenance(origin)
      return read(&reader, id, provenance)
    }
    return PackList(records: records, removed: removed)
  }

  private mutating func provenance(_ origin: PackOrigin) -> Provenance {
    let sources = strings("src")
    let status = choice("status", RecordStatus.self)
    if status == nil, !has("status") { note("status", "is missing: sourced, reviewed or unsourced") }
    if status == .sourced, sources.isEmpty { note("src", "must name a source when the status is “sourced”") }
    return Provenance(sources: sources, status: status ?? .unsourced, origin: origin)
  }

  /// Prose for the agent: a text in English, or an object of texts by language that has `en`.
  mutating func agentText(_ key: String) -> AgentText? {
    guard has(key) else {
      _ = strings(key)
      return nil
    }
    if isText(key) { return string(key).map { AgentText(byLanguage: ["en": $0]) } }
    let texts = texts(key)
    if !texts.contains(where: { $0.key == "en" }) { note(key, "needs a text in English: en") }
    return AgentText(byLanguage: Dictionary(texts.map { ($0.key, $0.text) }) { $1 })
  }
}

extension JSONValue {
  /// The same value without lists of objects.
  var withoutRecords: JSONValue {
    guard case .object(let members) = self else { return self }
    return .object(
      members.compactMap { member in
        if let list = member.value.array, list.contains(where: { $0.members != nil }) { return nil }
        return JSONMember(key: member.key, value: member.value.withoutRecords)
      })
  }

  /// The same value without the members at some paths.
  func removing(_ paths: [[FieldPath.Step]]) -> JSONValue {
    guard case .object(let members) = self, !paths.isEmpty else { return self }
    return .object(
      members.compactMap { member in
        let inner = paths.filter { $0.first == .key(member.key) }.map { Array($0.dropFirst()) }
        // An element of a list that is wrong takes the list with it.
        if inner.contains(where: { path in
          guard case .key = path.first else { return true }
          return false
        }) {
          return nil
        }
        return JSONMember(key: member.key, value: member.value.removing(inner))
      })
  }

  /// The parent's object with this one's members over its own, inwards too.
  func merged(over parent: JSONValue) -> JSONValue {
    guard case .object(let own) = self, case .object(var result) = parent else { return self }
    for member in own {
      if let place = result.firstIndex(where: { $0.key == member.key }) {
        result[place].value = member.value.merged(over: result[place].value)
      } else {
        result.append(member)
      }
    }
    return .object(result)
  }
}
