import Foundation
import JourneyExperiments
import JourneyModel
import JourneyReport
import Testing

@Suite("The page")
struct ReportPageTests {
  static let document = ReportDocument(RetailerExperiments.input)
  static let html = Result { try ReportPage.html(document) }

  @Test("holds every part that has data, in reading order")
  func order() throws {
    let ids = Self.document.sections.map(\.id)
    #expect(
      ids == [
        .observed, .map, .hotspots, .fixes, .prize, .flows, .stays, .personas, .scenarios, .typed, .method,
      ]
    )
    let html = try Self.html.get()
    var rest = html[...]
    for id in ids {
      guard let place = rest.range(of: "<section id=\"\(id.rawValue)\"") else {
        Issue.record("\(id) is missing or out of order")
        return
      }
      rest = rest[place.upperBound...]
    }
  }

  @Test("names no address outside itself")
  func noNetwork() throws {
    // The name of the SVG language looks like an address, but nothing is fetched from it.
    let html = try Self.html.get().replacing("http://www.w3.org/2000/svg", with: "")
      .replacing("http://www.w3.org/1999/xlink", with: "")
    for forbidden in ["http:", "https:", "//", "src=", "@import", "url("] {
      #expect(!html.contains(forbidden), "\(forbidden)")
    }
  }

  @Test("stays under half a megabyte")
  func size() throws { #expect(try Self.html.get().utf8.count < 500_000) }

  @Test("escapes every text of the scenario")
  func hostile() throws {
    let bad = "<img src=x onerror=alert(1)>\"']]>&"
    var input = RetailerExperiments.input
    input.scenario.path = bad
    input.scenario.assumptions = [bad]
    input.command = bad
    input.simulation.journey.name = bad
    for index in input.simulation.journey.touchpoints.indices {
      input.simulation.journey.touchpoints[index].thinks = bad
      input.simulation.journey.touchpoints[index].does = bad
      input.simulation.journey.touchpoints[index].backstage = bad
      input.simulation.journey.touchpoints[index].owner = bad
    }
    for index in input.simulation.journey.channels.indices {
      input.simulation.journey.channels[index].colour = "red\" onload=\"alert(1)"
    }
    for index in input.simulation.personas.indices {
      input.simulation.personas[index].persona.name = bad
      input.simulation.personas[index].persona.goal = bad
    }
    input.variants?.variants[0].name = bad
    input.variants?.variants[0].because = bad
    let html = try ReportPage.html(ReportDocument(input))
    #expect(!html.contains("<img"))
    #expect(!html.contains("onload=\"alert"))
    #expect(html.contains("&lt;img src=x onerror=alert(1)&gt;"))
  }

  @Test("has landmarks, a way past the header, and a name for every drawing")
  func access() throws {
    let html = try Self.html.get()
    for part in ["<main id=\"main\">", "<nav aria-label=", "class=\"skip\" href=\"#main\"", "lang=\"en\""] {
      #expect(html.contains(part), "\(part)")
    }
    let drawings = html.components(separatedBy: "<svg").dropFirst()
    #expect(drawings.count > 20)
    for drawing in drawings {
      let tag = drawing.prefix { $0 != ">" }
      #expect(tag.contains("role=\"img\" aria-label=\""), "\(tag)")
      #expect(!tag.contains("aria-label=\"\""), "\(tag)")
    }
  }

  @Test("links only to places that it has")
  func links() throws {
    let html = try Self.html.get()
    let targets = html.components(separatedBy: "href=\"#").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(targets.count > 8)
    for target in targets { #expect(html.contains("id=\"\(target)\""), "\(target)") }
  }

  @Test("uses every id once")
  func ids() throws {
    let ids = try Self.html.get().components(separatedBy: " id=\"").dropFirst().map {
      $0.prefix { $0 != "\"" }
    }
    #expect(Set(ids).count == ids.count)
  }

  @Test("is the same twice")
  func repeatable() throws {
    #expect(try ReportPage.html(ReportDocument(RetailerExperiments.input)) == Self.html.get())
  }

  @Test("is written on request, for looking at")
  func look() throws {
    guard let path = ProcessInfo.processInfo.environment["JOURNEY_SAMPLE_PAGE"] else { return }
    try Self.html.get().write(toFile: path, atomically: true, encoding: .utf8)
  }
}
