import JourneyDiagram
import Testing

@Suite("Places of cards", .serialized)
struct GridPlanTests {
  @Test("Positions are the same in every view, in light and dark, and whatever the figures")
  func stablePositions() throws {
    let map = try Drawing(of: SamplePicture.picture(.map)).scene
    for view in PictureView.allCases {
      for theme in Theme.allCases {
        let scene = try Drawing(of: SamplePicture.picture(view, theme: theme)).scene
        #expect(scene.cards == map.cards, "\(view) \(theme)")
        #expect(scene.outcomes == map.outcomes, "\(view) \(theme)")
        #expect(scene.bands == map.bands)
        #expect(scene.headers == map.headers)
      }
    }
    var changed = SamplePicture.picture(.map)
    for index in changed.flows.indices { changed.flows[index].share = 0.001 * Double(index % 7) }
    for index in changed.cards.indices { changed.cards[index].painTab = nil }
    changed.title = String(repeating: "a longer title ", count: 12)
    let scene = try Drawing(of: changed).scene
    #expect(scene.cards == map.cards)
    #expect(scene.outcomes == map.outcomes)
  }

  @Test("One more card in a lane does move others, so the check above can fail")
  func structureMoves() throws {
    var picture = SamplePicture.picture(.map)
    let before = try Drawing(of: picture).scene
    picture.cards.append(Card(id: "extra", name: "Extra", stage: 0, lane: 4))
    picture.cards.append(Card(id: "more", name: "More", stage: 0, lane: 4))
    let after = try Drawing(of: picture).scene
    #expect(Array(after.cards.prefix(before.cards.count)) != before.cards)
  }

  @Test("Cards stand in their stage's column and their channel's lane")
  func places() throws {
    let picture = SamplePicture.picture(.map)
    let scene = try Drawing(of: picture).scene
    for (index, card) in picture.cards.enumerated() {
      let header = try #require(scene.headers.first { $0.stage == card.stage })
      let band = try #require(scene.bands.first { $0.lane == card.lane })
      let box = scene.cards[index]
      #expect(box.left > header.box.left && box.right < header.box.right, "\(card.name)")
      #expect(box.top > band.box.top && box.bottom < band.box.bottom, "\(card.name)")
    }
  }

  @Test("A lane without a card is not drawn")
  func emptyLane() throws {
    var picture = SamplePicture.picture(.map)
    picture.lanes.append(Lane(name: "Unused", colour: .slot(6)))
    #expect(try Drawing(of: picture).scene.bands.map(\.lane) == [0, 1, 2, 3, 4])
  }

  @Test("A cell with many cards spreads over several columns of its stage")
  func tallCell() throws {
    var picture = JourneyPicture(
      title: "t",
      stages: [StageHeader(name: "One"), StageHeader(name: "Two")],
      lanes: [Lane(name: "Web", colour: .slot(0))],
      cards: []
    )
    picture.cards = (0..<14).map { Card(id: "c\($0)", name: "Card \($0)", stage: $0 < 13 ? 0 : 1) }
    let drawing = try Drawing(of: picture)
    #expect(Checks.overlaps(drawing.scene.cards).isEmpty)
    let columns = Set(drawing.scene.cards.prefix(13).map(\.left))
    #expect(columns.count == 3)
    #expect((columns.max() ?? 0) < drawing.scene.cards[13].left)
    let first = try #require(drawing.scene.headers.first)
    #expect(
      drawing.scene.cards.prefix(13).allSatisfy { $0.left > first.box.left && $0.right < first.box.right }
    )
  }

  @Test("Places outside the stages and lanes are pulled inside")
  func clamped() throws {
    var picture = SamplePicture.picture(.map)
    picture.cards[0].stage = 99
    picture.cards[1].stage = -3
    picture.cards[2].lane = 42
    let drawing = try Drawing(of: picture)
    #expect(Checks.overlaps(drawing.scene.cards + drawing.scene.outcomes).isEmpty)
    #expect(try drawing.render(.svg).warnings.isEmpty)
  }
}
