import JourneyExperiments
import JourneyModel
import JourneyReport
import JourneyStatistics
import Testing

@Suite("The feeling curve")
struct FeelingGeometryTests {
  static let geometry = FeelingGeometry(curve)

  static let curve = FeelingCurve(
    stages: RetailerRun.stages.map {
      FeelingCurve.Stage(name: $0.name, mean: $0.satisfaction?.mean, quantiles: $0.quantiles)
    },
    dots: RetailerRun.touchpoints.compactMap { touchpoint in
      guard let mean = touchpoint.satisfaction?.mean,
        let stage = Retailer.stages.firstIndex(where: { $0 == touchpoint.stage })
      else { return nil }
      return FeelingCurve.Dot(
        name: touchpoint.name,
        stage: stage,
        mean: mean,
        reach: touchpoint.reach.mean,
        look: .none
      )
    },
    expectation: 72
  )

  @Test("keeps every dot in its stage's column and inside the drawing")
  func dots() {
    let geometry = Self.geometry
    #expect(geometry.dots.count == Retailer.places.count)
    for dot in geometry.dots {
      #expect(Int(dot.centre.x / geometry.columnWidth) == dot.dot.stage)
      #expect(dot.centre.y - dot.radius > 0 && dot.centre.y + dot.radius < geometry.height)
    }
  }

  @Test("labels dots without covering another label or a dot")
  func labels() {
    let labels = Self.geometry.labels
    #expect(labels.count >= Retailer.stages.count)
    for (index, label) in labels.enumerated() {
      for other in labels.dropFirst(index + 1) { #expect(!label.box.overlaps(other.box)) }
      for dot in Self.geometry.dots {
        let box = ChartBox(
          left: dot.centre.x - dot.radius,
          top: dot.centre.y - dot.radius,
          width: 2 * dot.radius,
          height: 2 * dot.radius
        )
        #expect(!label.box.overlaps(box))
      }
      #expect(label.box.left >= 0 && label.box.left + label.box.width <= Self.geometry.width)
    }
  }

  @Test("orders its bands: outer above inner above line above inner above outer")
  func bands() {
    let geometry = Self.geometry
    for index in geometry.line.indices {
      let order = [
        geometry.outer.upper[index].y, geometry.inner.upper[index].y, geometry.inner.lower[index].y,
        geometry.outer.lower[index].y,
      ]
      #expect(order == order.sorted())
    }
    #expect(geometry.line.first?.x == 0)
    #expect(geometry.line.last?.x == geometry.width)
  }

  @Test("draws area by the share of travellers")
  func area() {
    let dots = [1.0, 0.25].map { FeelingCurve.Dot(name: "x", stage: 0, mean: 50, reach: $0, look: .none) }
    let stages = [FeelingCurve.Stage(name: "a", mean: 50, quantiles: [])]
    let geometry = FeelingGeometry(FeelingCurve(stages: stages, dots: dots))
    #expect(abs(geometry.dots[0].radius / geometry.dots[1].radius - 2) < 1e-9)
  }

  @Test("survives no stages, no visits and one point")
  func empty() {
    #expect(FeelingGeometry(FeelingCurve(stages: [], dots: [])).line.isEmpty)
    let silent = FeelingCurve.Stage(name: "a", mean: nil, quantiles: [])
    #expect(FeelingGeometry(FeelingCurve(stages: [silent], dots: [])).line.isEmpty)
  }

  @Test("has shapes of about the same area")
  func shapes() {
    // The square's half side is the root of pi over two, so its area is the circle's.
    let square = MarkOutline.path(.square, centre: ChartPoint(0, 0), radius: 10)
    #expect(square.text == "M-8.86 -8.86L8.86 -8.86L8.86 8.86L-8.86 8.86Z")
    let diamond = MarkOutline.path(.diamond, centre: ChartPoint(0, 0), radius: 10)
    #expect(diamond.text == "M0 -12.53L12.53 0L0 12.53L-12.53 0Z")
  }
}
