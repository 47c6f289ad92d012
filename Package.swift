// swift-tools-version: 6.2
// The rooms of the package, lowest layer first: a target may depend only on targets above it in this list.
import PackageDescription

/// Continuous integration sets JOURNEY_STRICT, so that a newer compiler's new warnings never break a user's build.
let strict = Context.environment["JOURNEY_STRICT"] != nil

let settings: [SwiftSetting] =
  [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ] + (strict ? [.treatAllWarnings(as: .error)] : [])

let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let numerics = Target.Dependency.product(name: "RealModule", package: "swift-numerics")
let server = Target.Dependency.product(name: "FlyingFox", package: "FlyingFox")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: [.init(stringLiteral: name), "JourneyTestSupport"] + dependencies,
    swiftSettings: settings
  )
}

let package = Package(
  name: "journey",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "journey", targets: ["journey"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: [
    // Layer 0
    room("JourneyDiagnostics"),
    room("JourneyProbability", [numerics]),
    // Layer 1
    room("JourneyStatistics", ["JourneyProbability", numerics]),
    room("JourneyModel", ["JourneyDiagnostics"]),
    .systemLibrary(
      name: "CZlib",
      pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]
    ),
    room("JourneyEventLog", ["JourneyDiagnostics", "CZlib"]),
    // Layer 2
    room("JourneyScenario", ["JourneyDiagnostics", "JourneyModel", "JourneyProbability", yams]),
    room("JourneyEngine", ["JourneyModel", "JourneyProbability", "JourneyStatistics", numerics]),
    room("JourneyExact", ["JourneyModel", "JourneyProbability", numerics]),
    .systemLibrary(
      name: "CGraphviz",
      pkgConfig: "libgvc",
      providers: [.apt(["libgraphviz-dev"]), .brew(["graphviz"])]
    ),
    room("JourneyDiagram", ["CGraphviz"]),
    // Layer 3
    room(
      "JourneyExperiments",
      [
        "JourneyModel", "JourneyProbability", "JourneyStatistics", "JourneyScenario", "JourneyEngine",
        "JourneyExact", numerics,
      ]
    ),
    room(
      "JourneyCalibration",
      ["JourneyDiagnostics", "JourneyEventLog", "JourneyModel", "JourneyProbability", "JourneyStatistics"]
    ),
    // Layer 4
    room(
      "JourneyReport",
      [
        "JourneyDiagnostics", "JourneyModel", "JourneyStatistics", "JourneyProbability", "JourneyExact",
        "JourneyScenario", "JourneyExperiments",
        "JourneyEngine", "JourneyDiagram", "JourneyCalibration",
      ]
    ),
    room("JourneyWorkbench", [server]),
    // Layer 5
    room(
      "JourneyCommands",
      [
        "JourneyDiagnostics", "JourneyModel", "JourneyStatistics", "JourneyEventLog", "JourneyScenario",
        "JourneyEngine", "JourneyExact", "JourneyDiagram", "JourneyExperiments", "JourneyCalibration",
        "JourneyReport", "JourneyWorkbench", arguments,
      ]
    ),
    // Layer 6
    .executableTarget(name: "journey", dependencies: ["JourneyCommands"], swiftSettings: settings),
    .executableTarget(
      name: "journey-bench",
      dependencies: [
        "JourneyScenario", "JourneyModel", "JourneyEngine", "JourneyExact", "JourneyExperiments",
        "JourneyStatistics", "JourneyProbability", arguments,
      ],
      swiftSettings: settings
    ),
    // Tests: one target per room
    .target(
      name: "JourneyTestSupport",
      dependencies: ["JourneyDiagnostics", "JourneyModel"],
      path: "Tests/JourneyTestSupport",
      swiftSettings: settings
    ),
    tests("JourneyDiagnostics", []),
    tests("JourneyProbability", []),
    tests("JourneyStatistics", []),
    tests("JourneyModel", []),
    tests("JourneyEventLog", ["JourneyDiagnostics"]),
    tests("JourneyScenario", ["JourneyDiagnostics", "JourneyModel"]),
    tests(
      "JourneyEngine",
      ["JourneyModel", "JourneyScenario", "JourneyExact", "JourneyProbability", "JourneyStatistics"]
    ),
    tests("JourneyExact", ["JourneyModel", "JourneyScenario"]),
    tests("JourneyDiagram", []),
    tests(
      "JourneyExperiments",
      [
        "JourneyModel", "JourneyScenario", "JourneyEngine", "JourneyExact", "JourneyStatistics",
        "JourneyProbability",
      ]
    ),
    tests(
      "JourneyCalibration",
      ["JourneyEventLog", "JourneyScenario", "JourneyModel", "JourneyEngine", "JourneyExact"]
    ),
    tests(
      "JourneyReport",
      [
        "JourneyModel", "JourneyScenario", "JourneyStatistics", "JourneyEngine", "JourneyExperiments",
        "JourneyDiagram",
      ]
    ),
    tests("JourneyWorkbench", []),
    tests(
      "JourneyCommands",
      [
        "JourneyModel", "JourneyScenario", "JourneyProbability", "JourneyStatistics", "JourneyReport",
        "journey",
      ]
    ),
  ]
)
