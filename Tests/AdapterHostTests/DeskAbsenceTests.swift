import AdapterProtocol
import DeskLink
import Testing

@testable import AdapterHost

/// What a console is told of a desk that is away.
struct DeskAbsenceTests {
  @Test(arguments: [
    ("settings.url", true), ("settings", true), ("settingsOfOthers", false), ("client", false),
  ])
  func `Only a parameter of the settings waits for a person who corrects the config`(
    path: String, isTheirs: Bool
  ) {
    let fault = AdapterFault.invalidParams(path: path, expected: "an address", found: "nothing")
    let absence = DeskAbsence.refused(fault)
    let reason = "\(path): expected an address, found nothing"
    #expect(absence.needsPerson == isTheirs)
    #expect(absence.reason == (isTheirs ? .wrongSettings(reason: reason) : .unreachable(reason: reason)))
    #expect(absence.reason.needsPerson == isTheirs)
  }

  @Test func `A program of another version is told as one that does not fit`() {
    let absence = DeskAbsence.refused(.unsupportedVersion(known: [2, 3]))
    #expect(
      absence.reason == .unusable(reason: "none of the offered versions is known; known: 2, 3"))
    #expect(absence.needsPerson)
  }
}
