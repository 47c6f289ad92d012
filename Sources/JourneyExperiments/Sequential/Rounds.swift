import JourneyEngine
import JourneyStatistics

/// A run that grows round by round until somebody has seen enough.
enum Rounds {
  /// What a run had counted when it ended.
  struct Outcome {
    var tally: RunTally
    /// The plan, with as many travellers as were sent.
    var plan: RunPlan
    var looks: Int
  }

  /// What somebody says who looks at a growing run.
  struct Look {
    /// Whether it may end.
    var isEnough: Bool
    /// About how many travellers it will take in all, where that can be said.
    var needed: Int?
  }

  /// Sends rounds of fresh travellers, each continuing where the last ended, and merges what they counted.
  ///
  /// A run that ends after n travellers has counted exactly what a single run of n travellers counts.
  ///
  /// - Parameters:
  ///   - plan: its travellers are the most that may be sent.
  ///   - send: runs one round.
  ///   - expecting: told how many travellers it will take in all, whenever that is known better.
  ///   - look: told the tally and its travellers after each round.
  static func run(
    _ plan: RunPlan,
    expecting: Progress? = nil,
    send: (RunPlan, _ done: Int) async throws -> RunTally,
    look: (RunTally, Int) throws -> Look
  ) async throws -> Outcome {
    guard plan.travellers >= 2 else { throw ExperimentError.noTravellers }
    var total: RunTally?
    var done = 0
    var looks = 0
    var needed: Int?
    while true {
      let next = Looks.next(after: done, block: RunPlan.blockSize, most: plan.travellers, needed: needed)
      var round = plan
      round.firstTraveller = plan.firstTraveller + UInt64(done)
      round.travellers = next - done
      let tally = merged(total, try await send(round, done))
      total = tally
      done = next
      looks += 1
      let seen = try look(tally, done)
      if seen.isEnough || done == plan.travellers {
        var sent = plan
        sent.travellers = done
        return Outcome(tally: tally, plan: sent, looks: looks)
      }
      needed = seen.needed
      expecting?(min(plan.travellers, seen.needed ?? plan.travellers))
    }
  }

  private static func merged(_ total: RunTally?, _ tally: RunTally) -> RunTally {
    guard var total else { return tally }
    total.merge(tally)
    return total
  }
}
