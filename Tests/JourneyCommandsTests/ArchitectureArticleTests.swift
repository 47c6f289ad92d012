import Foundation
import JourneyProbability
import JourneyTestSupport
import Testing

/// The Architecture article is always true where a test can tell.
@Suite("The Architecture article")
struct ArchitectureArticleTests {
  private let text: String

  init() throws {
    let place = "Sources/JourneyCommands/Documentation.docc/Architecture.md"
    text = try String(contentsOf: ProjectFiles.root.appending(path: place), encoding: .utf8)
  }

  /// The cells of the rows of the table whose header begins with a word.
  private func table(_ header: String) -> [[String]] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(where: { $0.hasPrefix("| \(header) |") }) else { return [] }
    return lines[(start + 2)...].prefix { $0.hasPrefix("|") }.map { line in
      line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast().map {
        $0.trimmingCharacters(in: .whitespaces)
      }
    }
  }

  @Test("Its table of draws is the one in the code")
  func draws() {
    let code = DrawPurpose.allCases.map { purpose in
      ["\(purpose)", "\(purpose.rawValue)"] + purpose.words.map { $0 ?? "" }
    }
    #expect(table("purpose") == code)
  }

  @Test("Its rooms are those of the package, in their order")
  func rooms() throws {
    let package = try String(contentsOf: ProjectFiles.root.appending(path: "Package.swift"), encoding: .utf8)
    let declared = package.matches(of: /(?:room|\.executableTarget)\(\s*(?:name: )?"([^"]+)"/).map {
      "`\($0.output.1)`"
    }
    #expect(table("room").map { $0[0] } == declared)
  }

  @Test("The folders it names are there")
  func folders() {
    let rows = table("room").flatMap { row in
      row[1].matches(of: /`([A-Z][A-Za-z]+)\/`/).map { "\(row[0].filter { $0 != "`" })/\($0.output.1)" }
    }
    let places = text.matches(of: /`(Journey[A-Za-z]+\/[A-Za-z\/]+)`/).map { String($0.output.1) }
    #expect(rows.count > 20)
    #expect(places.count > 5)
    for place in rows + places {
      let folder = ProjectFiles.root.appending(path: "Sources/\(place)").path(percentEncoded: false)
      #expect(FileManager.default.fileExists(atPath: folder), "\(place)")
    }
  }
}
