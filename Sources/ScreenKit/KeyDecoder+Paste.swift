// Pastes: between marks, without their end, and without marks.

extension KeyDecoder {
  /// Takes bytes up to the end mark of a paste.
  mutating func continuePaste(_ rest: inout ArraySlice<UInt8>) {
    guard collector.take(&rest) else { return }
    discardedPasteBytes = collector.discarded
    // The tail of an overdue paste may be empty; an empty paste between two marks is one.
    if !pasteIsOverdue || !collector.isEmpty { events.append(.paste(collector.takeAll())) }
    endOverduePaste()
  }

  /// Leaves a paste without waiting for its end mark any longer.
  mutating func endOverduePaste() {
    if !collector.isEmpty, pasteIsOverdue { events.append(.paste(collector.takeAll())) }
    collector = PasteCollector(limit: pasteLimit)
    pasteIsOverdue = false
    reset()
  }

  /// Whether a read after an overdue paste was typed: one character, or a sequence that is not the
  /// beginning of the end mark.
  static func isOneKey(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first else { return false }
    if first == 0x1B {
      return !zip(bytes, PasteCollector.endMark).allSatisfy { $0 == $1 }
    }
    return bytes.count == 1 || bytes.count == length(lead: first) && first >= 0xC2
  }

  /// Whether one read is a paste without marks.
  func isBurst(_ bytes: [UInt8]) -> Bool {
    switch state {
    case .ground, .scalar(isAlt: false): break
    default: return false
    }
    guard guessesPastes, !hasSeenPaste, bytes.count > 8 else { return false }
    var printing = 0
    var hasLineEnd = false
    var hasTextAfterLineEnd = false
    for byte in bytes {
      switch byte {
      case 0x0D, 0x0A: hasLineEnd = hasLineEnd || printing > 0
      case 0x09: break
      case 0x00...0x1F, 0x7F: return false
      case 0x80...0xBF: break
      default:
        printing += 1
        hasTextAfterLineEnd = hasTextAfterLineEnd || hasLineEnd
      }
    }
    return printing >= 8 && hasTextAfterLineEnd
  }

  /// Delivers one read as a paste; a character that is cut at its end waits for the next read.
  mutating func takeBurst(_ bytes: [UInt8]) {
    var all = pending + bytes
    reset()
    let tail = Self.unfinishedTail(of: all)
    if tail > 0 {
      pending = Array(all.suffix(tail))
      state = .scalar(isAlt: false)
      all.removeLast(tail)
    }
    events.append(.paste(PasteCollector.text(all[...])))
  }
}
