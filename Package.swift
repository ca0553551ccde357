// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

// With SAPA_FUZZ the invariants are built into a program for libFuzzer (.ci/fuzz), else into the tests.
let isFuzzing = Context.environment["SAPA_FUZZ"] != nil

// Tests start the real program hundreds of times: what reads the files that ship is optimised in debug builds, too.
let optimised: Set<String> = ["JSONText", "LocalePacks", "ReplyTemplates", "Safeguards", "TextLayout"]

func module(_ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
  // Two modules are fuzzed from within; an optimised build with all of them testable crashes Swift 6.3's compiler.
  let isOpened = isFuzzing && ["LocalDesk", "SapaCommand"].contains(name)
  return .target(
    name: name, dependencies: dependencies, exclude: exclude,
    swiftSettings: strict + (isOpened ? [.unsafeFlags(["-enable-testing"])] : [])
      + (optimised.contains(name) ? [.unsafeFlags(["-O"], .when(configuration: .debug))] : []))
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.byName(name: name), "SeededRandom"] + dependencies,
    exclude: exclude, swiftSettings: strict)
}

let fuzzed: [Target.Dependency] = [
  "AdapterProtocol", "ConsoleCore", "ConsoleRuntime", "DeskLink", "DeskModel", "JSONText", "LocalDesk",
  "SapaCommand", "ScreenKit", "SystemCalls", "TextLayout",
]
let fuzzing: [Target] =
  isFuzzing
  ? [
    .target(name: "CFuzzDriver", path: "Tests/FuzzingTests/CFuzzDriver"),
    .executableTarget(
      name: "sapa-fuzz", dependencies: fuzzed + ["CFuzzDriver"], path: "Tests/FuzzingTests",
      exclude: ["Rounds", "CFuzzDriver"], sources: ["Invariants", "Driver"], swiftSettings: strict),
  ]
  : [
    .testTarget(
      name: "FuzzingTests", dependencies: fuzzed + ["SeededRandom", "TestSupport"],
      path: "Tests/FuzzingTests",
      exclude: ["Driver", "CFuzzDriver"], sources: ["Invariants", "Rounds"], swiftSettings: strict)
  ]

