/// All packs that there are, in layers: what ships, what the team has, what the person has.
///
/// Pure: whoever makes it has read the files. Resolving never fails; what is wrong with a file is told beside the pack.
package struct PackLibrary: Sendable {
  /// The layers from the weakest to the strongest.
  package static let layerNames = ["shipped", "team", "personal"]

  /// The files of each locale, the strongest first, as everywhere in a chain.
  private let files: [LocaleTag: [PackFile]]
  private let family: LocaleFamily
  /// Differs when the bytes of any file differ.
  package let edition: Int

  /// Takes files, which are read when they are needed; `family` is CLDR's: parents, old tags, and what short tags mean.
  ///
  /// - Complexity: O(bytes).
  package init(_ files: [PackFile], family: LocaleFamily) {
    func rank(_ file: PackFile) -> Int { Self.layerNames.firstIndex(of: file.layer) ?? 0 }
    self.files = Dictionary(grouping: files, by: \.tag).mapValues { $0.sorted { rank($0) > rank($1) } }
    self.family = family
    var hasher = Hasher()
    for file in files { hasher.combine(file) }
    edition = hasher.finalize()
  }

  /// The locales that have a file, sorted; the root among them.
  package var tags: [LocaleTag] { files.keys.sorted { "\($0)" < "\($1)" } }

  /// The locales of which somebody has a file besides the one that ships, sorted.
  package var overlaidTags: [LocaleTag] {
    tags.filter { files[$0]?.contains { $0.layer != Self.layerNames[0] } == true }
  }

  /// The locale whose pack serves a locale: itself or the nearest ancestor that has a file; the root in the last resort.
  package func nearest(_ tag: LocaleTag) -> LocaleTag {
    family.candidates(for: tag).first { files[$0] != nil } ?? .root
  }

  /// The pack for a locale, with the parents' records in it, and what is wrong with the files it is made of.
  ///
  /// - Complexity: O(bytes of the chain's files).
  package func resolve(_ tag: LocaleTag) -> (pack: LocalePack, problems: [PackProblem]) {
    let (used, loop) = layers(from: nearest(tag))
    let pack = LocalePack(family.canonical(tag), layers: used)
    let problems = used.flatMap(\.problems) + (loop.map { [$0] } ?? [])
    return (pack, problems + PackConsistency.problems(of: pack, layers: used))
  }

  /// What the files of a locale itself say of its language.
  func heads(of tag: LocaleTag) -> [PackHead] { (files[tag] ?? []).map { PackHead($0.bytes) } }

  /// The layers of a locale and its ancestors, the nearest first, the root's last; and what is wrong when they go in a circle.
  private func layers(from tag: LocaleTag) -> ([PackLayer], loop: PackProblem?) {
    var chain: [LocaleTag] = []
    var layers: [PackLayer] = []
    var loop: PackProblem?
    var next: LocaleTag? = tag
    while let tag = next {
      if let start = chain.firstIndex(of: tag) {
        let circle = (chain[start...] + [tag]).map(\.description).joined(separator: " → ")
        loop = layers.last { $0.parent != nil }.map { layer in
          PackProblem(
            file: layer.file, line: layer.parentLine, field: "parent",
            message: "goes in a circle: \(circle); the root stands in for it")
        }
        break
      }
      chain.append(tag)
      let own = self.layers(of: tag)
      layers += own
      next = own.lazy.compactMap(\.parent).first ?? family.parent(of: tag)
    }
    if !chain.contains(.root) { layers += self.layers(of: .root) }
    return (layers, loop)
  }

  private func layers(of tag: LocaleTag) -> [PackLayer] {
    (files[tag] ?? []).map {
      PackLayer($0.bytes, file: $0.path, origin: PackOrigin(tag: $0.tag, layer: $0.layer))
    }
  }
}
