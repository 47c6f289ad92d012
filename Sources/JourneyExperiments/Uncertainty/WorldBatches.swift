import JourneyEngine
import JourneyModel
import JourneyStatistics

/// Figures of many worlds in batches of the same travellers.
///
/// Any sum and difference of figures of these worlds then has a value per batch, and so an interval, whatever is
/// paired with what: the change of a difference, or a ratio's.
struct WorldBatches: Sendable {
  /// The figures, in the order of `means`.
  let metrics: [MetricID]
  /// World by batch by figure; not a number where a world does not give a figure.
  let means: [[[Double]]]

  /// Worlds are walked so many at a time: each keeps tables of its own.
  static let width = 50

  /// Runs all worlds on the same travellers.
  ///
  /// - Parameters:
  ///   - plan: the travellers of all batches together; threads share the batches.
  ///   - batches: at least 1; each has the same number of travellers, at least 2.
  ///   - sibling: a compiled journey whose tables are taken over where they are the same.
  /// - Throws: `CancellationError` where the task was cancelled, `ExperimentError` where nothing can be said.
  /// - Complexity: O(travellers x visits x worlds).
  static func run(
    _ worlds: [Journey],
    metrics: [MetricID],
    plan: RunPlan,
    batches: Int,
    sharing sibling: CompiledJourney? = nil,
    progress: Progress? = nil
  ) async throws -> WorldBatches {
    let size = plan.travellers / max(1, batches)
    guard size >= 2, let first = worlds.first else { throw ExperimentError.noTravellers }
    let compiled = CompiledJourney(first, sharing: sibling)
    var means: [[[Double]]] = []
    for start in stride(from: 0, to: worlds.count, by: width) {
      let part = Array(worlds[start..<min(worlds.count, start + width)])
      let others = part.dropFirst(start == 0 ? 1 : 0).map { CompiledJourney($0, sharing: compiled) }
      let figures = try await self.figures(compiled, others, metrics, plan, batches: batches, size: size)
      for world in 0...others.count where world > 0 || start == 0 {
        means.append(figures.map { $0[world] })
      }
      progress?(plan.travellers * min(worlds.count, start + width) / worlds.count)
    }
    return WorldBatches(metrics: metrics, means: means)
  }

  /// Batch by world by figure.
  private static func figures(
    _ baseline: CompiledJourney,
    _ others: [CompiledJourney],
    _ metrics: [MetricID],
    _ plan: RunPlan,
    batches: Int,
    size: Int
  ) async throws -> [[[Double]]] {
    try await withThrowingTaskGroup(of: (Int, [[Double]]).self) { group in
      var next = 0
      func add(to group: inout ThrowingTaskGroup<(Int, [[Double]]), any Error>) {
        guard next < batches else { return }
        let batch = next
        next += 1
        group.addTask {
          let own = RunPlan(
            travellers: size,
            seed: plan.seed,
            periods: plan.periods,
            threads: 1,
            firstTraveller: plan.firstTraveller + UInt64(batch * size)
          )
          let tally = try await Engine.run(baseline, variants: others, plan: own, detailed: false)
          return (batch, try read(tally, metrics))
        }
      }
      for _ in 0..<plan.threads { add(to: &group) }
      var result = [[[Double]]](repeating: [], count: batches)
      while let (batch, figures) = try await group.next() {
        result[batch] = figures
        add(to: &group)
      }
      return result
    }
  }

  /// World by figure.
  private static func read(_ tally: RunTally, _ metrics: [MetricID]) throws -> [[Double]] {
    let all = tally.allFigures
    try Simulator.check(all)
    func values(_ figures: [FigureDefinition], _ moments: (Int) -> PairMoments) -> [Double] {
      metrics.map { metric in
        guard let at = figures.firstIndex(where: { $0.id == metric }) else { return .nan }
        let pair = moments(at)
        return pair.x.steps == 0 ? .nan : pair.y.value / pair.x.value
      }
    }
    return try [values(all.figures) { all.moments[$0] }]
      + tally.variants.map { variant in
        var missing: FigureDefinition?
        let moments = zip(variant.figures, variant.changes).map { figure, changes in
          let base = all.figures.firstIndex(of: figure).map { all.moments[$0] } ?? PairMoments()
          let paired = changes.over(base)
          if paired.overflowed { missing = figure }
          return paired.variant
        }
        if let missing { throw ExperimentError.outOfRange(figure: missing.id.text) }
        return values(variant.figures) { moments[$0] }
      }
  }

  private func column(_ metric: MetricID) -> Int? { metrics.firstIndex(of: metric) }

  /// A figure of a world by batch; nil where it is not given.
  func values(_ world: Int, _ metric: MetricID) -> [Double]? {
    guard let column = column(metric) else { return nil }
    let values = means[world].map { $0[column] }
    return values.allSatisfy(\.isFinite) ? values : nil
  }

  /// A sum of worlds' figures by batch, each world with its sign or factor; nil where one is not given.
  func contrast(_ parts: [(world: Int, factor: Double)], _ metric: MetricID) -> [Double]? {
    var sum: [Double]?
    for (world, factor) in parts {
      guard let values = values(world, metric) else { return nil }
      sum = zip(sum ?? values.map { _ in 0 }, values).map { $0 + factor * $1 }
    }
    return sum
  }
}
