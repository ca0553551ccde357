import DeskModel
import LocalePacks
import Safeguards

/// What is to be found out about a text that is being written: all that it depends on, as a value for another thread.
package struct Judgement: Sendable, Hashable {
  let basis: LiveFindings.Basis
  /// The text with what it answers.
  let draft: Draft
  /// The customer's manners; nil where there are none, or before they are here.
  let manners: Manners?
  let setting: MannersSetting
  let day: Int
  /// What we have said before; nil where that is not known.
  let replies: DuplicateSetting?

  /// All that is found, errors first.
  ///
  /// - Complexity: O(text + thread).
  package func findings() -> LiveFindings {
    let mannerly = mannerly
    let findings = LastLook.sorted(LastLook.judge(draft, checks: LastLook.liveChecks) + mannerly)
    return LiveFindings(basis: basis, findings: findings, mannerly: mannerly)
  }

  /// What the customer's manners say, and what speaks against saying it again.
  var mannerly: [Finding] {
    var checks = Self.checks(by: manners, setting, day: day)
    if let replies { checks.append(DuplicateCheck(replies)) }
    return checks.flatMap { $0.findings(in: draft) }
  }

  /// The checks by a customer's manners; none where these are not known.
  static func checks(by manners: Manners?, _ setting: MannersSetting, day: Int) -> [any LastLookCheck] {
    guard let manners else { return [] }
    return [MannersCheck(manners, setting, day: day), CredentialCheck(manners.pack)]
  }
}
