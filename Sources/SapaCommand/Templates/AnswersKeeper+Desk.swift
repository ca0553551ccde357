import DeskModel
import Dispatch
import LocalDesk
import ReplyTemplates
import Synchronization
import SystemCalls
import TextLayout

extension AnswersKeeper {
  /// What became of the replies that were made from answers; on the queue for reading.
  func count() -> (SetStatistics?, [SafeText]) {
    guard let set = library.withLock({ $0?.set }) else { return (nil, []) }
    let (statistics, problems) = ReplyCount(set).statistics(
      of: desks, now: Setup.systemNow(), goesOn: { [self] in goesOn })
    return (statistics, problems.map { SafeText(line: $0) })
  }

  /// What has changed in the answers since a version; on the queue for reading.
  func compare(with version: String) -> (SetComparison?, [SafeText]) {
    switch TemplateVersion.read(ToolRunner.expanded(version), beside: folders) {
    case .failure(let error): return (nil, [SafeText(line: error.sentence)])
    case .success(let before):
      let after = TemplateVersion.read(folders)
      return (
        SetComparison(from: before.set, to: after.set),
        (before.problems + after.problems).map { SafeText(line: $0) }
      )
    }
  }

  /// Learns what colleagues picked since it was learned last; on the queue for reading.
  ///
  /// What is learned is added to what is kept, and then handed on, on the other queue: picks of our own come in there.
  func learn(_ done: @escaping @Sendable (PickModel?) -> Void) {
    guard let store, let library = library.withLock({ $0 }) else { return done(nil) }
    let team = TeamPicks(
      me: me, recognizer: ReplyRecognizer(library.set, index: library.index), now: Setup.systemNow())
    let known = store.loadMarks()
    var found: [TeamPicks.Pick] = []
    var marks = known
    var pace = BackgroundPace()
    for desk in desks {
      let (picks, latest) = team.picks(on: desk, since: known.marks[desk.path]) { [self] in
        pace.rest()
        return goesOn
      }
      if let latest { marks.marks[desk.path] = latest }
      found += picks
    }
    guard goesOn, marks != known else { return done(nil) }
    queue.async { [self, marks, found] in
      let kept = memory.withLock { memory in
        var picker = AnswerPicker(index: library.index, model: memory.model)
        for pick in found { picker.learn(pick.answer, in: pick.context) }
        memory.model = picker.model
        return memory
      }
      store.save(kept)
      store.save(marks)
      done(found.isEmpty ? nil : kept.model)
    }
  }
}
