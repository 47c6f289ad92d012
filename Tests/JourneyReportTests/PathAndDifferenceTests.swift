import Foundation
import JourneyDiagram
import JourneyExperiments
import JourneyModel
import JourneyReport
import JourneyStatistics
import Testing

@Suite("Paths, steps and differences")
struct PathAndDifferenceTests {
  private static let simulation = RetailerRun.simulation
  private static let pictures = JourneyPictures(simulation, path: "alder.yaml")

  private static func share(_ count: Int, of total: Int) -> Estimate {
    .share(successes: count, of: total) ?? .exact(0)
  }

  private static func path(_ touchpoints: [String], _ journeys: Int) -> PathEstimate {
    PathEstimate(
      touchpoints: touchpoints,
      outcome: "bought",
      journeys: journeys,
      share: share(journeys, of: 80_000),
      satisfaction: RetailerRun.around(71, 0.1)
    )
  }

  private static let ranking = PathRanking(
    outcomes: ["bought"],
    journeys: 80_000,
    different: 3_601,
    paths: [
      path(["Shop window", "Showroom visit", "Till"], 3_360),
      path(["Search results", "Web checkout"], 1_500),
      path(["Search results", "Basket", "Basket", "Web checkout"], 1_480),
    ],
    together: share(6_340, of: 80_000),
    next: 700
  )

  private static let matrix = StepMatrix(
    travellers: 1_000,
    touchpoints: simulation.touchpoints.enumerated().map { index, touchpoint in
      StepMatrix.Row(
        name: touchpoint.name,
        counts: (0..<12).map { $0 == 0 && index < 5 ? 200 : $0 < 3 && index < 3 ? 100 : 0 }
      )
    },
    ended: [
      StepMatrix.Row(name: "bought", counts: (0..<12).map { $0 < 1 ? 0 : $0 < 3 ? 100 : 150 }),
      StepMatrix.Row(name: Outcome.leaveName, counts: (0..<12).map { $0 < 1 ? 0 : $0 < 3 ? 600 : 850 }),
    ]
  )

  private static let change = MapChange(
    name: "collect first",
    journey: simulation.journey,
    moves: [
      MapChange.Move(
        from: "Till",
        to: .touchpoint("Click & collect"),
        change: RetailerRun.around(0.069, 0.001)
      ),
      MapChange.Move(
        from: "Till",
        to: .touchpoint("Home delivery"),
        change: RetailerRun.around(-0.045, 0.001)
      ),
      MapChange.Move(
        from: "Search results",
        to: .touchpoint("Basket"),
        change: RetailerRun.around(0.0004, 0.001)
      ),
    ],
    places: [
      MapChange.Place(name: "Click & collect", reach: RetailerRun.around(0.081, 0.001)),
      MapChange.Place(
        name: "Home delivery",
        reach: RetailerRun.around(-0.069, 0.001),
        dissatisfaction: RetailerRun.around(-0.033, 0.001)
      ),
      MapChange.Place(name: "Basket", reach: RetailerRun.around(0.0001, 0.001)),
    ],
    ends: [MapChange.End(name: "bought", share: RetailerRun.around(0.0031, 0.0002))]
  )

  @Test("All views of a run share their places")
  func places() throws {
    let map = try Drawing(of: Self.pictures.map()).scene
    for picture in [
      Self.pictures.hotspots(), Self.pictures.paths(Self.ranking), Self.pictures.difference(Self.change),
      Self.pictures.difference(Self.change, theme: .dark),
    ] {
      let drawing = try Drawing(of: picture)
      #expect(drawing.scene.cards == map.cards)
      #expect(drawing.scene.outcomes == map.outcomes)
      #expect(try drawing.render(.svg).warnings == [])
    }
  }

