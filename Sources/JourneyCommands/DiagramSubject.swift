import ArgumentParser
import JourneyDiagram
import JourneyEngine
import JourneyExperiments
import JourneyModel
import JourneyReport

/// What one call of `journey diagram` draws: the runs that its view needs, and the picture made of them.
struct DiagramSubject {
  /// A map in one of its views, or the table of steps.
  private enum Content {
    case picture(JourneyPicture)
    case matrix(MatrixPicture)
  }

  private let content: Content

  /// The finding.
  var title: String {
    switch content {
    case .picture(let picture): picture.title
    case .matrix(let matrix): matrix.title
    }
  }

  /// Runs what the view needs and nothing else.
  ///
  /// - Throws: exit code 64 after a sentence where a name is unknown or missing, `CancellationError`.
  init(_ scenario: Scenario, _ command: DiagramCommand) async throws {
    let runs = Runs(scenario: scenario, command: command)
    if command.view == .steps {
      content = .matrix(try await runs.steps())
      return
    }
    var picture =
      switch command.view {
      case .hotspots: try await runs.pictures().hotspots(theme: command.colours)
      case .paths: try await runs.paths()
      case .difference: try await runs.difference()
      case .map, .steps: try await runs.pictures().map(theme: command.colours)
      }
    picture.mostCards = command.cards
    if let stage = command.stage, picture.focus == nil {
      try scenario.refuse("stage", stage, known: scenario.baseline.stages.map(\.name))
    }
    if command.engine == .auto { picture.stages = [] }
    content = .picture(picture)
  }

  /// The file's bytes, and what Graphviz complained about.
  func render(_ format: DiagramCommand.Format) throws -> (bytes: [UInt8], warnings: [String]) {
    switch content {
    case .matrix(let matrix):
      let output = try MatrixDrawing(of: matrix).render(format.graphviz ?? .svg)
      return (output.bytes, output.notes)
    case .picture(let picture):
      guard let graphviz = format.graphviz else {
        let text = format == .mermaid ? Mermaid.flowchart(of: picture) : Mermaid.journey(of: picture)
        return (Array(text.utf8), [])
      }
      let output = try Drawing(of: picture).render(graphviz)
      return (output.bytes, output.notes)
    }
  }
}

extension Graphviz.Output {
  /// What people should know about a drawing: what Graphviz complained about, and what it had no letters for.
  var notes: [String] {
    guard let first = boxes.first else { return warnings }
    let others = boxes.count == 1 ? "" : " nor \(boxes.count - 1) more of the characters in this picture"
    return warnings + [
      "no installed font has “\(first)”\(others): boxes stand for them; install a font that does"
        + " (Noto Sans CJK for Chinese, Japanese and Korean), or write SVG"
    ]
  }
}

/// The runs behind the views.
private struct Runs {
  let scenario: Scenario
  let command: DiagramCommand

  private func plan(_ journey: Journey) -> RunPlan {
    var plan = command.run.plan(journey)
    // A picture shows the first journey; later periods would only take time.
    plan.periods = 1
    return plan
  }

  private func simulate(_ journey: Journey) async throws -> SimulationResult {
    let plan = plan(journey)
    return try await shown("simulating", plan) { try await Simulator.run(journey, plan: plan, progress: $0) }
  }

  /// Runs something under a progress line.
  private func shown<Result: Sendable>(
    _ label: String,
    _ plan: RunPlan,
    _ body: @escaping @Sendable (@escaping Progress) async throws -> Result
  ) async throws -> Result {
    let progress = ProgressLine(label, total: plan.travellers, isQuiet: command.quiet)
    defer { progress.erase() }
    return try await Interruption.run { try await body(progress.update) }
  }

  /// The pictures of the world that was asked for.
  func pictures() async throws -> JourneyPictures {
    let world = try scenario.world(command.variant)
    let run = try await simulate(world)
    var today: SimulationResult? = command.variant == nil ? run : nil
    if today == nil, PictureLayout(scenario).isFolded { today = try await simulate(scenario.baseline) }
    return JourneyPictures(
      run,
      path: scenario.path,
      layout: PictureLayout(scenario, today: today),
      variant: command.variant,
      stage: command.stage
    )
  }

  private func counted() async throws -> PathsResult {
    let world = try scenario.world(command.variant)
    if let to = command.to, !world.outcomes.contains(where: { $0.name == to }) {
      try scenario.refuse("outcome", to, known: world.outcomes.map(\.name))
    }
    let plan = plan(world)
    let outcomes = command.to.map { [$0] }
    return try await shown("counting journeys", plan) {
      try await PathsExperiment.run(world, to: outcomes, plan: plan, progress: $0)
    }
  }

  func paths() async throws -> JourneyPicture {
    let counted = try await counted()
    return try await pictures().paths(counted.ranking, theme: command.colours)
  }

  func steps() async throws -> MatrixPicture {
    let world = try scenario.world(command.variant)
    return MatrixPicture(
      steps: try await counted().steps,
      journey: world,
      plan: plan(world),
      path: scenario.path,
      variant: command.variant,
      theme: command.colours
    )
  }

  func difference() async throws -> JourneyPicture {
    let variant = try theVariant()
    let baseline = scenario.baseline
    let today = try await simulate(baseline)
    let plan = plan(baseline)
    let trial = Trial(variant)
    let compared = try await shown("comparing", plan) {
      try await Comparison.run(baseline, [trial], plan: plan, progress: $0)
    }
    let changes = try await shown("comparing moves", plan) {
      try await MapChanges.run([trial], compared: compared, plan: plan, progress: $0)
    }
    guard let change = changes.first else { throw CancellationError() }
    let layout = PictureLayout(scenario, today: today)
    return JourneyPictures(today, path: scenario.path, layout: layout, stage: command.stage)
      .difference(change, metrics: compared.variants.first, theme: command.colours)
  }

  /// The variant that was named, or the only one that there is.
  private func theVariant() throws -> Variant {
    if let name = command.variant { return try scenario.variant(name) }
    if scenario.variants.count == 1, let only = scenario.variants.first { return only }
    guard !scenario.variants.isEmpty else {
      try Complaint.end(
        "\(scenario.path) has no variants, so there is no difference to draw; add some under `what if`",
        .validationFailure
      )
    }
    let names = scenario.variants.map { "\"\($0.name)\"" }.joined(separator: ", ")
    try Complaint.end("say which variant to hold against today with --variant: \(names)", .validationFailure)
  }
}
