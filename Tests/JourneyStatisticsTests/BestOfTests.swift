import JourneyStatistics
import Testing

@Suite("Which could be the best")
struct BestOfTests {
  private func intervals(_ means: [Double], width: Double) -> [BestOf.Interval] {
    BestOf.intervals(
      differences: means.map { left in means.map { left - $0 } },
      halfWidths: means.map { _ in means.map { _ in width } }
    )
  }

  @Test("Means 10, 9 and 5 with a width of 2: two may be the best, by hand")
  func twoOfThree() {
    let list = intervals([10, 9, 5], width: 2)
    #expect(list[0] == .init(low: -1, high: 3))
    #expect(list[1] == .init(low: -3, high: 1))
    #expect(list[2] == .init(low: -7, high: 0))
    #expect(list.map(\.mayBeBest) == [true, true, false])
    #expect(list.map(\.isBest) == [false, false, false])
  }

  @Test("With a width of half a point the first is the best, by hand")
  func oneOfThree() {
    let list = intervals([10, 9, 5], width: 0.5)
    #expect(list[0] == .init(low: 0, high: 1.5))
    #expect(list[1] == .init(low: -1.5, high: 0))
    #expect(list[2] == .init(low: -5.5, high: 0))
    #expect(list.map(\.isBest) == [true, false, false])
    #expect(list.map(\.mayBeBest) == [true, false, false])
  }

  @Test("Each pair has its own width")
  func widths() {
    let list = BestOf.intervals(
      differences: [[0, 1, 3], [-1, 0, 2], [-3, -2, 0]],
      halfWidths: [[0, 0.5, 4], [0.5, 0, 1], [4, 1, 0]]
    )
    #expect(list[0] == .init(low: -1, high: 1.5))
    #expect(list[1] == .init(low: -1.5, high: 0))
    #expect(list[2] == .init(low: -7, high: 0))
    #expect(list.map(\.mayBeBest) == [true, false, false])
  }

  @Test("One alone is the best; twins that nothing tells apart both are")
  func alone() {
    #expect(intervals([3], width: 1) == [.init(low: 0, high: 0)])
    #expect(intervals([3], width: 1).allSatisfy { $0.isBest && $0.mayBeBest })
    #expect(intervals([3, 3], width: 0).allSatisfy { $0.isBest && $0.mayBeBest })
  }
}
