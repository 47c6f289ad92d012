/// Counts something over blocks of travellers, into sums that merge exactly in any order.
protocol BlockCounting: Sendable {
  /// Counts a stretch of travellers in.
  mutating func count(_ travellers: Range<UInt64>)
  /// Takes in what another one counted of other travellers.
  mutating func merge(_ other: Self)
}

extension Engine {
  /// Has all travellers of a plan counted, on as many threads as it says; the answer does not depend on them.
  ///
  /// - Throws: `CancellationError` where the task was cancelled.
  static func count<Counter: BlockCounting>(
    _ plan: RunPlan,
    progress: (@Sendable (Int) -> Void)?,
    _ make: @escaping @Sendable () -> Counter
  ) async throws -> Counter {
    let blocks = (plan.travellers + RunPlan.blockSize - 1) / RunPlan.blockSize
    let board = BlockBoard()
    return try await withThrowingTaskGroup(of: Counter.self) { group in
      for _ in 0..<min(plan.threads, max(1, blocks)) {
        group.addTask {
          var counter = make()
          while let block = board.claim(of: blocks) {
            for stretch in plan.stretches(ofBlock: block) {
              try Task.checkCancellation()
              counter.count(stretch)
              progress?(board.finish(stretch.count))
            }
          }
          return counter
        }
      }
      var total: Counter?
      for try await counter in group {
        if total == nil { total = counter } else { total?.merge(counter) }
      }
      guard let total else { throw CancellationError() }
      return total
    }
  }
}
