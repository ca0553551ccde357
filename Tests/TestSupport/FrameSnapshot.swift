import Foundation
package import ScreenKit
package import Testing

/// Compares a frame with the one kept under `Tests/<target>/Snapshots/<name>.frame`.
///
/// `RECORD_FRAMES=missing|failed|all` writes files instead of comparing; a test that has recorded fails, so that
/// nobody records by accident. `RECORD_FRAMES=never` (the default) only compares.
package func expectFrame(
  _ frame: Frame, named name: String, styles: Bool = false, filePath: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let size = frame.grid.size
  var text = "\(size.columns)x\(size.rows)\n" + frame.text + "\n"
  if let cursor = frame.cursor { text += "cursor row \(cursor.row) column \(cursor.column)\n" }
  if styles { text += "--- styles\n" + frame.styleRuns + "\n" }
  let folder = URL(filePath: filePath).deletingLastPathComponent().appending(path: "Snapshots")
  let file = folder.appending(path: name + ".frame")
  let kept = try? String(contentsOf: file, encoding: .utf8)
  if kept == text { return }
  let mode = ProcessInfo.processInfo.environment["RECORD_FRAMES"] ?? "never"
  let records = mode == "all" || (mode == "missing" && kept == nil) || mode == "failed"
  if records {
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try? text.write(to: file, atomically: true, encoding: .utf8)
    Issue.record("recorded \(name).frame; run again to compare", sourceLocation: sourceLocation)
    return
  }
  let shown =
    kept.map { difference(of: $0, and: text) } ?? "there is no such snapshot; RECORD_FRAMES=missing makes it"
  Issue.record("\(name).frame: \(shown)", sourceLocation: sourceLocation)
}

/// The rows that differ, old above new.
private func difference(of kept: String, and now: String) -> String {
  let old = kept.split(separator: "\n", omittingEmptySubsequences: false)
  let new = now.split(separator: "\n", omittingEmptySubsequences: false)
  var lines: [String] = []
  for row in 0..<max(old.count, new.count) {
    let before = row < old.count ? String(old[row]) : "(no row)"
    let after = row < new.count ? String(new[row]) : "(no row)"
    if before != after { lines += ["row \(row)", "- " + before, "+ " + after] }
  }
  return "differs\n" + lines.prefix(60).joined(separator: "\n")
}
