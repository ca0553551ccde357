/// All packs that there are, in layers: what ships, what the team has, what the person has.
///
/// Pure: whoever makes it has read the files. Resolving never fails; what is wrong with a file is told beside the pack.
package struct PackLibrary: Sendable {
  /// The layers from the weakest to the strongest.
  package static let layerNames = ["shipped", "team", "personal"]

  private let layers: [LocaleTag: [PackLayer]]
  private let family: LocaleFamily
  /// Differs when the bytes of any file differ.
  package let edition: Int

  /// Reads files; `family` is CLDR's: parents, old tags, and what short tags mean.
  ///
  /// - Complexity: O(bytes).
  package init(_ files: [PackFile], family: LocaleFamily) {
    var layers: [LocaleTag: [PackLayer]] = [:]
    for file in files {
      layers[file.tag, default: []].append(
        PackLayer(file.bytes, file: file.path, origin: PackOrigin(tag: file.tag, layer: file.layer)))
    }
    func rank(_ layer: PackLayer) -> Int { Self.layerNames.firstIndex(of: layer.origin.layer) ?? 0 }
    // The strongest first, as everywhere in a chain.
    self.layers = layers.mapValues { $0.sorted { rank($0) > rank($1) } }
    self.family = family
    var hasher = Hasher()
    for file in files { hasher.combine(file) }
    edition = hasher.finalize()
  }

  /// The locales that have a file, sorted; the root among them.
  package var tags: [LocaleTag] { layers.keys.sorted { "\($0)" < "\($1)" } }

  /// The locale whose pack serves a locale: itself or the nearest ancestor that has a file; the root in the last resort.
  package func nearest(_ tag: LocaleTag) -> LocaleTag {
    family.candidates(for: tag).first { layers[$0] != nil } ?? .root
  }

  /// The pack for a locale, with the parents' records in it, and what is wrong with the files it is made of.
  ///
  /// - Complexity: O(records of the chain).
  package func resolve(_ tag: LocaleTag) -> (pack: LocalePack, problems: [PackProblem]) {
    let nearest = nearest(tag)
    let used = chain(of: nearest).flatMap { layers[$0] ?? [] }
    var problems = used.flatMap(\.problems)
    if let loop = parentLoop(nearest) { problems.append(loop) }
    let pack = LocalePack(family.canonical(tag), layers: used)
    problems += PackConsistency.problems(of: pack, layers: used)
    return (pack, problems)
  }

  /// The fields of a pack that are no records; cheaper than all of it.
  func scalars(of tag: LocaleTag) -> PackScalars { PackScalars(chain(of: tag).flatMap { layers[$0] ?? [] }) }

  /// A locale and its ancestors, the nearest first, the root last.
  private func chain(of tag: LocaleTag) -> [LocaleTag] {
    var chain: [LocaleTag] = []
    var next: LocaleTag? = tag
    while let tag = next, !chain.contains(tag) {
      chain.append(tag)
      next = ownParent(tag) ?? family.parent(of: tag)
    }
    if chain.last != .root { chain.append(.root) }
    return chain
  }

  /// The parent that a file names against CLDR's.
  private func ownParent(_ tag: LocaleTag) -> LocaleTag? {
    layers[tag]?.lazy.compactMap(\.parent).first
  }

  private func parentLoop(_ tag: LocaleTag) -> PackProblem? {
    var seen: [LocaleTag] = []
    var next: LocaleTag? = tag
    while let tag = next {
      if let start = seen.firstIndex(of: tag), let layer = layers[tag]?.first(where: { $0.parent != nil }) {
        let loop = (seen[start...] + [tag]).map(\.description).joined(separator: " → ")
        return PackProblem(
          file: layer.file, line: layer.parentLine, field: "parent",
          message: "goes in a circle: \(loop); the root stands in for it")
      }
      seen.append(tag)
      next = ownParent(tag) ?? family.parent(of: tag)
    }
    return nil
  }
}
