import JourneyEngine
import JourneyModel
import JourneyProbability
import JourneyScenario
import JourneyStatistics

/// How many draws of the inputs are run, and how many travellers go through each.
public struct UncertaintyPlan: Sendable, Hashable {
  /// Draws of all uncertain inputs, at least 50.
  public var draws: Int
  /// Travellers in each draw, no traveller in two.
  public var travellers: Int
  /// Batches of each draw's travellers, by which noise is told from inputs.
  public var batches: Int
  /// Travellers under each rule of judgement; 0 leaves the rules out.
  public var travellersPerRule: Int

  /// Creates a plan.
  public init(draws: Int = 100, travellers: Int = 2_000, batches: Int = 4, travellersPerRule: Int = 20_000) {
    self.draws = draws
    self.travellers = travellers
    self.batches = batches
    self.travellersPerRule = travellersPerRule
  }
}

/// Runs a comparison again under draws of its uncertain inputs, and under other rules of judgement.
///
/// Layer 1 is noise (the comparison itself), layer 2 noise and inputs, layer 3 also the rules that no study settles.
public enum InputUncertainty {
  /// Runs the layers.
  ///
  /// - Parameters:
  ///   - inputs: the scenario with its numbers.
  ///   - choice: the changes; those of `comparison`.
  ///   - comparison: the run with the inputs as typed.
  ///   - plan: seed, periods and threads; its travellers are those of `comparison`.
  /// - Throws: `CancellationError`, `ExperimentError`, `InterventionProblem`.
  /// - Complexity: O((draws x travellers + rules x travellers per rule) x visits x worlds).
  public static func run(
    _ inputs: ScenarioInputs,
    _ choice: TrialChoice,
    comparison: ComparisonResult,
    plan: RunPlan,
    _ uncertainty: UncertaintyPlan = UncertaintyPlan(),
    progress: Progress? = nil
  ) async throws -> UncertaintyResult {
    let metric = WhatIf.rankingMetric(comparison)
    let metrics = comparison.baseline.map(\.id)
    let trials = try choice.trials(inputs.scenario)
    let order = comparison.variants.map { variant in
      trials.firstIndex { $0.name == variant.name && $0.operation == variant.operation }
    }
    let rows = inputs.drawn.isEmpty ? 0 : uncertainty.draws
    let work = InputDraws(inputs: inputs, choice: choice, metrics: metrics, plan: plan, uncertainty)
    let draws = try await work.run(rows) { progress?($0) }
    let rules = try await ruleRuns(
      comparison,
      trials,
      order,
      plan: plan,
      travellers: min(plan.travellers, uncertainty.travellersPerRule)
    ) { progress?(rows * uncertainty.travellers + $0) }
    return Interpretation(
      inputs: inputs,
      comparison: comparison,
      metric: metric,
      draws: draws,
      order: order,
      rules: rules,
      uncertainty: uncertainty,
      areAlternatives: choice.areAlternatives,
      seed: plan.seed
    ).result
  }

  private static func ruleRuns(
    _ comparison: ComparisonResult,
    _ trials: [Trial],
    _ order: [Int?],
    plan: RunPlan,
    travellers: Int,
    progress: Progress
  ) async throws -> [(rule: JudgementRule, result: ComparisonResult)] {
    guard travellers >= 2 else { return [] }
    let ranked = WhatIf.ranked(among: comparison.variants)
    var plan = plan
    plan.travellers = travellers
    // Pairing with the reference takes the noise out; a pilot for each world of each rule would cost more than it saves.
    plan.isControlled = false
    var results: [(rule: JudgementRule, result: ComparisonResult)] = []
    let chosen = ranked.compactMap { order[$0].map { trials[$0] } }
    // The same few travellers under the rule that holds: what they tell apart is the rule, not themselves.
    let reference = try await Comparison.run(comparison.journey, chosen, plan: plan)
    for (number, rule) in JudgementRule.all(for: comparison.journey).enumerated() {
      let changed = chosen.map { trial in
        var trial = trial
        trial.journey = rule.applied(to: trial.journey)
        return trial
      }
      let base = rule.applied(to: comparison.journey)
      let result = try await Comparison.run(base, changed, plan: plan)
      results.append((rule, result.moved(from: reference, to: comparison)))
      progress((number + 1) * travellers)
    }
    return results
  }
}

