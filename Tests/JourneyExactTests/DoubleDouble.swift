/// A number of about 32 digits, for reference solutions (Dekker 1971).
struct DoubleDouble {
  var high: Double
  var low = 0.0

  init(_ high: Double, _ low: Double = 0) {
    self.high = high + low
    self.low = low - (self.high - high)
  }

  static func + (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let sum = a.high + b.high
    let part = sum - a.high
    let error = (a.high - (sum - part)) + (b.high - part)
    return DoubleDouble(sum, error + a.low + b.low)
  }

  static prefix func - (a: DoubleDouble) -> DoubleDouble { DoubleDouble(-a.high, -a.low) }

  static func - (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble { a + -b }

  static func * (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let product = a.high * b.high
    let error = (-product).addingProduct(a.high, b.high)
    return DoubleDouble(product, error + a.high * b.low + a.low * b.high)
  }

  static func / (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let first = DoubleDouble(a.high / b.high)
    let second = DoubleDouble((a - first * b).high / b.high)
    let third = DoubleDouble((a - (first + second) * b).high / b.high)
    return first + second + third
  }

  /// The inverse of a matrix by Gauss-Jordan elimination with pivoting.
  static func inverse(of matrix: [[DoubleDouble]]) -> [[DoubleDouble]] {
    let count = matrix.count
    var left = matrix
    var right = matrix.indices.map { row in
      matrix.indices.map { DoubleDouble($0 == row ? 1 : 0) }
    }
    for column in 0..<count {
      let pivot = (column..<count).max { left[$0][column].high.magnitude < left[$1][column].high.magnitude }
      left.swapAt(column, pivot ?? column)
      right.swapAt(column, pivot ?? column)
      let scale = DoubleDouble(1) / left[column][column]
      for index in 0..<count {
        left[column][index] = left[column][index] * scale
        right[column][index] = right[column][index] * scale
      }
      for row in 0..<count where row != column && left[row][column].high != 0 {
        let factor = left[row][column]
        for index in 0..<count {
          left[row][index] = left[row][index] - factor * left[column][index]
          right[row][index] = right[row][index] - factor * right[column][index]
        }
      }
    }
    return right
  }
}
