import DeskLink
import DeskModel
import ScreenKit
import TextLayout
import Widgets

/// Files in words: names from outside, sizes.
enum FileText {
  /// The name, safe to show; a word where there is none.
  static func name(of file: Attachment, _ words: Words) -> SafeText {
    file.name.isEmpty ? words("file.unnamed") : SafeText(line: file.name)
  }

  /// `invoice.pdf · 120 kB`; the size only where it is known.
  static func title(of file: Attachment, _ words: Words) -> SafeText {
    guard let count = file.byteCount else { return name(of: file, words) }
    return words("file.title", name(of: file, words), size(count, words))
  }

  /// `812 bytes`, `120 kB`, `1.4 MB`, in thousands, rounded up.
  static func size(_ bytes: Int, _ words: Words) -> SafeText {
    switch bytes {
    case ..<1_000: return words.counted("size.bytes", max(0, bytes))
    case ..<999_001: return words("size.kilo", SafeText(String((bytes + 999) / 1_000)))
    default:
      let tenths = (bytes + 99_999) / 100_000
      return words(
        "size.mega", SafeText(tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"))
    }
  }

  /// The names of files that go with an answer, one after the other.
  ///
  /// `key` takes one off.
  static func names(of files: [AttachmentUpload], key: SafeText, _ words: Words) -> SafeText {
    words("composer.files", SafeText(line: files.map(\.name).joined(separator: " · ")), key)
  }
}
