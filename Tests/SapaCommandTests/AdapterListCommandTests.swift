import Foundation
import JSONText
import SapaCommand
import TestSupport
import Testing

@Suite("sapa adapter list")
struct AdapterListCommandTests {
  private static func place(_ home: Home, _ path: String, isExecutable: Bool = true) throws -> String {
    try FileManager.default.createDirectory(
      at: home.url.appending(path: path).deletingLastPathComponent(), withIntermediateDirectories: true)
    let file = try home.write("#!/bin/sh\n", to: path)
    try FileManager.default.setAttributes(
      [.posixPermissions: isExecutable ? 0o755 : 0o644], ofItemAtPath: file)
    return file
  }

  @Test("Programs of that name are found, those of the first folder first, and nothing else")
  func find() throws {
    let home = try Home()
    let first = try Self.place(home, "a/sapa-adapter-rt")
    _ = try Self.place(home, "b/sapa-adapter-rt")
    let other = try Self.place(home, "b/sapa-adapter-desk")
    _ = try Self.place(home, "b/sapa-adapter-text", isExecutable: false)
    _ = try Self.place(home, "b/sapa-adapter-")
    _ = try Self.place(home, "b/adapter-rt")
    _ = try Self.place(home, "b/sapa-adapter-folder/file")
    let folders = ["a", "none", "b/"].map { home.url.path + "/" + $0 }
    let found = InstalledAdapter.find(in: folders)
    #expect(found.map(\.name) == ["sapa-adapter-desk", "sapa-adapter-rt"])
    #expect(found.map(\.path) == [other, first])
  }

  @Test("What is along PATH is listed with its place, as text and as JSON")
  func list() throws {
    let home = try Home()
    let file = try Self.place(home, "bin/sapa-adapter-zz-\(UUID().uuidString.prefix(6))")
    let name = URL(filePath: file).lastPathComponent
    let variables = ["PATH": home.url.path + "/bin:/usr/bin:/bin"]
    let text = try home.run(["adapter", "list"], variables: variables)
    #expect(text.code == 0 && text.error.isEmpty)
    #expect(text.out.split(separator: "\n").contains { $0.hasPrefix(name) && $0.hasSuffix("  " + file) })
    let json = try home.run(["adapter", "list", "--json"], variables: variables)
    let objects = try json.out.split(separator: "\n").map { try JSONDocument(Array($0.utf8)).root }
    #expect(objects.contains { $0["name"]?.string == name && $0["path"]?.string == file })
  }
}
