/// Decides which lane stands above which, and which card above which in its cell, so that much travelled ways are
/// short: fewer lines cross then. Without layout flows everything keeps the picture's order.
struct GridOrder {
  /// Lane indices from top to bottom.
  private(set) var lanes: [Int]
  /// Cards by stage and lane, from top to bottom.
  private(set) var cells: [[[Int]]]

  /// Lanes leave the analyst's order only where that shortens the ways by so much.
  private static let worthwhile = 0.9

  /// O(flows + 2^lanes × lanes); there are at most twelve lanes.
  init(
    _ picture: JourneyPicture,
    cells: [[[Int]]],
    spans: [Int],
    spaces: [Double],
    laneHeights: [Double]
  ) {
    self.cells = cells
    lanes = Array(laneHeights.indices)
    guard !picture.layoutFlows.isEmpty else { return }
    let pairs = LayoutWeights(picture).weights.filter { $0.key.to < picture.cards.count }
      .sorted { ($0.key.from, $0.key.to) < ($1.key.from, $1.key.to) }
    var laneOf = [Int](repeating: 0, count: picture.cards.count)
    for stage in cells {
      for (lane, cell) in stage.enumerated() { for card in cell { laneOf[card] = lane } }
    }
    let between = pairs.map { (laneOf[$0.key.from], laneOf[$0.key.to], $0.value) }
    lanes = Self.laneOrder(between, heights: laneHeights)
    sortCells(pairs.map { ($0.key.from, $0.key.to, $0.value) }, laneOf, spans, spaces, laneHeights)
  }

  /// Puts lanes and cards into the order that they have in the picture of the whole journey; what that one does not
  /// have comes after.
  mutating func follow(_ whole: GridOrder, of other: JourneyPicture, in picture: JourneyPicture) {
    lanes = whole.lanes.filter(lanes.contains) + lanes.filter { !whole.lanes.contains($0) }
    let ids = whole.cells.joined().joined().map { other.cards[$0].id }
    let ranks = Dictionary(ids.enumerated().map { ($1, $0) }) { first, _ in first }
    func rank(_ card: Int) -> (Int, Int) { (ranks[picture.cards[card].id] ?? .max, card) }
    cells = cells.map { stage in stage.map { cell in cell.sorted { rank($0) < rank($1) } } }
  }

  // MARK: Lanes

  /// The order in which the ways between lanes are shortest in all: the minimum linear arrangement, by dynamic
  /// programming over sets of lanes (after Held and Karp, 1962).
  static func laneOrder(_ between: [(Int, Int, Double)], heights: [Double]) -> [Int] {
    let used = heights.indices.filter { heights[$0] > 0 }
    let all = Array(heights.indices)
    guard used.count > 2, used.count <= 14 else { return all }
    let count = used.count
    var weight = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    var place = [Int](repeating: -1, count: heights.count)
    for (index, lane) in used.enumerated() { place[lane] = index }
    for (from, to, share) in between where from != to && place[from] >= 0 && place[to] >= 0 {
      weight[place[from]][place[to]] += share
      weight[place[to]][place[from]] += share
    }
    // What crosses from a set of lanes to the others, and the least total length with that set on top.
    let sets = 1 << count
    var cut = [Double](repeating: 0, count: sets)
    var best = [Double](repeating: .infinity, count: sets)
    var last = [Int](repeating: -1, count: sets)
    best[0] = 0
    func inside(_ lane: Int, _ set: Int) -> Double {
      (0..<count).reduce(0) { set & (1 << $1) != 0 ? $0 + weight[lane][$1] : $0 }
    }
    for set in 1..<sets {
      let lowest = set.trailingZeroBitCount
      let rest = set & (set - 1)
      let within = inside(lowest, rest)
      cut[set] = cut[rest] - within + weight[lowest].reduce(0, +) - within
    }
    for set in 0..<sets where best[set].isFinite {
      for lane in 0..<count where set & (1 << lane) == 0 {
        // A lane lies between all that is above it and all that is below it.
        let passing = cut[set] - inside(lane, set)
        let length = best[set] + passing * heights[used[lane]]
        let next = set | (1 << lane)
        if length < best[next] - 1e-12 { (best[next], last[next]) = (length, lane) }
      }
    }
    var order: [Int] = []
    var set = sets - 1
    while set > 0, last[set] >= 0 {
      order.append(last[set])
      set &= ~(1 << last[set])
    }
    order.reverse()
    var asWritten = 0.0
    set = 0
    for lane in 0..<count {
      asWritten += (cut[set] - inside(lane, set)) * heights[used[lane]]
      set |= 1 << lane
    }
    guard order.count == count, best[sets - 1] < worthwhile * asWritten else { return all }
    // The mirror image is as short: take the one that is nearer to the analyst's order.
    let mirrored = Array(order.reversed())
    let nearest = inversions(order) <= inversions(mirrored) ? order : mirrored
    return nearest.map { used[$0] } + all.filter { heights[$0] == 0 }
  }

  private static func inversions(_ order: [Int]) -> Int {
    order.indices.reduce(0) { sum, left in
      sum + order[(left + 1)...].reduce(0) { $1 < order[left] ? $0 + 1 : $0 }
    }
  }

  // MARK: Cells

  /// Swaps neighbours in a cell as long as that shortens the ways.
  private mutating func sortCells(
    _ pairs: [(Int, Int, Double)],
    _ laneOf: [Int],
    _ spans: [Int],
    _ spaces: [Double],
    _ laneHeights: [Double]
  ) {
    var middles = [Double](repeating: 0, count: laneHeights.count)
    var top = 0.0
    for lane in lanes {
      middles[lane] = top + laneHeights[lane] / 2
      top += laneHeights[lane]
    }
    var heights = [Double](repeating: 0, count: laneOf.count)
    func place(_ cell: [Int], stage: Int, into heights: inout [Double]) {
      for stack in GridPlan.stacks(cell, columns: spans[stage]) {
        for (card, height) in zip(stack, GridPlan.heights(of: stack, spaces: spaces)) {
          heights[card] = middles[laneOf[card]] + height
        }
      }
    }
    var ways = [[(other: Int, share: Double)]](repeating: [], count: laneOf.count)
    for (from, to, share) in pairs {
      ways[from].append((to, share))
      ways[to].append((from, share))
    }
    func length(of cards: [Int], _ heights: [Double]) -> Double {
      cards.reduce(0) { sum, card in
        ways[card].reduce(sum) { $0 + $1.share * abs(heights[card] - heights[$1.other]) }
      }
    }
    for (stage, lanes) in cells.enumerated() {
      for cell in lanes { place(cell, stage: stage, into: &heights) }
    }
    var rounds = 0
    var isImproving = true
    while isImproving, rounds < 20 {
      isImproving = false
      rounds += 1
      for stage in cells.indices {
        for lane in cells[stage].indices where cells[stage][lane].count > 1 {
          for upper in 0..<cells[stage][lane].count - 1 {
            var swapped = cells[stage][lane]
            swapped.swapAt(upper, upper + 1)
            var tried = heights
            place(swapped, stage: stage, into: &tried)
            guard length(of: swapped, tried) < length(of: swapped, heights) - 1e-9 else { continue }
            cells[stage][lane] = swapped
            heights = tried
            isImproving = true
          }
        }
      }
    }
  }
}
