/// How the tags of locales belong together: parents, old tags, and what a short tag means.
package struct LocaleFamily: Sendable, Hashable {
  private let parents: [LocaleTag: LocaleTag]
  private let aliases: [LocaleTag: LocaleTag]
  private let maximal: [LocaleTag: LocaleTag]

  /// Makes a family of CLDR's tables.
  ///
  /// - Parameters:
  ///   - parents: parents that are not the tag without its last part.
  ///   - aliases: old tags and what they are called now.
  ///   - likely: tags and what they most likely stand for, with script and region.
  package init(
    parents: [LocaleTag: LocaleTag], aliases: [LocaleTag: LocaleTag], likely: [LocaleTag: LocaleTag]
  ) {
    self.parents = parents
    self.aliases = aliases
    maximal = likely
  }

  /// The parent of a locale as CLDR inherits; nil for the root.
  ///
  /// A region that is written in another script than its language has its parent in that script: zh-HK → zh-Hant-HK.
  /// A script that goes without saying is left out where the region has a parent of its own: en-Latn-GB → en-GB.
  package func parent(of tag: LocaleTag) -> LocaleTag? {
    if tag == .root { return nil }
    if let parent = parents[tag] { return parent }
    guard let region = tag.region else {
      return tag.script == nil ? .root : LocaleTag(language: tag.language)
    }
    let usual = likely(LocaleTag(language: tag.language)).script
    let plain = LocaleTag(language: tag.language, region: region)
    let regional = likely(plain).script
    if let script = tag.script {
      return script == usual && script == regional && parents[plain] != nil
        ? plain : LocaleTag(language: tag.language, script: script)
    }
    return regional == usual
      ? LocaleTag(language: tag.language)
      : LocaleTag(language: tag.language, script: regional, region: region)
  }

  /// A locale and all its parents, the root last.
  ///
  /// - Complexity: O(parents).
  package func chain(of tag: LocaleTag) -> [LocaleTag] {
    var chain = [tag]
    while let last = chain.last, let parent = parent(of: last), !chain.contains(parent) {
      chain.append(parent)
    }
    return chain
  }

  /// The tag that stands for an old or a longer one today: tl → fil, iw → he, ind-ID → id-ID.
  package func canonical(_ tag: LocaleTag) -> LocaleTag {
    if let whole = aliases[tag] { return whole }
    guard let language = aliases[LocaleTag(language: tag.language)] else { return tag }
    return LocaleTag(
      language: language.language, script: tag.script ?? language.script,
      region: tag.region ?? language.region)
  }

  /// The tag with the script and the region that it most likely means (UTS #35, Part 1, 4.3): id → id-Latn-ID.
  ///
  /// A language that the file does not know stays as it is.
  package func likely(_ tag: LocaleTag) -> LocaleTag {
    let keys = [
      tag, LocaleTag(language: tag.language, region: tag.region),
      LocaleTag(language: tag.language, script: tag.script), LocaleTag(language: tag.language),
    ]
    guard let found = keys.lazy.compactMap({ maximal[$0] }).first else { return tag }
    return LocaleTag(
      language: found.language, script: tag.script ?? found.script, region: tag.region ?? found.region)
  }

  /// The tags under which something for a locale may stand, best first, each once, the root last.
  ///
  /// First the locale and its parents, then what it most likely means: zh-CN gives zh-CN, zh, zh-Hans-CN, zh-Hans, root.
  /// - Complexity: O(parents²).
  package func candidates(for tag: LocaleTag) -> [LocaleTag] {
    let tag = canonical(tag)
    let full = likely(tag)
    var result: [LocaleTag] = []
    let guesses = [
      full, LocaleTag(language: full.language, script: full.script),
      LocaleTag(language: full.language, region: full.region),
    ]
    for candidate in chain(of: tag) + guesses where candidate != .root && !result.contains(candidate) {
      result.append(candidate)
    }
    return result + [.root]
  }
}
