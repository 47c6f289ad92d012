/// Keeps labels in one row or column apart.
public enum LabelSpread {
  /// Places as near as can be to those wished for, in the same order, each at least `apart` from the one before.
  ///
  /// Where the range is too small for all, they are kept apart nevertheless and reach beyond its end.
  /// - Complexity: O(n log n).
  public static func places(_ wished: [Double], apart: Double, within range: ClosedRange<Double>) -> [Double]
  {
    let order = wished.indices.sorted { (wished[$0], $0) < (wished[$1], $1) }
    var places = wished
    var least = range.lowerBound
    for index in order {
      places[index] = max(least, wished[index])
      least = places[index] + apart
    }
    // What was pushed beyond the end is pushed back, and what stands in its way with it.
    var most = range.upperBound
    for index in order.reversed() where places[index] > most {
      places[index] = most
      most -= apart
    }
    guard let first = order.first, places[first] < range.lowerBound else { return places }
    for (number, index) in order.enumerated() { places[index] = range.lowerBound + Double(number) * apart }
    return places
  }
}
