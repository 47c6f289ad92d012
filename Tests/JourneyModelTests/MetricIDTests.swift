import JourneyModel
import Testing

@Suite struct MetricIDTests {
  @Test func `every id reads back as itself`() {
    for metric in MetricID.plain + [.retentionAfter(3), .keptAfter(12)] {
      #expect(MetricID(metric.text) == metric)
    }
  }

  @Test(arguments: ["", "gaol", "kept@", "kept@0", "kept@01", "kept@1@2", "visits@3", "@3"])
  func `a text that is no id is refused`(text: String) {
    #expect(MetricID(text) == nil)
  }
}
