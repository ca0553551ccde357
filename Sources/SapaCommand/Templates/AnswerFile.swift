import ConsoleCore
import LocalePacks
import ReplyTemplates
import SystemCalls

/// Changes a file of an answer in the person's editor: the strongest layer's own, or a new one above what ships.
struct AnswerFile {
  private let folders: TemplateFolders
  private let set: TemplateSet?

  init(_ folders: TemplateFolders, _ set: TemplateSet?) {
    self.folders = folders
    self.set = set
  }

  /// Lets somebody change what they wish for.
  ///
  /// - Returns: the file that was written; empty when nothing was changed.
  func change(
    _ wish: AnswerEdit, _ edit: (String) -> Result<String, ToolFailure>
  ) -> Result<String, ToolFailure> {
    let name = "replies/\(wish.answer.path)/" + (wish.locale.map { "\($0).md" } ?? "about.md")
    let path = self.path(name)
    let old: String
    do throws(ToolFailure) { old = try text(name, at: path, wish) } catch { return .failure(error) }
    let new: String
    // The editor's file gets a line end of its own.
    switch edit(old.hasSuffix("\n") ? String(old.dropLast()) : old) {
    case .failure(let failure): return .failure(failure)
    case .success(let edited): new = edited.isEmpty || edited.hasSuffix("\n") ? edited : edited + "\n"
    }
    if new == old || new + "\n" == old { return .success("") }
    do {
      try FileSystem.makeFolder(FileSystem.parent(of: path), permissions: 0o755)
      try FileSystem.replace(path, with: Array(new.utf8), permissions: 0o644)
      return .success(path)
    } catch { return .failure(.file(path: error.path, reason: error.reason)) }
  }

  /// Where a change goes: the strongest layer that has the file, but never what ships; else the team's, else the person's.
  private func path(_ name: String) -> String {
    let own = folders.layers.filter { $0.name != "shipped" }
    let there = own.last { FileSystem.exists("\($0.folder)/\(name)") }
    let team = own.first { $0.name == "team" && FileSystem.isWritable($0.folder) }
    let folder = (there ?? team ?? own.last)?.folder ?? ""
    return "\(folder)/\(name)"
  }

  /// What the person is shown: the file, with the variant in it that they want to change.
  private func text(_ name: String, at path: String, _ wish: AnswerEdit) throws(ToolFailure) -> String {
    var text = ""
    do throws(SystemError) {
      text = String(decoding: try FileSystem.contents(of: path, limit: TemplateFile.sizeLimit), as: UTF8.self)
    } catch {
      guard error.isMissing else { throw .file(path: path, reason: error.reason) }
    }
    let answer = set?.answers[wish.answer]
    if let locale = wish.locale, let variants = answer?.locales[locale]?.variants {
      let isNew = text.isEmpty
      for variant in variants where wish.variant.map({ $0 == variant.name }) ?? isNew {
        text = VariantOverlay.text(variant, over: text)
      }
    } else if wish.locale == nil, text.isEmpty, let lower = answer?.about?.file {
      // A file of about.md takes the place of the lower layer's as a whole.
      text =
        (try? FileSystem.contents(of: lower, limit: TemplateFile.sizeLimit)).map {
          String(decoding: $0, as: UTF8.self)
        } ?? ""
    }
    return text
  }
}
