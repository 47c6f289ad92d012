import Foundation

/// Outlines of dots: about the same area for every shape, so that size keeps its meaning.
public enum MarkOutline {
  /// The outline of a shape around a centre, as large as a circle of that radius.
  public static func path(_ shape: MarkShape, centre: ChartPoint, radius: Double) -> SVGPath {
    func at(_ dx: Double, _ dy: Double) -> ChartPoint { ChartPoint(centre.x + dx, centre.y + dy) }
    switch shape {
    case .circle:
      let pull = radius * 0.5523
      var path = SVGPath()
      path.move(to: at(radius, 0))
      path.curve(to: at(0, radius), at(radius, pull), at(pull, radius))
      path.curve(to: at(-radius, 0), at(-pull, radius), at(-radius, pull))
      path.curve(to: at(0, -radius), at(-radius, -pull), at(-pull, -radius))
      path.curve(to: at(radius, 0), at(pull, -radius), at(radius, -pull))
      path.close()
      return path
    case .triangle:
      let side = radius * (4 * Double.pi / 3.0.squareRoot()).squareRoot()
      let height = side * 3.0.squareRoot() / 2
      return SVGPath(
        through: [at(0, -height * 0.6), at(side / 2, height * 0.4), at(-side / 2, height * 0.4)],
        closed: true
      )
    case .square:
      let half = radius * Double.pi.squareRoot() / 2
      return SVGPath(
        through: [at(-half, -half), at(half, -half), at(half, half), at(-half, half)],
        closed: true
      )
    case .diamond:
      let half = radius * (Double.pi / 2).squareRoot()
      return SVGPath(through: [at(0, -half), at(half, 0), at(0, half), at(-half, 0)], closed: true)
    case .cross:
      let arm = radius * (Double.pi / 20).squareRoot()
      let reach = 3 * arm
      return SVGPath(
        through: [
          at(-arm, -reach), at(arm, -reach), at(arm, -arm), at(reach, -arm), at(reach, arm), at(arm, arm),
          at(arm, reach), at(-arm, reach), at(-arm, arm), at(-reach, arm), at(-reach, -arm), at(-arm, -arm),
        ],
        closed: true
      )
    }
  }
}
