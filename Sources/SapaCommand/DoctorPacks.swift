import LocalePacks
import SystemCalls

/// What the doctor says of the locale packs: how many there are, and what is wrong with the team's and the person's.
///
/// Those that ship are whole, which tests hold; reading all of them takes longer than a person waits for the doctor.
enum DoctorPacks {
  /// One line for how many there are, and one for each locale whose files have faults.
  ///
  /// - Complexity: O(bytes) of the locales that somebody overlays.
  static func findings(_ folders: PackFolders) -> [DoctorFinding] {
    let shelf: PackShelf
    do throws(PackFoldersError) { shelf = try PackShelf(folders) } catch {
      return [
        .problem(.content, error.sentence, advice: "Install the package anew, or mend the file.")
      ]
    }
    var result: [DoctorFinding] = []
    if let team = folders.team, !FileSystem.exists(team) {
      result.append(
        .problem(
          .content, "The team's folder has no \(team).",
          advice: "Make it, or correct teamFolder in the config: without it, the packs that ship hold alone.")
      )
    }
    var told: Set<PackProblem> = []
    let overlaid = shelf.library.overlaidTags
    for tag in overlaid {
      let problems = shelf.library.resolve(tag).problems.filter { told.insert($0).inserted }
      guard let first = problems.first else { continue }
      let more = problems.count > 1 ? " (\(problems.count) faults)" : ""
      result.append(
        .problem(
          .content, "\(first.description)\(more)",
          advice: "Run sapa locales check; until it is mended, what it overlays holds."))
    }
    result += shelf.problems.map {
      .problem(.content, $0.description, advice: "Make the file readable, or take it away.")
    }
    let names = overlaid.map(\.description).joined(separator: ", ")
    let own = overlaid.isEmpty ? "" : ", of which your team or you overlay \(names)"
    result.append(.ok(.content, "There are \(shelf.library.tags.count - 1) locale packs\(own)."))
    return result
  }
}
