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
    try await inBlocks(plan, progress) {
      make()
    } run: { counter, travellers in
      counter.count(travellers)
    } finish: {
      $0
    } merge: {
      $0.merge($1)
    }
  }
}
