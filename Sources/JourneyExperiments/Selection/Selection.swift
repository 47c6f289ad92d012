import JourneyEngine
import JourneyModel
import JourneyStatistics

/// Chooses the best of a baseline and its variants, dropping those that fall behind while travellers keep coming.
public enum Selection {
  /// Travellers of one observation: their mean is close to normal.
  public static let batch = 256
  /// Observations of each world before the first is dropped.
  public static let firstStage = 20
  /// About how many travellers a contest takes.
  static let usualCount = 10_000.0
  /// Batches sent between two moments at which those that were dropped can be left out.
  static let stride = 32

  /// How small a difference does not matter where nobody says: in percentage points or points. Nil for figures whose
  /// unit gives no such size, as money.
  public static func standardIndifference(_ metric: MetricID) -> Double? {
    switch metric.unit {
    case .share: 0.002
    case .points: 0.2
    case .npsScale, .csatScale, .cesScale, .money, .minutes, .count: nil
    }
  }

  /// Figures by which a world can be chosen: means over all travellers of which more, or less, is better.
  public static func metrics(_ journeys: [Journey], periods: Int) -> [MetricID] {
    let given = journeys.map { CompiledJourney($0).figures(periods: periods) }
    guard let first = given.first else { return [] }
    return first.filter { figure in
      figure.isMeanOverTravellers && figure.id.higherIsBetter != nil
        && given.allSatisfy { $0.contains { $0.id == figure.id } }
    }.map(\.id)
  }

  /// Runs the contest.
  ///
  /// - Parameters:
  ///   - metric: one of `metrics`.
  ///   - indifference: how small a difference does not matter, above 0, in the figure's unit.
  ///   - plan: its travellers are the most that each world may send.
  /// - Throws: `CancellationError` where the task was cancelled, `ExperimentError` where nothing can be said.
  /// - Complexity: O(travellers x visits x (1 + worlds left)).
  public static func run(
    _ baseline: Journey,
    _ trials: [Trial],
    by metric: MetricID,
    indifference: Double,
    plan: RunPlan,
    progress: Progress? = nil
  ) async throws -> SelectionResult {
    var plan = plan
    // Later periods cost walks and matter to few figures.
    if !metric.isOfLaterPeriods { plan.periods = 1 }
    let worlds = try await Worlds(baseline, trials, plan: plan)
    let sign: Double = metric.higherIsBetter == false ? -1 : 1
    var contest = KimNelson(systems: trials.count + 1, indifference: indifference, firstStage: firstStage)
    let most = plan.travellers / batch
    var observed: [[Double]] = Array(repeating: [], count: trials.count + 1)
    var sent = 0
    var walked = 0
    while !contest.isFinished, sent < most {
      let stages = min(most - sent, sent == 0 ? firstStage : stride)
      var part = plan
      part.firstTraveller = plan.firstTraveller + UInt64(sent * batch)
      part.travellers = stages * batch
      let left = contest.survivors.filter { $0 > 0 }
      let before = sent * batch
      let rows = try await Batches.run(
        worlds.keeping(left.map { $0 - 1 }),
        plan: part,
        count: stages,
        progress: { progress?(before + $0) },
        keep: { tally, _ in tally.values(of: metric) }
      )
      sent += stages
      walked += stages * batch * (1 + left.count)
      for row in rows {
        guard let row else { throw ExperimentError.noTravellers }
        guard !contest.isFinished else { break }
        var observation = Array(repeating: 0.0, count: trials.count + 1)
        for (system, value) in zip([0] + left, row) { observation[system] = sign * value }
        for system in contest.survivors { observed[system].append(observation[system]) }
        contest.add(observation)
      }
    }
    return SelectionResult(
      metric: metric,
      indifference: indifference,
      level: contest.level,
      isFinished: contest.isFinished,
      worlds: ranked(contest, observed, [nil] + trials.map(\.name), indifference),
      lives: walked
    )
  }

  /// The winner, those that are left, then the others, the last to be dropped first.
  private static func ranked(
    _ contest: KimNelson,
    _ observed: [[Double]],
    _ names: [String?],
    _ indifference: Double
  ) -> [SelectionResult.World] {
    func mean(_ system: Int) -> Double { observed[system].reduce(0, +) / Double(observed[system].count) }
    // A baseline as good as the winner wins: what changes nothing is not worth doing.
    let left = contest.survivors.sorted { mean($0) != mean($1) ? mean($0) > mean($1) : $0 < $1 }
    let dropped = contest.eliminated.sorted {
      $0.stage != $1.stage
        ? $0.stage > $1.stage
        : mean($0.system) != mean($1.system) ? mean($0.system) > mean($1.system) : $0.system < $1.system
    }
    let order = left + dropped.map(\.system)
    // Contests end after some ten thousand travellers, sooner than most runs.
    let sequence = ConfidenceSequence(tunedFor: usualCount)
    return order.map { system in
      let count = observed[system].count
      let gap = order.first.flatMap { leader in
        system == leader ? nil : distance(observed[leader], observed[system], sequence)
      }
      return SelectionResult.World(
        name: names[system],
        behind: gap,
        travellers: count * batch,
        isLeft: contest.survivors.contains(system),
        isTie: gap.map { $0.mean < indifference } ?? false
      )
    }
  }

  /// How far one is behind over the batches that both walked, with an interval that holds whenever it was dropped.
  private static func distance(_ leader: [Double], _ other: [Double], _ sequence: ConfidenceSequence)
    -> Estimate?
  {
    let gaps = zip(leader, other).map { $0 - $1 }
    guard gaps.count > 1 else { return nil }
    let n = Double(gaps.count)
    let mean = gaps.reduce(0, +) / n
    let variance = gaps.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n - 1)
    let travellers = gaps.count * batch
    return Estimate(
      mean: mean,
      standardError: (variance / n).squareRoot(),
      low: mean,
      high: mean,
      count: travellers
    ).alwaysValid(sequence, after: travellers)
  }
}

extension MetricID {
  /// Whether the figure is of more than the first journey and the decision to come back.
  fileprivate var isOfLaterPeriods: Bool {
    switch self {
    case .clv, .retentionAfter, .keptAfter: true
    case .goal, .satisfaction, .csatTop2, .csat, .nps, .ces, .retention, .kept, .cost, .minutes, .visits,
      .timedOut:
      false
    }
  }
}
