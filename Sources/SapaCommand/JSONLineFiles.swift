import DeskLink
import SystemCalls

/// Files of JSON Lines, one thing after the other.
enum JSONLineFiles {
  /// Hands each line that is not empty to `take`; standard input when there are no files, or for `-`.
  ///
  /// A line that `take` refuses is told with its file and number, and the next one follows.
  /// - Returns: whether every file could be read and `take` said true of every line.
  static func each(
    _ files: [String], _ take: (_ bytes: [UInt8], _ range: Range<Int>) throws(InterchangeError) -> Bool
  ) -> Bool {
    var isFine = true
    for file in files.isEmpty ? ["-"] : files {
      do {
        var reader = LineReader(
          file == "-" ? StandardStream.input.descriptor : try FileDescriptor(opening: file, .read))
        var number = 0
        while let line = try reader.next() {
          number += 1
          if line.range.isEmpty { continue }
          do throws(InterchangeError) {
            isFine = try take(line.bytes, line.range) && isFine
          } catch {
            isFine = false
            Printed.error("\(Printed.line(file)), line \(number): \(Printed.line(error.description))")
          }
        }
      } catch {
        Printed.error("\(Printed.line(file)) cannot be read: \(error.reason).")
        isFine = false
      }
    }
    return isFine
  }
}
