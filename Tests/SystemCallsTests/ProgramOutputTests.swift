import SystemCalls
import Testing

@Suite("Program output")
struct ProgramOutputTests {
  private func ask(_ script: String, milliseconds: Int = 10_000) -> String? {
    ProgramOutput.of(["sh", "-c", script], milliseconds: milliseconds)
  }

  @Test("what a program writes is given, with nothing to read and its errors dropped")
  func output() {
    #expect(ask("echo one; echo two >&2; cat; echo three") == "one\nthree\n")
    #expect(ask("true") == "")
  }

  @Test("one that fails, is killed, does not exist or says too much has no answer")
  func failures() {
    #expect(ask("echo x; exit 3") == nil)
    #expect(ask("echo x; kill -9 $$") == nil)
    #expect(ask("head -c 1000000 /dev/zero") == nil)
    #expect(ProgramOutput.of(["/nonexistent/program"], milliseconds: 1_000) == nil)
    #expect(ProgramOutput.of([], milliseconds: 1_000) == nil)
  }

  @Test("one that does not end is not waited for, nor what it has started")
  func patience() throws {
    #expect(ask("echo x; sleep 1000", milliseconds: 50) == nil)
    #expect(ask("sleep 1000 & wait", milliseconds: 50) == nil)
    // Closes its output and goes on.
    #expect(ask("exec >&-; sleep 1000", milliseconds: 50) == nil)
  }

  @Test("bytes that are no text are replaced")
  func bytes() { #expect(ask("printf '\\377x'") == "\u{FFFD}x") }
}
