import JourneyExperiments
import JourneyModel
import JourneyReport
import JourneyStatistics
import Testing

@Suite("Who stays: bands and other worlds")
struct RetentionFanTests {
  static func chart(_ input: ReportInput) throws -> (CurveChart, ReportSection) {
    let section = try #require(ReportDocument(input).section(.stays))
    guard case .curve(let chart) = section.blocks.first else { throw ExperimentError.noTravellers }
    return (chart, section)
  }

  @Test("bands lie in one another, around the mean over draws, and start where all are customers")
  func bands() async throws {
    let input = try await DoubtfulShop.input()
    let (chart, section) = try Self.chart(input)
    #expect(chart.bands.map(\.level) == [0.95, 0.8, 0.5])
    for band in chart.bands {
      #expect(band.ranges.count == chart.points.count && band.ranges[0] == 1...1)
    }
    for (outer, inner) in zip(chart.bands, chart.bands.dropFirst()) {
      for (wide, narrow) in zip(outer.ranges, inner.ranges).dropFirst() {
        #expect(wide.lowerBound < narrow.lowerBound && narrow.upperBound < wide.upperBound)
      }
    }
    for period in 1..<chart.points.count {
      let layered = try #require(input.uncertainty?.level(.retentionAfter(period))?.inputs)
      let widest = chart.bands[0].ranges[period]
      #expect(abs(widest.lowerBound - layered.low) < 1e-9 && abs(widest.upperBound - layered.high) < 1e-9)
      // The middle half of a t distribution with 49 degrees of freedom is 0.3386 of its middle 95 %.
      let half = chart.bands[2].ranges[period]
      #expect(
        abs((half.upperBound - half.lowerBound) / (widest.upperBound - widest.lowerBound) - 0.3384) < 0.001
      )
    }
    #expect(section.reading.contains("Bands: the middle 50, 80 and 95% with uncertain inputs."))
  }

  @Test("other worlds have lines where these can be seen, and columns in the table")
  func lines() async throws {
    var input = try await DoubtfulShop.input()
    let last = input.simulation.retentionCurve.count
    #expect(try Self.chart(input).0.others.last?.name == "all fixes")
    // A variant that keeps five points more for good.
    let id = MetricID.retentionAfter(last)
    for metric in input.variants!.variants[2].metrics.indices
    where input.variants!.variants[2].metrics[metric].id == id {
      let moved = input.variants!.variants[2].metrics[metric].variant.mean + 0.05
      input.variants!.variants[2].metrics[metric].variant = estimate(moved, 0.001)
    }
    let (chart, section) = try Self.chart(input)
    let line = try #require(chart.others.first { $0.name == input.variants?.variants[2].name })
    #expect(line.slot == 2 && line.shares.count == last + 1 && line.shares[0] == 1)
    let table = try #require(section.data)
    #expect(table.columns.suffix(chart.others.count).map(\.title).contains { $0.lowercased() == line.name })
    for row in table.rows { #expect(row.count == table.columns.count) }
    let all = try #require(input.whatIf).variants.first { $0.operation == "fix" && $0.painPoints.count > 1 }
    #expect(chart.others.last?.shares.last == all?.metric(id)?.variant.mean)
  }

  @Test("without doubtful inputs the interval of simulation is drawn, and nothing is said of bands")
  func plain() throws {
    let (chart, section) = try Self.chart(RetailerExperiments.input)
    #expect(chart.bands.isEmpty)
    #expect(section.reading.contains("with its 95% interval."))
    #expect(!section.reading.contains("Bands"))
  }

  @Test("more figures make the axis start lower, and keep every place on the same scale")
  func geometry() {
    let points = CurveGeometryTests.points
    let low = CurveGeometry(points, width: 860, height: 330, labelWidth: 90, others: [.exact(0.45)])
    #expect(low.ticks.first.map { $0 < 0.45 } == true)
    #expect(low.places(points.map(\.mean)) == low.line)
    let falling = low.places([1, 0.9, 0.8])
    #expect(zip(falling, falling.dropFirst()).allSatisfy { $0.y < $1.y && $0.x < $1.x })
  }
}
