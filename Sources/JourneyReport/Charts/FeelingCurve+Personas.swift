extension FeelingCurve {
  /// What one persona feels, stage by stage.
  public struct Persona: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// The stages of the curve, with its own visits.
    public var stages: [Stage]

    /// Creates it from its parts.
    public init(name: String, stages: [Stage]) {
      self.name = name
      self.stages = stages
    }
  }

  /// The most personas that can be chosen; with more, the first ones.
  public static let mostPersonas = 8
}

extension FeelingGeometry {
  /// A persona's mean and its middle 80% of visits, from edge to edge; stages without visits are passed over.
  public func places(_ persona: FeelingCurve.Persona) -> (
    mean: [ChartPoint], upper: [ChartPoint], lower: [ChartPoint]
  ) {
    func edgeToEdge(_ value: (FeelingCurve.Stage) -> Double?) -> [ChartPoint] {
      let inside = persona.stages.enumerated().compactMap { index, stage in
        value(stage).map { ChartPoint((Double(index) + 0.5) * columnWidth, scale.place($0)) }
      }
      guard let first = inside.first, let last = inside.last else { return [] }
      let half = columnWidth / 2
      return [ChartPoint(first.x - half, first.y)] + inside + [ChartPoint(last.x + half, last.y)]
    }
    return (
      edgeToEdge(\.mean), edgeToEdge { $0.mean == nil ? nil : $0.quantiles.last ?? $0.mean },
      edgeToEdge { $0.mean == nil ? nil : $0.quantiles.first ?? $0.mean }
    )
  }

  /// Each persona's curve, hidden until it is chosen.
  func personas(_ curve: FeelingCurve) -> [HTMLNode] {
    curve.personas.enumerated().map { index, persona in
      let places = places(persona)
      let end = (places.upper.last ?? ChartPoint(0, 0)).y
      return .el(
        .g,
        "who who\(index + 1)",
        [
          Draw.path(SmoothLine.band(upper: places.upper, lower: places.lower), "band80"),
          Draw.path(SmoothLine.path(through: places.mean), "mean"),
          Draw.text("middle 80% of visits", ChartPoint(width - 5, end + 11), "axis", anchor: .end),
        ]
      )
    }
  }
}
