import JourneyExperiments
import JourneyModel
import JourneyReport
import JourneyStatistics
import Testing

@Suite("All fixes together")
struct PrizeChartTests {
  static let whatIf = RetailerExperiments.whatIf

  static func total(_ whatIf: ComparisonResult) throws -> MetricDifference {
    let together = whatIf.variants.first { $0.operation == "fix" && $0.painPoints.count > 1 }
    return try #require(together?.metric(.kept))
  }

  @Test("steps lead from today to all fixes, without a gap or a rest")
  func sum() async throws {
    for whatIf in [Self.whatIf, try #require(try await DoubtfulShop.input().whatIf)] {
      let chart = try #require(PrizeChart(whatIf))
      let total = try Self.total(whatIf)
      #expect(abs(chart.today.figure.mean - 100 * total.baseline.mean) < 1e-9)
      #expect(chart.steps.first?.from == chart.today.figure.mean)
      for (one, next) in zip(chart.steps, chart.steps.dropFirst()) { #expect(one.to == next.from) }
      let end = try #require(chart.steps.last?.to)
      #expect(abs(end - 100 * (total.baseline.mean + total.difference.mean)) < 1e-9)
      #expect(abs(end - chart.all.figure.mean) < 0.05)
    }
  }

  @Test("at most eight steps are fixes; the last is what they do to each other, with its sign")
  func steps() throws {
    let chart = try #require(PrizeChart(Self.whatIf))
    #expect(chart.steps.map(\.name).suffix(2) == ["2 others", "together"])
    #expect(chart.steps.count == 9 && chart.count == 9)
    // 4.6 points together, and nine fixes alone that add up to 0.8 x 6.01.
    let last = try #require(chart.steps.last)
    #expect(abs(last.change.mean - (4.6 - 0.8 * 6.01)) < 1e-9)
    // Its bound is wider than a point, and digits follow it.
    #expect(last.change.mean < 0 && last.text.value == "0" && last.tone == .faint)
    #expect(last.isBound && chart.steps.dropLast(2).allSatisfy { !$0.isBound })
  }

  @Test("a sum of unknown dependence is as wide as all its parts together")
  func bounds() throws {
    let chart = try #require(PrizeChart(Self.whatIf))
    let total = try Self.total(Self.whatIf).difference
    let singles = FixWords(Self.whatIf).singles.compactMap { $0.metric(.kept)?.difference }
    let widest = total.halfWidth + singles.reduce(0) { $0 + $1.halfWidth }
    let last = try #require(chart.steps.last?.change)
    #expect(abs(last.halfWidth - 100 * widest) < 1e-9)
    // Twin: what independence would promise is narrower by far.
    let independent = (singles + [total]).reduce(0) { $0 + $1.halfWidth * $1.halfWidth }.squareRoot()
    #expect(last.halfWidth > 2 * 100 * independent)
  }

  @Test("everything drawn lies within the axis, and a cut axis is said to be one")
  func axis() throws {
    let chart = try #require(PrizeChart(Self.whatIf))
    for step in chart.steps {
      for figure in [step.from, step.to, step.from + step.change.low, step.from + step.change.high] {
        #expect(chart.range.contains(figure))
      }
    }
    #expect(chart.range.contains(try #require(chart.perfect).figure.high))
    #expect(chart.ticks.count >= 4 && chart.ticks.allSatisfy { chart.range.contains($0.figure) })
    let section = try #require(ReportDocument(RetailerExperiments.input).section(.prize))
    let start = try #require(chart.ticks.first)
    #expect(start.figure == chart.range.lowerBound)
    #expect(section.reading.contains("Axis starts at \(start.text)."))
  }

  @Test("the finding names as many fixes as make half for certain")
  func heading() throws {
    let chart = try #require(PrizeChart(Self.whatIf))
    let words = PrizeWords.heading(chart, Self.whatIf)
    #expect(
      words
        == "All nine fixes together: +4.6 points of travellers kept as customers; the first four alone come to over half of it"
    )
    var nothing = Self.whatIf
    for index in nothing.variants.indices where nothing.variants[index].painPoints.count > 1 {
      for metric in nothing.variants[index].metrics.indices {
        nothing.variants[index].metrics[metric].difference = estimate(0.0001, 0.001)
      }
    }
    #expect(PrizeWords.heading(chart, nothing) == "All nine fixes together make no real change")
  }

  @Test("the table holds every number; one fix alone makes no chart")
  func document() throws {
    let section = try #require(ReportDocument(RetailerExperiments.input).section(.prize))
    let chart = try #require(PrizeChart(Self.whatIf))
    let table = try #require(section.data)
    #expect(table.rows.count == chart.steps.count + 3)
    #expect(table.rows[1][1].text == "+1.4 (1.3 to 1.6)")
    #expect(table.rows[9][1].text.contains("(at most "))
    var single = Self.whatIf
    single.variants = single.variants.filter { $0.painPoints == ["Voucher fails"] }
    #expect(PrizeChart(single) == nil)
  }
}
