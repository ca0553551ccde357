import DeskModel
import LocalDesk
import SystemCalls

/// What the doctor says of the desk and of the drafts; nothing is written, locked or waited for.
enum DoctorDesk {
  /// Looks at the files and locks; `mayOpen` is whether it is a desk that this program can read.
  static func inspect(_ folder: String, now: Timestamp) -> (findings: [DoctorFinding], mayOpen: Bool) {
    let desk: DeskInspection
    do throws(EmbeddedDeskError) { desk = try DeskInspection(folder: folder) } catch {
      if case .missing = error {
        return ([.note(.desk, "There is no desk in \(folder) yet; a first start makes it.")], false)
      }
      return ([.problem(.desk, sentence(error), advice: advice(error))], false)
    }
    return (files(desk, now) + locks(desk) + index(desk), true)
  }

  private static func files(_ desk: DeskInspection, _ now: Timestamp) -> [DoctorFinding] {
    let size = "\(DoctorPaths.size(desk.bytes)) in \(count(desk.segments, "file"))"
    let last = desk.lastWrite.map { ", last written \(ago(now.milliseconds - $0))" } ?? ""
    var result: [DoctorFinding] = [.ok(.desk, "The journal has \(size)\(last).")]
    if desk.tornBytes > 0 {
      result.append(
        .note(
          .desk,
          "The last line of the journal has no end (\(desk.tornBytes) bytes): somebody is writing, or has died.",
          advice: "Nothing needs to be done: the next writer puts such a line aside."))
    }
    if let file = desk.tornFiles.first {
      result.append(
        .note(
          .desk,
          "\(count(desk.tornFiles.count, "half line")) of a crash \(desk.tornFiles.count == 1 ? "lies" : "lie") aside, such as \(file).",
          advice: "They were never acknowledged; read them, then delete them."))
    }
    return result
  }

  private static func locks(_ desk: DeskInspection) -> [DoctorFinding] {
    LockHolders.of(desk.lockFile).map { holder in
      let who = "\(holder.name.isEmpty ? "a program" : holder.name) (process \(holder.process))"
      if holder.isStopped {
        return .problem(
          .desk, "The desk is locked by \(who), which is stopped: nobody can send.",
          advice: "Let it go on with fg in its shell, or end it: kill \(holder.process)")
      }
      return .note(.desk, "The desk is locked by \(who), which is writing just now.")
    }
  }

  private static func index(_ desk: DeskInspection) -> [DoctorFinding] {
    switch desk.index {
    case .usable(let behind) where behind > 4 << 20:
      [
        .note(
          .desk,
          "The index is \(DoctorPaths.size(behind)) behind the journal; a start takes longer until it is written anew."
        )
      ]
    case .usable: [.ok(.desk, "The index fits the journal.")]
    case .missing: [.note(.desk, "There is no index; the next console makes it from the journal.")]
    case .unusable:
      [.note(.desk, "The index does not fit the journal; the next console makes it anew.")]
    }
  }

  /// Opens the desk for reading and tells what it holds.
  static func opening(_ folder: String, me: Agent, now: Timestamp) -> [DoctorFinding] {
    do throws(EmbeddedDeskError) {
      let desk = try EmbeddedDesk(
        folder: folder, me: me, options: EmbeddedDeskOptions(access: .readOnly), clock: { now },
        makeID: { "" })
      defer { desk.close() }
      var result: [DoctorFinding] = [.ok(.desk, "It opens and has \(count(desk.count, "conversation")).")]
      if desk.skippedLines > 0 {
        result.append(
          .problem(
            .desk,
            "\(count(desk.skippedLines, "line")) of the journal cannot be used. \(desk.repairs.first ?? "")",
            advice: "Keep a copy of the desk, and look at those lines: they are JSON, one event each."))
      }
      return result
    } catch {
      return [.problem(.desk, sentence(error), advice: advice(error))]
    }
  }

  /// What waits in the agent's drafts.
  static func drafts(_ folder: String, me: Agent) -> [DoctorFinding] {
    let drafts = DraftInspection(desk: folder, agent: me.id)
    var result: [DoctorFinding] = []
    result.append(
      drafts.drafts == 0
        ? .ok(.drafts, "No drafts of \(me.name) wait.")
        : .ok(
          .drafts,
          "\(count(drafts.drafts, "draft")) of \(me.name) \(drafts.drafts == 1 ? "waits" : "wait") in the composer."
        ))
    if drafts.held > 0 {
      result.append(
        .note(
          .drafts,
          "\(count(drafts.held, "reply", "replies")) of \(me.name) were held when their console ended, or are held now.",
          advice: "Start sapa: what was not sent comes back into the composer."))
    }
    if let file = drafts.broken.first {
      result.append(
        .problem(
          .drafts, "\(count(drafts.broken.count, "draft")) cannot be understood, such as \(file).",
          advice: "Look into the file for the text, then delete it."))
    }
    for folder in drafts.folders {
      for holder in LockHolders.of(folder + "/lock") where holder.process != ProcessContext.identifier {
        result.append(
          .note(
            .drafts,
            "A console of \(me.name) is open (process \(holder.process)\(holder.isStopped ? ", stopped" : ""))."
          ))
      }
    }
    return result
  }

  private static func sentence(_ error: EmbeddedDeskError) -> String {
    let text = error.description
    return text.prefix(1).uppercased() + text.dropFirst() + "."
  }

  private static func advice(_ error: EmbeddedDeskError) -> String {
    switch error {
    case .newerFormat: "Install the newer sapa that wrote it."
    case .notADesk: "Name another folder with --desk or in the config."
    case .system(let cause) where cause.isForbidden: "Make the folder yours, or let your group read it."
    case .brokenDeskFile: "Restore desk.json from a backup; it holds {\"format\":1}."
    default: "Look at what stands there, and move it away."
    }
  }

  private static func ago(_ milliseconds: Int64) -> String {
    let minutes = max(0, milliseconds) / 60_000
    if minutes < 1 { return "just now" }
    if minutes < 120 { return "\(minutes) min ago" }
    return minutes < 48 * 60 ? "\(minutes / 60) h ago" : "\(minutes / 1_440) days ago"
  }
}
