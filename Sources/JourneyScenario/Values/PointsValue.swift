/// Points 0-100, or `csat m` for a mean category from 1 to 5.
package enum PointsValue {
  /// Reads points; the mean category m of five stands for 20 (m - 0.5) points, the middle of its fifth.
  package static func parse(_ text: ValueText) throws(ValueProblem) -> Double {
    if let category = text.after(word: "csat") {
      let mean = try NumberValue.parse(category, in: 1...5, what: "a csat mean", .badPoints)
      return 20 * (mean - 0.5)
    }
    return try NumberValue.parse(text, in: 0...100, what: "a number of points", .badPoints)
  }
}
