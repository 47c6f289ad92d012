import JourneyEngine
import JourneyModel
import JourneyProbability
import JourneyScenario
import JourneyStatistics

/// How much of a sensitivity is done.
public struct SensitivityPlan: Sendable, Hashable {
  /// Travellers behind each bar.
  public var travellers: Int
  /// Whether unmarked inputs are varied too.
  public var withUnmarked: Bool
  /// Whether values are looked for at which conclusions change.
  public var withSwitches: Bool
  /// Trajectories of the screening; 0 for none.
  public var trajectories: Int

  /// Creates a plan.
  public init(
    travellers: Int = 10_000,
    withUnmarked: Bool = true,
    withSwitches: Bool = true,
    trajectories: Int = 0
  ) {
    self.travellers = travellers
    self.withUnmarked = withUnmarked
    self.withSwitches = withSwitches
    self.trajectories = trajectories
  }
}

/// Which inputs a figure, or the difference that a change makes, hangs on.
public struct Sensitivity: Sendable {
  /// How far an unmarked input is moved, as a share of it.
  public static let unmarkedRange = 0.2
  /// Batches of the travellers, for intervals.
  static let batches = 20
  /// Inputs without a mark that are searched for switching values: those with the greatest swings.
  public static let searchedUnmarked = 10

  let inputs: ScenarioInputs
  let choice: TrialChoice
  let subject: SensitivitySubject
  let metric: MetricID
  let comparison: ComparisonResult
  let plan: RunPlan
  let amount: SensitivityPlan

  /// Prepares a sensitivity.
  ///
  /// - Parameters:
  ///   - inputs: the scenario with its numbers.
  ///   - choice: the changes whose conclusions are tested; the subject's is among them.
  ///   - subject: a figure as it stands, or the difference that a change makes.
  ///   - metric: the figure.
  ///   - comparison: the run of the changes with inputs as typed, ranked.
  ///   - plan: seed, periods, threads, and the travellers of `comparison`.
  public init(
    _ inputs: ScenarioInputs,
    _ choice: TrialChoice,
    _ subject: SensitivitySubject,
    metric: MetricID,
    comparison: ComparisonResult,
    plan: RunPlan,
    _ amount: SensitivityPlan = SensitivityPlan()
  ) {
    self.inputs = inputs
    self.choice = choice
    self.subject = subject
    self.metric = metric
    self.comparison = comparison
    self.plan = plan
    self.amount = amount
  }

  /// Runs the bars, the search and the screening.
  ///
  /// - Throws: `CancellationError`, `ExperimentError`, `InterventionProblem`.
  /// - Complexity: O(inputs x travellers x visits), the search and the screening some times that.
  public func run(progress: Progress? = nil) async throws -> SensitivityResult {
    let candidates = inputs.inputs.indices.filter { isConcerned($0) }
    let tried = candidates.filter { inputs.inputs[$0].law != nil || canMove($0) }
    let bars = try await bars(tried, progress: progress)
    let real = bars.filter(\.isReal).sorted { ($1.swing, $0.input.path) < ($0.swing, $1.input.path) }
    var result = SensitivityResult(
      journey: comparison.journey,
      stamp: comparison.stamp,
      metric: metric,
      subject: subject,
      today: try today(),
      travellers: min(comparison.stamp.travellers, amount.travellers),
      bars: real,
      idle: bars.count - real.count,
      zeros: candidates.count - tried.count,
      tested: [],
      switches: [],
      searched: 0,
      baseline: comparison.baseline
    )
    if amount.withSwitches {
      let unmarked = real.filter { $0.input.law == nil }.prefix(Self.searchedUnmarked).map(\.input.path)
      let searched = tried.filter {
        inputs.inputs[$0].law != nil || unmarked.contains(inputs.inputs[$0].path)
      }
      let search = SwitchSearch(self)
      (result.tested, result.switches) = try await search.run(searched, progress: progress)
      result.searched = searched.count
    }
    if amount.trajectories > 1 { result.screening = try await Screening(self).run(tried, progress: progress) }
    return result
  }

