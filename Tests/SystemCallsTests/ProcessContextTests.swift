import SystemCalls
import Testing

@Suite("Process context")
struct ProcessContextTests {
  @Test("The process knows itself")
  func knows() {
    #expect(ProcessContext.environment("PATH")?.isEmpty == false)
    #expect(ProcessContext.environment("SAPA_SURELY_NOT_SET") == nil)
    #expect(ProcessContext.environment()["PATH"] == ProcessContext.environment("PATH"))
    #expect(ProcessContext.executablePath?.hasPrefix("/") == true)
    #expect(!ProcessContext.userName.isEmpty)
    #expect(ProcessContext.homeFolder?.hasPrefix("/") == true)
    #expect(ProcessContext.identifier > 0)
    #expect(ProcessContext.random() != ProcessContext.random())
    #expect(ProcessContext.peakMemory > 0)
  }

  @Test("A closed pipe is an error, not the end")
  func brokenPipes() throws {
    ProcessContext.ignoreBrokenPipes()
    #expect(SystemError(call: "write", path: "", code: 32).isBrokenPipe)
    #expect(SystemError(call: "write", path: "", code: 32).description == "write: Broken pipe")
  }

  @Test("Clocks go forward")
  func clocks() {
    let before = SystemClock.monotonicMicroseconds()
    #expect(SystemClock.milliseconds() > 1_700_000_000_000)
    #expect(SystemClock.monotonicMilliseconds() >= before / 1_000)
    #expect(abs(SystemClock.localOffset(at: SystemClock.milliseconds())) <= 14 * 3_600)
  }
}
