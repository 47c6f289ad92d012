import JourneyDiagram
import JourneyExperiments
import JourneyModel
import JourneyReport
import JourneyStatistics
import Testing

@Suite("Pictures of a run")
struct JourneyPicturesTests {
  static let pictures = JourneyPictures(RetailerRun.simulation, path: "alder.yaml")

  @Test("share their cards, lanes, flows and outcomes, so that they can be laid side by side")
  func shared() {
    let (map, hotspots) = (Self.pictures.map(), Self.pictures.hotspots())
    #expect(map.stages == hotspots.stages)
    #expect(map.lanes == hotspots.lanes)
    #expect(map.flows == hotspots.flows)
    #expect(map.outcomes == hotspots.outcomes)
    #expect(map.cards.map(\.id) == hotspots.cards.map(\.id))
  }

  @Test("stand in the same places")
  func positions() throws {
    let drawings = [try Drawing(of: Self.pictures.map()), try Drawing(of: Self.pictures.hotspots())]
    #expect(drawings[0].scene.cards == drawings[1].scene.cards)
  }

  @Test("draw without a complaint")
  func sound() throws {
    for picture in [Self.pictures.map(), Self.pictures.hotspots(theme: .dark)] {
      #expect(try Drawing(of: picture).render(.svg).warnings.isEmpty)
    }
  }

  @Test("say travellers, seed, file and interval in the caption")
  func caption() throws {
    let line = try #require(Self.pictures.map().caption.first)
    for part in ["200,000 simulated travellers", "seed 1", "alder.yaml", "95%"] {
      #expect(line.contains(part))
    }
  }

  @Test("colour flows into contacts that exist because something failed, and no others")
  func failure() {
    let flows = Self.pictures.map().flows
    let red = Set(flows.filter(\.isFailureDemand).map(\.to))
    #expect(red.contains("touchpoint Where is it?"))
    #expect(red.contains("touchpoint Refund wait"))
    #expect(red.contains("outcome lost for good"))
    #expect(!red.contains("touchpoint Home delivery"))
    #expect(!red.contains("outcome bought"))
  }

  @Test("write leaving into the cards and give it no lines of its own")
  func leaving() throws {
    let map = Self.pictures.map()
    let left = try #require(map.outcomes.first { $0.name == "Left on the way" })
    #expect(left.kind == .left)
    #expect(map.cards.first { $0.name == "Social ad" }?.right == "28% leave")
  }

  @Test("have the finding as title, and a neutral one where nothing stands out")
  func titles() {
    #expect(
      PictureWords.mapTitle(RetailerRun.touchpoints)
        == "Where the journey breaks: Web checkout, Home delivery and Delivery slot"
    )
    let even = (0..<10).map { hotspot("t\($0)", 0.1) }
    #expect(PictureWords.mapTitle(even) == "What happens where")
  }

  @Test("of six touchpoints or fewer name the first where it holds about half, and the interval says so")
  func smallTitles() {
    func title(_ shares: [Double], halfWidth: Double = 0.001) -> String {
      PictureWords.mapTitle(HotspotWordsTests.places(shares, halfWidth: halfWidth))
    }
    #expect(title([0.51, 0.29, 0.1, 0.06, 0.04]) == "“t0” alone holds about half of all dissatisfaction")
    #expect(title([0.45, 0.35, 0.1, 0.06, 0.04]) == "What happens where")
    #expect(title([0.51, 0.29, 0.1, 0.06, 0.04], halfWidth: 0.12) == "What happens where")
    // Of two, one of them always holds half.
    #expect(title([0.55, 0.45]) == "What happens where")
    #expect(title([1]) == "What happens where")
  }

  @Test("about a stage rank its own touchpoints, by their shares of its dissatisfaction")
  func stage() throws {
    let stage = try #require(RetailerRun.simulation.stages.last?.name)
    let names = RetailerRun.touchpoints.filter { $0.stage == stage }.map(\.name)
    let foreign = RetailerRun.touchpoints.map(\.name).filter { !names.contains($0) }
    let pictures = JourneyPictures(RetailerRun.simulation, path: "alder.yaml", stage: stage)
    for picture in [pictures.map(), pictures.hotspots()] {
      #expect(picture.title.contains(stage), "\(picture.title)")
      #expect(!foreign.contains { picture.title.contains($0) }, "\(picture.title)")
      #expect(picture.focus == picture.stages.firstIndex { $0.name == stage })
      #expect(!picture.answer.contains("touchpoints hold"))
    }
    let ranks = pictures.hotspots().cards.compactMap { card in card.heat?.rank.map { (card.name, $0) } }
    #expect(ranks.allSatisfy { names.contains($0.0) })
    #expect(ranks.contains { $0.1 == 1 })
    let shares = [0.3, 0.05, 0.02, 0.02, 0.01].enumerated().map { hotspot("t\($0.offset)", $0.element * 2.5) }
    #expect(PictureWords.mapTitle(shares, stage: "pay") == "pay: “t0” alone holds 75% of its dissatisfaction")
    #expect(PictureWords.mapTitle([], stage: "pay") == "What happens where in “pay”")
  }

  @Test("without feelings say how journeys end, or after what where all end alike")
  func plainTitles() {
    var simulation = RetailerRun.simulation
    func ends(_ shares: [(Outcome, Double)]) {
      simulation.outcomes = shares.map { OutcomeEstimate(outcome: $0, share: estimate($1, 0.001)) }
    }
    let (bought, ended) = (Outcome(name: "bought", kind: .goal), Outcome(name: "ended", kind: .neutral))
    let leave = Outcome(name: Outcome.leaveName, kind: .loss)
    simulation.flows = [("Till", 0.3), ("Basket", 0.6), ("Help", 0.1)].map {
      FlowEstimate(from: $0, to: .outcome("ended"), perTraveller: $1, forcedShare: 0)
    }
    simulation.flows.append(FlowEstimate(to: .touchpoint("Basket"), perTraveller: 1, forcedShare: 0))
    ends([(bought, 0.2), (ended, 0.8)])
    #expect(PictureWords.plainTitle(simulation) == "20% of journeys end in “bought”")
    ends([(ended, 0.7), (leave, 0.3)])
    #expect(PictureWords.plainTitle(simulation) == "70% of journeys end in “ended”")
    ends([(ended, 0.3), (leave, 0.7)])
    #expect(PictureWords.plainTitle(simulation) == "70% of travellers leave on the way")
    ends([(ended, 1)])
    #expect(PictureWords.plainTitle(simulation) == "60% of journeys end after “Basket”")
    ends([])
    #expect(PictureWords.plainTitle(simulation) == nil)
  }

  @Test("take journeys without stages and channels")
  func plain() throws {
    var simulation = RetailerRun.simulation
    simulation.journey.stages = []
    simulation.journey.channels = []
    simulation.stages = []
    simulation.touchpoints = simulation.touchpoints.map {
      var touchpoint = $0
      touchpoint.stage = nil
      touchpoint.channel = nil
      return touchpoint
    }
    let picture = JourneyPictures(simulation, path: "x").map()
    #expect(picture.stages.isEmpty && picture.lanes.isEmpty)
    #expect(try !Drawing(of: picture).render(.svg).bytes.isEmpty)
  }
}
