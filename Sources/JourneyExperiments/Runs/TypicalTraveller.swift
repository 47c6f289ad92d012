import JourneyEngine
import JourneyModel
import JourneyStatistics

/// One traveller in two worlds, chosen not for a good story but because their change is typical: of the first travellers
/// whom a change touches and who come off better or worse, the one at the median of the change of satisfaction.
public struct TypicalTraveller: Sendable {
  /// The change.
  public var trial: Trial
  /// The values that were changed in the scenario first, as `--set` takes them.
  public var edits: [String] = []
  /// Seed of all draws.
  public var seed: UInt64
  /// Their journey today.
  public var today: Trace
  /// The same traveller's journey, with the same draws, after the change.
  public var after: Trace
  /// Travellers looked at: those with the numbers below this one.
  public var scanned: Int
  /// Those of them whose journey is the same to the last detail.
  public var untouched: Int
  /// Those who come off worse than this one, of all whose outcome or satisfaction changes.
  public var worse: Int
  /// Those who come off better than this one.
  public var better: Int
  /// All whose outcome or satisfaction changes, this one included.
  public var concerned: Int

  /// Travellers looked at unless the run has fewer.
  public static let usualScan = 1_000

  /// The traveller's number.
  public var number: UInt64 { today.traveller }

  /// Share of travellers whose journey stays the same, with its interval.
  public var untouchedShare: Estimate { .share(successes: untouched, of: scanned) ?? .exact(0) }

  /// Looks at travellers in both worlds and picks one; ties go to the smaller number, so the same run gives the same one.
  ///
  /// Nil where nobody's outcome or satisfaction changes, or where no satisfaction is computed.
  ///
  /// - Complexity: O(travellers x visits).
  public init?(_ journey: Journey, _ trial: Trial, seed: UInt64, among travellers: Int) {
    let (before, after) = (CompiledJourney(journey), CompiledJourney(trial.journey))
    var changes: [(change: Double, today: Trace, after: Trace)] = []
    var untouched = 0
    for number in 0..<UInt64(max(0, travellers)) {
      let old = Trace(before, traveller: number, seed: seed)
      let new = Trace(after, traveller: number, seed: seed)
      guard old != new else {
        untouched += 1
        continue
      }
      guard let felt = old.satisfaction, let feels = new.satisfaction else { return nil }
      if felt != feels || old.outcome != new.outcome { changes.append((feels - felt, old, new)) }
    }
    guard !changes.isEmpty else { return nil }
    let ranked = changes.sorted { ($0.change, $0.today.traveller) < ($1.change, $1.today.traveller) }
    let chosen = ranked[(ranked.count - 1) / 2]
    self.trial = trial
    self.seed = seed
    today = chosen.today
    self.after = chosen.after
    scanned = travellers
    self.untouched = untouched
    worse = changes.count { $0.change < chosen.change }
    better = changes.count { $0.change > chosen.change }
    concerned = changes.count
  }
}
