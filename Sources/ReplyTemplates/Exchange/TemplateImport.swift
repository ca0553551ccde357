import JSONText
package import LocalePacks

/// Reads replies of other programs.
package enum TemplateImport {
  /// The most bytes that are read of a file.
  package static let byteLimit = 32 << 20

  /// Reads a file.
  ///
  /// What cannot be carried over stands in the notes of the set; nothing is dropped without one. Texts come as they are: unchecked, and
  /// for a screen only as `SafeText`.
  ///
  /// - Parameters:
  ///   - bytes: The file's contents.
  ///   - name: The file's name, for messages and for telling its format.
  ///   - format: The format; found out when nil.
  ///   - locale: The locale of texts of which the file says none.
  /// - Returns: The answers, the notes, and the file's records.
  /// - Throws: `ExchangeError` when the file as a whole cannot be read.
  /// - Complexity: O(bytes).
  package static func read(
    _ bytes: [UInt8], name: String, format: ExchangeFormat? = nil, locale: LocaleTag
  ) throws(ExchangeError) -> ExchangeSet {
    guard bytes.count <= byteLimit else {
      throw .tooLarge(file: name, bytes: bytes.count, limit: byteLimit)
    }
    if !JSONBytes.isValidUTF8(bytes, range: 0..<bytes.count) {
      throw .notUTF8(file: name, line: lineOfFault(bytes))
    }
    guard let format = format ?? ExchangeFormat.detect(bytes, name: name) else {
      throw .unknownFormat(file: name)
    }
    return try format.codec.read(ExchangeSource(file: name, bytes: bytes, locale: locale))
  }

  /// The line, from 1, in which bytes stand that are no UTF-8.
  private static func lineOfFault(_ bytes: [UInt8]) -> Int {
    var start = 0
    var line = 1
    while let end = bytes[start...].firstIndex(of: 0x0A) {
      if !JSONBytes.isValidUTF8(bytes, range: start..<end) { return line }
      line += 1
      start = end + 1
    }
    return line
  }
}

/// A file that is read.
struct ExchangeSource {
  var file: String
  var bytes: [UInt8]
  var locale: LocaleTag
}

/// What is written.
struct ExportJob {
  var answers: [Answer]
  /// The locale of which nothing is said in the file.
  var locale: LocaleTag
  var records: KeptRecords
}

/// Reads and writes one format.
protocol ExchangeCodec {
  static func read(_ source: ExchangeSource) throws(ExchangeError) -> ExchangeSet
  static func write(_ job: ExportJob) -> (bytes: [UInt8], notes: [ExchangeNote])
}

extension ExchangeFormat {
  var codec: any ExchangeCodec.Type {
    switch self {
    case .chatwoot: ChatwootExchange.self
    case .zendesk: ZendeskExchange.self
    case .zendeskContent: ZendeskContentExchange.self
    case .zammad: ZammadExchange.self
    case .helpScout: HelpScoutExchange.self
    case .intercom: IntercomExchange.self
    case .espanso: EspansoExchange.self
    case .csv: CSVExchange.self
    case .jsonLines: JSONLinesExchange.self
    }
  }
}
