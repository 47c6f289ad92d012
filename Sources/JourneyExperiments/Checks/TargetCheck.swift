import JourneyEngine
import JourneyModel
import JourneyStatistics

/// Holds a run against the targets of its journey.
public enum TargetCheck {
  /// How many travellers, from the first, are looked at for an example.
  public static let examined = 2_000
  /// An undecided target is not worth a longer run than this.
  static let mostTravellers = 1e9

  /// Simulates a journey and judges its targets.
  ///
  /// - Throws: `CancellationError` where the task was cancelled, `ExperimentError` where nothing can be said.
  /// - Complexity: O(travellers x visits), and 2,000 travellers more where a target is missed.
  public static func run(
    _ journey: Journey,
    plan: RunPlan,
    progress: Progress? = nil
  ) async throws -> CheckResult {
    guard plan.travellers >= 2 else { throw ExperimentError.noTravellers }
    let compiled = CompiledJourney(journey)
    let tally = try await Engine.run(compiled, plan: plan, detailed: false, progress: progress)
    return try interpret(journey, compiled, tally, plan)
  }

  /// Judges what was counted, and looks for examples of what is missed.
  static func interpret(
    _ journey: Journey,
    _ compiled: CompiledJourney,
    _ tally: RunTally,
    _ plan: RunPlan,
    precision: PrecisionOutcome? = nil
  ) throws -> CheckResult {
    var stamp = Simulator.stamp(plan, journey)
    stamp.precision = precision
    let certainty = Certainty(stamp)
    let all = tally.allFigures
    try Simulator.check(all)
    let metrics = all.estimates().map { $0.with(certainty.interval) }
    var targets = journey.targets.map { target in
      judged(target, metrics.first { $0.id == target.metric }?.estimate, stamp)
    }
    if targets.contains(where: { $0.verdict == .missed }) {
      let examples = MissExamples(journey, compiled, plan: plan)
      for index in targets.indices where targets[index].verdict == .missed {
        targets[index].example = examples.example(of: targets[index].target)
      }
    }
    return CheckResult(journey: journey, stamp: stamp, targets: targets)
  }

  private static func judged(_ target: Target, _ estimate: Estimate?, _ stamp: RunStamp) -> CheckedTarget {
    guard let estimate else { return CheckedTarget(target: target, estimate: nil, verdict: .undecided) }
    let verdict = target.verdict(estimate)
    return CheckedTarget(
      target: target,
      estimate: estimate,
      verdict: verdict,
      travellersToSettle: verdict == .undecided ? needed(target, estimate, stamp) : nil
    )
  }

  /// Intervals shrink with the square root of the travellers; the limit must come out of them.
  private static func needed(_ target: Target, _ estimate: Estimate, _ stamp: RunStamp) -> Int? {
    let distance = abs(estimate.mean - target.value)
    guard distance > 0 else { return nil }
    let travellers = Double(stamp.travellers)
    if let sequence = stamp.precision?.sequence {
      let deviation = estimate.standardError * travellers.squareRoot()
      let needed = sequence.count(toReach: distance, deviation: deviation).map { max($0, stamp.travellers) }
      return needed.flatMap { Double($0) <= mostTravellers ? $0 : nil }
    }
    let ratio = (estimate.high - estimate.low) / 2 / distance
    let needed = travellers * max(1, ratio * ratio)
    return needed <= mostTravellers ? Int(needed.rounded(.up)) : nil
  }
}

/// The first travellers of a run, from whom examples of missed targets are taken.
struct MissExamples {
  private struct Life {
    var number: UInt64
    var values: [MetricID: Double]
  }

  private let compiled: CompiledJourney
  private let seed: UInt64
  private let lives: [Life]

  init(_ journey: Journey, _ compiled: CompiledJourney, plan: RunPlan) {
    self.compiled = compiled
    seed = plan.seed
    let wanted = journey.targets.map(\.metric) + [.satisfaction]
    var figures = TravellerFigures(compiled, seed: plan.seed, periods: plan.periods)
    let count = UInt64(min(plan.travellers, TargetCheck.examined))
    lives = (plan.firstTraveller..<plan.firstTraveller + count).map { number in
      figures.live(number)
      var values: [MetricID: Double] = [:]
      for id in wanted { values[id] = figures.value(of: id) }
      return Life(number: number, values: values)
    }
  }

  /// The traveller near the bad tenth percentile of the figure, among those who miss the limit themselves.
  ///
  /// Equals are put in order by their satisfaction, the least first, then by number: the choice is always the same.
  func example(of target: Target) -> MissExample? {
    let isLowBad = target.comparison == .atLeast
    func value(_ life: Life) -> Double? { life.values[target.metric] }
    let counted = lives.count { value($0) != nil }
    let missing = lives.compactMap { life in
      value(life).map { (value: $0, felt: life.values[.satisfaction] ?? 0, number: life.number) }
    }
    .filter { isLowBad ? $0.value < target.value : $0.value > target.value }
    .sorted { left, right in
      if left.value != right.value { return isLowBad == (left.value < right.value) }
      return (left.felt, left.number) < (right.felt, right.number)
    }
    guard !missing.isEmpty else { return nil }
    let chosen = missing[min(counted / 10, missing.count - 1)]
    return MissExample(
      traveller: chosen.number,
      value: chosen.value,
      outcome: Trace(compiled, traveller: chosen.number, seed: seed).outcome,
      examined: lives.count
    )
  }
}