  @Test("Titles are findings with their number")
  func titles() {
    #expect(
      PathWords.title(Self.ranking, Self.simulation.journey)
        == "The three commonest journeys are only 8% of those that end in “bought”"
    )
    #expect(PathWords.answer(Self.ranking).contains("3,601 different ones occurred."))
    #expect(
      PathWords.answer(Self.ranking).contains(
        "Rank 1 is settled; the intervals do not keep the next ones apart."
      )
    )
    #expect(PathWords.steps(Self.ranking.paths[2]) == "Search results → Basket ×2 → Web checkout → Bought")
    #expect(
      DifferenceWords.title(Self.change)
        == "“collect first”: 8.1 points more travellers come to Click & collect, 6.9 fewer to Home delivery"
    )
    var nothing = Self.change
    nothing.places = []
    nothing.ends = []
    #expect(DifferenceWords.title(nothing) == "“collect first” changes no way for certain")
    #expect(StepWords.finding(Self.matrix) == "70% of all journeys are over after one visit")
  }

  @Test("Leaving has one name in title, list and picture, and its journeys have their numbers")
  func leaving() {
    var ranking = Self.ranking
    ranking.outcomes = [Outcome.leaveName]
    ranking.paths = [Self.path(["Social ad"], 900), Self.path(["Shop window"], 400)]
    for index in ranking.paths.indices { ranking.paths[index].outcome = Outcome.leaveName }
    #expect(PathWords.title(ranking, Self.simulation.journey).hasSuffix("of those that left on the way"))
    #expect(PathWords.steps(ranking.paths[0]) == "Social ad → Left on the way")
    let picture = Self.pictures.paths(ranking)
    #expect(picture.outcomes.contains { $0.name == "Left on the way" })
    #expect(picture.flows.contains { $0.from == "touchpoint Social ad" && $0.style == .path(1) })
  }

  @Test("Only changes that the interval keeps apart from zero are coloured, signed and said")
  func certain() {
    let picture = Self.pictures.difference(Self.change)
    let coloured = picture.flows.filter { $0.style == .more || $0.style == .fewer }
    #expect(coloured.map(\.label) == ["+6.9", "−4.5"])
    #expect(picture.cards.first { $0.name == "Basket" }?.left == "no real change")
    #expect(picture.cards.first { $0.name == "Basket" }?.change == nil)
    #expect(picture.cards.first { $0.name == "Home delivery" }?.change == .fewer)
    #expect(picture.cards.first { $0.name == "Home delivery" }?.chip?.tone == .better)
    #expect(picture.caption.joined().contains("(2 of 3 moves"))
    #expect(picture.marks.hasPrefix("Chip: change of dissatisfaction"))
  }

  /// A report with paths, steps and what a variant changes.
  static func shown(in report: ReportInput) throws -> ReportInput {
    var (input, change) = (report, change)
    input.paths = PathsResult(ranking: ranking, steps: matrix)
    change.name = try #require(input.variants?.variants.first?.name)
    input.changes = [change]
    return input
  }

  @Test("The report shows them, and stays under half a megabyte")
  func report() throws {
    let document = ReportDocument(try Self.shown(in: RetailerExperiments.input))
    #expect(document.section(.paths)?.heading.hasPrefix("The three commonest journeys") == true)
    #expect(document.section(.steps) != nil)
    let html = try ReportPage.html(document)
    #expect(html.utf8.count < 500_000)
    #expect(html.contains("class=\"steps\""))
    #expect(html.contains("8.1 points more travellers come to Click &amp; collect"))
    let ids = html.components(separatedBy: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(Set(ids).count == ids.count)
  }

  @Test("A page about a stage says what changes at its own touchpoints")
  func stageChange() throws {
    let touchpoints = Self.simulation.journey.touchpoints
    let stage = try #require(touchpoints.first { $0.name == "Home delivery" }?.stage)
    let pictures = JourneyPictures(Self.simulation, path: "alder.yaml", stage: stage)
    var change = Self.change
    change.places.removeAll { $0.name != "Home delivery" && $0.name != "Basket" }
    change.places.append(MapChange.Place(name: "Search results", reach: RetailerRun.around(0.2, 0.001)))
    let title = pictures.difference(change).title
    #expect(title == "\(stage): “collect first”: 6.9 points fewer travellers come to Home delivery")
  }

  @Test("Rare touchpoints are folded into a row, and every column still adds up")
  func steps() {
    let table = StepTable(Self.matrix, journey: Self.simulation.journey)
    let rows = table.groups.flatMap(\.rows)
    #expect(rows.count == 5)
    #expect(table.steps == 3)
    #expect(table.ended.map(\.name) == ["Bought", "Left on the way"])
    var sparse = Self.matrix
    for index in 5..<sparse.touchpoints.count { sparse.touchpoints[index].counts[0] = 3 }
    let folded = StepTable(sparse, journey: Self.simulation.journey)
    #expect(folded.groups.flatMap(\.rows).contains { $0.name == "\(sparse.touchpoints.count - 5) others" })
    #expect(folded.folding.contains("others"))
  }
}
