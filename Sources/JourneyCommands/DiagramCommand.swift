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

  @OptionGroup var run: RunOptions

  @Option(help: "Change a value first, as in --set 'pain points.late parcel.hits=5%'.")
  var set: [String] = []

  @Flag(name: .shortAndLong, help: "Print nothing but errors.")
  var quiet = false

  func validate() throws {
    if format == nil, let output, output != "-", Format(rawValue: ending(of: output)) == nil {
      throw ValidationError("\(output) does not end in .svg, .png, .pdf or .dot; say which with --format")
    }
  }

  func run() async throws {
    let scenario = try ScenarioLoading.load(file, edits: set, isQuiet: quiet)
    do {
      let journey = scenario.baseline
      var plan = run.plan(journey)
      // A picture shows the first journey; later periods would only take time.
      plan.periods = 1
      let (sent, progress) = (plan, ProgressLine("simulating", total: plan.travellers, isQuiet: quiet))
      let simulation = try await Interruption.run {
        try await Simulator.run(journey, plan: sent, progress: progress.update)
      }
      progress.erase()
      let pictures = JourneyPictures(simulation, path: scenario.path, layout: PictureLayout(scenario, today: simulation))
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
      try Complaint.end(failure.message, OutputFiles.cannotWrite)
    } catch let error as GraphvizError {
      try Complaint.end("the picture could not be drawn: \(error)", .failure)
    }
  }

  private var colours: Theme { theme == .light ? .light : .dark }

  /// The format asked for, else the one that the output's name says, else SVG.
  private var chosenFormat: Format {
    if let format { return format }
    return output.flatMap { Format(rawValue: ending(of: $0)) } ?? .svg
  }

  private func ending(of path: String) -> String { URL(filePath: path).pathExtension.lowercased() }

  private func defaultName(_ format: Format) -> String {
    let stem = file == "-" ? "journey" : URL(filePath: file).deletingPathExtension().lastPathComponent
    return "\(stem)-\(view.rawValue).\(format.rawValue)"
  }
}
