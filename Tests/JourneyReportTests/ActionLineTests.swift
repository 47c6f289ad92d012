import JourneyExperiments
import JourneyModel
import JourneyReport
import JourneyStatistics
import Testing

@Suite("What it pays")
struct ActionLineTests {
  private func input(gain: Estimate, arrivals: Double?) -> ReportInput {
    var simulation = RetailerRun.simulation
    simulation.journey.run.arrivalsPerSecond = arrivals
    let pain = simulation.journey.painPoints[0].name
    var whatIf = ComparisonResult(
      journey: simulation.journey,
      stamp: simulation.stamp,
      baseline: simulation.metrics,
      variants: [],
      ties: []
    )
    whatIf.variants = [
      VariantResult(
        name: pain,
        operation: "fix",
        painPoints: [pain],
        cost: 1_000,
        metrics: [
          MetricDifference(id: .clv, baseline: .exact(10), variant: .exact(11), difference: gain),
          MetricDifference(id: .satisfaction, baseline: .exact(60), variant: .exact(61), difference: gain),
        ]
      )
    ]
    return ReportInput(
      scenario: Scenario(path: "retailer.yaml", digest: "", baseline: simulation.journey),
      simulation: simulation,
      whatIf: whatIf,
      variants: nil,
      command: "journey report"
    )
  }

  private let sure = Estimate(mean: 1, standardError: 0.05, low: 0.9, high: 1.1)
  private let unsure = Estimate(mean: 1, standardError: 1, low: -1, high: 3)
  private let aThousandAYear = 1_000.0 / (365 * 86_400)

  @Test("a sure gain that earns its cost in a year is advised")
  func advised() throws {
    let section = try #require(ReportDocument(input(gain: sure, arrivals: aThousandAYear)).section(.pay))
    #expect(section.heading == "Every fix pays back within two years, even at the low end")
    guard case .table(let table) = section.blocks.first else { return #expect(Bool(false)) }
    #expect(table.rows.first?[1].text == "do")
  }

  @Test("a gain that may be none is to be tested first, without a payback")
  func unsettled() throws {
    let section = try #require(ReportDocument(input(gain: unsure, arrivals: aThousandAYear)).section(.pay))
    #expect(section.heading == "No fix pays back for sure")
    guard case .table(let table) = section.blocks.first else { return #expect(Bool(false)) }
    #expect(table.rows.first?[1].text == "test first")
    #expect(table.rows.first?[2].text == "no real change")
    #expect(table.rows.first?[4].text == "–")
  }

  @Test("without arrivals there is nothing to say")
  func withoutArrivals() {
    #expect(ReportDocument(input(gain: sure, arrivals: nil)).section(.pay) == nil)
  }
}
