import JourneyDiagram
import Testing

@Suite("Lines of the grid", .serialized)
struct GridRouterTests {
  static let pictures: [JourneyPicture] =
    PictureView.allCases.map { SamplePicture.picture($0) }
    + [
      OddPictures.generated(cards: 20, stages: 3, lanes: 2),
      OddPictures.generated(cards: 45, stages: 6, lanes: 5),
      OddPictures.generated(cards: 120, stages: 12, lanes: 5),
      OddPictures.generated(cards: 120, stages: 3, lanes: 3, outcomes: 9),
      OddPictures.generated(cards: 12, stages: 12, lanes: 1),
      OddPictures.generated(cards: 1, stages: 1, lanes: 1),
    ].map { picture in
      var picture = picture
      picture.mostCards = 150
      return picture
    }

  @Test("No two boxes overlap", arguments: pictures)
  func apart(picture: JourneyPicture) throws {
    let scene = try Drawing(of: picture).scene
    #expect(Checks.overlaps(scene.cards + scene.outcomes) == [])
  }

  @Test("No line runs through a card that is not its end", arguments: pictures)
  func aroundCards(picture: JourneyPicture) throws {
    let drawing = try Drawing(of: picture)
    #expect(Checks.trespasses(drawing.routes, in: drawing.scene) == [])
  }

  @Test("Lines leave and arrive on the side of their card, beside each other", arguments: pictures)
  func ports(picture: JourneyPicture) throws {
    let drawing = try Drawing(of: picture)
    #expect(Checks.looseEnds(drawing.routes, in: drawing.scene) == [])
    #expect(Checks.crowdedPorts(drawing.routes, in: drawing.scene) == [])
  }

  @Test("The checks find what they look for")
  func checksCanFail() throws {
    let drawing = try Drawing(of: SamplePicture.picture(.map))
    var scene = drawing.scene
    let route = try #require(drawing.routes.first)
    let along = route.curve.samples(per: 4)
    let stranger = try #require(scene.cards.indices.first { $0 != route.from && $0 != route.to })
    scene.cards[stranger] = Box(centre: along[2], width: 150, height: 60)
    #expect(!Checks.trespasses(drawing.routes, in: scene).isEmpty)
    scene.cards[stranger] = scene.cards[route.from]
    #expect(!Checks.overlaps(scene.cards).isEmpty)
    scene.cards[route.from].top += 40
    scene.cards[route.from].bottom += 40
    #expect(!Checks.looseEnds(drawing.routes, in: scene).isEmpty)
    #expect(!Checks.crowdedPorts(drawing.routes + drawing.routes, in: drawing.scene).isEmpty)
  }

  @Test("A flow back to an earlier stage is dashed, in a lower voice, and stays inside the lanes")
  func backward() throws {
    let picture = SamplePicture.picture(.map)
    let drawing = try Drawing(of: picture)
    let back = try #require(
      drawing.routes.first { picture.flows[$0.flow].from == "webform" && $0.isBackward }
    )
    #expect(picture.flows[back.flow].to == "advice")
    let deepest = back.curve.samples().map(\.y).max() ?? 0
    #expect(deepest < drawing.scene.bottom)
    let line = try #require(
      drawing.dot.split(separator: "\n").first { $0.contains("id=\"flow-\(back.flow + 1)\"") }
    )
    #expect(line.contains("style=\"dashed\""))
    #expect(line.contains("color=\"\(Palette.light.leftLine)\""))
    #expect(drawing.routes.filter(\.isBackward).count < drawing.routes.count)
    #expect(drawing.dot.contains("Dashed lines lead back to an earlier stage."))
  }

  @Test("A move back keeps aside of the move on between the same two cards", arguments: [0, 1])
  func twoWays(lane: Int) throws {
    let picture = JourneyPicture(
      title: "There and back",
      // So many that the columns stand as close as they can.
      stages: (1...5).map { StageHeader(name: "Stage \($0)") },
      lanes: [Lane(name: "Web", colour: .slot(0)), Lane(name: "Shop", colour: .slot(1))],
      cards: [Card(id: "a", name: "A", lane: lane), Card(id: "b", name: "B", stage: 1, lane: 1 - lane)],
      flows: [Flow(from: "a", to: "b", share: 0.8), Flow(from: "b", to: "a", share: 0.1)]
    )
    let drawing = try Drawing(of: picture)
    let (on, back) = (drawing.routes[0], drawing.routes[1])
    let between = (drawing.scene.cards[0].right + 12)...(drawing.scene.cards[1].left - 12)
    let there = on.curve.samples(per: 64)
    for point in back.curve.samples(per: 64) where between.contains(point.x) {
      let squares = there.map { ($0.x - point.x) * ($0.x - point.x) + ($0.y - point.y) * ($0.y - point.y) }
      #expect((squares.min() ?? 0).squareRoot() > (on.width + back.width) / 2 + 1)
    }
  }

  @Test("Width grows in proportion to the flow, and the widest line fits a card")
  func widths() throws {
    let picture = SamplePicture.picture(.map)
    let drawing = try Drawing(of: picture)
    let sized = drawing.routes.filter { $0.width > 0.61 }
    let perShare = sized.map { $0.width / picture.flows[$0.flow].share }
    let least = try #require(perShare.min())
    let most = try #require(perShare.max())
    #expect(most / least < 1.0001)
    #expect(drawing.routes.allSatisfy { $0.width <= 9 && $0.width >= 0.3 })
  }
}
