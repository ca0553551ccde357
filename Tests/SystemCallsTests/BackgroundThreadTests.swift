import Dispatch
import Synchronization
import SystemCalls
import Testing

private final class Counter: Sendable {
  let value = Mutex(0)
}

@Test func `Threads that wait do not keep others from running`() {
  let counter = Counter()
  let gate = DispatchSemaphore(value: 0)
  let done = DispatchSemaphore(value: 0)
  for _ in 0..<100 {
    BackgroundThread.start {
      gate.wait()
      counter.value.withLock { $0 += 1 }
      done.signal()
    }
  }
  BackgroundThread.start { for _ in 0..<100 { gate.signal() } }
  for _ in 0..<100 { #expect(done.wait(timeout: .now() + 60) == .success) }
  #expect(counter.value.withLock { $0 } == 100)
}
