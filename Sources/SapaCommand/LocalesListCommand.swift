import JSONText
import LocalePacks
import SystemCalls

/// `sapa locales list`: the packs that there are, with what stands in each.
struct LocalesListCommand {
  private let options: Options

  init(_ options: Options) { self.options = options }

  func run() -> ExitCode {
    do throws(SetupError) {
      let shelf = try Setup(options).shelf()
      let packs = shelf.library.tags.filter { $0 != .root }.map { shelf.library.resolve($0).pack }
      let width = packs.map { "\($0.tag)".count }.max() ?? 0
      for pack in packs { Printed.out(options.isJSON ? Self.json(pack) : Self.line(pack, width)) }
      return packs.isEmpty ? .findings : .fine
    } catch {
      Printed.error(error.sentence)
      return .findings
    }
  }

  private static func line(_ pack: LocalePack, _ width: Int) -> String {
    let tag = "\(pack.tag)"
    let gap = String(repeating: " ", count: width - tag.count)
    let parents = pack.chain.dropFirst().map(\.description).joined(separator: " → ")
    let review = pack.reviewedBy.map { "read by \(Printed.line($0))" } ?? "not read by a native speaker yet"
    return
      "\(tag)\(gap)  \(Printed.line(pack.name)), from \(parents); \(pack.ruleNames.count) rules; \(review)\n"
  }

  private static func json(_ pack: LocalePack) -> String {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("locale", "\(pack.tag)")
    writer.member("name", Printed.line(pack.name))
    writer.member("nativeName", Printed.line(pack.nativeName))
    writer.key("parents")
    writer.beginArray()
    for tag in pack.chain.dropFirst() { writer.string("\(tag)") }
    writer.endArray()
    writer.key("rules")
    writer.int(pack.ruleNames.count)
    writer.member("reviewedBy", ifPresent: pack.reviewedBy.map { Printed.line($0) })
    writer.endObject()
    return String(decoding: writer.bytes, as: UTF8.self) + "\n"
  }
}
