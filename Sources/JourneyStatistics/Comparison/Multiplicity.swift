/// What to do about looking at many figures at once.
public enum Multiplicity {
  /// The confidence level of each of `count` intervals that hold together at `level` (Bonferroni).
  public static func level(_ level: Double, shared count: Int) -> Double {
    count <= 1 ? level : 1 - (1 - level) / Double(count)
  }

  /// P-values multiplied by how many there are, at most 1 (Bonferroni). In the order given.
  public static func bonferroni(_ pValues: [Double]) -> [Double] {
    pValues.map { Swift.min(1, $0 * Double(pValues.count)) }
  }

  /// Adjusted p-values by Holm's step-down method (1979): never weaker than Bonferroni's, as safe. In the order
  /// given. O(n log n).
  public static func holm(_ pValues: [Double]) -> [Double] {
    // Ties keep their places, so the answer does not depend on how a sort breaks them.
    let order = pValues.indices.sorted { (pValues[$0], $0) < (pValues[$1], $1) }
    var adjusted = pValues
    var floor = 0.0
    for (rank, index) in order.enumerated() {
      floor = Swift.max(floor, Swift.min(1, pValues[index] * Double(pValues.count - rank)))
      adjusted[index] = floor
    }
    return adjusted
  }
}
