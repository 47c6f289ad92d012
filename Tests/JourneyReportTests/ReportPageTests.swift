import Foundation
import JourneyReport
import Testing

@Suite("The page")
struct ReportPageTests {
  static let document = ReportDocument(RetailerExperiments.input)
  static let html = ReportPage.html(document)

  @Test("holds every part that has data, in reading order")
  func order() {
    let ids = Self.document.sections.map(\.id)
    #expect(
      ids == [.observed, .map, .hotspots, .fixes, .flows, .stays, .personas, .scenarios, .typed, .method]
    )
    var rest = Substring(Self.html)
    for id in ids {
      guard let place = rest.range(of: "<section id=\"\(id.rawValue)\"") else {
        Issue.record("\(id) is missing or out of order")
        return
      }
      rest = rest[place.upperBound...]
    }
  }

  @Test("names no address outside itself")
  func noNetwork() {
    for forbidden in ["http:", "https:", "//", "src=", "@import", "url("] {
      #expect(!Self.html.contains(forbidden), "\(forbidden)")
    }
  }

  @Test("stays under half a megabyte")
  func size() { #expect(Self.html.utf8.count < 500_000) }

  @Test("is written on request, for looking at")
  func look() throws {
    guard let path = ProcessInfo.processInfo.environment["JOURNEY_SAMPLE_PAGE"] else { return }
    try Self.html.write(toFile: path, atomically: true, encoding: .utf8)
  }
}
