import DeskModel
import LocalePacks
import ReplyTemplates
import Safeguards
import SystemCalls

/// Judges drafts by all checks: those of the last look, and the manners of each customer's locale.
struct DraftJudge {
  private let shelf: PackShelf
  private let setting: MannersSetting
  private let now: Timestamp
  private let me: String
  private let secrets: SecretFilter
  private var manners: [LocaleTag: Manners] = [:]
  private var readers: [LocaleTag: ReplyReader] = [:]
  private var zones: [String: Int] = [:]

  init(_ setup: Setup, _ options: Options) throws(SetupError) {
    shelf = try setup.shelf()
    setting = setup.mannersSetting(language: options.language)
    now = options.now ?? Setup.systemNow()
    me = setup.me.name
    secrets = setup.secrets
  }

  /// All findings about a draft: errors first, then by place.
  ///
  /// A draft without a known locale is judged by what holds for all languages.
  mutating func findings(_ draft: Draft) -> [Finding] {
    let locale = MannersCheck.locale(written: draft.locale, own: draft.contact?.locale)
    let tag = LocaleTag(locale) ?? .root
    let manners = manners[tag] ?? shelf.manners(tag).manners
    self.manners[tag] = manners
    let check = MannersCheck(manners, setting, day: day(draft.contact?.timeZone))
    return LastLook.judge(
      draft,
      checks: LastLook.standardChecks + [check, CredentialCheck(manners.pack)]
        + duplicates(of: draft, tag, manners.pack) + repeatedSecrets(of: draft))
  }

  /// The check for what the customer should not have said; none where they said nothing.
  private func repeatedSecrets(of draft: Draft) -> [any LastLookCheck] {
    draft.thread.contains { $0.isFromOutside } ? [RepeatedSecretCheck(secrets.scan)] : []
  }

  /// The check for what we have said already; none where nothing was said before.
  private mutating func duplicates(of draft: Draft, _ tag: LocaleTag, _ pack: LocalePack)
    -> [any LastLookCheck]
  {
    guard draft.thread.contains(where: \.isOurAnswer) else { return [] }
    let reader = readers[tag] ?? ReplyReader(pack)
    readers[tag] = reader
    let contact = draft.contact
    let names = [contact?.full, contact?.given, contact?.family, contact?.patronymic, me].compactMap { $0 }
    var thread = PreparedReplies(reader)
    thread.update(draft.thread, names: names)
    return [DuplicateCheck(DuplicateSetting(thread: thread, names: names))]
  }

  /// The day where the customer is, in days since 1970-01-01; in UTC where that is not known.
  private mutating func day(_ zone: String?) -> Int {
    var offset = 0
    if let zone {
      offset = zones[zone] ?? ZoneOffset(zone)?.seconds(at: now.milliseconds) ?? 0
      zones[zone] = offset
    }
    return CivilTime(now, offsetSeconds: offset).daysSinceEpoch
  }
}

extension Setup {
  /// What the agent is, as far as manners ask.
  func mannersSetting(language: String?) -> MannersSetting {
    MannersSetting(
      agentGender: config.agentGender, sector: config.sector, language: language ?? config.language)
  }
}
