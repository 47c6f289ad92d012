import JourneyDiagram
import Testing

@Suite("What is drawn and what is said to be hidden", .serialized)
struct FlowSelectionTests {
  private func line(_ shares: [Double]) -> JourneyPicture {
    var picture = JourneyPicture(
      title: "t",
      stages: [StageHeader(name: "A"), StageHeader(name: "B")],
      lanes: [Lane(name: "Web", colour: .slot(0))],
      cards: []
    )
    for index in 0..<12 { picture.cards.append(Card(id: "c\(index)", name: "C\(index)", stage: index / 6)) }
    for (index, share) in shares.enumerated() {
      picture.flows.append(
        Flow(from: "c\(index % 12)", to: "c\((index % 12 + 1 + index / 12) % 12)", share: share)
      )
    }
    return picture
  }

  @Test("Small flows are hidden, and the sentence says which and how much is left")
  func threshold() throws {
    var picture = line([0.5, 0.4, 0.08])
    picture.flows += [Flow(from: "c3", to: "c1", share: 0.01), Flow(from: "c2", to: "c0", share: 0.01)]
    let drawing = try Drawing(of: picture)
    #expect(drawing.routes.map(\.flow) == [0, 1, 2])
    #expect(drawing.coverage.transitions.shown == 3)
    #expect(drawing.coverage.transitions.all == 5)
    #expect(abs(drawing.coverage.moves - 0.98) < 1e-12)
    #expect(drawing.coverage.sentence == "Flows under 1.5% of journeys hidden (98% of all moves shown).")
  }

  @Test("A card that would have no line keeps the largest to it and from it, and the sentence says so")
  func lifelines() throws {
    var picture = line([0.5, 0.4, 0.08])
    picture.flows += [
      Flow(from: "c0", to: "c9", share: 0.006), Flow(from: "c1", to: "c9", share: 0.007),
      Flow(from: "c9", to: "c2", share: 0.005), Flow(from: "c9", to: "c3", share: 0.004),
      Flow(from: "c3", to: "c1", share: 0.003), Flow(from: "c9", to: "c9", share: 0.01),
    ]
    let drawing = try Drawing(of: picture)
    #expect(drawing.routes.map(\.flow) == [0, 1, 2, 4, 5])
    #expect(
      drawing.coverage.sentence
        == "Flows under 1.5% of journeys hidden, except where a card would have none "
        + "(97% of all moves shown)."
    )
  }

  @Test("Nothing is said when nothing is hidden")
  func complete() throws {
    #expect(try Drawing(of: line([0.5, 0.4])).coverage.sentence == "")
  }

  @Test("The threshold rises until sixty lines remain, and every flow above the stated threshold is drawn")
  func raised() throws {
    let picture = line((0..<100).map { 0.5 - 0.004 * Double($0) })
    let drawing = try Drawing(of: picture)
    #expect(drawing.routes.count <= 60)
    #expect(drawing.routes.count >= 55)
    let threshold = drawing.coverage.threshold
    let above = picture.flows.indices.filter { picture.flows[$0].share >= threshold }
    #expect(drawing.routes.map(\.flow) == above)
  }

  @Test("The threshold falls when too little of the journey would be left")
  func lowered() throws {
    let drawing = try Drawing(of: line((0..<30).map { _ in 0.004 }))
    #expect(drawing.routes.count == 30)
    #expect(drawing.coverage.sentence == "")
  }

  @Test("Of many flows of one size some are drawn, and the sentence counts them")
  func ties() throws {
    let drawing = try Drawing(of: line([Double](repeating: 0.1, count: 100)))
    #expect(drawing.routes.count == 60)
    #expect(drawing.coverage.sentence == "60 of 100 transitions drawn (60% of all moves shown).")
  }

  @Test("All flows zero, unknown ends and impossible shares give a picture that says so")
  func nothing() throws {
    var picture = line([0, -1, .nan, .infinity])
    picture.flows.append(Flow(from: "nowhere", to: "c1", share: 1))
    picture.flows.append(Flow(from: "c1", to: "nowhere", share: 1))
    let drawing = try Drawing(of: picture)
    #expect(drawing.routes.isEmpty)
    #expect(drawing.coverage.sentence == "No journey moves between these touchpoints.")
    #expect(try drawing.render(.svg).warnings.isEmpty)
  }

  @Test("What leaves before the end is written in the cards, not drawn")
  func leaving() throws {
    let picture = SamplePicture.picture(.map)
    let drawing = try Drawing(of: picture)
    #expect(drawing.routes.allSatisfy { picture.flows[$0.flow].to != "gone" })
    #expect(picture.flows.contains { $0.to == "gone" && $0.share > 0.05 })
  }
}
