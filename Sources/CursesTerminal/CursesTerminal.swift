internal import CNcursesShim
package import ScreenKit
package import TextLayout

/// The terminal by ncurses: keys in, frames out.
///
/// A class, because it owns the terminal: when the last reference goes, the terminal is restored.
/// One at a time, used by one thread; only `ringer` may be called from others.
package final class CursesTerminal: Terminal {
  /// How many colours the terminal has, whatever the theme uses.
  package let colourLevel: ColourLevel
  /// `.notUTF8` when the locale promises no UTF-8; text may look wrong, everything works.
  package let localeWarning: CursesTerminalError?
  /// The present size; changes only inside `wait`, `suspend` and `lend`.
  package private(set) var size: Size

  /// What stands between us and the terminal.
  package var multiplexer = Multiplexer.none

  private let watched: Int32
  private var decoder: KeyDecoder
  private var palette: Palette
  /// What the terminal shows.
  ///
  /// A copy of its own: sharing the frame's cells would make whoever draws the next frame copy all of them.
  private var shown: [Cell] = []
  private var shownSize: Size?
  private var shownCursor: ScreenPosition?
  private var shownTitle: String?
  private var mustRedraw = true
  /// Whether the size must be asked for though no signal has told of a new one.
  private var mayHaveNewSize = true
  private var run: [sapa_cell] = []
  private var readBuffer = [UInt8](repeating: 0, count: 64 << 10)
  private var hasEnded = false
  private var isOpen = true
  /// When the last bytes came: a half sequence waits from then on, however often `wait` is called.
  private var lastInput: Int64 = 0

  /// Takes the terminal.
  ///
  /// - Parameters:
  ///   - name: What TERM says.
  ///   - input: The descriptor that keys come from.
  ///   - output: The descriptor that frames go to.
  ///   - watched: A descriptor that counts as a ring while it is readable, -1 for none; whoever
  ///     gave it reads it empty after `wait`.
  ///   - theme: The appearance; nil for the built-in one with all colours that the terminal has.
  ///   - escapeDelay: How long a lone ESC waits for company, in milliseconds.
  /// - Returns: The open terminal, in its alternate screen.
  /// - Throws: What is wrong; the terminal is then as before.
  package static func open(
    name: String, input: Int32 = 0, output: Int32 = 1, watched: Int32 = -1, theme: Theme? = nil,
    escapeDelay: Int = 50
  ) throws(CursesTerminalError) -> CursesTerminal {
    // unsafe: the string is only read during the call.
    let status = unsafe sapa_open(input, output, name)
    // unsafe: a constant of the shim, ended by a zero.
    let codeset = unsafe String(cString: sapa_foreign_codeset())
    switch Int(status) {
    case SAPA_OK: break
    case SAPA_NOT_A_TERMINAL: throw .notATerminal
    case SAPA_UNKNOWN_TERMINAL: throw .unknownTerminal(name)
    case SAPA_TOO_SIMPLE: throw .tooSimple(name)
    case SAPA_NO_UTF8: throw .notUTF8(codeset: codeset)
    case SAPA_ALREADY_OPEN: throw .alreadyOpen
    default: throw .noResources
    }
    return CursesTerminal(
      watched: watched, theme: theme, escapeDelay: escapeDelay,
      localeWarning: codeset.isEmpty ? nil : .notUTF8(codeset: codeset))
  }

  private init(watched: Int32, theme: Theme?, escapeDelay: Int, localeWarning: CursesTerminalError?) {
    self.watched = watched
    self.localeWarning = localeWarning
    colourLevel = ColourLevel(colours: Int(sapa_colours()))
    palette = Palette(theme ?? Theme(level: colourLevel))
    decoder = KeyDecoder(escapeDelay: escapeDelay)
    size = Self.currentSize()
  }

  deinit { close() }

  /// Gives the terminal back for good and prints what came to standard error meanwhile.
  ///
  /// Idempotent; nothing is shown and no input is read afterwards.
  package func close() {
    if isOpen { sapa_close() }
    isOpen = false
  }

  /// Wakes `wait`; for any thread, at any time.
  package var ringer: @Sendable () -> Void { { sapa_ring() } }

  /// Changes the appearance; the next `show` draws everything.
  package func use(_ theme: Theme) {
    palette = Palette(theme)
    mustRedraw = true
  }

  /// Listens to the mouse, where the terminal has one, or leaves it to the terminal's own selection.
  package func useMouse(_ isWanted: Bool) { sapa_mouse(isWanted ? 1 : 0) }

  /// Draws everything anew at the next `show` (Ctrl-L).
  package func invalidate() {
    sapa_invalidate()
    mustRedraw = true
  }

  /// Gives the terminal to the shell (Ctrl-Z) and takes it again; returns when the process goes on.
  ///
  /// The caller draws the next frame; no `.resumed` event follows, but a `.resize` may.
  package func suspend() {
    sapa_leave()
    sapa_stop_process()
    retake()
  }

  /// Gives the terminal to another program, an editor for instance, while `body` runs.
  package func lend<Value>(to body: () -> Value) -> Value {
    sapa_leave()
    defer { retake() }
    return body()
  }

  /// Puts a text into the clipboard of the person's machine; a terminal that cannot ignores it.
  package func copy(_ text: SafeText) {
    // unsafe: the bytes outlive the call and their number is given.
    unsafe ClipboardSequence.bytes(for: text, through: multiplexer).withUnsafeBytes {
      unsafe sapa_tell($0.assumingMemoryBound(to: CChar.self).baseAddress, $0.count)
    }
  }

  /// Rings the bell.
  package func ringBell() { sapa_bell() }

  private func retake() {
    sapa_enter()
    mayHaveNewSize = true
    shownSize = nil
    mustRedraw = true
  }

  private static func currentSize() -> Size {
    let known = sapa_size()
    return Size(columns: Int(known.columns), rows: Int(known.rows))
  }
}

