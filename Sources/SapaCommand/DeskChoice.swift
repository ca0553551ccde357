/// Which desks a run of the program is about.
package enum DeskChoice: Sendable, Hashable {
  /// A folder that has no name in the config; `isDefault` when nobody has said one.
  case folder(String, isDefault: Bool)
  /// Desks of the config, in its order; at least one.
  case named([DeskConfig])

  /// Chooses: the desk of the config that `option` names, else the folder that it names; without it all desks of the
  /// config, else its one folder, else the default one.
  ///
  /// - Complexity: O(desks).
  package init(option: String?, config: Config, defaultFolder: String) {
    if let option {
      self =
        config.desks.first { $0.name == option }.map { .named([$0]) }
        ?? .folder(Setup.withoutSlash(option), isDefault: false)
    } else if !config.desks.isEmpty {
      self = .named(config.desks)
    } else {
      self = .folder(Setup.withoutSlash(config.desk ?? defaultFolder), isDefault: config.desk == nil)
    }
  }

  /// The folders of the local desks among them.
  package var folders: [String] {
    switch self {
    case .folder(let folder, _): [folder]
    case .named(let desks): desks.compactMap { Self.folder($0) }
    }
  }

  /// The names of those that have an adapter.
  package var adapters: [String] {
    guard case .named(let desks) = self else { return [] }
    return desks.filter { Self.folder($0) == nil }.map(\.name)
  }

  private static func folder(_ desk: DeskConfig) -> String? {
    guard case .folder(let folder) = desk.place else { return nil }
    return ToolRunner.expanded(folder)
  }
}
