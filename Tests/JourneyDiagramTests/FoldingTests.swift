import JourneyDiagram
import JourneyTestSupport
import Testing

@Suite("Journeys of any size", .serialized)
struct FoldingTests {
  @Test(
    "A hundred thousand touchpoints are drawn in bounded time, and the picture says what it shows",
    arguments: [0, 6]
  )
  func enormous(stages: Int) throws {
    let picture = OddPictures.generated(cards: 100_000, stages: stages, lanes: 4)
    let start = processorTime()
    let drawing = try Drawing(of: picture)
    let svg = try drawing.render(.svg)
    // A debug build takes longer; the product's own bound is 10 s.
    #expect(processorTime() - start < .seconds(30))
    #expect(svg.warnings.isEmpty)
    #expect(drawing.coverage.touchpoints.all == 100_000)
    #expect(drawing.coverage.touchpoints.shown <= 150)
    #expect(drawing.coverage.sentence.contains("of 100,000 touchpoints"))
    #expect(Checks.overlaps(drawing.scene.cards) == [])
    #expect(drawing.dot.contains(" others"))
  }

  @Test("The busiest touchpoints keep their cards and the others' moves are added up")
  func busiest() throws {
    var picture = JourneyPicture(title: "t", cards: [])
    picture.cards = (0..<200).map { Card(id: "c\($0)", name: "Card \($0)") }
    picture.mostCards = 80
    for index in 0..<199 {
      picture.flows.append(Flow(from: "c\(index)", to: "c\(index + 1)", share: index < 100 ? 0.001 : 0.5))
    }
    let drawing = try Drawing(of: picture)
    #expect(drawing.scene.cards.count == 81)
    #expect(drawing.dot.contains(">120 others<"))
    #expect(drawing.dot.contains(">Card 150<"))
    #expect(!drawing.dot.contains(">Card 50<"))
  }

  @Test("Eighty tangled touchpoints without stages are laid out quickly")
  func tangled() throws {
    var picture = OddPictures.generated(cards: 80, stages: 0, lanes: 0)
    picture.mostCards = 80
    picture.flows = []
    for index in 0..<80 {
      for step in 1...4 {
        picture.flows.append(
          Flow(
            from: "c\(index)",
            to: "c\((index * 17 + step * step * 29) % 80)",
            share: 0.02 + 0.0001 * Double(step)
          )
        )
      }
    }
    let start = processorTime()
    #expect(try Drawing(of: picture).routes.count == 100)
    #expect(processorTime() - start < .seconds(15))
  }

  /// A journey, or a page about one of its stages.
  private static func page(focus: Int?) -> JourneyPicture {
    var picture = OddPictures.generated(cards: 40, stages: 5, lanes: 5)
    picture.layoutFlows = picture.flows
    picture.focus = focus
    return picture
  }

  @Test("A page about a stage keeps the whole journey's order of lanes and cards")
  func order() throws {
    let (whole, page) = (try Drawing(of: Self.page(focus: nil)), try Drawing(of: Self.page(focus: 3)))
    #expect(page.scene.bands.map(\.lane) == whole.scene.bands.map(\.lane))
    let picture = Self.page(focus: 3)
    func fromTop(_ drawing: Drawing, _ places: [Int]) -> [Int] {
      places.sorted { drawing.scene.cards[$0].centre.y < drawing.scene.cards[$1].centre.y }
    }
    // Cards that were not folded keep their order among each other.
    let kept = picture.cards.indices.filter { page.dot.contains("id=\"tp-\(picture.cards[$0].id)\"") }
    for lane in 0..<5 {
      let inside = kept.filter { picture.cards[$0].stage == 3 && picture.cards[$0].lane == lane }
      let shown = inside.compactMap { kept.firstIndex(of: $0) }
      #expect(fromTop(page, shown).map { kept[$0] } == fromTop(whole, inside))
    }
  }

  @Test("A page about a stage says that folded touchpoints are of other stages, and counts those there are")
  func otherStages() throws {
    var page = Self.page(focus: 3)
    // Only another picture of the journey has this one.
    page.cards[0].isAbsent = true
    let drawing = try Drawing(of: page)
    #expect(drawing.coverage.touchpoints.all == 39)
    #expect(drawing.coverage.sentence.contains(" of 39 touchpoints"))
    #expect(drawing.dot.contains(">of other stages<"))
    #expect(!drawing.dot.contains("less visited"))
    let counts = drawing.dot.matches(of: />(\d+) others?</).compactMap { Int($0.output.1) }
    #expect(counts.reduce(0, +) + drawing.coverage.touchpoints.shown == 39)
    let flowchart = Mermaid.flowchart(of: page)
    #expect(flowchart.contains("%% \(drawing.coverage.touchpoints.shown) of 39 touchpoints"))
  }

  @Test("What is folded from several channels lies in a lane of its own")
  func severalChannels() throws {
    var picture = OddPictures.generated(cards: 120, stages: 8, lanes: 4)
    picture.mostCards = 20
    let drawing = try Drawing(of: picture)
    #expect(drawing.dot.contains("several"))
    #expect(drawing.scene.bands.contains { $0.lane == 4 })
    picture.mostCards = 120
    #expect(try !Drawing(of: picture).scene.bands.contains { $0.lane == 4 })
  }

  @Test("Variants of a folded journey stand in the same places when the base decides")
  func stableFolding() throws {
    var base = OddPictures.generated(cards: 300, stages: 0, lanes: 2)
    base.layoutFlows = base.flows
    var variant = base
    for index in variant.flows.indices { variant.flows[index].share *= index % 3 == 0 ? 0.2 : 1.1 }
    #expect(try Drawing(of: base).scene.cards == Drawing(of: variant).scene.cards)
    variant.layoutFlows = []
    #expect(try Drawing(of: base).scene.cards != Drawing(of: variant).scene.cards)
  }
}
