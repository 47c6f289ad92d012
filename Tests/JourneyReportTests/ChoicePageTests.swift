import Foundation
import JourneyExperiments
import JourneyModel
import JourneyReport
import JourneyStatistics
import Testing

@Suite("Choices without scripts")
struct ChoicePageTests {
  static let input: ReportInput = {
    var input = RetailerExperiments.input
    func path(_ touchpoints: [String], _ journeys: Int) -> PathEstimate {
      PathEstimate(
        touchpoints: touchpoints,
        outcome: "bought",
        journeys: journeys,
        share: .share(successes: journeys, of: 80_000) ?? .exact(0),
        satisfaction: nil
      )
    }
    input.paths = PathsResult(
      ranking: PathRanking(
        outcomes: ["bought"],
        journeys: 80_000,
        different: 3_601,
        paths: [
          path(["Shop window", "Showroom visit", "Till"], 3_360),
          path(["Search results", "Basket", "Web checkout"], 1_480),
        ],
        together: .share(successes: 4_840, of: 80_000) ?? .exact(0),
        next: 700
      ),
      steps: StepMatrix(travellers: 0, touchpoints: [], ended: [])
    )
    return input
  }()

  static let html = Result { try ReportPage.html(ReportDocument(input)) }

  private static func section(_ id: String) throws -> Substring {
    let html = try html.get()
    let start = try #require(html.range(of: "<section id=\"\(id)\""))
    let end = try #require(html[start.upperBound...].range(of: "</section>"))
    return html[start.lowerBound..<end.lowerBound]
  }

  private static func count(_ part: String, in text: some StringProtocol) -> Int {
    text.components(separatedBy: part).count - 1
  }

  @Test("every persona has a button and a curve, and everybody is on")
  func personas() throws {
    let map = try Self.section("map")
    let personas = Self.input.simulation.personas.map(\.persona.name)
    #expect(personas.count > 1)
    #expect(Self.count("name=\"who\"", in: map) == personas.count + 1)
    #expect(Self.count("checked", in: map) == 1 && map.contains("id=\"who-0\" checked"))
    for (index, name) in personas.enumerated() {
      #expect(map.contains("id=\"who-\(index + 1)\">\(name)</label>"))
      #expect(Self.count("class=\"who who\(index + 1)\"", in: map) == 1)
    }
  }

  @Test("a persona's curve runs through its own figures, inside the drawing")
  func places() throws {
    let persona = try #require(Self.input.simulation.personas.first)
    let stages = Self.input.simulation.stages.indices.map {
      FeelingCurve.Stage(
        name: Retailer.stages[$0],
        mean: persona.satisfactionByStage[$0]?.mean,
        quantiles: persona.quantilesByStage[$0]
      )
    }
    var curve = FeelingGeometryTests.curve
    curve.personas = [FeelingCurve.Persona(name: persona.persona.name, stages: stages)]
    let geometry = FeelingGeometry(curve)
    let places = geometry.places(curve.personas[0])
    let means = stages.compactMap(\.mean)
    #expect(places.mean.count == means.count + 2)
    for (place, mean) in zip(places.mean.dropFirst(), means) {
      #expect(abs(place.y - geometry.scale.place(mean)) < 1e-9)
    }
    for place in places.upper + places.lower { #expect((0...geometry.height).contains(place.y)) }
  }

  @Test("every journey has a button, and its line and touchpoints say whose they are")
  func routes() throws {
    let paths = try Self.section("paths")
    #expect(Self.count("name=\"route\"", in: paths) == 3)
    #expect(paths.contains("aria-label=\"journey 1: "))
    // Three touchpoints and the end: three lines and four boxes each.
    #expect(Self.count("class=\"edge flow path-1\"", in: paths) == 3)
    #expect(Self.count("class=\"edge flow path-2\"", in: paths) == 3)
    let boxes = paths.components(separatedBy: "class=\"node ").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(boxes.filter { $0.split(separator: " ").contains("path-1") }.count == 4)
    #expect(boxes.filter { $0.split(separator: " ").contains("path-2") }.count == 4)
    #expect(boxes.filter { $0.contains("path-1 path-2") }.count == 1)
  }

  @Test("buttons show only on screens whose browser can act on them")
  func degrades() throws {
    let html = try Self.html.get()
    let start = try #require(html.range(of: ".choose,.who{display:none}"))
    #expect(
      html[start.upperBound...].trimmingPrefix("\n").hasPrefix("@media screen{@supports selector(:has(*)){")
    )
  }
}
