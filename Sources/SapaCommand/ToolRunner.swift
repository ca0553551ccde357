import ConsoleCore
import ConsoleRuntime
import DeskModel
import Dispatch
import Synchronization
import SystemCalls
import TextLayout

/// Runs the person's own programs and touches their files.
///
/// Nothing here blocks the loop but the editor, which has the terminal meanwhile.
final class ToolRunner: Sendable {
  private let config: ToolConfig
  private let queue = DispatchQueue(label: "sapa.tools", attributes: .concurrent)
  /// The folder for files that are shown, made when the first one is; removed at the end.
  private let shown = Mutex<String?>(nil)

  init(_ config: ToolConfig) { self.config = config }

  /// What the loop may ask for.
  var ports: ToolPorts {
    var ports = ToolPorts()
    ports.edit = { [self] text in edit(text) }
    if !config.copyCommand.isEmpty { ports.copy = { [self] text, done in copy(text, done: done) } }
    if !config.notify.isEmpty { ports.notify = { [self] text in notify(text) } }
    ports.keep = { [self] file, purpose, done in keep(file, purpose, done: done) }
    ports.list = { [self] folder, done in list(folder, done: done) }
    ports.check = { [self] path, done in check(path, done: done) }
    return ports
  }

  /// Removes what was kept for a moment.
  func finish() {
    if let folder = shown.withLock({ $0 }) { FileSystem.removeTree(folder) }
  }

  // MARK: Editor

  private func edit(_ text: String) -> Result<String, ToolFailure> {
    let command = Self.editor(config, ProcessContext.environment)
    do throws(SystemError) {
      let folder = try FileSystem.makePrivateFolder(in: Self.temporaryFolder, prefix: "sapa-answer")
      defer { FileSystem.removeTree(folder) }
      let path = folder + "/answer.txt"
      // Editors want a line end behind the last line, and put one there.
      try FileSystem.replace(path, with: Array((text + "\n").utf8))
      let ending: ChildEnding
      do throws(SystemError) {
        ending = try ChildProcess.runInForeground(command + [path])
      } catch { return .failure(.cannotStart(program: command[0], reason: error.reason)) }
      switch ending {
      case .code(0): break
      case .code(let code): return .failure(.failed(program: command[0], code: code))
      case .signal(let number): return .failure(.killed(program: command[0], signal: number))
      }
      let edited = String(decoding: try FileSystem.contents(of: path, limit: 4 << 20), as: UTF8.self)
      return .success(edited.hasSuffix("\n") ? String(edited.dropLast()) : edited)
    } catch { return .failure(.file(path: error.path, reason: error.reason)) }
  }

  /// The person's editor: the config's, else `$VISUAL`, else `$EDITOR`, split on blanks, else vi.
  static func editor(_ config: ToolConfig, _ environment: (String) -> String?) -> [String] {
    if !config.editor.isEmpty { return config.editor }
    for name in ["VISUAL", "EDITOR"] {
      let words = (environment(name) ?? "").split(separator: " ").map(String.init)
      if !words.isEmpty { return words }
    }
    return ["vi"]
  }

  /// Where only we can read, if there is such a place: `$XDG_RUNTIME_DIR`, else `$TMPDIR`, else `/tmp`.
  private static var temporaryFolder: String {
    for name in ["XDG_RUNTIME_DIR", "TMPDIR"] {
      if let folder = ProcessContext.environment(name), folder.hasPrefix("/"), FileSystem.isWritable(folder) {
        return folder
      }
    }
    return "/tmp"
  }

  // MARK: Clipboard

  private func copy(_ text: SafeText, done: @escaping @Sendable (ToolFailure?) -> Void) {
    let command = config.copyCommand
    queue.async { done(Self.run(command, Array(text.string.utf8))) }
  }

  /// Tells the person's program; whether it worked is nobody's concern.
  private func notify(_ text: SafeText) {
    let command = config.notify.map { Self.filled($0, text.singleLine.string) }
    queue.async { _ = Self.run(command) }
  }

  private static func run(_ command: [String], _ input: [UInt8] = []) -> ToolFailure? {
    do throws(SystemError) {
      switch try ChildProcess.run(command, input: input) {
      case .code(0): return nil
      case .code(let code): return .failed(program: command[0], code: code)
      case .signal(let number): return .killed(program: command[0], signal: number)
      }
    } catch { return .cannotStart(program: command[0], reason: error.reason) }
  }

  // MARK: Files

  private func keep(
    _ file: ReceivedFile, _ purpose: FilePurpose,
    done: @escaping @Sendable (Result<String, ToolFailure>) -> Void
  ) {
    queue.async { [self] in
      do throws(SystemError) {
        let folder = purpose == .save ? try downloads() : try shownFolder()
        let path = try Self.write(file, in: folder)
        guard purpose == .open else { return done(.success(path)) }
        guard let command = Self.opener(of: file, config.openers) else {
          return done(.failure(.noOpener(name: file.name)))
        }
        // A viewer may stay open for hours: only one that ends at once, and badly, is told of.
        done(.success(path))
        let arguments = command.map { Self.filled($0, path) }
        if let failure = Self.run(arguments) { done(.failure(failure)) }
      } catch { done(.failure(.file(path: error.path, reason: error.reason))) }
    }
  }

