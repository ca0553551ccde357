import JSONText

/// How the adapter gets the token; never by its arguments or its environment, which others can read.
package enum TokenSource: Sendable, Hashable {
  /// In this message.
  case inline(Secret)
  /// To be read to its end from a file descriptor that the process has inherited, from 3 on.
  case descriptor(Int)

  private enum Word: String, WireWord { case inline, descriptor }
}

/// Who speaks.
package struct ProgramName: Sendable, Hashable {
  /// The program.
  package var name: String
  /// Its version, in its own words.
  package var version: String

  /// Names a program.
  package init(name: String, version: String) {
    self.name = name
    self.version = version
  }
}

/// The first call: what the console offers and what the adapter needs.
package struct InitializeParams: Sendable, Hashable {
  /// Versions of the protocol that the console speaks, best first; not empty.
  package var versions: [Int]
  /// The console.
  package var client: ProgramName
  /// The language of reasons that people read: a BCP 47 tag.
  package var locale: String
  /// Where the token comes from; nil when none is needed.
  package var token: TokenSource?
  /// What stands in the config for this desk: an object.
  package var settings: RawJSON

  /// Makes the parameters.
  package init(
    versions: [Int] = [ProtocolLimits.version], client: ProgramName, locale: String = "en",
    token: TokenSource? = nil, settings: RawJSON = .emptyObject
  ) {
    self.versions = versions
    self.client = client
    self.locale = locale
    self.token = token
    self.settings = settings
  }

  /// The version to speak: the first of the console's that this code knows; nil when there is none.
  package func agreedVersion(known: [Int] = [ProtocolLimits.version]) -> Int? {
    versions.first { known.contains($0) }
  }
}

extension TokenSource: WireValue {
  init(reading slot: WireSlot) throws(ProtocolError) {
    let object = try WireObject(slot)
    switch try object.required("from", as: Word.self) {
    case .inline: self = .inline(Secret(try object.required("value")))
    case .descriptor:
      let number: Int = try object.required("number")
      guard (3...1_023).contains(number) else {
        throw .field(path: "number", expected: "a descriptor from 3 to 1023", found: String(number))
      }
      self = .descriptor(number)
    }
  }

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    switch self {
    case .inline(let secret):
      writer.member("from", Word.inline.rawValue)
      writer.member("value", secret.value)
    case .descriptor(let number):
      writer.member("from", Word.descriptor.rawValue)
      writer.key("number")
      writer.int(number)
    }
    writer.endObject()
  }
}

extension ProgramName: WireRecord {
  static var blank: ProgramName { ProgramName(name: "", version: "") }

  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure) {
    try coder.required("name", &name)
    try coder.required("version", &version)
  }
}

extension InitializeParams: WireRecord {
  static var blank: InitializeParams { InitializeParams(client: .blank) }

  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure) {
    try coder.required("versions", &versions)
    try coder.required("client", &client)
    try coder.usual("locale", &locale, "en")
    try coder.optional("token", &token)
    try coder.usual("settings", &settings, .emptyObject)
  }

  func check() throws(ProtocolError) {
    guard !versions.isEmpty else {
      throw .field(path: "versions", expected: "at least one version", found: "none")
    }
    guard settings.isObject else {
      throw .field(path: "settings", expected: "an object", found: "something else")
    }
  }
}
