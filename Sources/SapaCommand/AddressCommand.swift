import DeskLink
import DeskModel
import JSONText
import LocalePacks
import SystemCalls

/// `sapa address`: how persons are to be addressed, and why; one JSON object a line in.
struct AddressCommand {
  private let options: Options

  init(_ options: Options) { self.options = options }

  func run() -> ExitCode {
    do throws(SetupError) {
      let setup = try Setup(options)
      let shelf = try setup.shelf()
      var packs: [LocaleTag: LocalePack] = [:]
      let isFine = JSONLineFiles.each(options.files) { bytes, range throws(InterchangeError) in
        let asked = try PersonLine.read(bytes, range)
        let pack = packs[asked.locale] ?? shelf.library.resolve(asked.locale).pack
        packs[asked.locale] = pack
        var person = asked.person
        person.sector = person.sector ?? setup.config.sector
        let setting = AddressSetting(
          channel: asked.channel, agentGender: asked.agentGender ?? setup.config.agentGender)
        let address = pack.address(person, setting)
        let language = options.language ?? setup.config.language
        Printed.out(
          options.isJSON
            ? Self.json(asked.id, address, language)
            : "\(Printed.line(address.text))\t\(Printed.line(address.why.text(in: language))) (pack \(address.provenance.origin), rule \(Printed.line(address.rule)))\n"
        )
        return true
      }
      return isFine ? .fine : .findings
    } catch {
      Printed.error(error.sentence)
      return .findings
    }
  }

  private static func json(_ id: String?, _ address: Address, _ language: String) -> String {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("id", ifPresent: id)
    writer.member("address", Printed.line(address.text))
    writer.member("kind", address.kind.rawValue)
    writer.member("why", Printed.line(address.why.text(in: language)))
    writer.member("pack", address.provenance.origin.description)
    writer.member("rule", Printed.line(address.rule))
    writer.endObject()
    return String(decoding: writer.bytes, as: UTF8.self) + "\n"
  }
}
