import JourneyDiagram
import Testing

@Suite("Journeys without stages", .serialized)
struct DotFallbackTests {
  @Test("Boxes are apart, lines touch their cards, and Graphviz has nothing to complain about")
  func sound() throws {
    for picture in [
      SamplePicture.withoutStages(), SamplePicture.withoutStages(.topPaths),
      SamplePicture.withoutStages(.difference),
      OddPictures.generated(cards: 12, stages: 0, lanes: 0),
      OddPictures.generated(cards: 60, stages: 0, lanes: 3),
      OddPictures.generated(cards: 40, stages: 0, lanes: 0, degree: 0),
      OddPictures.generated(cards: 0, stages: 0, lanes: 0),
      OddPictures.generated(cards: 1, stages: 0, lanes: 0),
    ] {
      let drawing = try Drawing(of: picture)
      #expect(drawing.scene.kind == .layers)
      #expect(Checks.overlaps(drawing.scene.cards + drawing.scene.outcomes) == [])
      #expect(Checks.looseEnds(drawing.routes, in: drawing.scene) == [])
      #expect(try drawing.render(.svg).warnings == [])
    }
  }

  @Test("No line of the sample runs through a foreign card")
  func aroundCards() throws {
    let drawing = try Drawing(of: SamplePicture.withoutStages())
    #expect(Checks.trespasses(drawing.routes, in: drawing.scene) == [])
  }

  @Test("A long journey runs downwards rather than off the page")
  func shape() throws {
    let sheet = try Drawing(of: SamplePicture.withoutStages()).sheet
    #expect(sheet.width < 1600)
  }

  @Test("Figures do not move cards when the base decides")
  func stable() throws {
    var base = SamplePicture.withoutStages()
    base.layoutFlows = base.flows
    var variant = base
    variant.flows = variant.flows.map { flow in
      var flow = flow
      flow.share *= 0.4
      return flow
    }
    for index in variant.cards.indices { variant.cards[index].painTab = nil }
    #expect(try Drawing(of: base).scene.cards == Drawing(of: variant).scene.cards)
  }

  @Test("What has no line stands under the end of the drawing where it is an outcome")
  func leaving() throws {
    var picture = OddPictures.generated(cards: 1, stages: 0, lanes: 0, degree: 0)
    picture.outcomes = [
      OutcomeBox(id: "done", name: "Done", kind: .goal), OutcomeBox(id: "gone", name: "Left", kind: .left),
    ]
    picture.flows = [
      Flow(from: "c0", to: "done", share: 0.6), Flow(from: "c0", to: "gone", share: 0.4),
    ]
    let scene = try Drawing(of: picture).scene
    #expect(scene.outcomes[1].centre.x == scene.outcomes[0].centre.x)
    #expect(scene.outcomes[1].top > scene.outcomes[0].bottom)
  }

  @Test("A move that leads back leaves where others arrive, and the largest lines have their figures")
  func backwards() throws {
    var picture = OddPictures.generated(cards: 3, stages: 0, lanes: 0, degree: 0)
    let ids = picture.cards.map(\.id)
    picture.outcomes = []
    picture.flows = [
      Flow(from: ids[0], to: ids[1], share: 0.9, label: "90%"), Flow(from: ids[1], to: ids[2], share: 0.8),
      Flow(from: ids[2], to: ids[1], share: 0.4), Flow(from: ids[2], to: ids[0], share: 0.3),
    ]
    picture.layoutFlows = picture.flows
    let drawing = try Drawing(of: picture)
    let cards = drawing.scene.cards
    #expect(cards[0].right < cards[1].left && cards[1].right < cards[2].left)
    for route in drawing.routes {
      let isBack = route.to < route.from
      let (from, to) = (cards[route.from], cards[route.to])
      #expect(abs(route.curve.points[0].x - (isBack ? from.left : from.right)) < 0.01)
      let tip = try #require(route.curve.tip)
      #expect(abs(tip.x - (isBack ? to.right : to.left)) < 0.01)
    }
    #expect(drawing.routes.count == 4)
    #expect(Checks.looseEnds(drawing.routes, in: drawing.scene) == [])
    #expect(Checks.crowdedPorts(drawing.routes, in: drawing.scene) == [])
    #expect(try drawing.svg().contains(">90%<"))
  }
}
