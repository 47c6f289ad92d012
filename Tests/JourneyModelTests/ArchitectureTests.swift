import Foundation
import JourneyTestSupport
import Testing

/// The rules of the package's structure, each a function from a file's text to complaints.
private enum Architecture {
  /// What each room may import of this package and its dependencies; the lowest layer stands first.
  static let rooms: [(name: String, imports: [String])] = [
    ("JourneyDiagnostics", []),
    ("JourneyProbability", ["RealModule"]),
    ("JourneyStatistics", ["JourneyProbability", "RealModule"]),
    ("JourneyModel", ["JourneyDiagnostics"]),
    ("JourneyEventLog", ["JourneyDiagnostics", "CZlib"]),
    ("JourneyScenario", ["JourneyDiagnostics", "JourneyModel", "JourneyProbability", "Yams"]),
    ("JourneyEngine", ["JourneyModel", "JourneyProbability", "JourneyStatistics", "RealModule"]),
    ("JourneyExact", ["JourneyModel", "JourneyProbability", "RealModule"]),
    ("JourneyDiagram", ["CGraphviz"]),
    (
      "JourneyExperiments",
      [
        "JourneyModel", "JourneyProbability", "JourneyStatistics", "JourneyScenario", "JourneyEngine",
        "JourneyExact", "RealModule",
      ]
    ),
    (
      "JourneyCalibration",
      [
        "JourneyDiagnostics", "JourneyEventLog", "JourneyModel", "JourneyProbability", "JourneyStatistics",
        "RealModule",
      ]
    ),
    (
      "JourneyReport",
      [
        "JourneyDiagnostics", "JourneyEngine", "JourneyScenario",
        "JourneyModel", "JourneyStatistics", "JourneyProbability", "JourneyExact", "JourneyExperiments",
        "JourneyDiagram", "JourneyCalibration",
      ]
    ),
    ("JourneyWorkbench", ["FlyingFox", "FlyingSocks"]),
    (
      "JourneyCommands",
      [
        "JourneyDiagnostics", "JourneyModel", "JourneyStatistics", "JourneyEventLog", "JourneyScenario",
        "JourneyEngine", "JourneyExact", "JourneyDiagram", "JourneyExperiments", "JourneyCalibration",
        "JourneyReport", "JourneyWorkbench", "ArgumentParser",
      ]
    ),
    ("journey", ["JourneyCommands"]),
    (
      "journey-bench",
      [
        "JourneyProbability",
        "JourneyScenario", "JourneyModel", "JourneyEngine", "JourneyExact", "JourneyExperiments",
        "JourneyStatistics", "ArgumentParser",
      ]
    ),
  ]

  /// Part of the toolchain and without input or output.
  static let everywhere: Set<String> = ["Synchronization", "Dispatch"]

  /// Part of the toolchain, for rooms that meet the world outside.
  static let outside: Set<String> = ["Foundation", "FoundationEssentials", "Glibc", "Musl", "Darwin"]

  /// Rooms that are pure computation.
  static let pure: Set<String> = [
    "JourneyModel", "JourneyDiagnostics", "JourneyProbability", "JourneyStatistics", "JourneyEngine",
    "JourneyExact",
  ]

  /// Rooms that hand memory to C, or earned it by measurement.
  static let mayBeUnsafe: Set<String> = ["JourneyDiagram", "JourneyEngine", "JourneyEventLog"]

  static let longestFile = 500

  /// The lines of code with their numbers from 1, comments left out.
  private static func code(_ text: String) -> [(number: Int, line: String)] {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, line in
      let trimmed = line.trimmingCharacters(in: .whitespaces)
      return trimmed.hasPrefix("//") ? nil : (index + 1, trimmed)
    }
  }

  /// Modules that a file imports.
  static func imports(_ text: String) -> [String] {
    code(text).compactMap { _, line in
      let words = line.split(separator: " ").drop { $0.hasPrefix("@") || $0 == "public" || $0 == "package" }
      guard words.first == "import" else { return nil }
      // `import struct Foundation.URL` imports from Foundation.
      let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
      return words.dropFirst().drop { kinds.contains($0) }.first?.split(separator: ".").first.map(String.init)
    }
  }

  /// Imports that the table does not allow.
  static func forbiddenImports(_ text: String, in room: String) -> [String] {
    let allowed = Set(rooms.first { $0.name == room }?.imports ?? [])
    return imports(text).filter { module in
      !(allowed.contains(module) || everywhere.contains(module)
        || (outside.contains(module) && !pure.contains(room)))
    }
  }

  /// Words that must not stand in code.
  static func forbiddenWords(_ text: String, in room: String) -> [String] {
    // Put together from halves, so that this file does not hold them.
    let traps = ["try" + "!", "as" + "!", "fatal" + "Error("]
    let unsafe = ["Un" + "safe", "unsafe" + "BitCast", "(un" + "safe)", "unsafe" + "ly", "[un" + "checked:"]
    return code(text).flatMap { number, line in
      (traps + (mayBeUnsafe.contains(room) ? [] : unsafe)).filter(line.contains).map { "\(number): \($0)" }
    }
  }

  /// Absolute paths of somebody's machine.
  static func machinePaths(_ text: String) -> [String] {
    let roots = ["home", "Users", "work", "root"].map { "/" + $0 + "/" }
    return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap { index, line in
      roots.filter { root in
        line.ranges(of: root).contains { range in
          // A folder of the project may be called so; a path of a machine begins there.
          range.lowerBound == line.startIndex
            || !(line[line.index(before: range.lowerBound)].isLetter
              || line[line.index(before: range.lowerBound)].isNumber
              || "./_-}".contains(line[line.index(before: range.lowerBound)]))
        }
      }.map { "\(index + 1): \($0)" }
    }
  }
}

