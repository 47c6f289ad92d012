/// What each of several is worth as part of all.
public enum Shapley {
  /// The values of a game: the step of each, averaged over all orders (Shapley, 1953). They add up to
  /// `worth(all) - worth(none)`.
  ///
  /// - Parameters:
  ///   - players: how many there are, up to 24 or so.
  ///   - worth: what a set brings, bit z standing for player z.
  /// - Complexity: O(2^players x players), and as many calls as there are sets.
  public static func values(players: Int, worth: (UInt64) -> Double) -> [Double] {
    guard players > 0 else { return [] }
    let worths = (0..<(1 << players)).map { worth(UInt64($0)) }
    // A set of s without the player is met by s! (n - s - 1)! of n! orders: 1 / (n * (n - 1 choose s)).
    var weights: [Double] = []
    var choices = 1.0
    for size in 0..<players {
      weights.append(1 / (Double(players) * choices))
      choices *= Double(players - 1 - size) / Double(size + 1)
    }
    return (0..<players).map { player in
      var value = 0.0
      for set in worths.indices where set >> player & 1 == 0 {
        value += weights[set.nonzeroBitCount] * (worths[set | 1 << player] - worths[set])
      }
      return value
    }
  }
}
