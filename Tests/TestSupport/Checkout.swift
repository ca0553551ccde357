package import Foundation

/// Places in the checkout that is being tested.
package enum Checkout {
  /// The folder that holds `Package.swift`.
  package static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The text of a file, by its path from the root.
  package static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The bytes of a file, by its path from the root.
  package static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: root.appending(path: path)))
  }

  /// The folder of the built programs: beside the test bundle.
  package static var products: URL {
    var url = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    while url.path != "/", !FileManager.default.isExecutableFile(atPath: url.appending(path: "sapa").path) {
      url.deleteLastPathComponent()
    }
    return url
  }
}