@Suite("Architecture")
struct ArchitectureTests {
  private struct File {
    var room: String
    var path: String
    var text: String
  }

  /// All text files below some folders, in order; the room is the folder below.
  private func files(below folders: [String], endings: Set<String>) -> [File] {
    folders.flatMap { folder -> [File] in
      let root = ProjectFiles.root.appending(path: folder)
      let names = (FileManager.default.enumerator(atPath: root.path)?.allObjects ?? []).compactMap {
        $0 as? String
      }
      return names.sorted().filter { endings.contains(($0 as NSString).pathExtension) }.compactMap { name in
        // A folder has no text.
        (try? String(contentsOf: root.appending(path: name), encoding: .utf8)).map {
          File(room: String(name.split(separator: "/")[0]), path: "\(folder)/\(name)", text: $0)
        }
      }
    }
  }

  @Test("Every room imports only what its place in the layers allows")
  func imports() {
    let files = files(below: ["Sources"], endings: ["swift"])
    #expect(files.count > 50)
    for file in files {
      #expect(Architecture.rooms.contains { $0.name == file.room }, "\(file.room) has no place in the layers")
      #expect(Architecture.forbiddenImports(file.text, in: file.room) == [], "\(file.path)")
    }
  }

  @Test("The table holds no import of a higher layer, and the solver never knows the engine")
  func layers() throws {
    for (index, room) in Architecture.rooms.enumerated() {
      let higher = Set(Architecture.rooms[index...].map(\.name))
      #expect(room.imports.filter(higher.contains) == [], "\(room.name)")
    }
    let exact = try #require(Architecture.rooms.first { $0.name == "JourneyExact" })
    #expect(!exact.imports.contains("JourneyEngine"))
  }

  @Test("No file is longer than the limit")
  func length() {
    for file in files(below: ["Sources", "Tests"], endings: ["swift"]) {
      #expect(file.text.count(where: \.isNewline) <= Architecture.longestFile, "\(file.path)")
    }
  }

  @Test("No code traps on input or leaves memory safety outside the rooms that may")
  func words() {
    for file in files(below: ["Sources"], endings: ["swift"]) {
      #expect(Architecture.forbiddenWords(file.text, in: file.room) == [], "\(file.path)")
    }
  }

  @Test("No file names a place on somebody's machine")
  func paths() {
    let kinds: Set<String> = ["swift", "yaml", "json", "csv", "md", "h", "modulemap", "html", "dot", ""]
    let folders = ["Sources", "Tests", "Scripts", "Scenarios", ".ci"]
    for file in files(below: folders, endings: kinds) {
      #expect(Architecture.machinePaths(file.text) == [], "\(file.path)")
    }
  }

  @Test("The rules see what they forbid")
  func twin() {
    let root = "/" + "home/"
    let bad = """
      @testable import JourneyEngine
      import struct Foundation.URL
      // import JourneyReport
      let trap = try! read() as! Int
      let memory: UnsafePointer<Int>
      let place = "\(root)somewhere", other = "Sources\(root)x"
      """
    #expect(Architecture.forbiddenImports(bad, in: "JourneyExact") == ["JourneyEngine", "Foundation"])
    #expect(Architecture.forbiddenImports(bad, in: "JourneyExperiments") == [])
    #expect(Architecture.forbiddenWords(bad, in: "JourneyExact").count == 3)
    #expect(Architecture.forbiddenWords(bad, in: "JourneyDiagram").count == 2)
    #expect(Architecture.machinePaths(bad).count == 1)
  }
}
