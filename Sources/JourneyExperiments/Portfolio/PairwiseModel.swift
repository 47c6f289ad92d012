/// The benefit of any set of fixes from what each brings alone and what each pair brings beyond that:
/// `v(S) = sum of a_z + sum of b_zy`.
///
/// What three and more bring beyond their pairs is left out; the sets that it finds are therefore simulated again.
public struct PairwiseModel: Sendable, Hashable {
  /// What each brings alone.
  public var alone: [Double]
  /// What two bring beyond the sum, `extra[z][y] = extra[y][z]`; the diagonal is not looked at.
  public var extra: [[Double]]
  /// What each costs, at least 0.
  public var costs: [Double]

  /// A model from its parts, all of the same number of fixes.
  public init(alone: [Double], extra: [[Double]], costs: [Double]) {
    self.alone = alone
    self.extra = extra
    self.costs = costs
  }

  /// The most fixes of which all sets are looked at: a million sets.
  public static let enumerable = 20

  /// How many fixes there are.
  public var count: Int { alone.count }

  /// The benefit of a set, bit z standing for fix z. O(fixes^2).
  public func value(_ set: UInt64) -> Double {
    var total = 0.0
    for z in 0..<count where set >> UInt64(z) & 1 == 1 {
      total += alone[z]
      for y in 0..<z where set >> UInt64(y) & 1 == 1 { total += extra[z][y] }
    }
    return total
  }

  /// The benefit where every fix brings a share of its effect: `sum of a_z x_z + sum of b_zy x_z x_y`.
  ///
  /// This is exact in the shares where no pain point meets a traveller twice; later hits bend it a little.
  /// O(fixes^2).
  public func value(shares: [Double]) -> Double {
    var total = 0.0
    for z in 0..<count {
      total += alone[z] * shares[z]
      for y in 0..<z { total += extra[z][y] * shares[z] * shares[y] }
    }
    return total
  }

  /// The one-off cost of a set.
  public func cost(_ set: UInt64) -> Double {
    var total = 0.0
    for z in 0..<count where set >> UInt64(z) & 1 == 1 { total += costs[z] }
    return total
  }

  /// A set with its cost and benefit.
  public struct Choice: Sendable, Hashable {
    /// The fixes, a bit each.
    public var set: UInt64
    /// One-off cost.
    public var cost: Double
    /// Benefit by the model.
    public var value: Double

    /// Greater benefit first, then lower cost, then the set with the earlier fixes.
    static func precedes(_ left: Choice, _ right: Choice) -> Bool {
      left.value != right.value
        ? left.value > right.value : left.cost != right.cost ? left.cost < right.cost : left.set < right.set
    }
  }

  /// The best sets that the budget allows, best first: all sets are looked at, so the first is the model's optimum.
  ///
  /// - Complexity: O(2^fixes x fixes); meant for up to `enumerable` fixes.
  public func best(_ wanted: Int, budget: Double) -> [Choice] {
    var best: [Choice] = []
    forEachSet { choice in
      guard choice.cost <= budget else { return }
      if best.count == wanted, let last = best.last, !Choice.precedes(choice, last) { return }
      let place = best.firstIndex { Choice.precedes(choice, $0) } ?? best.count
      best.insert(choice, at: place)
      if best.count > wanted { best.removeLast() }
    }
    return best
  }

  /// The sets that no cheaper or equally cheap set outdoes, from nothing upwards.
  ///
  /// - Complexity: O(2^fixes x fixes).
  public func frontier() -> [Choice] {
    var choices: [Choice] = []
    choices.reserveCapacity(1 << count)
    forEachSet { choices.append($0) }
    choices.sort { $0.cost != $1.cost ? $0.cost < $1.cost : Choice.precedes($0, $1) }
    var frontier: [Choice] = []
    for choice in choices where choice.value > frontier.last?.value ?? -.infinity { frontier.append(choice) }
    return frontier
  }

  /// What a list sorted by benefit per money gives: the next affordable fix with the best ratio, until none helps.
  ///
  /// For comparison only: where fixes are complements it can miss the best set.
  public func greedy(budget: Double) -> Choice {
    var set: UInt64 = 0
    var left = budget
    while true {
      let now = value(set)
      var pick: (fix: Int, ratio: Double)?
      for z in 0..<count where set >> UInt64(z) & 1 == 0 && costs[z] <= left {
        let gain = value(set | 1 << UInt64(z)) - now
        let ratio = costs[z] > 0 ? gain / costs[z] : .infinity
        if gain > 0, ratio > pick?.ratio ?? 0 { pick = (z, ratio) }
      }
      guard let pick else { return Choice(set: set, cost: cost(set), value: now) }
      set |= 1 << UInt64(pick.fix)
      left -= costs[pick.fix]
    }
  }

  /// Calls for every set; each builds on the set without its highest fix.
  private func forEachSet(_ body: (Choice) -> Void) {
    func descend(_ from: Int, _ set: UInt64, _ members: [Int], _ cost: Double, _ value: Double) {
      body(Choice(set: set, cost: cost, value: value))
      for z in from..<max(from, count) {
        var gain = alone[z]
        for y in members { gain += extra[z][y] }
        descend(z + 1, set | 1 << UInt64(z), members + [z], cost + costs[z], value + gain)
      }
    }
    descend(0, 0, [], 0, 0)
  }
}
