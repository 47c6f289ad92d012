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
      Views: map (flow and feeling), hotspots (where dissatisfaction collects), paths (the commonest whole journeys),
      difference (a variant minus today), steps (where travellers are, visit by visit). A touchpoint stands in the same
      place in all of them, and for every variant.

      Examples:
        journey diagram shop.yaml
        journey diagram shop.yaml --view hotspots --format png
        journey diagram shop.yaml --view paths --to bought -o paths.svg
        journey diagram shop.yaml --view difference --variant "faster site" -o difference.png
        journey diagram shop.yaml --format mermaid -o -
        journey diagram shop.yaml --format dot -o - | dot -Kneato -n2 -Tpdf > shop.pdf
      """
  )

  /// What a picture is about.
  enum View: String, ExpressibleByArgument, CaseIterable {
    case map, hotspots, paths, difference, steps
  }

  /// How it is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case svg, png, pdf, dot, mermaid
    case mermaidJourney = "mermaid-journey"

    /// The format that a file's ending stands for.
    init?(ending: String) {
      guard ending != "mmd" else {
        self = .mermaid
        return
      }
      guard let format = Format(rawValue: ending), format.graphviz != nil else { return nil }
      self = format
    }

    /// The ending of a file in this format.
    var ending: String { graphviz == nil ? "mmd" : rawValue }

    /// What Graphviz draws, or nil for Mermaid text.
    var graphviz: Graphviz.Format? {
      switch self {
      case .svg: .svg
      case .png: .png
      case .pdf: .pdf
      case .dot: .dot
      case .mermaid, .mermaidJourney: nil
      }
    }
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

  @Option(help: "What the picture is about: map, hotspots, paths, difference or steps.")
  var view: View = .map

  @Option(help: "The variant to draw; for a difference, the one that is held against today.")
  var variant: String?

  @Option(
    help: "With --view paths: rank the journeys that end in this outcome (default: those that reach a goal)."
  )
  var to: String?

  @Option(
    help: "A page about one stage: all its touchpoints have cards, those of other stages are folded together."
  )
  var stage: String?

  @Option(
    help: "Most touchpoints with a card of their own, up to 150; the less visited ones are folded together."
  )
  var cards = JourneyPicture.usualMostCards

  @Option(
    help:
      "How it is written: svg, png, pdf, dot, mermaid or mermaid-journey; from the output's name unless given."
  )
  var format: Format?

  @Option(
    name: .shortAndLong,
    help: "The file to write, or - for standard output; folders that are not there are made."
  )
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
    if format == nil, let output, output != "-", Format(ending: ending(of: output)) == nil {
      throw ValidationError(
        "\(output) does not end in .svg, .png, .pdf, .dot or .mmd; say which with --format"
      )
    }
    if let format, let output, let named = Format(ending: ending(of: output)), named.ending != format.ending {
      throw ValidationError(
        "\(output) does not end in .\(format.ending), as --format \(format.rawValue) asks; leave out one of them"
      )
    }
    if !(1...150).contains(cards) { throw ValidationError("--cards must be between 1 and 150") }
    if to != nil, view != .paths { throw ValidationError("--to goes with --view paths") }
    if view == .steps, chosenFormat.graphviz == nil {
      throw ValidationError("the view of steps is a table; write it as svg, png, pdf or dot")
    }
  }

  func run() async throws {
    let scenario = try ScenarioLoading.load(file, edits: set, isQuiet: quiet)
    do {
      let subject = try await DiagramSubject(scenario, self)
      let format = chosenFormat
      let (bytes, warnings) = try subject.render(format)
      for warning in warnings where !quiet {
        FileHandle.standardError.write(Data("note: \(DisplayText.safe(warning))\n".utf8))
      }
      let path = output ?? defaultName(format)
      if path == "-" {
        FileHandle.standardOutput.write(Data(bytes))
        return
      }
      try OutputFiles.write([(path, bytes)])
      guard !quiet else { return }
      print(DisplayText.safe(subject.title))
      print("\n  \(DisplayText.safe(path))   \(OutputFiles.size(bytes.count))")
    } catch let failure as OutputFiles.Failure {
      try Complaint.end(failure.message, OutputFiles.cannotWrite)
    } catch let error as GraphvizError {
      try Complaint.end("the picture could not be drawn: \(error)", .failure)
    }
  }

  var colours: Theme { theme == .light ? .light : .dark }

  /// The format asked for, else the one that the output's name says, else SVG.
  private var chosenFormat: Format {
    if let format { return format }
    return output.flatMap { Format(ending: ending(of: $0)) } ?? .svg
  }

  private func ending(of path: String) -> String { URL(filePath: path).pathExtension.lowercased() }

  private func defaultName(_ format: Format) -> String {
    let stem = file == "-" ? "journey" : URL(filePath: file).deletingPathExtension().lastPathComponent
    // A variant's name may hold what no file name can.
    let world = variant.map { "-" + $0.map { $0.isLetter || $0.isNumber ? $0 : "-" } } ?? ""
    return "\(stem)-\(view.rawValue)\(world).\(format.ending)"
  }
}
