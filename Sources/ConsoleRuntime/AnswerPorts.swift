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
    @Sendable (_ done: @escaping @Sendable (AnswerLibrary?, PickMemory, [SafeText]) -> Void) -> Void
  /// Finds out which variants our replies were made from, and which of them say the same.
  package var recognize:
    @Sendable (AnswerRecognition, _ done: @escaping @Sendable (ReadReplies) -> Void) -> Void
  /// Lets lint read all answers.
  package var examine: @Sendable (_ done: @escaping @Sendable ([LintFinding]) -> Void) -> Void
  /// Counts what became of the replies that were made from answers; nil where that cannot be found out, and what is wrong.
  package var count: @Sendable (_ done: @escaping @Sendable (SetStatistics?, [SafeText]) -> Void) -> Void
  /// Compares the answers with a revision of git or a folder; nil where there is no such version, and what is wrong.
  package var compare:
    @Sendable (_ version: String, _ done: @escaping @Sendable (SetComparison?, [SafeText]) -> Void) -> Void
  /// Learns what the team picked in the desk's conversations; nil when there is nothing new.
  package var learn: @Sendable (_ done: @escaping @Sendable (PickModel?) -> Void) -> Void
  /// Lets the person change an answer through `edit`, which is their editor; returns when it is written: the path of the
  /// file, empty when nothing was changed.
  package var change:
    @Sendable (AnswerEdit, _ edit: @Sendable (String) -> Result<String, ToolFailure>) -> Result<
      String, ToolFailure
    >
  /// Keeps for later that an answer was picked.
  package var keepPick: @Sendable (AnswerID, PickContext, VariantID, Timestamp) -> Void

  /// Makes a set of ports; by default there are no answers.
  package init(
    load: @escaping @Sendable (@escaping @Sendable (AnswerLibrary?, PickMemory, [SafeText]) -> Void) -> Void =
      {
        $0(nil, PickMemory(), [])
      },
    recognize:
      @escaping @Sendable (AnswerRecognition, @escaping @Sendable (ReadReplies) -> Void) -> Void = {
        $1(ReadReplies($0, after: nil, nil))
      },
    examine: @escaping @Sendable (@escaping @Sendable ([LintFinding]) -> Void) -> Void = { $0([]) },
    count: @escaping @Sendable (@escaping @Sendable (SetStatistics?, [SafeText]) -> Void) -> Void = {
      $0(nil, [])
    },
    compare: @escaping @Sendable (String, @escaping @Sendable (SetComparison?, [SafeText]) -> Void) -> Void =
      {
        $1(nil, [])
      },
    learn: @escaping @Sendable (@escaping @Sendable (PickModel?) -> Void) -> Void = { $0(nil) },
    change:
      @escaping @Sendable (AnswerEdit, @Sendable (String) -> Result<String, ToolFailure>) -> Result<
        String, ToolFailure
      > = { _, _ in .failure(.unavailable) },
    keepPick: @escaping @Sendable (AnswerID, PickContext, VariantID, Timestamp) -> Void = { _, _, _, _ in }
  ) {
    self.load = load
    self.recognize = recognize
    self.examine = examine
    self.count = count
    self.compare = compare
    self.learn = learn
    self.change = change
    self.keepPick = keepPick
  }
}
