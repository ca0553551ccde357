package import ScreenKit
package import TextLayout

/// A piece of text in one style.
package struct StyledRun: Sendable, Hashable {
  /// The text, on one line.
  package var text: SafeText
  /// Its style.
  package var style: Style

  /// Makes a run.
  package init(_ text: SafeText, _ style: Style = .plain) {
    self.text = text
    self.style = style
  }
}

/// One row of styled text.
package struct StyledLine: Sendable, Hashable {
  /// What stands from the left on, one after the other.
  package var runs: [StyledRun]
  /// What stands at the right edge; drawn first, the left part is cut before it.
  package var trailing: [StyledRun]

  /// Makes a line.
  package init(_ runs: [StyledRun] = [], trailing: [StyledRun] = []) {
    self.runs = runs
    self.trailing = trailing
  }

  /// Makes a line of one run.
  package init(_ text: SafeText, _ style: Style = .plain) {
    self.init([StyledRun(text, style)])
  }
}
