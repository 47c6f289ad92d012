import Foundation
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
      ids == [.observed, .map, .hotspots, .fixes, .flows, .stays, .personas, .scenarios, .typed, .method]
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

  @Test("is written on request, for looking at")
  func look() throws {
    guard let path = ProcessInfo.processInfo.environment["JOURNEY_SAMPLE_PAGE"] else { return }
    try Self.html.get().write(toFile: path, atomically: true, encoding: .utf8)
  }
}
