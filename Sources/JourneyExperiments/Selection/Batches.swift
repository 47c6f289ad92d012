import JourneyEngine
import JourneyModel
import JourneyStatistics

/// A run in batches of consecutive travellers, each counted by itself.
enum Batches {
  /// Runs so many batches of nearly equal size and keeps what is wanted of each, in the order of the travellers.
  ///
  /// All batches merged are exactly the run as a whole.
  ///
  /// - Parameters:
  ///   - count: from 1 to the plan's travellers.
  ///   - keep: takes from a batch's tally what is needed, on any thread.
  static func run<Kept: Sendable>(
    _ worlds: Worlds,
    plan: RunPlan,
    count: Int,
    progress: Progress? = nil,
    keep: @escaping @Sendable (RunTally, _ travellers: Int) throws -> Kept
  ) async throws -> [Kept] {
    @Sendable func part(_ index: Int) -> RunPlan {
      let first = plan.travellers * index / count
      var part = plan
      part.firstTraveller = plan.firstTraveller + UInt64(first)
      part.travellers = plan.travellers * (index + 1) / count - first
      part.threads = max(1, plan.threads / count)
      return part
    }
    return try await withThrowingTaskGroup(of: (Int, Kept).self) { group in
      var kept: [Kept?] = Array(repeating: nil, count: count)
      var started = 0
      var done = 0
      while started < count || done < count {
        while started < count, started - done < plan.threads {
          let index = started
          started += 1
          group.addTask {
            try Task.checkCancellation()
            let plan = part(index)
            let tally = try await Engine.run(worlds, plan: plan, detailed: false)
            return (index, try keep(tally, plan.travellers))
          }
        }
        guard let (index, value) = try await group.next() else { break }
        kept[index] = value
        done += 1
        progress?(plan.travellers * done / count)
      }
      return kept.compactMap { $0 }
    }
  }
}

extension RunTally {
  /// A figure in the baseline and in every variant; nil where one of them does not give it.
  func values(of metric: MetricID) -> [Double]? {
    let all = allFigures
    guard let index = all.figures.firstIndex(where: { $0.id == metric }),
      let base = all.moments[index].ratio
    else { return nil }
    var values = [base]
    for variant in variants {
      guard let place = variant.figures.firstIndex(where: { $0.id == metric }) else { return nil }
      guard let value = variant.changes[place].over(all.moments[index]).variant.ratio else { return nil }
      values.append(value)
    }
    return values
  }
}

extension PairMoments {
  /// The sum of y over the sum of x; nil where x is nothing.
  fileprivate var ratio: Double? { x.steps == 0 ? nil : y.value / x.value }
}
