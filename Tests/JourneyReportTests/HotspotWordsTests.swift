import JourneyExperiments
import JourneyReport
import Testing

@Suite("What is said of hotspots")
struct HotspotWordsTests {
  static func places(_ shares: [Double], halfWidth: Double = 0.001) -> [TouchpointEstimate] {
    shares.enumerated().map { hotspot("t\($0.offset)", $0.element, halfWidth: halfWidth) }
  }

  @Test("about half is between 48 and 52.5 %, over half up to 60 %")
  func half() {
    let few = [0.2, 0.15, 0.14] + Array(repeating: 0.051, count: 10)
    #expect(
      HotspotWords.heading(Self.places(few)) == "Three touchpoints hold about half of all dissatisfaction"
    )
    let more = [0.3, 0.26] + Array(repeating: 0.044, count: 10)
    #expect(
      HotspotWords.heading(Self.places(more)) == "Two touchpoints hold over half of all dissatisfaction"
    )
    let most = [0.25, 0.22, 0.2] + Array(repeating: 0.033, count: 10)
    #expect(HotspotWords.heading(Self.places(most)) == "Three touchpoints hold 67% of all dissatisfaction")
  }

  @Test("one place may hold it alone")
  func alone() {
    let shares = [0.55, 0.2, 0.15, 0.1]
    #expect(HotspotWords.heading(Self.places(shares)) == "“t0” alone holds over half of all dissatisfaction")
  }

  @Test("of two that cannot be told apart none holds it alone")
  func tied() {
    let close = Self.places([0.51, 0.49], halfWidth: 0.02)
    #expect(
      HotspotWords.heading(close) == "“t0” and “t1” hold 100% of all dissatisfaction, too close to rank"
    )
    let apart = Self.places([0.51, 0.49], halfWidth: 0.002)
    #expect(HotspotWords.heading(apart) == "“t0” alone holds about half of all dissatisfaction")
  }

  @Test("of a handful the count says of how many")
  func handful() {
    let three = Self.places([0.4, 0.34, 0.26], halfWidth: 0.002)
    #expect(HotspotWords.heading(three) == "Two of three touchpoints hold 74% of all dissatisfaction")
  }

  @Test("an even spread is called one")
  func even() {
    let shares = Array(repeating: 0.1, count: 10)
    #expect(
      HotspotWords.heading(Self.places(shares)) == "Five touchpoints hold about half of all dissatisfaction"
    )
    let odd = Array(repeating: 1 / 9.0, count: 9)
    #expect(
      HotspotWords.heading(Self.places(odd))
        == "Dissatisfaction is spread out: no few touchpoints hold most of it"
    )
  }

  @Test("nothing falls short where no share is above zero")
  func nothing() {
    #expect(HotspotWords.heading(Self.places([0, 0])) == "No visit falls short of what travellers expect")
  }

  @Test("neighbours whose intervals overlap share a rank")
  func ties() {
    let places = Self.places([0.3, 0.2, 0.199, 0.1], halfWidth: 0.002)
    #expect(HotspotWords.ranks(places) == ["t0": 1, "t1": 2, "t2": 2, "t3": 4])
    #expect(HotspotWords.settledRanks(places) == 1)
  }

  @Test("a tie that reaches beyond the fifth rank is not drawn")
  func shown() {
    let places = Self.places([0.3, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1])
    #expect(HotspotWords.shownRanks(places) == ["t0": 1])
    #expect(
      HotspotWords.rankNote(places)
        == "The first rank is settled; the intervals do not keep the next ones apart."
    )
    let two = Self.places([0.3, 0.2, 0.1, 0.1, 0.1, 0.1, 0.1])
    #expect(
      HotspotWords.rankNote(two)
        == "Ranks 1 and 2 are settled; the intervals do not keep the next ones apart."
    )
  }
}
