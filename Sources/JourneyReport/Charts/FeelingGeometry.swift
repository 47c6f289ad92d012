/// Where everything of a feeling curve stands in its drawing.
public struct FeelingGeometry: Sendable {
  /// A dot with its place.
  public struct PlacedDot: Sendable {
    /// The touchpoint.
    public var dot: FeelingCurve.Dot
    /// Its centre.
    public var centre: ChartPoint
    /// Its radius; the area goes with the share of travellers.
    public var radius: Double
  }

  /// A label with its place.
  public struct Label: Sendable, Hashable {
    /// The touchpoint's name, shortened where it is long.
    public var text: String
    /// The middle of its base line.
    public var place: ChartPoint
    /// What it covers.
    public var box: ChartBox
  }

  /// Width of a stage's column.
  public let columnWidth: Double
  /// Width of the drawing.
  public let width: Double
  /// Height of the drawing.
  public let height: Double
  /// Points to places.
  public let scale: LinearScale
  /// What travellers expect, where it lies within the drawing.
  public let expectation: Double?
  /// Round figures with a line.
  public let ticks: [Double]
  /// The mean, from edge to edge.
  public let line: [ChartPoint]
  /// The mean with all fixes done, from edge to edge; empty where that was not run.
  public let target: [ChartPoint]
  /// That line's name, where there is room for it.
  public let targetLabel: Label?
  /// Middle 80 % of visits.
  public let outer: (upper: [ChartPoint], lower: [ChartPoint])
  /// Middle 50 % of visits.
  public let inner: (upper: [ChartPoint], lower: [ChartPoint])
  /// The touchpoints.
  public let dots: [PlacedDot]
  /// The names of those that stand out, kept apart from each other and from the dots.
  public let labels: [Label]

  /// Size of the labels' type.
  static let typeSize = 11.5
  /// Characters after which a label is cut.
  static let longest = 24

  /// Places a curve.
  public init(_ curve: FeelingCurve, columnWidth: Double = 240, height: Double = 235) {
    self.columnWidth = columnWidth
    self.height = height
    width = columnWidth * Double(max(1, curve.stages.count))
    let figures =
      (curve.stages + curve.personas.flatMap(\.stages)).flatMap {
        [$0.quantiles.first, $0.quantiles.last, $0.mean, $0.target].compactMap { $0 }
      }
      + curve.dots.map(\.mean)
    let range = LinearScale.rounded(
      low: max(0, (figures.min() ?? 0) - 3),
      high: min(100, (figures.max() ?? 100) + 3),
      about: 5
    )
    let scale = LinearScale(low: range.low, high: range.high, start: height - 12, end: 12)
    self.scale = scale
    expectation = curve.expectation.flatMap { $0 > range.low && $0 < range.high ? $0 : nil }
    ticks = LinearScale.ticks(low: range.low + 0.01, high: range.high - 0.01, about: 4)

    let present = curve.stages.indices.filter { curve.stages[$0].mean != nil }
    func edgeToEdge(_ value: (FeelingCurve.Stage) -> Double?) -> [ChartPoint] {
      let inside = present.compactMap { index in
        value(curve.stages[index]).map {
          ChartPoint((Double(index) + 0.5) * columnWidth, scale.place($0))
        }
      }
      guard let first = inside.first, let last = inside.last else { return [] }
      let half = columnWidth / 2
      return [ChartPoint(first.x - half, first.y)] + inside + [ChartPoint(last.x + half, last.y)]
    }
    func quantile(_ index: Int) -> [ChartPoint] {
      edgeToEdge { $0.quantiles.indices.contains(index) ? $0.quantiles[index] : $0.mean }
    }
    line = edgeToEdge(\.mean)
    target = edgeToEdge(\.target)
    outer = (quantile(4), quantile(0))
    inner = (quantile(3), quantile(1))

    var placed: [PlacedDot] = []
    for stage in curve.stages.indices {
      let here = curve.dots.filter { $0.stage == stage }
      for (index, dot) in here.enumerated() {
        let x = (Double(stage) + (Double(index) + 0.5) / Double(here.count)) * columnWidth
        let radius = max(3.5, 11 * min(1, max(0, dot.reach)).squareRoot())
        placed.append(PlacedDot(dot: dot, centre: ChartPoint(x, scale.place(dot.mean)), radius: radius))
      }
    }
    dots = placed
    labels = Self.labels(for: placed, stages: curve.stages, width: width, height: height)
    targetLabel = Self.name(of: target, apartFrom: line, dots: placed, labels: labels, width: width)
  }

  /// Names the touchpoints furthest from their stage's mean, two a stage at most, where there is room.
  private static func labels(
    for dots: [PlacedDot],
    stages: [FeelingCurve.Stage],
    width: Double,
    height: Double
  ) -> [Label] {
    var candidates: [(dot: PlacedDot, distance: Double)] = []
    for (index, stage) in stages.enumerated() {
      let here = dots.filter { $0.dot.stage == index }
      let mean = stage.mean ?? 0
      if let lowest = here.min(by: { $0.dot.mean < $1.dot.mean }) {
        candidates.append((lowest, lowest.dot.mean - mean))
      }
      if let highest = here.max(by: { $0.dot.mean < $1.dot.mean }), here.count > 1 {
        candidates.append((highest, highest.dot.mean - mean))
      }
    }
    candidates.sort { (abs($0.distance), $1.dot.centre.x) > (abs($1.distance), $0.dot.centre.x) }
    let obstacles = dots.map {
      ChartBox(
        left: $0.centre.x - $0.radius,
        top: $0.centre.y - $0.radius,
        width: 2 * $0.radius,
        height: 2 * $0.radius
      )
    }
    var labels: [Label] = []
    for candidate in candidates {
      let name = candidate.dot.dot.name
      let text = name.count > longest ? name.prefix(longest - 1) + "…" : name
      let size = Double(text.count) * typeSize * 0.56 + 4
      let x = min(width - size / 2 - 4, max(size / 2 + 4, candidate.dot.centre.x))
      let below = candidate.dot.centre.y + candidate.dot.radius + typeSize + 1
      let above = candidate.dot.centre.y - candidate.dot.radius - 4
      for base in candidate.distance < 0 ? [below, above] : [above, below] {
        let box = ChartBox(left: x - size / 2, top: base - typeSize, width: size, height: typeSize + 3)
        let isInside = box.top >= 2 && box.top + box.height <= height - 2
        guard isInside, !labels.contains(where: { $0.box.overlaps(box) }) else { continue }
        guard !obstacles.contains(where: { $0.overlaps(box) }) else { continue }
        labels.append(Label(text: String(text), place: ChartPoint(x, base), box: box))
        break
      }
    }
    return labels
  }
}
