/// Eliminates the states of a dense chain without ever subtracting.
///
/// State reduction after Grassmann, Taksar & Heyman (1985): the probability to leave a state, `1 - p(k,k)`, is the
/// sum of its other probabilities, so every operation adds, multiplies or divides numbers of one sign and each result
/// keeps its relative accuracy however slowly the chain ends (O'Cinneide 1993).
/// Rows are stored in groups of eight numbers; four pivots are eliminated per pass over the matrix.
/// - Complexity: O(n³) time, O(n²) memory.
struct DenseReduction: Sendable {
  typealias Group = SIMD8<Double>

  let count: Int
  let stride: Int
  /// Right of the diagonal the probabilities of each state at its elimination, left of it the ones that led there.
  private(set) var cells: [Group]
  /// The probability to leave each state for good, at its elimination.
  private(set) var leaving: [Double]

  /// Reduces a chain whose matrix is filled by `fill(row, set)`.
  init(count: Int, endings: [Double], fill: (Int, (Int, Double) -> Void) -> Void) {
    self.count = count
    stride = (count + 7) / 8
    var cells = [Group](repeating: .zero, count: count * stride)
    for row in 0..<count {
      let base = row * stride
      fill(row) { column, value in cells[base + column >> 3][column & 7] = value }
    }
    self.cells = cells
    leaving = [Double](repeating: 0, count: count)
    var endings = endings
    var first = 0
    while first < count {
      let end = min(first + 4, count)
      eliminate(first..<end, &endings)
      first = end
    }
  }

  private func cell(_ row: Int, _ column: Int) -> Double { cells[row * stride + column >> 3][column & 7] }

  /// The part of a row right of a column; the rest is 0.
  private func tail(of row: Int, after column: Int) -> [Group] {
    var tail = Array(cells[row * stride..<(row + 1) * stride])
    for group in 0..<(column >> 3) { tail[group] = .zero }
    for lane in 0...(column & 7) { tail[column >> 3][lane] = 0 }
    return tail
  }

  private mutating func eliminate(_ pivots: Range<Int>, _ endings: inout [Double]) {
    var tails: [[Group]] = []
    for pivot in pivots {
      for (earlier, tail) in zip(pivots, tails) {
        let factor = cell(pivot, earlier) / leaving[earlier]
        add(factor, tail, to: pivot, from: pivots.lowerBound >> 3)
        endings[pivot] += factor * endings[earlier]
      }
      let tail = tail(of: pivot, after: pivot)
      leaving[pivot] = tail.reduce(Group.zero) { $0 + $1 }.sum() + endings[pivot]
      tails.append(tail)
    }
    let isWhole = pivots.count == 4
    for row in pivots.upperBound..<count {
      var factors = SIMD4<Double>.zero
      for (index, pivot) in pivots.enumerated() {
        var value = cell(row, pivot)
        for earlier in 0..<index { value += factors[earlier] * tails[earlier][pivot >> 3][pivot & 7] }
        factors[index] = value / leaving[pivot]
        endings[row] += factors[index] * endings[pivot]
      }
      if factors == .zero { continue }
      if isWhole {
        addFour(factors, tails[0], tails[1], tails[2], tails[3], to: row, from: pivots.lowerBound >> 3)
      } else {
        for (index, tail) in tails.enumerated() {
          add(factors[index], tail, to: row, from: pivots.lowerBound >> 3)
        }
      }
    }
  }

  private mutating func add(_ factor: Double, _ tail: [Group], to row: Int, from group: Int) {
    guard factor != 0 else { return }
    for group in group..<stride { cells[row * stride + group] += tail[group] * factor }
  }

  private mutating func addFour(
    _ factors: SIMD4<Double>,
    _ first: [Group],
    _ second: [Group],
    _ third: [Group],
    _ fourth: [Group],
    to row: Int,
    from group: Int
  ) {
    let (a, b, c, d) = (factors[0], factors[1], factors[2], factors[3])
    for group in group..<stride {
      cells[row * stride + group] +=
        first[group] * a + second[group] * b + third[group] * c + fourth[group] * d
    }
  }

  /// Solves x (I - P) = entry in place: expected visits to each state.
  func solveVisits(_ x: inout [Double]) {
    var padded = Self.groups(x, stride)
    for state in 0..<count {
      let factor = padded[state >> 3][state & 7] / leaving[state]
      guard factor != 0 else { continue }
      // The first group holds columns up to the state itself, which must not change.
      addRight(of: state, factor, to: &padded)
    }
    for state in stride == 0 ? [] : Array((0..<count).reversed()) {
      let visits = padded[state >> 3][state & 7] / leaving[state]
      x[state] = visits
      guard visits != 0 else { continue }
      for group in 0..<(state >> 3) { padded[group] += cells[state * stride + group] * visits }
      for column in (state & ~7)..<state { padded[column >> 3][column & 7] += cell(state, column) * visits }
    }
  }

  private func addRight(of state: Int, _ factor: Double, to padded: inout [Group]) {
    let next = state + 1
    let boundary = min(count, (next + 7) & ~7)
    for column in next..<max(next, boundary) {
      padded[column >> 3][column & 7] += cell(state, column) * factor
    }
    for group in ((next + 7) >> 3)..<max((next + 7) >> 3, stride) {
      padded[group] += cells[state * stride + group] * factor
    }
  }

  /// Solves (I - P) b = reward in place: the expected reward from each state on.
  func solveValues(_ b: inout [Double]) {
    for state in 0..<count {
      var sum = b[state]
      for before in 0..<state { sum += cell(state, before) * b[before] }
      // Kept divided, as the later states need it.
      b[state] = sum / leaving[state]
    }
    for state in (0..<count).reversed() {
      var sum = 0.0
      for later in (state + 1)..<max(state + 1, count) { sum += cell(state, later) * b[later] }
      b[state] += sum / leaving[state]
    }
  }

  /// The whole matrix of expected visits, (I - P)^-1, row by row in groups, again without subtraction.
  ///
  /// Takahashi, Fagan & Chin (1973), whose recurrence only adds products of non-negative numbers here.
  func inverse() -> [Group] {
    var inverse = [Group](repeating: .zero, count: count * stride)
    for state in (0..<count).reversed() {
      let firstGroup = state >> 3
      var intoState = [Group](repeating: .zero, count: stride)
      for later in (state + 1)..<max(state + 1, count) {
        intoState[later >> 3][later & 7] = cell(later, state) / leaving[state]
      }
      var ownRow = [Group](repeating: .zero, count: stride)
      var diagonal = 1.0
      for later in (state + 1)..<max(state + 1, count) {
        var sum = Group.zero
        let factor = cell(state, later)
        let base = later * stride
        for group in firstGroup..<stride {
          let row = inverse[base + group]
          sum += row * intoState[group]
          ownRow[group] += row * factor
        }
        let visits = sum.sum()
        inverse[base + firstGroup][state & 7] = visits
        diagonal += factor * visits
      }
      let base = state * stride
      for group in firstGroup..<stride { inverse[base + group] = ownRow[group] / leaving[state] }
      for column in (state & ~7)...state { inverse[base + firstGroup][column & 7] = 0 }
      inverse[base + firstGroup][state & 7] = diagonal / leaving[state]
    }
    return inverse
  }

  /// Packs numbers into groups of eight.
  private static func groups(_ values: [Double], _ stride: Int) -> [Group] {
    var groups = [Group](repeating: .zero, count: stride)
    for (index, value) in values.enumerated() { groups[index >> 3][index & 7] = value }
    return groups
  }
}
