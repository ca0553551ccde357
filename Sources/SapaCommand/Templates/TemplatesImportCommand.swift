import LocalePacks
import ReplyTemplates
import SystemCalls

/// `sapa templates import FILE…`: takes the replies of another program into a folder of answers.
struct TemplatesImportCommand {
  private let options: Options

  init(_ options: Options) { self.options = options }

  func run() -> ExitCode {
    guard !options.files.isEmpty else {
      Printed.error("Say which file: sapa templates import macros.json.")
      return .usage
    }
    do throws(SetupError) {
      let setup = try Setup(options)
      let folder = options.templatesFolder.map(Setup.withoutSlash) ?? Self.personal
      let locale =
        options.locales.first.flatMap { LocaleTag($0) } ?? LocaleTag(setup.config.language) ?? .root
      var isFine = true
      for file in options.files { isFine = take(file, into: folder, locale) && isFine }
      return isFine ? .fine : .findings
    } catch {
      Printed.error(error.sentence)
      return .findings
    }
  }

  /// The person's own layer.
  private static var personal: String { FileSystem.parent(of: Setup.configPath) + "/Templates" }

  /// The most answers that are told one by one.
  private static let toldLimit = 5

  /// Takes one file in; what cannot be mapped is said, and so is every answer that is there already and stays.
  private func take(_ file: String, into folder: String, _ locale: LocaleTag) -> Bool {
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try FileSystem.contents(of: file, limit: TemplateImport.byteLimit + 1)
    } catch {
      Printed.error("\(Printed.line(file)) cannot be read: \(error.reason).")
      return false
    }
    let set: ExchangeSet
    do throws(ExchangeError) {
      set = try TemplateImport.read(bytes, name: file, format: options.exchangeFormat, locale: locale)
    } catch {
      Printed.error(Printed.line(error.description))
      return false
    }
    for note in set.notes { Printed.error(Printed.line(note.description)) }
    var written = 0
    var kept: [String] = []
    for answer in set.answers {
      let target = "\(folder)/replies/\(answer.id.path)"
      let files = AnswerFiles.files(of: answer).map {
        (path: "\(target)/\($0.name)", bytes: Array($0.text.utf8))
      }
      if FileSystem.exists(target) {
        let isSame = files.allSatisfy {
          (try? FileSystem.contents(of: $0.path, limit: TemplateFile.sizeLimit)) == $0.bytes
        }
        if !isSame { kept.append(target) }
        continue
      }
      do throws(SystemError) {
        try FileSystem.makeFolder(target, permissions: 0o755)
        for file in files { try FileSystem.replace(file.path, with: file.bytes, permissions: 0o644) }
        written += 1
      } catch {
        Printed.error("\(Printed.line(target)) cannot be written: \(error.reason).")
        return false
      }
    }
    for target in kept.prefix(Self.toldLimit) {
      Printed.error("\(Printed.line(target)) is there already with other words, and stays as it is.")
    }
    if kept.count > Self.toldLimit {
      Printed.error(
        "\(kept.count - Self.toldLimit) more are there already with other words, and stay as they are.")
    }
    Printed.out(
      "\(Printed.line(file)) (\(set.format.rawValue)): written \(written) of \(set.answers.count) to \(Printed.line(folder))/replies; "
        + "there already \(set.answers.count - written), other words \(kept.count); remarks \(set.notes.count)\n"
    )
    return kept.isEmpty
  }
}