  /// Writes a file that nobody else can read, under a name that is not taken yet.
  static func write(_ file: ReceivedFile, in folder: String) throws(SystemError) -> String {
    var number = 1
    while true {
      let name = number == 1 ? file.name : FileName.numbered(file.name, number)
      let path = folder == "/" ? "/" + name : folder + "/" + name
      do throws(SystemError) {
        let target = try FileDescriptor(opening: path, .createNew)
        try target.write(file.bytes)
        try target.sync()
        return path
      } catch {
        guard error.isExisting, number < 1_000 else { throw error }
        number += 1
      }
    }
  }

  /// The command for a file: the first whose type fits.
  static func opener(of file: ReceivedFile, _ openers: [ToolConfig.Opener]) -> [String]? {
    let stated = file.mediaType.prefix { $0 != ";" && $0 != " " }.lowercased()
    let type = stated.isEmpty ? types[FileName.ending(of: file.name)] ?? "" : stated
    return openers.first { opener in
      opener.type == "*" || opener.type == type
        || opener.type.hasSuffix("/*") && type.hasPrefix(opener.type.dropLast())
    }?.command
  }

  /// Types of endings, for files whose sender states none.
  private static let types = [
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp",
    "heic": "image/heic", "pdf": "application/pdf", "txt": "text/plain", "csv": "text/csv",
    "mp4": "video/mp4",
    "mov": "video/quicktime", "mp3": "audio/mpeg", "ogg": "audio/ogg", "zip": "application/zip",
  ]

  /// An argument with the path in place of `{}`.
  private static func filled(_ argument: String, _ path: String) -> String {
    guard let mark = argument.firstRange(of: "{}") else { return argument }
    return argument[..<mark.lowerBound] + path + argument[mark.upperBound...]
  }

  /// The config's folder, else `$XDG_DOWNLOAD_DIR`, else `~/Downloads` where it is, else the folder we were started in.
  private func downloads() throws(SystemError) -> String {
    if let folder = config.downloads {
      let path = Self.expanded(folder)
      try FileSystem.makeFolder(path)
      return path
    }
    if let folder = ProcessContext.environment("XDG_DOWNLOAD_DIR"), folder.hasPrefix("/"),
      FileSystem.exists(folder)
    {
      return folder
    }
    let usual = Self.expanded("~/Downloads")
    return FileSystem.exists(usual) ? usual : "."
  }

  private func shownFolder() throws(SystemError) -> String {
    do {
      return try shown.withLock { folder throws in
        if let folder { return folder }
        let made = try FileSystem.makePrivateFolder(in: Self.temporaryFolder, prefix: "sapa-files")
        folder = made
        return made
      }
    } catch let error as SystemError {
      throw error
    } catch { throw SystemError(call: "mkdir", path: Self.temporaryFolder, code: 5) }
  }

  /// A path with `~` for the person's home.
  static func expanded(_ path: String) -> String {
    path == "~" || path.hasPrefix("~/") ? (ProcessContext.homeFolder ?? "") + path.dropFirst() : path
  }

  private func list(_ folder: String, done: @escaping @Sendable ([FolderItem]) -> Void) {
    queue.async { done(Self.list(folder)) }
  }

  private func check(
    _ path: String, done: @escaping @Sendable (Result<AttachmentUpload, ToolFailure>) -> Void
  ) {
    queue.async { done(Self.check(path)) }
  }

  /// What is in a folder; nothing where it cannot be read.
  static func list(_ folder: String) -> [FolderItem] {
    let path = folder.isEmpty ? "." : expanded(folder)
    let base = path.hasSuffix("/") ? path : path + "/"
    return ((try? FileSystem.list(path)) ?? []).prefix(10_000).compactMap { name in
      guard let status = try? FileSystem.status(base + name) else { return nil }
      return FolderItem(name: name, isFolder: status.isFolder, byteCount: status.isFile ? status.size : nil)
    }
  }

  /// The largest file that goes with an answer, in bytes.
  static let uploadLimit = 25 << 20

  /// Whether a file can be attached: an ordinary file of ours that can be read and is not too large.
  static func check(_ typed: String) -> Result<AttachmentUpload, ToolFailure> {
    let path = expanded(typed)
    do throws(SystemError) {
      // Asked before it is opened: opening a pipe would wait for a writer.
      let status = try FileSystem.status(path)
      guard status.isFile else { return .failure(.noFile(path: path)) }
      guard status.size <= uploadLimit else {
        return .failure(.tooLarge(path: path, limit: uploadLimit >> 20))
      }
      _ = try FileDescriptor(opening: path, .read)
    } catch { return .failure(.file(path: path, reason: error.reason)) }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let whole = path.hasPrefix("/") ? path : ProcessContext.workingFolder + "/" + path
    return .success(AttachmentUpload(path: whole, name: name))
  }
}
