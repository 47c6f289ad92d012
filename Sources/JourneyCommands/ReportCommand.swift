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
        journey report shop.yaml --format md -o - | gh pr comment --body-file -
        journey report shop.yaml --pdf
        journey report shop.yaml -o shop.pdf
        journey report shop.yaml --json -o shop.json

      The page is one file without network requests; it works without JavaScript, dark, narrow and printed.
      The Markdown is a summary for pull requests and wikis, with the journey as a Mermaid flowchart.

      A PDF is the page, printed by a browser without a window: Chromium, Google Chrome or Microsoft Edge, whichever \
      is there, or the one that JOURNEY_BROWSER names. Without one the pictures are written as PDF instead, a note \
      says so, and the exit code is 1.

      --json writes the page's figures instead, in full precision; with a folder or a page to write, beside it.
      """
  )

  /// How it is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case html, md, pdf, json
  }

  @Argument(help: "The scenario file, or - for standard input.")
  var file: String

  @Option(
    name: .shortAndLong,
    help:
      "A folder for the files, the report's own name (.html, .md, .pdf or .json), or - for standard output (default: .). Folders that are not there are made."
  )
  var output: String?

  @Flag(
    help: "Print the figures as JSON instead; with -o NAME.html or a folder, write them beside the page."
  )
  var json = false

  @Option(help: "How it is written: html, md, pdf or json (default: as the output's name says, else html).")
  var format: Format?

  @OptionGroup var run: RunOptions

  @Flag(help: "Write the page as NAME.pdf as well.")
  var pdf = false

  @Flag(help: "Write the pictures as SVG and PNG files beside the page.")
  var pictures = false

  @Flag(help: "Open the page afterwards.")
  var open = false

  @Option(help: "Change a value first, as in --set 'pain points.late parcel.hits=5%'.")
  var set: [String] = []

  @Flag(name: .shortAndLong, help: "Print nothing but errors.")
  var quiet = false

  /// Figures that nobody gave a place for are printed, as by the other commands.
  private var target: String { output ?? (json && format == nil ? "-" : ".") }

  private var place: ReportPlace {
    ReportPlace(file: file, output: target, format: format ?? (json && target == "-" ? .json : nil))
  }

  func validate() throws {
    if let format, let named = ReportPlace.format(of: target), named != format {
      throw ValidationError(
        "\(target) does not end in .\(format.rawValue), as --format \(format.rawValue) asks"
      )
    }
    if let output, ReportPlace.isUnknown(output) {
      throw ValidationError(
        "\(output) does not end in .html, .md, .pdf or .json; for a folder of that name write \(output)/"
      )
    }
    if target == "-" {
      if json, let format, format != .json {
        throw ValidationError(
          "--json writes the figures beside a file; on standard output there is room for one"
        )
      }
      if pdf {
        throw ValidationError("--pdf writes a file beside the page; for standard output use --format pdf")
      }
      if pictures { throw ValidationError("--pictures writes files; give a folder with -o") }
      if open { throw ValidationError("--open needs a file; give a folder with -o") }
    }
  }

  func run() async throws {
    let inputs = try ScenarioLoading.loadInputs(file, edits: set, isQuiet: quiet, isColoured: false)
    let place = place
    do {
      let plan = run.plan(inputs.scenario.baseline)
      var making = ReportMaking(inputs, plan, command: command(plan), isQuiet: quiet)
      making.edits = set
      let input = try await making.input()
      let report = try await WrittenReport(input, place, withPDF: pdf, withFigures: json, isQuiet: quiet)
      if target == "-" {
        if let bytes = report.files.first?.bytes { FileHandle.standardOutput.write(Data(bytes)) }
      } else {
        var files = report.files
        if pictures { files += try ReportPictures.files(input, place, [.svg, .png], isQuiet: quiet) }
        try OutputFiles.write(files)
        if !quiet { summarise(report.document, files) }
        if open, let first = files.first {
          await Opening.show(first.path, at: URL(filePath: first.path).path)
        }
      }
      if let missing = report.missing { try Complaint.end(missing, .failure) }
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
    ReportMaking.command(file, plan, periods: run.periods, edits: set)
  }

  private func summarise(_ document: ReportDocument, _ files: [(path: String, bytes: [UInt8])]) {
    print(DisplayText.safe(document.verdict.headline))
    print("")
    let width = files.map(\.path.count).max() ?? 0
    for file in files {
      let name = DisplayText.safe(file.path)
      let padding = String(repeating: " ", count: max(0, width - name.count) + 3)
      let size = OutputFiles.size(file.bytes.count)
      print(
        "  \(name)\(padding)\(size)"
          + (file.path.hasSuffix(".html") ? "   one file, no network requests" : "")
      )
    }
    if !open, let page = files.first { print("\n" + ReportPlace.next(page.path)) }
  }
}
