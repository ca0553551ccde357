extension TypographyDraft {
  /// Guards faces made of marks: `:)` `;-)` `:D` `(:` `<3`, and names of pictures: `:smile:`.
  mutating func guardFaces() {
    guard has(.mark) || mentions("=<") else { return }
    var index = 0
    while index < cells.count {
      guard cells[index].isOpen, let end = faceEnd(from: index) else {
        index += 1
        continue
      }
      set(.face, on: index..<end)
      index = end
    }
  }

  private func faceEnd(from index: Int) -> Int? {
    switch scalar(index) {
    case 0x3A, 0x3B, 0x3D:
      return pictureEnd(from: index) ?? frontFaceEnd(from: index)
    case 0x28: return turnedFaceEnd(from: index)
    case 0x3C:
      let mouth = scalar(index + 1) == 0x2F ? index + 2 : index + 1
      return scalar(mouth) == 0x33 && !isWord(mouth + 1) && !isWord(index - 1) ? mouth + 1 : nil
    default: return nil
    }
  }

  /// The end of `:name:`.
  private func pictureEnd(from index: Int) -> Int? {
    guard scalar(index) == 0x3A, !isWord(index - 1) else { return nil }
    let limit = index + 33
    var end = index + 1
    while end < limit, end < cells.count, isPictureName(cells[end].scalar) { end += 1 }
    let isName = !scalar(index + 1).isASCIIDigit && scalar(index + 1) != 0x5F
    return end > index + 1 && scalar(end) == 0x3A && isName ? end + 1 : nil
  }

  private func isPictureName(_ scalar: UInt32) -> Bool {
    scalar.isASCIIAlphanumeric || scalar == 0x5F || scalar == 0x2B || scalar == 0x2D
  }

  /// The end of eyes, perhaps a tear and a nose, and a mouth.
  private func frontFaceEnd(from index: Int) -> Int? {
    var end = index + 1
    if scalar(end) == 0x27 { end += 1 }
    if scalar(end) == 0x2D || scalar(end) == 0x5E || scalar(end) == 0x6F { end += 1 }
    let mouth = scalar(end)
    // Eyes are no mouths: a run of mouths is read for one pair of eyes alone.
    func stop() -> Int { self.end(of: end) { $0.scalar == mouth } }
    switch mouth {
    case 0x28, 0x29, 0x5B, 0x5D, 0x7D: return stop()
    case 0x44, 0x50, 0x70, 0x4F, 0x6F, 0x2F, 0x5C, 0x7C, 0x2A, 0x33, 0x53, 0x73, 0x58, 0x78, 0x40, 0x24, 0x3E:
      let stop = stop()
      return isWord(index - 1) || isWord(stop) ? nil : stop
    default: return nil
    }
  }

  /// The end of a face that looks the other way.
  private func turnedFaceEnd(from index: Int) -> Int? {
    guard !isWord(index - 1) else { return nil }
    var end = index + 1
    if scalar(end) == 0x2D { end += 1 }
    guard scalar(end) == 0x3A || scalar(end) == 0x3B else { return nil }
    return isWord(end + 1) ? nil : end + 1
  }
}