let package = Package(
  name: "sapa",
  products: [
    .executable(name: "sapa", targets: ["sapa"]),
    .executable(name: "sapa-adapter-rt", targets: ["sapa-adapter-rt"]),
  ],
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
    // C: what the C library is told about memory.
    .target(name: "CProcessMemory"),
    // C: what a program that is started inherits.
    .target(name: "CProcessSpawn"),

    // Pure: no terminal, no clock, no file.
    module("TextLayout"),
    module("JSONText"),
    module("TextSearch"),
    module("DeskModel"),
    module("ScreenKit", ["TextLayout"]),
    module("Widgets", ["ScreenKit", "TextLayout"]),
    module("LocalePacks", ["DeskModel", "JSONText"], exclude: ["Secrets/SecretWords.md"]),
    module("ReplyTemplates", ["DeskModel", "JSONText", "LocalePacks", "TextSearch"]),
    module("Safeguards", ["DeskModel", "LocalePacks", "ReplyTemplates", "TextLayout"]),
    module("Rehearsals", ["DeskModel"]),
    module(
      "ConsoleCore",
      [
        "DeskModel", "DeskLink", "JSONText", "LocalePacks", "Rehearsals", "ReplyTemplates", "Safeguards",
        "ScreenKit",
        "TextLayout", "Widgets",
      ]),

    // The edges.
    module("SystemCalls", ["CByteScan", "CProcessMemory", "CProcessSpawn"]),
    module("DeskLink", ["DeskModel", "JSONText"]),
    module("AdapterProtocol", ["DeskLink", "DeskModel", "JSONText"]),
    module(
      "AdapterHost",
      ["AdapterProtocol", "DeskLink", "DeskModel", "JSONText", "LocalDesk", "SystemCalls", "TextLayout"]),
    module("AdapterServing", ["AdapterProtocol", "SystemCalls"]),
    module("AdapterConformance", ["AdapterProtocol", "DeskModel", "JSONText", "SystemCalls"]),
    module("CombinedDesk", ["DeskLink", "DeskModel"]),
    module(
      "DeskServing",
      ["AdapterProtocol", "AdapterServing", "DeskLink", "DeskModel", "LocalDesk", "SystemCalls"]),
    module("LocalDesk", ["DeskLink", "DeskModel", "JSONText", "SystemCalls", "TextSearch"]),
    module("CursesTerminal", ["CNcursesShim", "ScreenKit", "TextLayout"]),
    module(
      "ConsoleRuntime",
      [
        "ConsoleCore", "DeskLink", "DeskModel", "LocalePacks", "Rehearsals", "ReplyTemplates", "ScreenKit",
        "TextLayout",
      ]),
    module(
      "SapaCommand",
      [
        "AdapterConformance", "AdapterHost", "AdapterProtocol", "AdapterServing", "CombinedDesk",
        "ConsoleCore", "ConsoleRuntime", "CShippedContent", "CursesTerminal", "DeskLink", "DeskModel",
        "DeskServing", "JSONText", "LocalDesk", "LocalePacks", "Rehearsals", "ReplyTemplates", "Safeguards",
        "ScreenKit", "SystemCalls", "TextLayout",
      ]),
    .executableTarget(name: "sapa", dependencies: ["SapaCommand"], swiftSettings: strict),

    // Adapters: programs of their own, which the console starts.
    // C: libcurl, which is not linked into the console.
    .target(name: "CHTTPShim", linkerSettings: [.linkedLibrary(":libcurl.so.4")]),
    module("HTTPClient", ["CHTTPShim"]),
    module("RequestTracker", ["AdapterProtocol", "AdapterServing", "DeskModel", "HTTPClient", "JSONText"]),
    .executableTarget(
      name: "sapa-adapter-rt",
      dependencies: ["AdapterServing", "DeskModel", "RequestTracker", "SystemCalls"],
      swiftSettings: strict),

    // Proof: programs that measure and torment the real one. They are not shipped.
    module(
      "KillStorm",
      ["DeskLink", "DeskModel", "JSONText", "ScreenKit", "SeededRandom", "SystemCalls", "TerminalProbe"]),
    .executableTarget(
      name: "sapa-kill-storm", dependencies: ["KillStorm", "SystemCalls"], swiftSettings: strict),
    module(
      "Benchmarks",
      [
        "AdapterProtocol", "AdapterServing", "CShippedContent", "ConsoleCore", "ConsoleRuntime", "DeskLink",
        "DeskModel", "JSONText", "LocalDesk",
        "ScreenKit", "SeededRandom", "SystemCalls", "TerminalProbe", "TextLayout",
      ]),
    .executableTarget(
      name: "sapa-bench", dependencies: ["Benchmarks", "SystemCalls"], swiftSettings: strict),
    // The bare C program that stands for the limit.
    .executableTarget(
      name: "sapa-bench-limit", linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),

    // Tests.
    .target(name: "CPtyShim", path: "Tests/CPtyShim"),
    .target(
      name: "TerminalProbe", dependencies: ["CPtyShim", "ScreenKit", "SystemCalls"],
      path: "Tests/TerminalProbe",
      swiftSettings: strict),
    .target(name: "SeededRandom", path: "Tests/SeededRandom", swiftSettings: strict),
    .target(
      name: "TestSupport",
      dependencies: [
        "ConsoleCore", "ConsoleRuntime", "DeskLink", "DeskModel", "ScreenKit", "SystemCalls", "TerminalProbe",
        "TextLayout",
      ],
      path: "Tests/TestSupport", swiftSettings: strict),
    tests("TextLayout", []),
    tests("JSONText", []),
    tests("TextSearch", []),
    tests("DeskModel", []),
    tests("ScreenKit", ["TextLayout"]),
    tests("Widgets", ["ScreenKit", "TextLayout"]),
    tests("LocalePacks", ["DeskModel", "JSONText", "SystemCalls"]),
    tests("Rehearsals", ["DeskModel"]),
    tests("ReplyTemplates", ["DeskModel", "JSONText", "LocalePacks", "SystemCalls"]),
    tests(
      "Safeguards", ["DeskModel", "LocalePacks", "ReplyTemplates", "SystemCalls", "TextLayout"],
      exclude: ["Credentials/asks.tsv", "Credentials/requests.tsv", "Secrets/messages"]),
    tests("SystemCalls", []),
    tests("AdapterProtocol", ["DeskLink", "DeskModel", "JSONText", "TestSupport"]),
    tests("AdapterServing", ["AdapterProtocol", "DeskModel", "SystemCalls"]),
    // A server that does what servers should not.
    .target(
      name: "OddServer", dependencies: ["HTTPClient"], path: "Tests/OddServer", swiftSettings: strict),
    tests("HTTPClient", ["OddServer"]),
    tests(
      "DeskServing",
      [
        "AdapterProtocol", "AdapterServing", "DeskLink", "DeskModel", "LocalDesk", "SystemCalls",
        "TestSupport",
        "sapa",
      ]),
    tests(
      "AdapterHost",
      [
        "AdapterProtocol", "DeskLink", "DeskModel", "JSONText", "LocalDesk", "SystemCalls", "TestSupport",
        "TextLayout",
      ],
      exclude: ["Backend"]),
    tests(
      "AdapterConformance", ["AdapterProtocol", "DeskModel", "SystemCalls", "TestSupport"],
      exclude: ["Broken"]),
    tests(
      "RequestTracker",
      [
        "AdapterHost", "AdapterProtocol", "AdapterServing", "DeskLink", "DeskModel", "JSONText", "OddServer",
        "ScreenKit", "SystemCalls", "TestSupport", "TextLayout", "sapa", "sapa-adapter-rt",
      ]),
    tests("CombinedDesk", ["DeskLink", "DeskModel", "LocalDesk", "SystemCalls", "TestSupport"]),
    tests(
      "Benchmarks",
      [
        "AdapterProtocol", "AdapterServing", "DeskModel", "JSONText", "SystemCalls", "TestSupport", "sapa",
        "sapa-bench", "sapa-bench-limit",
      ]),
    tests("KillStorm", ["SystemCalls", "TestSupport", "sapa"]),
    tests(
      "LocalDesk", ["DeskLink", "DeskModel", "JSONText", "SystemCalls", "TextSearch", "TestSupport"]),
    tests(
      "ConsoleCore",
      [
        "ConsoleRuntime", "DeskLink", "DeskModel", "LocalePacks", "Rehearsals", "ReplyTemplates",
        "Safeguards",
        "ScreenKit", "TextLayout", "Widgets", "TestSupport",
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
        "AdapterHost", "AdapterProtocol", "ConsoleCore", "ConsoleRuntime", "DeskModel", "JSONText",
        "LocalDesk", "LocalePacks", "Rehearsals", "ReplyTemplates", "ScreenKit", "SystemCalls",
        "TextLayout", "TestSupport", "sapa",
      ],
      exclude: ["Snapshots"]),
  ] + fuzzing,
  swiftLanguageModes: [.v6]
)
