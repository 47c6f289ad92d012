import Foundation
import JourneyTestSupport
import Testing

/// What README says is run, or compared with what it speaks of.
@Suite("README")
struct ReadmeTests {
  private let text: String
  private let package: String

  init() throws {
    text = try String(contentsOf: ProjectFiles.root.appending(path: "README.md"), encoding: .utf8)
    package = try String(contentsOf: ProjectFiles.root.appending(path: "Package.swift"), encoding: .utf8)
  }

  /// A command line in a console block, and what is shown below it.
  private struct Example {
    var words: [String]
    var shown: [String]
  }

  private var examples: [Example] { Self.examples(blocks("console")) }

  private static func examples(_ blocks: [[String]]) -> [Example] {
    blocks.flatMap { lines in
      lines.reduce(into: [Example]()) { examples, line in
        if line.hasPrefix("$ ") {
          examples.append(Example(words: words(line.dropFirst(2)), shown: []))
        } else if let last = examples.indices.last {
          examples[last].shown.append(line)
        }
      }
    }
  }

  /// A command line's words; double quotes keep spaces together.
  private static func words(_ line: Substring) -> [String] {
    var (words, word, isQuoted) = ([String](), "", false)
    for character in line {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == " ", !isQuoted {
        words.append(word)
        word = ""
      } else {
        word.append(character)
      }
    }
    return (words + [word]).filter { !$0.isEmpty }
  }

  /// Lines of the code blocks of a language.
  private func blocks(_ language: String) -> [[String]] {
    var (blocks, open) = ([[String]](), false)
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line == "```\(language)" {
        open = true
        blocks.append([])
      } else if line == "```" {
        open = false
      } else if open {
        blocks[blocks.count - 1].append(line)
      }
    }
    return blocks
  }

  /// Whether a text holds what is shown, in order and without gaps but where a line is only an ellipsis.
  private static func holds(_ output: String, _ shown: [String]) -> Bool {
    var rest = Substring(output)
    for part in shown.split(whereSeparator: { $0.trimmingCharacters(in: .whitespaces) == "…" }) {
      guard let range = rest.firstRange(of: part.joined(separator: "\n")) else { return false }
      rest = rest[range.upperBound...]
    }
    return true
  }

  @Test("Every command line runs, and prints what is shown below it")
  func commands() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(
      at: folder.url.appending(path: "Scenarios"),
      withDestinationURL: ProjectFiles.scenarios
    )
    #expect(examples.count > 6)
    for example in examples {
      #expect(example.words.first == "journey")
      var arguments = Array(example.words.dropFirst())
      #if DEBUG
        // Without optimisation the showcases take too long; what is shown stays as it is.
        let sends: Set<String> = ["simulate", "what-if", "compare", "report", "diagram"]
        if example.shown.isEmpty, sends.contains(arguments[0]) { arguments += ["--travellers", "500"] }
      #endif
      let run = try CommandRun(arguments, folder: folder.url)
      #expect(run.exitCode == 0, "\(example.words): \(run.errors)")
      #expect(Self.holds(run.output, example.shown), "\(example.words) prints\n\(run.output)")
    }
  }

  @Test("A command line that fails, and output that is not printed, are seen")
  func twin() throws {
    let block = ["$ journey simulate \"no such.yaml\"", "  one", "  …", "  three"]
    let examples = Self.examples([block])
    #expect(examples.first?.words == ["journey", "simulate", "no such.yaml"])
    let shown = try #require(examples.first).shown
    #expect(Self.holds("0\n  one\n  two\n  three\n", shown))
    #expect(!Self.holds("  one\n  two\n", shown))
    #expect(!Self.holds("  three\n  one\n", shown))
    #expect(try CommandRun(["simulate", "no such.yaml"]).exitCode != 0)
  }

  @Test("The scenario it shows is the one that is shipped")
  func scenario() throws {
    let shown = try #require(blocks("yaml").first).joined(separator: "\n")
    let shipped = try ShippedScenarios.text("first-steps.yaml")
    let start = try #require(shipped.firstRange(of: "\njourney:")).lowerBound
    #expect(shown + "\n" == String(shipped[shipped.index(after: start)...]))
  }

  @Test("The rooms it maps are those of the package, in their order")
  func rooms() {
    let declared = package.matches(of: /(?:room|\.executableTarget)\(\s*(?:name: )?"([^"]+)"/).map {
      String($0.output.1)
    }
    let mapped = text.matches(of: /(?m)^\| `([Jj]ourney[^ `]*)` \|/).map { String($0.output.1) }
    #expect(declared.count > 12)
    #expect(mapped == declared)
  }

  @Test("Every command has a row in the table")
  func table() throws {
    let help = try CommandRun(["--help"]).output
    let names = help.matches(of: /(?m)^ {2}([a-z][a-z-]+) {2,}/).map { String($0.output.1) }
    #expect(names.count > 10)
    for name in names {
      #expect(text.contains("| `journey \(name)"), "\(name)")
    }
  }

  @Test("Every file it points to is there")
  func links() {
    let targets = text.matches(of: /\]\(([^)#]+)\)/).map { String($0.output.1) }
    #expect(targets.count > 5)
    for target in targets where !target.contains("://") {
      let place = ProjectFiles.root.appending(path: target).path(percentEncoded: false)
      #expect(FileManager.default.fileExists(atPath: place), "\(target)")
    }
  }
}
