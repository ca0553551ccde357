import SystemCalls

/// One line on standard error that tells how far something is; only where a person looks on.
final class ProgressLine {
  private let label: String
  private let isShown = StandardStream.error.isTerminal
  private var lastPercent = -1

  init(label: String) { self.label = label }

  /// Shows how many bytes are done; redraws at each percent, or each MiB when the total is not known.
  func show(done: Int, of total: Int?) {
    guard isShown else { return }
    let percent = total.map { $0 > 0 ? done * 100 / $0 : 100 } ?? done >> 20
    guard percent != lastPercent else { return }
    lastPercent = percent
    let text = total == nil ? "\(percent) MiB" : "\(percent) %"
    try? StandardStream.error.write("\r\(label): \(text)")
  }

  /// Clears the line.
  func end() {
    guard isShown, lastPercent >= 0 else { return }
    try? StandardStream.error.write("\r\u{1B}[K")
  }
}
