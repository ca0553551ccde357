import ReplyTemplates
import SystemCalls
import TestSupport
import Testing

@testable import SapaCommand

@Suite("Older versions of a set")
struct TemplateVersionTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func git(_ words: String...) {
    let environment = [
      "-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "init.defaultBranch=main",
    ]
    let output = ProgramOutput.of(["git", "-C", folder.path] + environment + words, milliseconds: 20_000)
    #expect(output != nil, "git \(words.joined(separator: " "))")
  }

  private func write(_ text: String) throws {
    try FileSystem.makeFolder(folder.path + "/team/Templates/replies/late")
    try FileSystem.replace(folder.path + "/team/Templates/replies/late/en.md", with: Array(text.utf8))
  }

  private var present: TemplateFolders {
    TemplateFolders(layers: [("team", folder.path + "/team/Templates")])
  }

  private func text(_ read: Result<(set: TemplateSet, problems: [String]), TemplateVersionError>) throws
    -> String?
  {
    try read.get().set.answers[AnswerID("late")]?.locales.values.first?.variants.first?.source
  }

  private func failure(_ written: String, beside folders: TemplateFolders? = nil) -> TemplateVersionError? {
    if case .failure(let error) = TemplateVersion.read(written, beside: folders ?? present) {
      error
    } else {
      nil
    }
  }

  @Test(
    "a revision gives the answers as they were then, below the folder of the team; the folder itself is left alone"
  )
  func revisions() throws {
    try write("# In private\n## a\nOld words.\n")
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "one")
    try write("# In private\n## a\nNewer words.\n")
    git("commit", "-qam", "two")
    try write("# In private\n## a\nWords that nobody has committed.\n")
    #expect(try text(TemplateVersion.read("HEAD", beside: present)) == "Newer words.")
    #expect(try text(TemplateVersion.read("HEAD~1", beside: present)) == "Old words.")
    #expect(try text(.success(TemplateVersion.read(present))) == "Words that nobody has committed.")
  }

  @Test("a folder is read itself, with or without Templates in it")
  func folders() throws {
    try write("# In private\n## a\nOld words.\n")
    #expect(try text(TemplateVersion.read(folder.path + "/team", beside: present)) == "Old words.")
    #expect(try text(TemplateVersion.read(folder.path + "/team/Templates/", beside: present)) == "Old words.")
  }

  @Test("a revision from before the answers has none, which is said")
  func before() throws {
    try FileSystem.replace(folder.path + "/readme", with: Array("x".utf8))
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "one")
    try write("# In private\n## a\nNew.\n")
    let read = try TemplateVersion.read("HEAD", beside: present).get()
    #expect(read.set.answers.isEmpty && read.problems.count == 1)
  }

  @Test("what is neither a folder nor a revision is said in one sentence; an option is never passed on")
  func unknown() throws {
    try write("# In private\n## a\nOld words.\n")
    #expect(failure("HEAD") == .noRepository(folder.path + "/team/Templates"))
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "one")
    for written in ["no-such", "--output=/tmp/x", "-1", ""] {
      #expect(failure(written) == .unknown(written))
    }
    let gone = folder.path + "/gone"
    #expect(failure("HEAD", beside: TemplateFolders(layers: [("team", gone)])) == .noFolder(gone))
    #expect(
      TemplateVersionError.unknown("x\u{1B}[31m").sentence.unicodeScalars.allSatisfy { $0.value >= 0x20 })
  }
}
