import ConsoleCore
import DeskModel
import LocalePacks
import ReplyTemplates
import SystemCalls
import TestSupport
import Testing

@testable import SapaCommand

@Suite("Changing an answer in an editor")
struct AnswerFileTests {
  private let shipped = "# In private\n\n## plain\nLate.\n\n## short\nSoon.\n"

  /// A folder with what ships and a team's and a person's layer, gone afterwards.
  private func inLayers(
    _ body: (
      _ root: String,
      _ change: (AnswerEdit, (String) -> Result<String, ToolFailure>) -> Result<String, ToolFailure>
    )
      throws -> Void
  ) throws {
    let root = try FileSystem.makePrivateFolder(in: "/tmp", prefix: "sapa-test")
    defer { FileSystem.removeTree(root) }
    try write(root + "/shipped/replies/late/en.md", shipped)
    try write(root + "/shipped/replies/late/about.md", "# Late\n")
    let folders = TemplateFolders(
      layers: [("shipped", root + "/shipped"), ("team", root + "/team"), ("personal", root + "/personal")])
    let set = TemplateSet(folders.files().files)
    try body(root) { AnswerFile(folders, set).change($0, $1) }
  }

  private func write(_ path: String, _ text: String) throws {
    try FileSystem.makeFolder(FileSystem.parent(of: path))
    try FileSystem.replace(path, with: Array(text.utf8))
  }

  private func read(_ path: String) throws -> String {
    String(decoding: try FileSystem.contents(of: path, limit: 1 << 20), as: UTF8.self)
  }

  private let wish = AnswerEdit(answer: AnswerID("late"), locale: LocaleTag(language: "en"), variant: "plain")

  @Test("what ships is never written: the variant goes into the person's own layer")
  func overlay() throws {
    try inLayers { root, change in
      let result = change(wish) { .success($0.replacing("Late.", with: "Later.")) }
      #expect(result == .success(root + "/personal/replies/late/en.md"))
      let (own, below) = (
        try read(root + "/personal/replies/late/en.md"), try read(root + "/shipped/replies/late/en.md")
      )
      #expect(own == "# In private\n\n## plain\nLater.\n")
      #expect(below == shipped)
    }
  }

  @Test("a team's folder that can be written comes first, and a file that is there is changed where it is")
  func layers() throws {
    try inLayers { root, change in
      try FileSystem.makeFolder(root + "/team")
      #expect(change(wish) { .success($0 + " A.") } == .success(root + "/team/replies/late/en.md"))
      try write(root + "/personal/replies/late/en.md", "# In private\n## mine\nMine.\n")
      #expect(change(wish) { .success($0 + " B.") } == .success(root + "/personal/replies/late/en.md"))
      let both = try read(root + "/personal/replies/late/en.md")
      #expect(both.contains("## mine\nMine.\n\n## plain\nLate. B.\n"))
    }
  }

  @Test("the whole file and about.md are taken over as they are")
  func whole() throws {
    try inLayers { root, change in
      var texts: [String] = []
      _ = change(AnswerEdit(answer: AnswerID("late"), locale: LocaleTag(language: "en"))) { text in
        texts.append(text)
        return .success(text)
      }
      _ = change(AnswerEdit(answer: AnswerID("late"))) { text in
        texts.append(text)
        return .success(text + "\n\nIt is late.")
      }
      let about = try read(root + "/personal/replies/late/about.md")
      #expect(texts == ["# In private\n\n## plain\nLate.\n\n## short\nSoon.", "# Late"])
      #expect(!FileSystem.exists(root + "/personal/replies/late/en.md"), "nothing was changed")
      #expect(about == "# Late\n\nIt is late.\n")
    }
  }

  @Test("an editor that fails, and a folder that cannot be made, leave everything as it is")
  func failures() throws {
    try inLayers { root, change in
      #expect(
        change(wish) { _ in .failure(.failed(program: "vi", code: 2)) }
          == .failure(.failed(program: "vi", code: 2)))
      #expect(change(wish) { .success($0) } == .success(""))
      try write(root + "/personal", "a file is in the way")
      guard case .failure(.file(let path, _)) = change(wish, { .success($0 + "x") }) else {
        Issue.record("it was written")
        return
      }
      #expect(path.hasPrefix(root + "/personal"))
    }
  }

  @Test("picks come back after the console has ended; damaged ones are laid aside and told")
  func picks() throws {
    let root = try FileSystem.makePrivateFolder(in: "/tmp", prefix: "sapa-test")
    defer { FileSystem.removeTree(root) }
    let store = PickStore(folder: root + "/answers")
    #expect(store.load().1 == [])
    let variant = try #require(VariantID("late@en#plain"))
    var picker = AnswerPicker(index: AnswerIndex([IndexedAnswer(id: AnswerID("late"), titles: ["Late"])]))
    picker.learn(AnswerID("late"), in: PickContext(typed: "late"))
    let memory = PickMemory(model: picker.model, lastUses: [variant: Timestamp(milliseconds: 5)])
    store.save(memory)
    #expect(store.load().0 == memory)
    try write(root + "/answers/picks", "nonsense")
    let (back, told) = store.load()
    #expect(back.model == PickModel())
    #expect(back.lastUses == memory.lastUses)
    #expect(told.count == 1)
    #expect(FileSystem.exists(root + "/answers/picks.damaged"))
    #expect(store.load().1 == [])
  }
}
