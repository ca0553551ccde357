import DeskLink
import DeskModel
import SystemCalls

/// Where readings by roles are kept: a folder for each dialogue, with a number for each time that it was begun anew.
enum ReadingFolder {
  /// The folder for a dialogue, by where it comes from and which one it is there.
  ///
  /// `again` begins it anew; else the last one is gone on with.
  static func path(source: String, id: String, again: Bool) -> String {
    let base = Setup.readingsFolder + "/" + name(source) + "/" + name(id)
    var number = 1
    while FileSystem.exists(base + "-\(number + 1)") { number += 1 }
    return base + "-\(again && FileSystem.exists(base + "-\(number)") ? number + 1 : number)"
  }

  /// A name for a folder: what can be read of a text, and a number by which others differ (64-bit FNV-1a).
  private static func name(_ text: String) -> String {
    var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { digest = (digest ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let name = String(text.map { $0.isASCII && ($0.isLetter || $0.isNumber) || "-_".contains($0) ? $0 : "-" })
    return String(name.suffix(80)) + "-" + String(digest, radix: 36)
  }

  private static func file(_ folder: String) -> String { folder + "/dialogue.jsonl" }

  /// The dialogue that is being read in a folder; nil before it was begun.
  static func dialogue(in folder: String) -> Conversation? {
    guard let bytes = try? FileSystem.contents(of: file(folder), limit: 64 << 20) else { return nil }
    return DialogueFile.first(in: bytes)
  }

  /// Keeps the dialogue as it was when its reading was begun: the second terminal reads the same.
  static func keep(_ conversation: Conversation, in folder: String) throws(SystemError) {
    guard !FileSystem.exists(file(folder)) else { return }
    try FileSystem.replace(file(folder), with: InterchangeWriter.line(conversation) + [0x0A])
  }
}

extension Setup {
  /// Where readings by roles are kept, with their notes.
  static var readingsFolder: String { FileSystem.parent(of: defaultDesk) + "/readings" }
}
