/// One line of `sapa doctor`.
package struct DoctorFinding: Sendable, Hashable {
  /// How bad it is.
  package enum Level: String, Sendable, Hashable {
    /// As it should be.
    case ok
    /// Worth knowing; everything works.
    case note
    /// Something does not work, or soon will not; there is advice.
    case problem
  }

  /// What it is about, in the order in which the doctor looks.
  package enum Area: String, Sendable, Hashable, CaseIterable {
    case version, terminal, locale, paths, config, content, desk, drafts
  }

  /// How bad it is.
  package let level: Level
  /// What it is about.
  package let area: Area
  /// One sentence; may hold text from outside as it is.
  package let message: String
  /// What to do, in one sentence; nil when nothing needs to be done.
  package let advice: String?

  /// Makes a line that tells that something is as it should be.
  package static func ok(_ area: Area, _ message: String) -> DoctorFinding {
    DoctorFinding(level: .ok, area: area, message: message, advice: nil)
  }

  /// Makes a line of something worth knowing.
  package static func note(_ area: Area, _ message: String, advice: String? = nil) -> DoctorFinding {
    DoctorFinding(level: .note, area: area, message: message, advice: advice)
  }

  /// Makes a line of something that does not work.
  package static func problem(_ area: Area, _ message: String, advice: String) -> DoctorFinding {
    DoctorFinding(level: .problem, area: area, message: message, advice: advice)
  }
}
