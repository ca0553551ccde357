import SystemCalls
import Testing

private func readAll(_ process: PipedProcess) throws -> String {
  var bytes: [UInt8] = []
  while true {
    let more = try process.read(limit: 4_096)
    if more.isEmpty { return String(decoding: bytes, as: UTF8.self) }
    bytes += more
  }
}

@Test func `A piped program reads what is written to it, until its input is closed`() throws {
  let process = try PipedProcess(["cat"])
  try process.write(Array("one\n".utf8))
  #expect(try process.read(limit: 100) == Array("one\n".utf8))
  try process.write(Array("two\n".utf8))
  process.closeInput()
  #expect(try readAll(process) == "two\n")
  #expect(try process.wait() == .code(0))
}

@Test func `Standard output and standard error of a piped program are kept apart`() throws {
  let process = try PipedProcess(["sh", "-c", "echo good; echo bad >&2; exit 3"])
  #expect(try readAll(process) == "good\n")
  #expect(try process.readErrors(limit: 100) == Array("bad\n".utf8))
  #expect(try process.wait() == .code(3))
}

@Test func `A secret is read from descriptor 3 to its end and stands in no argument or variable`() throws {
  let process = try PipedProcess(
    ["sh", "-c", "cat <&3; tr '\\0' ' ' < /proc/$$/cmdline; env"], secret: Array("s3cret-token".utf8))
  process.closeInput()
  let text = try readAll(process)
  #expect(text.hasPrefix("s3cret-token"))
  #expect(text.components(of: "s3cret-token") == 1)
  #expect(try process.wait() == .code(0))
}

@Test func `Without a secret a piped program has no fourth descriptor`() throws {
  let process = try PipedProcess(["sh", "-c", "ls /proc/self/fd | grep -vx -e 0 -e 1 -e 2 | wc -l"])
  // The one that ls itself has opened.
  #expect(try readAll(process).filter { !$0.isWhitespace } == "1")
  _ = try process.wait()
}

@Test func `A piped program is known by its process id`() throws {
  let process = try PipedProcess(["sh", "-c", "echo $$"])
  #expect(try readAll(process) == "\(process.identifier)\n")
  _ = try process.wait()
}

@Test func `Killing a piped program ends what it has started, too`() throws {
  let process = try PipedProcess(["sh", "-c", "sleep 1000 & echo $!; wait"])
  _ = try process.read(limit: 100)
  process.kill()
  // The end of the stream comes only when nobody holds it any more.
  #expect(try process.read(limit: 100).isEmpty)
  #expect(try process.wait() == .signal(9))
  process.kill()
}

@Test func `A program that is not there is told by its name`() {
  #expect(throws: SystemError(call: "posix_spawnp", path: "no-such-adapter", code: 2)) {
    _ = try PipedProcess(["no-such-adapter"])
  }
}

@Test func `Writing to a piped program that has gone is an error, not our end`() throws {
  ProcessContext.ignoreBrokenPipes()
  let process = try PipedProcess(["true"])
  _ = try process.wait()
  do throws(SystemError) {
    for _ in 0..<64 { try process.write([UInt8](repeating: 65, count: 65_536)) }
    Issue.record("nobody reads, and still it was written")
  } catch { #expect(error.isBrokenPipe) }
}

extension String {
  /// How often a text stands in this one.
  fileprivate func components(of text: String) -> Int {
    var count = 0
    var rest = self[...]
    while let found = rest.firstRange(of: text) {
      count += 1
      rest = rest[found.upperBound...]
    }
    return count
  }
}
