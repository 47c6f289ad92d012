import Synchronization

/// Runs plans: a pure function of compiled journeys and a plan, on as many threads as the plan says.
public enum Engine {
  /// Simulates the baseline and, with the same draws, every variant.
  ///
  /// The result is the same bit for bit for any number of threads: travellers are independent, every draw has an
  /// address, and sums are exact integers.
  ///
  /// - Parameters:
  ///   - baseline: the journey that is counted in detail.
  ///   - variants: journeys that are compared with it, traveller by traveller.
  ///   - plan: travellers, seed, periods and threads.
  ///   - detailed: whether places, moves and distributions are counted too.
  ///   - progress: told the number of travellers done after each block, from any thread.
  /// - Throws: `CancellationError` where the task was cancelled; nothing is returned then.
  /// - Complexity: O(travellers x visits x (1 + variants touched)).
  public static func run(
    _ baseline: CompiledJourney,
    variants: [CompiledJourney] = [],
    plan: RunPlan,
    detailed: Bool = true,
    progress: (@Sendable (Int) -> Void)? = nil
  ) async throws -> RunTally {
    try await run(
      try await Worlds(baseline, variants: variants, plan: plan),
      plan: plan,
      detailed: detailed,
      progress: progress
    )
  }

  /// The same for worlds that were prepared for the plan's seed and periods.
  public static func run(
    _ worlds: Worlds,
    plan: RunPlan,
    detailed: Bool = true,
    progress: (@Sendable (Int) -> Void)? = nil
  ) async throws -> RunTally {
    try await inBlocks(plan, progress) {
      BlockWorker(worlds, plan: plan, detailed: detailed)
    } run: { worker, travellers in
      worker.run(travellers)
    } finish: {
      $0.finished()
    } merge: {
      $0.merge($1)
    }
  }

  /// Sends a plan's travellers in blocks through workers, one per thread, and merges what they found.
  ///
  /// - Throws: `CancellationError` where the task was cancelled.
  static func inBlocks<Worker, Found: Sendable>(
    _ plan: RunPlan,
    _ progress: (@Sendable (Int) -> Void)?,
    start: @escaping @Sendable () -> Worker,
    run: @escaping @Sendable (inout Worker, Range<UInt64>) -> Void,
    finish: @escaping @Sendable (Worker) -> Found,
    merge: (inout Found, Found) -> Void
  ) async throws -> Found {
    let blocks = (plan.travellers + RunPlan.blockSize - 1) / RunPlan.blockSize
    let board = BlockBoard()
    return try await withThrowingTaskGroup(of: Found.self) { group in
      for _ in 0..<min(plan.threads, max(1, blocks)) {
        group.addTask {
          var worker = start()
          while let block = board.claim(of: blocks) {
            for stretch in plan.stretches(ofBlock: block) {
              try Task.checkCancellation()
              run(&worker, stretch)
              progress?(board.finish(stretch.count))
            }
          }
          return finish(worker)
        }
      }
      var total: Found?
      for try await found in group {
        if var sum = total.take() {
          merge(&sum, found)
          total = sum
        } else {
          total = found
        }
      }
      guard let total else { throw CancellationError() }
      return total
    }
  }
}

extension Engine {
  /// The controls of several worlds, each from its own pilot of the same travellers; none for nil.
  static func learnControls(_ worlds: [CompiledJourney?], _ plan: RunPlan) async throws
    -> [JourneyControls?]
  {
    let board = BlockBoard()
    return try await withThrowingTaskGroup(of: [(Int, JourneyControls?)].self) { group in
      for _ in 0..<min(plan.threads, worlds.count) {
        group.addTask {
          var learnt: [(Int, JourneyControls?)] = []
          while let world = board.claim(of: worlds.count) {
            try Task.checkCancellation()
            guard let compiled = worlds[world] else { continue }
            learnt.append((world, .learn(compiled, seed: plan.seed, periods: plan.periods)))
          }
          return learnt
        }
      }
      var all: [JourneyControls?] = Array(repeating: nil, count: worlds.count)
      for try await part in group {
        for (world, controls) in part { all[world] = controls }
      }
      return all
    }
  }
}

/// Hands out blocks to whoever is free.
final class BlockBoard: Sendable {
  private let next = Atomic<Int>(0)
  private let done = Atomic<Int>(0)

  /// The number of a block that nobody has taken, or nil when there is none.
  func claim(of blocks: Int) -> Int? {
    let block = next.add(1, ordering: .relaxed).oldValue
    return block < blocks ? block : nil
  }

  /// Counts travellers as done and gives the new total.
  func finish(_ travellers: Int) -> Int { done.add(travellers, ordering: .relaxed).newValue }
}
