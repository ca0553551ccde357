import SystemCalls

/// Finds the folders that ship with the program, wherever it is installed.
struct ShippedContent {
  /// The folder into which SwiftPM copies the resources of the target `CShippedContent`.
  private static let bundle = "sapa_CShippedContent.resources"
  /// The variable that names the folder of `Locales` and `Templates` for a program that stands apart from them.
  static let variable = "SAPA_CONTENT"

  /// The folder that holds `Locales` and `Templates`.
  let root: String

  /// Looks where `chosen` says, beside the executable, then where packages put shared files.
  ///
  /// `executable` is the file itself, with symbolic links to it resolved.
  /// - Returns: nil when the program was copied without them.
  init?(executable: String?, chosen: String? = nil) {
    var candidates: [String] = []
    if let chosen, !chosen.isEmpty { candidates.append(chosen) }
    if let executable {
      let folder = FileSystem.parent(of: executable)
      candidates.append(folder + "/" + Self.bundle)
      candidates.append(FileSystem.parent(of: folder) + "/share/sapa")
    }
    candidates.append("/usr/share/sapa")
    guard let root = candidates.first(where: Self.isContent) else { return nil }
    self.root = root
  }

  /// The content of the running program.
  static func find() -> ShippedContent? {
    ShippedContent(
      executable: ProcessContext.executablePath, chosen: ProcessContext.environment(Self.variable))
  }

  /// Whether a folder is one: it holds the English words.
  static func isContent(_ folder: String) -> Bool {
    FileSystem.exists(folder + "/Locales/en/console.json5")
  }

  /// The words of the console in a language.
  func words(_ language: String) -> String { root + "/Locales/\(language)/console.json5" }

  /// The languages that have words, sorted; by their letters, digits and dashes fit to be handed to a shell.
  ///
  /// - Complexity: O(languages).
  var languages: [String] {
    folders.filter { FileSystem.exists(words($0)) }
  }

  /// The locales that have a pack, sorted, without the root; fit to be handed to a shell, too.
  ///
  /// - Complexity: O(locales).
  var locales: [String] {
    folders.filter { $0 != "root" && FileSystem.exists("\(root)/Locales/\($0)/pack.json5") }
  }

  private var folders: [String] {
    ((try? FileSystem.list(root + "/Locales")) ?? []).filter { name in
      name.utf8.allSatisfy { 0x61...0x7A ~= $0 | 0x20 || 0x30...0x39 ~= $0 || $0 == 0x2D }
    }
  }

  /// The sample desk's conversations.
  var sampleDesk: String { root + "/Templates/sample-desk" }
}
