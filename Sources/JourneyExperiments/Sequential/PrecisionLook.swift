import JourneyEngine
import JourneyModel
import JourneyStatistics

/// Looks at the figures of a growing run: how precise they are, and how many travellers the wish would take.
struct PrecisionLook {
  /// Before so many travellers a figure that does not vary at all is not believed.
  static let leastUnvaried = 100_000

  let wish: Precision
  let sequence: ConfidenceSequence
  /// The half-width wished for where most is missing, in the figure's unit.
  private(set) var wanted: Double?
  /// The half-width reached there.
  private(set) var reached: Double?
  /// About how many travellers the wish takes; nil where more than can be sent.
  private(set) var needed: Int?
  /// Whether all figures are precise enough.
  private(set) var isEnough: Bool

  /// - Parameters:
  ///   - figures: estimates with the value by which a relative wish is measured.
  ///   - travellers: how many there have been.
  init(
    _ wish: Precision,
    _ sequence: ConfidenceSequence,
    _ figures: [(estimate: Estimate, size: Double)],
    travellers: Int
  ) {
    self.wish = wish
    self.sequence = sequence
    isEnough = !figures.isEmpty
    var most = 0
    var isKnown = true
    var worst = -Double.infinity
    for (estimate, size) in figures {
      let width = estimate.alwaysValid(sequence, after: travellers).halfWidth
      // A wish in another unit can never be met.
      let limit = wish.metric.flatMap { wish.halfWidth.wanted(of: size, in: $0.unit) } ?? 0
      if width > limit { isEnough = false }
      // Where nothing was seen to vary, something rare may not have happened yet.
      if width == 0, travellers < Self.leastUnvaried {
        isEnough = false
        most = max(most, Self.leastUnvaried)
      }
      let excess = width == 0 ? 0 : width / limit
      if excess > worst {
        worst = excess
        (wanted, reached) = (limit, width)
      }
      let deviation = estimate.standardError * Double(travellers).squareRoot()
      if let count = sequence.count(toReach: limit, deviation: deviation) {
        most = max(most, count)
      } else if width > limit {
        isKnown = false
      }
    }
    needed = isKnown ? most : nil
  }

  /// What became of the wish.
  func outcome(_ rounds: Rounds.Outcome) -> PrecisionOutcome {
    PrecisionOutcome(
      wish: wish,
      wanted: wanted,
      reached: reached,
      looks: rounds.looks,
      stop: isEnough ? .precise : .cap,
      travellersNeeded: isEnough ? nil : needed.map { max($0, rounds.plan.travellers + 1) },
      sequence: sequence
    )
  }
}

extension Rounds {
  /// Sends rounds until every figure that a wish is about is as precise as wished.
  ///
  /// - Parameter figures: told the tally; gives estimates with the value by which a relative wish is measured.
  /// - Returns: what was counted, and what became of the wish.
  static func run(
    _ plan: RunPlan,
    until precision: Precision,
    expecting: Progress?,
    send: (RunPlan, _ done: Int) async throws -> RunTally,
    figures: (RunTally) throws -> [(estimate: Estimate, size: Double)]
  ) async throws -> (rounds: Outcome, precision: PrecisionOutcome) {
    let sequence = ConfidenceSequence()
    var last = PrecisionLook(precision, sequence, [], travellers: 0)
    let rounds = try await run(plan, expecting: expecting, send: send) { tally, travellers in
      last = PrecisionLook(precision, sequence, try figures(tally), travellers: travellers)
      return Look(isEnough: last.isEnough, needed: last.needed)
    }
    return (rounds, last.outcome(rounds))
  }
}
