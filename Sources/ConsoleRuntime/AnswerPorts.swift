package import ConsoleCore
package import DeskModel
package import ReplyTemplates
package import TextLayout

/// The answers with their variants, as values that tests replace.
///
/// All return at once and call `done` later, on any thread.
package struct AnswerPorts: Sendable {
  /// Reads the answers and what was picked before; `done` is told nil where there are none, and what is wrong with files.
  package var load:
    @Sendable (_ done: @escaping @Sendable (AnswerLibrary?, PickModel, [SafeText]) -> Void) -> Void
  /// Finds out which variants our replies were made from.
  package var recognize:
    @Sendable (AnswerRecognition, _ done: @escaping @Sendable (AnswerUses) -> Void) -> Void
  /// Keeps for later that an answer was picked.
  package var keepPick: @Sendable (AnswerID, PickContext, VariantID, Timestamp) -> Void

  /// Makes a set of ports; by default there are no answers.
  package init(
    load: @escaping @Sendable (@escaping @Sendable (AnswerLibrary?, PickModel, [SafeText]) -> Void) -> Void =
      {
        $0(nil, PickModel(), [])
      },
    recognize:
      @escaping @Sendable (AnswerRecognition, @escaping @Sendable (AnswerUses) -> Void) -> Void = {
        $1($0.known)
      },
    keepPick: @escaping @Sendable (AnswerID, PickContext, VariantID, Timestamp) -> Void = { _, _, _, _ in }
  ) {
    self.load = load
    self.recognize = recognize
    self.keepPick = keepPick
  }
}
