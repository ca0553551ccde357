import AdapterHost
import DeskModel
import Foundation
import SystemCalls
import TestSupport
import Testing

@testable import SapaCommand

/// Who we are on a desk behind an adapter, and which program that is.
struct RemoteDeskOpeningTests {
  private func opening(_ command: [String], in folder: String) -> RemoteDeskOpening {
    let adapter = DeskConfig.Adapter(command: command, settings: Array("{}".utf8))
    return RemoteDeskOpening(
      desk: DeskConfig(name: "d", place: .adapter(adapter)), adapter: adapter, folder: folder,
      me: Agent(id: "olena", name: "Olena"), language: "en",
      secrets: SecretFilter(PackFolders(shipped: "/none", team: nil, personal: "/none"), hours: 24))
  }

  private var example: [String] {
    let path = "Sources/AdapterProtocol/AdapterProtocol.docc/example_adapter.py"
    return ["python3", Checkout.root.appending(path: path).path]
  }

  @Test func `The backend says who we are there, once; it is remembered for when it is away`() throws {
    let scratch = try ScratchFolder()
    let desk = try opening(example, in: scratch.path).open(clock: Setup.systemNow)
    #expect(desk.options.me == Agent(id: "a-1", name: "Nastya"))
    desk.close()
    let again = try opening(["no-such-adapter"], in: scratch.path).open(clock: Setup.systemNow)
    #expect(again.options.me == Agent(id: "a-1", name: "Nastya"))
    again.close()
  }

  @Test func `A backend that was never there takes the console's name for ours`() throws {
    let scratch = try ScratchFolder()
    let desk = try opening(["no-such-adapter"], in: scratch.path).open(clock: Setup.systemNow)
    #expect(desk.options.me == Agent(id: "olena", name: "Olena"))
    desk.close()
  }

  @Test func `A program beside ours goes before one along PATH, a path stays as it is`() {
    #expect(RemoteDeskOpening.located(["./mine", "x"]) == ["./mine", "x"])
    #expect(RemoteDeskOpening.located(["no-such-adapter"]) == ["no-such-adapter"])
  }
}
