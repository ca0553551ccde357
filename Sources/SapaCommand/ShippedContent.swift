import SystemCalls

/// Finds the folders that ship with the program, wherever it is installed.
struct ShippedContent {
  /// The folder into which SwiftPM copies the resources of the target `CShippedContent`.
  private static let bundle = "sapa_CShippedContent.resources"

  /// The folder that holds `Locales` and `Templates`.
  let root: String

  /// Looks beside the executable, then where packages put shared files.
  ///
  /// - Returns: nil when the program was copied without them.
  init?(executable: String?) {
    var candidates: [String] = []
    if let executable {
      let folder = FileSystem.parent(of: executable)
      candidates.append(folder + "/" + Self.bundle)
      candidates.append(FileSystem.parent(of: folder) + "/share/sapa")
    }
    candidates.append("/usr/share/sapa")
    guard let root = candidates.first(where: { FileSystem.exists($0 + "/Locales/en/console.json5") }) else {
      return nil
    }
    self.root = root
  }

  /// The words of the console in a language.
  func words(_ language: String) -> String { root + "/Locales/\(language)/console.json5" }

  /// The sample desk's conversations.
  var sampleDesk: String { root + "/Templates/sample-desk" }
}
