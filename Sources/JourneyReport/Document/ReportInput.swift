import JourneyExperiments
import JourneyModel
import JourneyStatistics

/// What a report is made from.
public struct ReportInput: Sendable {
  /// The scenario that was read.
  public var scenario: Scenario
  /// Its baseline, run.
  public var simulation: SimulationResult
  /// What mending each pain point would bring, if that was run.
  public var whatIf: ComparisonResult?
  /// The scenario's variants beside its baseline, if there are any.
  public var variants: ComparisonResult?
  /// What each touchpoint adds today, if that was run.
  public var values: ComparisonResult?
  /// The fixes under uncertain inputs and rival rules, if that was run.
  public var uncertainty: UncertaintyResult?
  /// What moves the figure by which fixes are ranked, if that was run.
  public var sensitivity: SensitivityResult?
  /// The commonest whole journeys and the steps of all, if they were counted.
  public var paths: PathsResult?
  /// What the variants change on the map, if that was run.
  public var changes: [MapChange]
  /// What pairs of fixes bring beyond both alone, if that was run.
  public var pairs: FixPairs? = nil
  /// The first journey with all fixes done, as costed, if that was run.
  public var target: SimulationResult? = nil
  /// One traveller today and with everything mended, if one was looked for.
  public var customer: TypicalTraveller? = nil
  /// The command that makes this report again, without the name of the file that it writes.
  public var command: String

  /// Creates an input.
  public init(
    scenario: Scenario,
    simulation: SimulationResult,
    whatIf: ComparisonResult? = nil,
    variants: ComparisonResult? = nil,
    values: ComparisonResult? = nil,
    uncertainty: UncertaintyResult? = nil,
    sensitivity: SensitivityResult? = nil,
    paths: PathsResult? = nil,
    changes: [MapChange] = [],
    command: String
  ) {
    self.paths = paths
    self.changes = changes
    layout = PictureLayout(scenario, today: simulation)
    self.scenario = scenario
    self.simulation = simulation
    self.whatIf = whatIf
    self.variants = variants
    self.values = values
    self.uncertainty = uncertainty
    self.sensitivity = sensitivity
    self.command = command
  }

  /// What all pictures of the scenario share, computed once.
  private let layout: PictureLayout

  /// The pictures of the baseline.
  public var pictures: JourneyPictures {
    JourneyPictures(simulation, path: scenario.path, layout: layout)
  }

  var journey: Journey { simulation.journey }
  var words: MetricWords { MetricWords(simulation.journey) }
  var currency: String { simulation.journey.run.currency }

  /// "200,000 travellers, seed 1".
  var run: String {
    "\(DecimalText.count(simulation.stamp.travellers)) travellers, seed \(simulation.stamp.seed)"
  }

  /// The look of a touchpoint's channel.
  func look(ofChannel name: String?) -> ChannelLook {
    guard let name else { return .none }
    return ChannelLook.looks(of: journey).first { $0.name == name } ?? .none
  }
}

extension ReportDocument {
  /// Makes a report of a run. Parts without data are left out; the same input gives the same report.
  public init(_ input: ReportInput) {
    let stamp = input.simulation.stamp
    title = input.journey.name
    provenance = [
      input.scenario.path, "\(DecimalText.count(stamp.travellers)) travellers", "seed \(stamp.seed)",
    ]
    verdict = VerdictWords(simulation: input.simulation, whatIf: input.whatIf).verdict
    route = input.simulation.stages.map { StageWords.short($0.name, $0.reach.mean) }
    board = Board(input)
    keyFigures = KeyFigure.figures(input)
    sections = [
      .observed(input), .map(input), .customer(input), .hotspots(input), .fixes(input), .live(input),
      .pay(input),
      .prize(input),
      .value(input), .year(input), .flows(input), .paths(input), .steps(input), .stays(input),
      .personas(input), .scenarios(input), .sure(input), .typed(input), .method(input),
    ].compactMap { $0 }
    lanes = input.pictures.frame.lanes
    colophon =
      "Made with journey \(stamp.version) from \(input.scenario.path). "
      + "One file, no network requests."
  }
}
