import ReplyTemplates
import SystemCalls
import TestSupport
import Testing

@testable import SapaCommand

@Suite("Folders of answers")
struct TemplateFoldersTests {
  @Test("tells the files of each answer's folder and of those above it, with a way to them")
  func attachments() throws {
    let scratch = try ScratchFolder()
    for folder in ["replies", "replies/late", "replies/late/more", "replies/late/.git", "fragments"] {
      try FileSystem.makeFolder(scratch.path + "/" + folder)
    }
    for file in [
      "replies/late/about.md", "replies/late/a.pdf", "replies/late/more/b.png", "replies/late/.hidden",
      "replies/late/.git/c", "replies/README.md", "fragments/en.md",
    ] { try FileSystem.replace(scratch.path + "/" + file, with: []) }
    let found = TemplateFolders(only: scratch.path).attachments()
    #expect(
      found == [
        AnswerID("late"): ["about.md", "a.pdf", "more/b.png"], AnswerID("late/more"): ["b.png"],
      ])
    #expect(TemplateFolders(only: scratch.path + "/none").attachments() == [:])
  }

  @Test("another folder stands for the team's, or for all where there is no team")
  func team() {
    let layers = [("shipped", "/s"), ("team", "/t"), ("personal", "/p")].map {
      (name: $0.0, folder: $0.1)
    }
    let folders = TemplateFolders(layers: layers).withTeam("/old")
    #expect(folders.layers.map(\.folder) == ["/s", "/old", "/p"])
    #expect(folders.layers.map(\.name) == ["shipped", "team", "personal"])
    let alone = TemplateFolders(layers: [layers[0], layers[2]]).withTeam("/old")
    #expect(alone.layers.map(\.folder) == ["/old"])
  }
}
