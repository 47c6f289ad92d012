/// Sums for least squares of several columns on the five surprises of a traveller.
struct SurpriseSums {
  private static let width = 5
  private let columns: Int
  private var count = 0.0
  private var means: [Double]
  private var products: [[Double]]
  private var responses: [[Double]]
  private var responseMeans: [Double]

  init(columns: Int) {
    self.columns = columns
    means = Array(repeating: 0, count: Self.width)
    products = Array(repeating: means, count: Self.width)
    responses = Array(repeating: means, count: columns)
    responseMeans = Array(repeating: 0, count: columns)
  }

  mutating func add(_ surprises: SIMD4<Double>, nature: Double, _ values: [Double]) {
    let x = [surprises[0], surprises[1], surprises[2], surprises[3], nature]
    count += 1
    for i in 0..<Self.width {
      means[i] += x[i]
      for j in 0...i { products[i][j] += x[i] * x[j] }
      for column in 0..<columns { responses[column][i] += x[i] * values[column] }
    }
    for column in 0..<columns { responseMeans[column] += values[column] }
  }

  /// The weights of every column; a surprise that does not vary, or that the others tell already, has none.
  func solve() -> [[Double]] {
    var matrix = (0..<Self.width).map { i in
      (0..<Self.width).map { j in
        products[max(i, j)][min(i, j)] - means[i] * means[j] / count
      }
    }
    var right = (0..<columns).map { column in
      (0..<Self.width).map { responses[column][$0] - means[$0] * responseMeans[column] / count }
    }
    let size = (0..<Self.width).map { matrix[$0][$0] }
    var isUsed = Array(repeating: false, count: Self.width)
    // Elimination in order, leaving out what has hardly anything of its own.
    for pivot in 0..<Self.width where size[pivot] > 0 && matrix[pivot][pivot] > 1e-6 * size[pivot] {
      isUsed[pivot] = true
      for row in 0..<Self.width where row != pivot {
        let factor = matrix[row][pivot] / matrix[pivot][pivot]
        guard factor != 0 else { continue }
        for column in 0..<Self.width { matrix[row][column] -= factor * matrix[pivot][column] }
        for column in 0..<columns { right[column][row] -= factor * right[column][pivot] }
      }
    }
    return right.map { side in
      (0..<Self.width).map { isUsed[$0] ? side[$0] / matrix[$0][$0] : 0 }
    }
  }
}
