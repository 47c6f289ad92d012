/// Numbers in drawings: short, and the same on every machine.
public enum SVGNumber {
  /// A coordinate with at most two decimals, no trailing zeros; 0 for what is not finite.
  public static func text(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return "0" }
    let hundredths = Int((value * 100).rounded())
    let whole = abs(hundredths) / 100
    let rest = abs(hundredths) % 100
    let sign = hundredths < 0 ? "-" : ""
    if rest == 0 { return sign + String(whole) }
    let digits = rest % 10 == 0 ? String(rest / 10) : (rest < 10 ? "0" : "") + String(rest)
    return sign + String(whole) + "." + digits
  }
}

/// A point of a drawing, y downwards.
public struct ChartPoint: Sendable, Hashable {
  /// From the left.
  public var x: Double
  /// From the top.
  public var y: Double

  /// Creates a point.
  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}

/// A rectangle of a drawing, for keeping labels apart.
public struct ChartBox: Sendable, Hashable {
  /// Left edge.
  public var left: Double
  /// Top edge.
  public var top: Double
  /// Width.
  public var width: Double
  /// Height.
  public var height: Double

  /// Creates a box.
  public init(left: Double, top: Double, width: Double, height: Double) {
    self.left = left
    self.top = top
    self.width = width
    self.height = height
  }

  /// Whether two boxes share more than an edge.
  public func overlaps(_ other: ChartBox) -> Bool {
    left < other.left + other.width && other.left < left + width
      && top < other.top + other.height && other.top < top + height
  }
}

/// The outline of a path, built from moves.
public struct SVGPath: Sendable, Hashable {
  /// The `d` attribute.
  public private(set) var text = ""

  /// An empty path.
  public init() {}

  /// Straight lines through points.
  public init(through points: [ChartPoint], closed: Bool = false) {
    for (index, point) in points.enumerated() { index == 0 ? move(to: point) : line(to: point) }
    if closed { close() }
  }

  /// Starts a new part.
  public mutating func move(to point: ChartPoint) { text += "M" + Self.pair(point) }

  /// Draws straight on.
  public mutating func line(to point: ChartPoint) { text += "L" + Self.pair(point) }

  /// Draws a cubic curve.
  public mutating func curve(to end: ChartPoint, _ first: ChartPoint, _ second: ChartPoint) {
    text += "C" + Self.pair(first) + " " + Self.pair(second) + " " + Self.pair(end)
  }

  /// Goes back to the start of the part.
  public mutating func close() { text += "Z" }

  private static func pair(_ point: ChartPoint) -> String {
    SVGNumber.text(point.x) + " " + SVGNumber.text(point.y)
  }
}