  /// Whether an input can move the subject: numbers of other variants cannot.
  private func isConcerned(_ at: Int) -> Bool {
    let input = inputs.inputs[at]
    guard amount.withUnmarked || input.law != nil else { return false }
    guard let variant = input.variant else { return true }
    if case .difference(let name, _) = subject { return name == variant }
    return false
  }

  private func canMove(_ at: Int) -> Bool { inputs.inputs[at].value != 0 }

  private func today() throws -> Estimate {
    switch subject {
    case .level:
      guard let estimate = comparison.baseline.first(where: { $0.id == metric })?.estimate else {
        throw ExperimentError.noTravellers
      }
      return estimate
    case .difference(let name, let operation):
      let variant = comparison.variants.first { $0.name == name && $0.operation == operation }
      guard let estimate = variant?.metric(metric)?.difference else { throw ExperimentError.noTravellers }
      return estimate
    }
  }

  /// The ends of an input's range: 95 % of what it may be, or a fifth less and more.
  func ends(of at: Int) -> (low: Double, high: Double) {
    let input = inputs.inputs[at]
    if let range = input.law?.range { return (range.lowerBound, range.upperBound) }
    let ends = [1 - Self.unmarkedRange, 1 + Self.unmarkedRange].map { input.value * $0 }
    return (min(ends[0], ends[1]), max(ends[0], ends[1]))
  }

  /// Today as typed, whose tables other worlds take over where they are the same.
  var typed: CompiledJourney { CompiledJourney(comparison.journey) }

  // MARK: Bars

  /// The journeys that a point needs: today, and with the change where it is a difference.
  func worlds(_ scenario: Scenario) throws -> [Journey] {
    guard case .difference(let name, let operation) = subject else { return [scenario.baseline] }
    let trial = try choice.trials(scenario).first { $0.name == name && $0.operation == operation }
    return [scenario.baseline] + (trial.map { [$0.journey] } ?? [])
  }

  private func bars(_ tried: [Int], progress: Progress?) async throws -> [TornadoBar] {
    var journeys = try worlds(inputs.scenario)
    let each = journeys.count
    var points: [(input: Int, isLow: Bool, value: Double, first: Int?, problem: String?)] = []
    for at in tried {
      let (low, high) = ends(of: at)
      for (isLow, value) in [(true, low), (false, high)] {
        do throws(InputProblem) {
          let changed = try inputs.scenario(
            setting: [at: value],
            withVariants: choice.needsVariants && each > 1
          )
          points.append((at, isLow, value, journeys.count, nil))
          do { journeys += try worlds(changed) } catch {
            points[points.count - 1] = (at, isLow, value, nil, "\(error)")
          }
        } catch {
          points.append((at, isLow, value, nil, error.message))
        }
      }
    }
    var plan = plan
    plan.travellers = min(plan.travellers, amount.travellers)
    plan.periods = metric.needsLaterPeriods ? plan.periods : 1
    let runs = try await WorldBatches.run(
      journeys,
      metrics: [metric],
      plan: plan,
      batches: Self.batches,
      progress: progress
    )
    func parts(_ first: Int) -> [(world: Int, factor: Double)] {
      each == 1 ? [(first, 1), (0, -1)] : [(first + 1, 1), (first, -1), (1, -1), (0, 1)]
    }
    let ends = points.map { point in
      let effect = point.first.flatMap { runs.contrast(parts($0), metric) }.flatMap { Estimate.ofBatches($0) }
      return TornadoEnd(value: point.value, effect: effect, problem: point.problem)
    }
    return stride(from: 0, to: points.count, by: 2).map { at in
      TornadoBar(input: inputs.inputs[points[at].input], low: ends[at], high: ends[at + 1])
    }
  }
}

extension MetricID {
  /// Whether the figure is of more than the first journey.
  var needsLaterPeriods: Bool {
    switch self {
    case .clv, .retentionAfter, .keptAfter: true
    default: false
    }
  }
}
