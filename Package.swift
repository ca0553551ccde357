// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.byName(name: name), "SeededRandom"] + dependencies,
    exclude: exclude, swiftSettings: strict)
}

let package = Package(
  name: "sapa",
  products: [.executable(name: "sapa", targets: ["sapa"])],
  dependencies: [],
  targets: [
    // C: ncurses, and the folders that ship beside the executable. A C target may hold resources
    // without pulling Foundation into the console, which would double its start-up time.
    .target(
      name: "CNcursesShim",
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(
      name: "CShippedContent",
      resources: [.copy("../../Locales"), .copy("../../Templates")]),

    // C: looks for bytes in memory, 32 at a time.
    .target(name: "CByteScan"),

    // Pure: no terminal, no clock, no file.
    module("TextLayout"),
    module("JSONText"),
    module("TextSearch"),
    module("DeskModel"),
    module("ScreenKit", ["TextLayout"]),
    module("Widgets", ["ScreenKit", "TextLayout"]),
    module("Safeguards", ["DeskModel", "TextLayout"]),
    module(
      "ConsoleCore",
      ["DeskModel", "DeskLink", "JSONText", "Safeguards", "ScreenKit", "TextLayout", "Widgets"]),

    // The edges.
    module("SystemCalls", ["CByteScan"]),
    module("DeskLink", ["DeskModel", "JSONText"]),
    module("LocalDesk", ["DeskLink", "DeskModel", "JSONText", "SystemCalls", "TextSearch"]),
    module("CursesTerminal", ["CNcursesShim", "ScreenKit", "TextLayout"]),
    module(
      "ConsoleRuntime", ["ConsoleCore", "DeskLink", "DeskModel", "ScreenKit"]),
    module(
      "SapaCommand",
      [
        "CShippedContent", "ConsoleCore", "ConsoleRuntime", "CursesTerminal", "DeskLink", "DeskModel",
        "JSONText", "LocalDesk", "Safeguards", "ScreenKit", "SystemCalls", "TextLayout",
      ]),
    .executableTarget(name: "sapa", dependencies: ["SapaCommand"], swiftSettings: strict),

    // Proof: programs that measure and torment the real one. They are not shipped.
    module(
      "KillStorm",
      ["DeskLink", "DeskModel", "JSONText", "ScreenKit", "SeededRandom", "SystemCalls", "TerminalProbe"]),
    .executableTarget(
      name: "sapa-kill-storm", dependencies: ["KillStorm", "SystemCalls"], swiftSettings: strict),

    // Tests.
    .target(name: "CPtyShim", path: "Tests/CPtyShim"),
    .target(
      name: "TerminalProbe", dependencies: ["CPtyShim", "ScreenKit"], path: "Tests/TerminalProbe",
      swiftSettings: strict),
    .target(name: "SeededRandom", path: "Tests/SeededRandom", swiftSettings: strict),
    .target(
      name: "TestSupport",
      dependencies: [
        "ConsoleCore", "ConsoleRuntime", "DeskLink", "DeskModel", "ScreenKit", "TerminalProbe", "TextLayout",
      ],
      path: "Tests/TestSupport", swiftSettings: strict),
    tests("TextLayout", []),
    tests("JSONText", []),
    tests("TextSearch", []),
    tests("DeskModel", []),
    tests("ScreenKit", ["TextLayout"]),
    tests("Widgets", ["ScreenKit", "TextLayout"]),
    tests("Safeguards", ["DeskModel", "TextLayout"]),
    tests("SystemCalls", []),
    tests("KillStorm", ["SystemCalls", "TestSupport", "sapa"]),
    tests(
      "LocalDesk", ["DeskLink", "DeskModel", "JSONText", "SystemCalls", "TextSearch", "TestSupport"]),
    tests(
      "ConsoleCore",
      [
        "ConsoleRuntime", "DeskLink", "DeskModel", "Safeguards", "ScreenKit", "TextLayout", "Widgets",
        "TestSupport",
      ],
      exclude: ["Snapshots"]),
    tests(
      "ConsoleRuntime",
      [
        "ConsoleCore", "DeskLink", "DeskModel", "LocalDesk", "ScreenKit", "SystemCalls", "TextLayout",
        "TestSupport",
      ]),
    tests(
      "SapaCommand",
      [
        "ConsoleCore", "ConsoleRuntime", "DeskModel", "JSONText", "LocalDesk", "ScreenKit", "SystemCalls",
        "TextLayout", "TestSupport", "sapa",
      ],
      exclude: ["Snapshots"]),
  ],
  swiftLanguageModes: [.v6]
)
