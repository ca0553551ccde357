import Dispatch
import Synchronization

/// Runs what may never come back, such as a look at a file system whose server is gone.
enum Deadline {
  /// The result of a body; nil when it has not come within so many milliseconds.
  ///
  /// The thread is left behind then: fit for a program that ends soon.
  static func within<Value: Sendable>(milliseconds: Int, _ body: @escaping @Sendable () -> Value) -> Value? {
    let box = Box<Value>()
    let isDone = DispatchSemaphore(value: 0)
    DispatchQueue.global().async {
      let value = body()
      box.value.withLock { $0 = value }
      isDone.signal()
    }
    _ = isDone.wait(timeout: .now() + .milliseconds(milliseconds))
    return box.value.withLock { $0 }
  }

  private final class Box<Value: Sendable>: Sendable {
    let value = Mutex<Value?>(nil)
  }
}
