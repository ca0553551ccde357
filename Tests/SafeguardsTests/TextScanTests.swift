import Testing

@testable import Safeguards

@Suite("Text scan")
struct TextScanTests {
  static let texts: [(String, String)] = [
    ("a `b c` d", "`b c`"), ("``a ` b`` c", "``a ` b``"), ("```\na\n\nb\n``` c", "```\na\n\nb\n```"),
    ("see https://a.b/{c}?d=[e] f", "https://a.b/{c}?d=[e]"), ("<https://a.b> c", "https://a.b"),
    ("open ` alone", ""), ("a `b\n\nc` d", ""), ("://x and / / /", ""), ("", ""),
  ]

  @Test("code and links are told from other text", arguments: texts)
  func marksVerbatim(text: String, verbatim: String) {
    let scan = TextScan(text)
    #expect(String(zip(scan.characters, scan.isVerbatim).filter(\.1).map(\.0)) == verbatim)
  }

  @Test("places and bytes agree")
  func mapsBytes() {
    let scan = TextScan("a👩‍🚀ї")
    #expect(scan.offsets == [0, 1, 12, 14])
    #expect(scan.bytes(1..<2) == 1..<12)
    #expect(scan[-1] == nil && scan[3] == nil)
  }
}