/// What one draw of the inputs gave.
struct InputDraw: Sendable {
  /// Its number.
  var number: UInt64
  /// The figures of today and of the trials, in their own order.
  var worlds: WorldBatches
  /// Arrivals a year in this draw.
  var arrivals: Double?
  /// One-off costs of the trials in this draw.
  var costs: [Double?]
}

/// Runs draws of the inputs, several at a time.
struct InputDraws: Sendable {
  let inputs: ScenarioInputs
  let choice: TrialChoice
  let metrics: [MetricID]
  let plan: RunPlan
  let uncertainty: UncertaintyPlan
  /// The scenario as it stands, whose tables the draws take over where they are the same.
  let typed: CompiledJourney

  init(
    inputs: ScenarioInputs,
    choice: TrialChoice,
    metrics: [MetricID],
    plan: RunPlan,
    _ uncertainty: UncertaintyPlan
  ) {
    self.inputs = inputs
    self.choice = choice
    self.metrics = metrics
    self.plan = plan
    self.uncertainty = uncertainty
    typed = CompiledJourney(inputs.scenario.baseline)
  }

  /// The draws in order; a draw whose values cannot stand in the file is given with its reason.
  func run(_ count: Int, progress: @Sendable (Int) -> Void) async throws -> [Result<InputDraw, InputProblem>]
  {
    try await withThrowingTaskGroup(of: (Int, Result<InputDraw, InputProblem>).self) { group in
      var next = 0
      func add(to group: inout ThrowingTaskGroup<(Int, Result<InputDraw, InputProblem>), any Error>) {
        guard next < count else { return }
        let number = next
        next += 1
        group.addTask { (number, try await draw(number)) }
      }
      for _ in 0..<max(1, plan.threads) { add(to: &group) }
      var results = [Result<InputDraw, InputProblem>?](repeating: nil, count: count)
      var done = 0
      while let (number, result) = try await group.next() {
        results[number] = result
        done += 1
        progress(done * uncertainty.travellers)
        add(to: &group)
      }
      return results.compactMap { $0 }
    }
  }

  private func draw(_ number: Int) async throws -> Result<InputDraw, InputProblem> {
    let scenario: Scenario
    do throws(InputProblem) {
      scenario = try inputs.scenario(
        setting: inputs.draw(UInt64(number), seed: plan.seed),
        withVariants: choice.needsVariants
      )
    } catch {
      return .failure(error)
    }
    let trials = try choice.trials(scenario)
    let own = RunPlan(
      travellers: uncertainty.travellers,
      seed: plan.seed,
      periods: plan.periods,
      threads: 1,
      // Travellers of their own, none of them in the run with the inputs as typed.
      firstTraveller: plan.firstTraveller + UInt64(plan.travellers)
        + UInt64(number) * UInt64(uncertainty.travellers)
    )
    let worlds = try await WorldBatches.run(
      [scenario.baseline] + trials.map(\.journey),
      metrics: metrics,
      plan: own,
      batches: uncertainty.batches,
      sharing: typed
    )
    return .success(
      InputDraw(
        number: UInt64(number),
        worlds: worlds,
        arrivals: scenario.baseline.arrivalsPerYear,
        costs: trials.map(\.cost)
      )
    )
  }
}

extension ComparisonResult {
  /// The same result with every figure moved by what a longer run says of the same world: the long run's figure, plus
  /// the change that was measured on fewer travellers, the same with and without it.
  ///
  /// A difference of exactly nothing stays nothing.
  fileprivate func moved(from short: ComparisonResult, to long: ComparisonResult) -> ComparisonResult {
    var copy = self
    for index in baseline.indices {
      let id = baseline[index].id
      guard let before = short.baseline.first(where: { $0.id == id })?.estimate.mean,
        let after = long.baseline.first(where: { $0.id == id })?.estimate.mean
      else { continue }
      copy.baseline[index].estimate.move(by: after - before)
    }
    for index in variants.indices {
      let own = variants[index]
      func twin(_ result: ComparisonResult) -> VariantResult? {
        result.variants.first { $0.name == own.name && $0.operation == own.operation }
      }
      for at in own.metrics.indices where own.metrics[at].difference.standardError > 0 {
        guard let before = twin(short)?.metric(own.metrics[at].id)?.difference.mean,
          let after = twin(long)?.metric(own.metrics[at].id)?.difference.mean
        else { continue }
        copy.variants[index].metrics[at].difference.move(by: after - before)
      }
    }
    return copy
  }
}

extension Estimate {
  fileprivate mutating func move(by shift: Double) {
    mean += shift
    low += shift
    high += shift
  }
}
