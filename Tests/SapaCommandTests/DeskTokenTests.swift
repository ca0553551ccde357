import AdapterHost
import AdapterProtocol
import SystemCalls
import TestSupport
import Testing

@testable import SapaCommand

/// Where tokens come from, and what is said when there is none.
struct DeskTokenTests {
  private func reason(_ result: Result<Secret?, TokenError>) -> String? {
    guard case .failure(let error) = result else { return nil }
    return error.reason
  }

  @Test func `Without a source no token is needed`() throws {
    #expect(try DeskToken.read(nil).get() == nil)
  }

  @Test func `A program's first line is the token`() throws {
    let result = DeskToken.read(.command(["printf", "s3cret\\nlogin: olena\\n"]))
    #expect(try result.get()?.value == "s3cret")
  }

  @Test func `A program that fails or says nothing is named`() {
    #expect(
      reason(DeskToken.read(.command(["false"])))?.hasPrefix("false, which should print the token") == true)
    #expect(reason(DeskToken.read(.command(["true"])))?.contains("true gives is empty") == true)
  }

  @Test func `A file that only we can read holds the token, one that others can read is refused`() throws {
    let scratch = try ScratchFolder()
    let path = scratch.path + "/token"
    try FileSystem.replace(path, with: Array("s3cret\r\n".utf8))
    #expect(try DeskToken.read(.file(path)).get()?.value == "s3cret")
    try FileSystem.replace(path, with: Array("s3cret".utf8), permissions: 0o640)
    #expect(reason(DeskToken.read(.file(path))) == "others may read \(path): chmod 600 it")
    #expect(reason(DeskToken.read(.file(path + "2"))) == "\(path)2: No such file or directory")
  }

  @Test func `What is too long to be a token is none`() throws {
    let scratch = try ScratchFolder()
    try FileSystem.replace(scratch.path + "/t", with: [UInt8](repeating: 65, count: 40_000))
    #expect(reason(DeskToken.read(.file(scratch.path + "/t"))) != nil)
  }
}