// MARK: - Input

extension CursesTerminal {
  /// How many bytes are read before the events so far are handed out.
  private static let drainLimit = 256 << 10
  private static let fullRead = 1_024

  /// Waits for input, a ring or the end of `timeout` milliseconds; nil waits for ever.
  ///
  /// Returns all input that was waiting, with at most one `.resize`, which holds the newest size.
  /// The end of input is told once; afterwards only rings and signals wake.
  package func wait(milliseconds timeout: Int?) -> Wakeup {
    let deadline = timeout.map { sapa_milliseconds() + Int64(max(0, $0)) }
    var wakeup = Wakeup(events: mayHaveNewSize ? sizeChange() : [])
    while wakeup.events.isEmpty && !wakeup.isRung {
      let now = sapa_milliseconds()
      let remaining = deadline.map { Int(max(0, $0 - now)) }
      let pending = decoder.pendingTimeout.map { Int(max(0, lastInput + Int64($0) - now)) }
      let sleep = [remaining, pending].compactMap(\.self).min()
      let found = Int(sapa_wait(watched, sleep.map { Int32(clamping: $0) } ?? -1))

      if found & Self.anySignal != 0 { wakeup.events += signalEvents(found) }
      if found & SAPA_READY_INPUT != 0 {
        // Nearly always the only thing that has happened.
        if wakeup.events.isEmpty { wakeup.events = drainInput() } else { wakeup.events += drainInput() }
      } else if let pending, sapa_milliseconds() - now >= pending {
        wakeup.events += decoder.timeOut()
      }
      if mayHaveNewSize || found & SAPA_SIGNAL_RESIZE != 0 { wakeup.events += sizeChange() }
      wakeup.isRung = found & (SAPA_READY_BELL | SAPA_READY_WATCHED) != 0
      if let deadline, sapa_milliseconds() >= deadline { break }
    }
    return wakeup
  }

  private static let anySignal =
    SAPA_SIGNAL_STOP | SAPA_SIGNAL_CONTINUE | SAPA_SIGNAL_TERMINATE | SAPA_SIGNAL_HANG_UP

  private func signalEvents(_ found: Int) -> [InputEvent] {
    var events: [InputEvent] = []
    if found & SAPA_SIGNAL_STOP != 0 {
      suspend()
      events.append(.signal(.resumed))
    } else if found & SAPA_SIGNAL_CONTINUE != 0 {
      // Stopped by a signal that cannot be caught: the shell has changed the line since.
      sapa_leave()
      retake()
      events.append(.signal(.resumed))
    }
    if found & SAPA_SIGNAL_TERMINATE != 0 { events.append(.signal(.terminate)) }
    if found & SAPA_SIGNAL_HANG_UP != 0 { events.append(.signal(.hangUp)) }
    return events
  }

  private func sizeChange() -> [InputEvent] {
    mayHaveNewSize = false
    let current = Self.currentSize()
    guard current != size else { return [] }
    size = current
    sapa_resize(sapa_size())
    shownSize = nil
    mustRedraw = true
    return [.resize(current)]
  }

  /// Reads all that is waiting as one piece: the guess at unmarked pastes looks at whole bursts.
  private func drainInput() -> [InputEvent] {
    var bytes: [UInt8] = []
    var count = 0
    var isReady: Int32 = 1
    repeat {
      // unsafe: the buffer outlives the call and its length is given.
      count = unsafe readBuffer.withUnsafeMutableBufferPointer {
        unsafe sapa_read($0.baseAddress, $0.count, isReady)
      }
      isReady = 0
      if count > 0, bytes.isEmpty {
        bytes = Array(readBuffer[..<count])
      } else if count > 0 {
        bytes += readBuffer[..<count]
      }
      // A line discipline hands out at most 4,095 bytes at once; after less there is no more.
    } while count >= Self.fullRead && bytes.count < Self.drainLimit
    var events = decoder.feed(bytes)
    lastInput = sapa_milliseconds()
    if count < 0, !hasEnded {
      hasEnded = true
      events += decoder.timeOut()
      events.append(.endOfInput)
    }
    return events
  }
}

