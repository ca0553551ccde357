import AdapterHost
import DeskModel
import SystemCalls
import TestSupport
import Testing

struct FeedMarkTests {
  @Test func `A mark comes back as it was`() throws {
    let scratch = try ScratchFolder()
    var mark = FeedMark()
    mark.cursor = "tx:\"7\"\n"
    mark.isWhole = true
    try mark.save(scratch.path + "/feed.json")
    #expect(FeedMark(path: scratch.path + "/feed.json") == mark)
  }

  @Test(arguments: ["", "{", "[]", "{\"cursor\":7}", "{\"whole\":\"yes\"}"])
  func `A mark that cannot be read lets the desk be read anew`(text: String) throws {
    let scratch = try ScratchFolder()
    try FileSystem.replace(scratch.path + "/feed.json", with: Array(text.utf8))
    #expect(FeedMark(path: scratch.path + "/feed.json") == FeedMark())
    #expect(FeedMark(path: scratch.path + "/missing.json") == FeedMark())
  }
}
