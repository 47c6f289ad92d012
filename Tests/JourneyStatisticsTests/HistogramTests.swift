import JourneyStatistics
import Testing

@Suite("Histogram")
struct HistogramTests {
  private func histogram(_ values: [Double]) -> Histogram {
    var histogram = Histogram(low: 0, high: 10, bins: 5)
    for value in values { histogram.add(value) }
    return histogram
  }

  @Test("counts edges in the bin above, and the last edge in the last bin")
  func edges() {
    let histogram = histogram([0, 1.99, 2, 9.99, 10, -0.1, 10.1, .infinity, .nan])
    #expect(histogram.counts == [2, 1, 0, 0, 2])
    #expect(histogram.below == 1)
    #expect(histogram.above == 2)
    #expect(histogram.invalid == 1)
    #expect(histogram.total == 8)
    #expect(histogram.binWidth == 2)
  }

  @Test("finds quantiles by spreading values evenly within bins")
  func quantiles() throws {
    let histogram = histogram([1, 1, 3, 3, 5, 5, 7, 9])
    #expect(histogram.quantile(0) == 0)
    #expect(histogram.quantile(0.25) == 2)
    #expect(histogram.quantile(0.375) == 3)
    #expect(histogram.quantile(0.5) == 4)
    #expect(histogram.quantile(1) == 10)
    #expect(self.histogram([]).quantile(0.5) == nil)
  }

  @Test("stops at the ends for quantiles among values outside")
  func outside() {
    let histogram = histogram([-5, -5, 5, 20])
    #expect(histogram.quantile(0.5) == 0)
    #expect(histogram.quantile(0.99) == 10)
    #expect(histogram.cumulative(-1) == 0)
    #expect(histogram.cumulative(0) == 0.5)
    #expect(histogram.cumulative(5) == 0.625)
    #expect(histogram.cumulative(10) == 0.75)
  }

  @Test("merges to the same counts in any split")
  func merging() {
    let values = (0..<100).map { (index: Int) -> Double in Double(index * 37 % 113) / 10 - 0.5 }
    var merged = histogram(Array(values[60...]))
    merged.merge(histogram(Array(values[..<60])))
    #expect(merged == histogram(values))
  }
}
