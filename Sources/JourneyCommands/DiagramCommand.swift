import ArgumentParser
import Foundation
import JourneyDiagnostics
import JourneyDiagram
import JourneyEngine
import JourneyExperiments
import JourneyModel
import JourneyReport

/// `journey diagram`: one picture of a journey.
struct DiagramCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diagram",
    abstract: "Draw one picture of a simulated journey.",
    discussion: """
      Examples:
        journey diagram shop.yaml
        journey diagram shop.yaml --view hotspots --format png
        journey diagram shop.yaml --format dot -o - | dot -Kneato -n2 -Tpdf > shop.pdf
      """
  )

  /// What a picture is about.
  enum View: String, ExpressibleByArgument, CaseIterable {
    case map, hotspots
  }

  /// How it is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case svg, png, pdf, dot
  }

  /// Its colours.
  enum Colours: String, ExpressibleByArgument, CaseIterable {
    case light, dark
  }

  /// Where touchpoints stand.
  enum Layout: String, ExpressibleByArgument, CaseIterable {
    case grid, auto
  }

  @Argument(help: "The scenario file, or - for standard input.")
  var file: String

  @Option(
    help: "What the picture is about: map (flow and feeling) or hotspots (where dissatisfaction collects)."
  )
  var view: View = .map

  @Option(help: "How it is written: svg, png, pdf or dot; from the output's name unless given.")
  var format: Format?

  @Option(name: .shortAndLong, help: "The file to write, or - for standard output.")
  var output: String?

  @Option(help: "Light or dark colours.")
  var theme: Colours = .light

  @Option(help: "Layout: grid (by stage and channel, where the journey has stages) or auto (layers).")
  var engine: Layout = .grid

  @Option(help: "Number of travellers; the scenario's own number unless given.")
  var travellers: Int?

  @Option(help: "Seed of all draws; the scenario's own unless given.")
  var seed: UInt64?

  @Option(help: "Number of threads; figures do not depend on it.")
  var threads: Int?

  @Flag(name: .shortAndLong, help: "Print nothing but errors.")
  var quiet = false

  func validate() throws {
    if let travellers, travellers < 2 { throw ValidationError("--travellers must be at least 2") }
    if let threads, threads < 1 { throw ValidationError("--threads must be at least 1") }
  }

  func run() async throws {
    let scenario = try ScenarioLoading.load(file, isQuiet: quiet)
    do {
      let journey = scenario.baseline
      let plan = RunPlan(
        for: journey,
        travellers: travellers,
        seed: seed,
        periods: 1,
        threads: threads ?? ProcessInfo.processInfo.activeProcessorCount
      )
      let simulation = try await Simulator.run(journey, plan: plan)
      let pictures = JourneyPictures(simulation, path: scenario.path)
      var picture = view == .map ? pictures.map(theme: colours) : pictures.hotspots(theme: colours)
      if engine == .auto { picture.stages = [] }
      let format = chosenFormat
      let drawing = try Drawing(of: picture).render(Graphviz.Format(rawValue: format.rawValue) ?? .svg)
      for warning in drawing.warnings where !quiet {
        FileHandle.standardError.write(Data("note: \(DisplayText.safe(warning))\n".utf8))
      }
      let path = output ?? defaultName(format)
      if path == "-" {
        FileHandle.standardOutput.write(Data(drawing.bytes))
        return
      }
      try OutputFiles.write([(path, drawing.bytes)])
      guard !quiet else { return }
      print(DisplayText.safe(picture.title))
      print("\n  \(DisplayText.safe(path))   \(OutputFiles.size(drawing.bytes.count))")
    } catch let failure as OutputFiles.Failure {
      try Complaint.end(failure.message, ExitCode(73))
    } catch let error as ExperimentError {
      try Complaint.end(error.message, .failure)
    } catch let error as GraphvizError {
      try Complaint.end("the picture could not be drawn: \(error)", .failure)
    }
  }

  private var colours: Theme { theme == .light ? .light : .dark }

  /// The format asked for, else the one that the output's name says, else SVG.
  private var chosenFormat: Format {
    if let format { return format }
    let ending = output.map { URL(filePath: $0).pathExtension.lowercased() } ?? ""
    return Format(rawValue: ending) ?? .svg
  }

  private func defaultName(_ format: Format) -> String {
    let stem = file == "-" ? "journey" : URL(filePath: file).deletingPathExtension().lastPathComponent
    return "\(stem)-\(view.rawValue).\(format.rawValue)"
  }
}