// MARK: - Output

extension CursesTerminal {
  /// A frame of at most so many cells is not worth collecting before it is written.
  private static let fewCells = 8

  /// Shows a frame: one write of what differs, no write when nothing does.
  ///
  /// A frame of another size, made before a `.resize` was seen, is cut or filled up with blanks.
  package func show(_ frame: Frame) {
    let isAnew = mustRedraw || shownSize != frame.grid.size
    let cursor = frame.cursor
    var differs = isAnew
    var cells = 0
    if isAnew {
      sapa_erase()
      shown = Array(repeating: .blank, count: frame.grid.cells.count)
      shownSize = frame.grid.size
    }
    let all = 0..<min(size.rows, frame.grid.size.rows)
    for row in isAnew ? all : frame.changedRows?.clamped(to: all) ?? all {
      let width = min(size.columns, frame.grid.size.columns)
      var columns = isAnew ? 0..<width : nextChange(row, from: 0, frame.grid)
      while !columns.isEmpty {
        put(row, columns, frame.grid)
        keep(row, columns, frame.grid)
        differs = true
        cells += columns.count
        columns = isAnew ? width..<width : nextChange(row, from: columns.upperBound, frame.grid)
      }
    }
    let title = frame.title?.string
    let hasNewTitle = title != nil && (mustRedraw || title != shownTitle)
    if differs || hasNewTitle || cursor != shownCursor {
      place(cursor)
      if let title, hasNewTitle { set(title: title) }
      sapa_flush(!isAnew && !hasNewTitle && cells <= Self.fewCells ? 1 : 0)
    }
    shownCursor = cursor
    shownTitle = title
    mustRedraw = false
  }

  private func place(_ cursor: ScreenPosition?) {
    if let cursor, cursor.row >= 0, cursor.row < size.rows, cursor.column >= 0 {
      sapa_cursor(Int32(cursor.row), Int32(min(cursor.column, size.columns - 1)), 1)
    } else {
      sapa_cursor(0, 0, 0)
    }
  }

  private func set(title: String) {
    // unsafe: the bytes are only read during the call.
    unsafe Array(title.utf8).withUnsafeBytes {
      unsafe sapa_title($0.assumingMemoryBound(to: CChar.self).baseAddress, $0.count)
    }
  }

  /// Notes what the terminal shows now in some columns of a row.
  private func keep(_ row: Int, _ columns: Range<Int>, _ grid: Grid) {
    let start = row * grid.size.columns
    for place in start + columns.lowerBound..<start + columns.upperBound { shown[place] = grid.cells[place] }
  }

  /// The next columns of a row that differ from what is shown, which has the size of `grid`; widened to whole glyphs.
  private func nextChange(_ row: Int, from column: Int, _ grid: Grid) -> Range<Int> {
    let start = row * grid.size.columns
    let width = min(size.columns, grid.size.columns)
    let stride = MemoryLayout<Cell>.stride
    // unsafe: both arrays hold `start + width` cells, which have no padding, and outlive the call.
    let run = unsafe shown.withUnsafeBytes { before in
      unsafe grid.cells.withUnsafeBytes { after in
        guard let before = before.baseAddress, let after = after.baseAddress else { return sapa_run() }
        return unsafe sapa_next_change(
          before + start * stride, after + start * stride, stride / 8, column, width)
      }
    }
    var first = Int(run.first)
    while first > column, first < width, grid.cells[start + first].columns == 0 { first -= 1 }
    return first..<max(first, Int(run.end))
  }

  private func put(_ row: Int, _ columns: Range<Int>, _ grid: Grid) {
    let cells = grid.row(row)
    var style = Style.plain
    var look = palette[style]
    // Taken out, because each access to a member of a class is checked.
    var run = run
    self.run = []
    run.removeAll(keepingCapacity: true)
    for cell in cells[cells.startIndex + columns.lowerBound..<cells.startIndex + columns.upperBound]
    where cell.columns > 0 {
      if cell.style != style {
        style = cell.style
        look = palette[style]
      }
      let marks = cell.marks
      run.append(
        sapa_cell(
          base: cell.base, marks: (marks[0], marks[1], marks[2], marks[3]),
          pair: look.pair, columns: cell.columns, attributes: look.attributes))
    }
    // unsafe: the cells outlive the call and their number is given.
    unsafe run.withUnsafeBufferPointer {
      unsafe sapa_put(Int32(row), Int32(columns.lowerBound), $0.baseAddress, $0.count)
    }
    self.run = run
  }
}
