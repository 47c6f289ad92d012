import JourneyDiagram
import JourneyTestSupport
import Testing

@Suite("Pictures at the limits", .serialized)
struct ExtremeTests {
  /// Views in which a generated journey carries the view's message too.
  private static func picture(_ view: PictureView, cards: Int, stages: Int, lanes: Int) -> JourneyPicture {
    var picture = OddPictures.generated(cards: cards, stages: stages, lanes: lanes, view: view)
    picture.layoutFlows = picture.flows
    picture.mostCards = 150
    for index in picture.flows.indices where index % 7 == 0 {
      switch view {
      case .topPaths: picture.flows[index].style = .path(index % 5 + 1)
      case .difference:
        picture.flows[index].style = index % 2 == 0 ? .more : .fewer
        picture.flows[index].label = "+\(index).1"
      case .map, .hotspots: break
      }
    }
    return picture
  }

  static let sizes: [(cards: Int, stages: Int, lanes: Int)] = [
    (1, 1, 1), (1, 1, 0), (12, 12, 1), (30, 1, 3), (120, 12, 6), (120, 4, 12), (25, 5, 5), (0, 3, 2),
  ]

  @Test("Nothing overlaps, no line crosses a foreign card, and Graphviz is silent", arguments: sizes.indices)
  func sound(index: Int) throws {
    let size = Self.sizes[index]
    for view in PictureView.allCases {
      let drawing = try Drawing(
        of: Self.picture(view, cards: size.cards, stages: size.stages, lanes: size.lanes)
      )
      #expect(Checks.overlaps(drawing.scene.cards + drawing.scene.outcomes) == [], "\(view)")
      #expect(Checks.trespasses(drawing.routes, in: drawing.scene) == [], "\(view)")
      #expect(Checks.looseEnds(drawing.routes, in: drawing.scene) == [], "\(view)")
      #expect(try drawing.render(.svg).warnings == [], "\(view)")
    }
  }

  @Test("All flows zero, no pain point: still a picture that says so")
  func nothing() throws {
    for view in PictureView.allCases {
      var picture = Self.picture(view, cards: 20, stages: 4, lanes: 3)
      for index in picture.flows.indices { picture.flows[index].share = 0 }
      picture.layoutFlows = picture.flows
      let drawing = try Drawing(of: picture)
      #expect(drawing.routes.isEmpty)
      #expect(drawing.coverage.sentence == "No journey moves between these touchpoints.")
      #expect(try drawing.render(.png).warnings == [])
    }
  }

  @Test("Layout flows decide where cards stand, and figures do not")
  func stable() throws {
    let map = Self.picture(.map, cards: 40, stages: 5, lanes: 5)
    let scene = try Drawing(of: map).scene
    for view in PictureView.allCases {
      var other = Self.picture(view, cards: 40, stages: 5, lanes: 5)
      for index in other.flows.indices { other.flows[index].share *= Double(index % 5) / 3 }
      let drawn = try Drawing(of: other).scene
      #expect(drawn.cards == scene.cards, "\(view)")
      #expect(drawn.outcomes == scene.outcomes, "\(view)")
    }
    var moved = map
    for index in moved.layoutFlows.indices { moved.layoutFlows[index].share *= index % 2 == 0 ? 40 : 0.01 }
    #expect(try Drawing(of: moved).scene.cards != scene.cards)
  }

  @Test("Order by layout flows shortens the ways")
  func shorter() throws {
    let ordered = Self.picture(.map, cards: 40, stages: 5, lanes: 5)
    var plain = ordered
    plain.layoutFlows = []
    func length(_ picture: JourneyPicture) throws -> Double {
      let drawing = try Drawing(of: picture)
      let boxes = drawing.scene.cards + drawing.scene.outcomes
      return drawing.routes.reduce(0) { sum, route in
        sum + picture.flows[route.flow].share * abs(boxes[route.from].centre.y - boxes[route.to].centre.y)
      }
    }
    #expect(try length(ordered) < 0.9 * length(plain))
  }

  @Test("A page about one stage shows all of its touchpoints and folds the others")
  func focus() throws {
    var picture = Self.picture(.map, cards: 120, stages: 6, lanes: 3)
    picture.mostCards = 45
    picture.focus = 2
    let drawing = try Drawing(of: picture)
    let inside = picture.cards.filter { $0.stage == 2 }
    for card in inside { #expect(drawing.dot.contains("id=\"tp-\(card.id)\"")) }
    #expect(drawing.coverage.touchpoints.shown < 45)
    #expect(drawing.dot.contains(" others<"))
    #expect(drawing.coverage.sentence.contains("of 120 touchpoints"))
    #expect(Checks.overlaps(drawing.scene.cards + drawing.scene.outcomes) == [])
  }

  @Test("More than 45 touchpoints are folded unless more are asked for, and the hottest stay")
  func folded() throws {
    var picture = Self.picture(.hotspots, cards: 120, stages: 6, lanes: 3)
    picture.mostCards = JourneyPicture.usualMostCards
    picture.keptCards = ["c117"]
    let drawing = try Drawing(of: picture)
    #expect((45...60).contains(drawing.coverage.touchpoints.shown))
    #expect(drawing.dot.contains("id=\"tp-c117\""))
    picture.mostCards = 120
    #expect(try Drawing(of: picture).coverage.touchpoints.shown == 120)
  }

  @Test("A tangle without stages gets columns by the mean number of the visit; a chain keeps its layers")
  func columns() throws {
    var tangle = JourneyPicture(title: "t", cards: (0..<12).map { Card(id: "c\($0)", name: "C\($0)") })
    for from in 0..<12 {
      for to in 0..<12 where to != from {
        tangle.flows.append(Flow(from: "c\(from)", to: "c\(to)", share: to == from + 1 ? 0.5 : 0.02))
      }
    }
    tangle.layoutFlows = tangle.flows + [Flow(from: "", to: "c0", share: 1)]
    let drawing = try Drawing(of: tangle)
    #expect(drawing.scene.kind == .grid)
    #expect(drawing.scene.cards[0].left < drawing.scene.cards[11].left)
    #expect(Checks.overlaps(drawing.scene.cards) == [])
    #expect(drawing.dot.contains("mean number of the visit"))
    var chain = tangle
    chain.flows = tangle.flows.filter { $0.share == 0.5 }
    chain.layoutFlows = chain.flows
    #expect(try Drawing(of: chain).scene.kind == .layers)
  }

  @Test("120 touchpoints are drawn in under three seconds")
  func quick() throws {
    for view in PictureView.allCases {
      let picture = Self.picture(view, cards: 120, stages: 6, lanes: 5)
      let start = processorTime()
      _ = try Drawing(of: picture).render(.png)
      let time = processorTime() - start
      #expect(time < .seconds(3), "\(view) took \(time)")
    }
  }

  @Test("What leads back goes from right to left between the columns, short and dashed")
  func backward() throws {
    let picture = SamplePicture.picture(.map)
    let drawing = try Drawing(of: picture)
    let back = try #require(
      drawing.routes.first { $0.isBackward && picture.flows[$0.flow].from == "webform" }
    )
    let points = back.curve.samples()
    #expect(zip(points, points.dropFirst()).allSatisfy { $0.x >= $1.x - 0.01 })
    #expect((points.map(\.y).max() ?? 0) <= drawing.scene.bottom)
  }
}
