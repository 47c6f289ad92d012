/// A curve through points that never overshoots them: monotone cubic interpolation (Fritsch & Carlson 1980), with the
/// slopes of the harmonic mean (Fritsch & Butland 1984).
public enum SmoothLine {
  /// The slope at each point; x must grow, or fall, throughout.
  public static func slopes(_ points: [ChartPoint]) -> [Double] {
    guard points.count > 1 else { return points.map { _ in 0 } }
    let secants = zip(points, points.dropFirst()).map { ($1.y - $0.y) / ($1.x == $0.x ? 1 : $1.x - $0.x) }
    return points.indices.map { index in
      guard index > 0, index < points.count - 1 else { return 0 }
      let (before, after) = (secants[index - 1], secants[index])
      guard before * after > 0 else { return 0 }
      return 2 * before * after / (before + after)
    }
  }

  /// Draws on from the first point, where the path already stands, to the last.
  static func extend(_ path: inout SVGPath, through points: [ChartPoint]) {
    let slopes = slopes(points)
    for index in points.indices.dropFirst() {
      let (from, to) = (points[index - 1], points[index])
      let third = (to.x - from.x) / 3
      path.curve(
        to: to,
        ChartPoint(from.x + third, from.y + slopes[index - 1] * third),
        ChartPoint(to.x - third, to.y - slopes[index] * third)
      )
    }
  }

  /// A curve through points.
  public static func path(through points: [ChartPoint]) -> SVGPath {
    var path = SVGPath()
    guard let first = points.first else { return path }
    path.move(to: first)
    extend(&path, through: points)
    return path
  }

  /// The area between two curves that share their places.
  public static func band(upper: [ChartPoint], lower: [ChartPoint]) -> SVGPath {
    var path = path(through: upper)
    guard let last = lower.last else { return path }
    path.line(to: last)
    extend(&path, through: lower.reversed())
    path.close()
    return path
  }
}
