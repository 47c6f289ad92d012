import JourneyStatistics

/// Where a persona's small chart stands.
public struct PanelGeometry: Sendable {
  /// Width of the drawing.
  public static let width = 250.0
  /// Height of the drawing.
  public static let height = 132.0
  /// Points to places, the same in every panel.
  public let scale: LinearScale
  /// Number of stages.
  public let count: Int

  /// Creates a geometry for panels that share a range.
  public init(range: ClosedRange<Double>, count: Int) {
    scale = LinearScale(low: range.lowerBound, high: range.upperBound, start: 106, end: 8)
    self.count = count
  }

  /// Where a stage stands.
  public func x(_ stage: Int) -> Double {
    count < 2 ? Self.width / 2 : 26 + Double(stage) / Double(count - 1) * (Self.width - 52)
  }

  /// The places of figures; stages without one are left out.
  public func places(_ figures: [Double?]) -> [ChartPoint] {
    figures.enumerated().compactMap { stage, figure in figure.map { ChartPoint(x(stage), scale.place($0)) } }
  }
}

extension PersonaPanels {
  /// The drawing of one panel.
  func drawing(_ panel: Panel) -> HTMLNode {
    let geometry = PanelGeometry(range: range, count: stages.count)
    var marks: [HTMLNode] = []
    for tick in LinearScale.ticks(low: range.lowerBound, high: range.upperBound, about: 3) {
      let y = geometry.scale.place(tick)
      marks.append(Draw.line(ChartPoint(20, y), ChartPoint(PanelGeometry.width, y), "tick"))
      marks.append(Draw.text(DecimalText.fixed(tick, places: 0), ChartPoint(0, y + 4), "axis"))
    }
    let upper = geometry.places(panel.bands.map { $0?.upperBound })
    let lower = geometry.places(panel.bands.map { $0?.lowerBound })
    marks.append(Draw.path(SVGPath(through: upper + lower.reversed(), closed: true), "band80"))
    marks.append(Draw.path(SVGPath(through: geometry.places(everyone)), "all"))
    marks.append(Draw.path(SVGPath(through: geometry.places(panel.means)), "mean"))
    if let lowest = panel.lowest, let mean = panel.means[lowest] {
      marks.append(
        Draw.circle(ChartPoint(geometry.x(lowest), geometry.scale.place(mean)), radius: 5, "lowest")
      )
    }
    let room = (PanelGeometry.width - 52) / Double(max(1, stages.count - 1))
    for (index, stage) in stages.enumerated() {
      let most = max(3, Int(room / 5.6))
      let words = stage.count > most ? String(stage.prefix(most - 1)) + "…" : stage
      let place = ChartPoint(geometry.x(index), PanelGeometry.height - 6)
      marks.append(Draw.text(words, place, "axis", anchor: .middle))
    }
    return Draw.canvas(
      width: PanelGeometry.width,
      height: PanelGeometry.height,
      classes: "panel",
      finding: panel.finding,
      marks
    )
  }
}
