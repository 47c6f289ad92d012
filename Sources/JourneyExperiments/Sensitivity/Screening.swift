import JourneyEngine
import JourneyModel
import JourneyProbability
import JourneyScenario
import JourneyStatistics

/// Screens all inputs at once by elementary effects.
struct Screening: Sendable {
  /// Travellers at each point: effects are differences of the same travellers, and averages of many.
  static let travellers = 2_000

  private let sensitivity: Sensitivity

  init(_ sensitivity: Sensitivity) { self.sensitivity = sensitivity }

  /// Runs the trajectories; each input's part in them depends on its path alone.
  func run(_ tried: [Int], progress: Progress?) async throws -> SensitivityResult.Screening {
    let metric = sensitivity.metric
    let (tried, ranges, limited, leftOut) = movable(tried)
    var plan = sensitivity.plan
    plan.travellers = min(plan.travellers, Self.travellers)
    var effects = [[Double]](repeating: [], count: tried.count)
    var failures = 0
    let single = plan
    let answers = try await withThrowingTaskGroup(of: (Int, Morris.Trajectory, [Double?]).self) { group in
      for number in 0..<sensitivity.amount.trajectories {
        let trajectory = Morris.Trajectory(
          tried.map { at in
            let numbers = sensitivity.inputs.screeningNumbers(
              of: at,
              trajectory: UInt64(number),
              seed: plan.seed
            )
            return Morris.Seeds(start: numbers.start, direction: numbers.direction, order: numbers.order)
          }
        )
        group.addTask {
          var own = single
          own.threads = 1
          var answers: [Double?] = []
          for start in stride(from: 0, to: trajectory.points.count, by: WorldBatches.width) {
            let points = trajectory.points[start..<min(trajectory.points.count, start + WorldBatches.width)]
            answers += try await values(Array(points), tried, ranges, own, metric)
          }
          return (number, trajectory, answers)
        }
      }
      var all: [(Int, Morris.Trajectory, [Double?])] = []
      for try await one in group {
        all.append(one)
        progress?(all.count * plan.travellers)
      }
      return all.sorted { $0.0 < $1.0 }
    }
    for (_, trajectory, values) in answers {
      failures += values.count { $0 == nil }
      for (at, effect) in trajectory.effects(values).enumerated() {
        if let effect { effects[at].append(effect) }
      }
    }
    let screened = zip(tried, effects).compactMap { at, effects in
      Morris.summary(effects).map { ScreenedInput(input: sensitivity.inputs.inputs[at], effect: $0) }
    }
    return SensitivityResult.Screening(
      trajectories: sensitivity.amount.trajectories,
      travellers: plan.travellers,
      failures: failures,
      limited: limited,
      leftOut: leftOut,
      inputs: screened.sorted {
        ($1.effect.size.mean, $0.input.path) < ($0.effect.size.mean, $1.input.path)
      }
    )
  }

  /// The inputs that can stand at both ends of a range, with the range; how many ranges are shorter, who cannot move.
  private func movable(_ tried: [Int]) -> ([Int], [(low: Double, high: Double)], Int, [String]) {
    var (kept, ranges): ([Int], [(low: Double, high: Double)]) = ([], [])
    var limited = 0
    var leftOut: [String] = []
    for at in tried {
      let input = sensitivity.inputs.inputs[at]
      var ends = sensitivity.ends(of: at)
      var isLimited = false
      if input.law == nil, let limit = input.limit, max(abs(ends.low), abs(ends.high)) >= limit {
        let far = (input.value + (input.value < 0 ? -limit : limit)) / 2
        ends = input.value < 0 ? (far, ends.high) : (ends.low, far)
        isLimited = true
      }
      let canStand = [ends.low, ends.high].allSatisfy {
        (try? sensitivity.inputs.scenario(setting: [at: $0], withVariants: false)) != nil
      }
      guard canStand, ends.low < ends.high else {
        leftOut.append(input.path)
        continue
      }
      limited += isLimited ? 1 : 0
      kept.append(at)
      ranges.append(ends)
    }
    return (kept, ranges, limited, leftOut)
  }

  /// The subject at points of the cube.
  private func values(
    _ points: [[Double]],
    _ tried: [Int],
    _ ranges: [(low: Double, high: Double)],
    _ plan: RunPlan,
    _ metric: MetricID
  ) async throws -> [Double?] {
    var journeys: [Journey] = []
    var places: [Int?] = []
    var width = 1
    for point in points {
      var setting: [Int: Double] = [:]
      for (index, at) in tried.enumerated() {
        setting[at] = ranges[index].low + point[index] * (ranges[index].high - ranges[index].low)
      }
      let needsVariants = sensitivity.choice.needsVariants && sensitivity.subject != .level
      guard let scenario = try? sensitivity.inputs.scenario(setting: setting, withVariants: needsVariants)
      else {
        places.append(nil)
        continue
      }
      places.append(journeys.count)
      let worlds = try sensitivity.worlds(scenario)
      width = worlds.count
      journeys += worlds
    }
    guard !journeys.isEmpty else { return points.map { _ in nil } }
    let runs = try await WorldBatches.run(journeys, metrics: [metric], plan: plan, batches: 1)
    return places.map { place in
      guard let place else { return nil }
      let parts: [(world: Int, factor: Double)] =
        width == 1 ? [(place, 1)] : [(place + 1, 1), (place, -1)]
      return runs.contrast(parts, metric)?.first
    }
  }
}
