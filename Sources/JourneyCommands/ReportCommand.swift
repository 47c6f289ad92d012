import ArgumentParser
import Foundation
import JourneyDiagnostics
import JourneyDiagram
import JourneyEngine
import JourneyExperiments
import JourneyModel
import JourneyReport
import JourneyScenario

/// `journey report`: one page that says what a scenario comes to.
struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Simulate a scenario, its fixes and its variants, and write one page about it.",
    discussion: """
      Examples:
        journey report shop.yaml
        journey report shop.yaml -o Reports/ --pictures
        journey report shop.yaml -o shop.html --travellers 1000000 --open
        journey report shop.yaml --json -o shop.json

      The page is one file without network requests; it works without JavaScript, dark, narrow and printed.
      --json writes the page's figures instead, in full precision; with a folder or a page to write, beside it.
      """
  )

  @Argument(help: "The scenario file, or - for standard input.")
  var file: String

  @Option(
    name: .shortAndLong,
    help:
      "A folder for the files, the page's own name (.html), that of its figures (.json), or - for standard output. (default: .)"
  )
  var output: String?

  @Flag(
    help: "Print the figures as JSON instead; with -o NAME.html or a folder, write them beside the page."
  )
  var json = false

  @OptionGroup var run: RunOptions

  @Flag(help: "Write the pictures as SVG and PNG files beside the page.")
  var pictures = false

  @Flag(help: "Open the page afterwards.")
  var open = false

  @Option(help: "Change a value first, as in --set 'pain points.late parcel.hits=5%'.")
  var set: [String] = []

  @Flag(name: .shortAndLong, help: "Print nothing but errors.")
  var quiet = false

  func run() async throws {
    let inputs = try ScenarioLoading.loadInputs(file, edits: set, isQuiet: quiet, isColoured: false)
    let scenario = inputs.scenario
    do {
      let plan = run.plan(scenario.baseline)
      let input = try await ReportMaking(inputs, plan, command: command(plan), isQuiet: quiet).input()
      let figures = wantsFigures ? ReportJSON.document(input).pretty + "\n" : ""
      if isFiguresOnly {
        guard let output, output != "-" else {
          FileHandle.standardOutput.write(Data(figures.utf8))
          return
        }
        try OutputFiles.write([(output, Array(figures.utf8))])
        if !quiet { print("  \(DisplayText.safe(output))   \(OutputFiles.size(figures.utf8.count))") }
        return
      }
      let document = ReportDocument(input)
      let page = try ReportPage.html(document)
      if output == "-" {
        FileHandle.standardOutput.write(Data(page.utf8))
        return
      }
      let place = place(scenario)
      var files = [(path: place.page, bytes: Array(page.utf8))]
      if wantsFigures { files.append((place.figures, Array(figures.utf8))) }
      if pictures { files += try pictureFiles(input, folder: place.folder) }
      try OutputFiles.write(files)
      if !quiet { summarise(document, files) }
      if open { Opening.show(place.page) }
    } catch let failure as OutputFiles.Failure {
      try Complaint.end(failure.message, OutputFiles.cannotWrite)
    } catch let problem as InterventionProblem {
      try Complaint.end(problem.message, ScenarioLoading.invalidInput)
    } catch let error as GraphvizError {
      try Complaint.end("a picture could not be drawn: \(error)", .failure)
    }
  }

  /// The command that makes the same figures again.
  private func command(_ plan: RunPlan) -> String {
    "journey report \(quoted(file)) --travellers \(plan.travellers) --seed \(plan.seed)"
      + (run.periods.map { " --periods \($0)" } ?? "") + set.map { " --set \(quoted($0))" }.joined()
  }

  /// A word as a shell reads it.
  private func quoted(_ word: String) -> String {
    let isPlain = word.allSatisfy { $0.isLetter || $0.isNumber || "._-/+=%".contains($0) }
    return isPlain ? word : "'" + word.replacingOccurrences(of: "'", with: "'\\''") + "'"
  }

  /// Whether the figures are wanted as JSON.
  private var wantsFigures: Bool { json || output?.hasSuffix(".json") == true }

  /// Whether they are all that is wanted: a page needs a name or a folder of its own.
  private var isFiguresOnly: Bool {
    wantsFigures && (output == nil || output == "-" || output?.hasSuffix(".json") == true)
  }

  private func place(_ scenario: Scenario) -> (page: String, figures: String, folder: String) {
    let output = output ?? "."
    if output.hasSuffix(".html") || output.hasSuffix(".htm") {
      let stem = output.prefix(upTo: output.lastIndex(of: ".") ?? output.endIndex)
      return (output, "\(stem).json", URL(filePath: output).deletingLastPathComponent().relativePath)
    }
    let name = file == "-" ? "journey" : URL(filePath: file).deletingPathExtension().lastPathComponent
    let folder = output.hasSuffix("/") ? String(output.dropLast()) : output
    let prefix = folder == "." || folder.isEmpty ? "" : folder + "/"
    return ("\(prefix)\(name).html", "\(prefix)\(name).json", prefix.isEmpty ? "." : folder)
  }

  private func pictureFiles(_ input: ReportInput, folder: String) throws -> [(path: String, bytes: [UInt8])] {
    let pictures = input.pictures
    let prefix = folder == "." ? "" : folder + "/"
    let stem = file == "-" ? "journey" : URL(filePath: file).deletingPathExtension().lastPathComponent
    var files: [(path: String, bytes: [UInt8])] = []
    var views = [("map", pictures.map()), ("hotspots", pictures.hotspots())]
    if let ranking = input.paths?.ranking, !ranking.paths.isEmpty {
      views.append(("paths", pictures.paths(ranking)))
    }
    for (name, picture) in views {
      let drawing = try Drawing(of: picture)
      for format in [Graphviz.Format.svg, .png] {
        let bytes = try drawing.render(format).bytes
        files.append(("\(prefix)\(stem)-\(name).\(format.rawValue)", bytes))
      }
    }
    return files
  }

  private func summarise(_ document: ReportDocument, _ files: [(path: String, bytes: [UInt8])]) {
    print(DisplayText.safe(document.verdict.headline))
    print("")
    let width = files.map(\.path.count).max() ?? 0
    for (index, file) in files.enumerated() {
      let name = DisplayText.safe(file.path)
      let padding = String(repeating: " ", count: max(0, width - name.count) + 3)
      let size = OutputFiles.size(file.bytes.count)
      print("  \(name)\(padding)\(size)" + (index == 0 ? "   one file, no network requests" : ""))
    }
    if !open, let page = files.first {
      print("\nNext: open \(DisplayText.safe(page.path)) in a browser, or add --open")
    }
  }
}

/// Shows a file in the program that people have for it.
enum Opening {
  static func show(_ path: String) {
    #if os(macOS)
      let program = "/usr/bin/open"
    #else
      let program = "/usr/bin/xdg-open"
    #endif
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = [URL(filePath: path).path]
    do { try process.run() } catch {
      Terminal.note("note: no program to open \(path) with; open it in a browser yourself\n")
    }
  }
}
