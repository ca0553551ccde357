import AdapterHost
import Testing
import TextLayout

struct AdapterLogTests {
  private func lines(_ text: String, secret: String? = nil, piece: Int = 3) -> [String] {
    let log = AdapterLog(secret: secret)
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      log.append(Array(bytes.prefix(piece)))
      bytes = bytes.dropFirst(piece)
    }
    log.close()
    return log.lines.map(\.string)
  }

  @Test func `Lines come together from pieces of any size, and the last one needs no end`() {
    for piece in 1...7 { #expect(lines("one\ntwo\n\nthree", piece: piece) == ["one", "two", "", "three"]) }
  }

  @Test func `A token never stands in a line, wherever the pieces are cut`() {
    for piece in 1...9 {
      #expect(
        lines("a t0ken here, t0kent0ken\n", secret: "t0ken", piece: piece) == [
          "a (secret) here, (secret)(secret)"
        ])
    }
  }

  @Test func `A token across the place where a line is cut is not half shown`() {
    let text = String(repeating: "x", count: AdapterLog.byteLimit - 3) + "t0ken and more\n"
    let line = lines(text, secret: "t0ken")[0]
    #expect(!line.contains("t0"))
    #expect(line.hasSuffix("…"))
  }

  @Test func `What would act on a terminal is shown harmless`() {
    #expect(lines("\u{1B}[2J\u{202E}x\n") == ["␛[2J‹RLO›x"])
  }

  @Test func `Only the last lines are kept, and all are counted`() {
    let log = AdapterLog()
    for number in 0..<AdapterLog.lineLimit + 5 { log.append(Array("\(number)\n".utf8)) }
    #expect(log.lines.count == AdapterLog.lineLimit)
    #expect(log.lines.first?.string == "5")
    #expect(log.count == AdapterLog.lineLimit + 5)
  }
}
