import Foundation
import JourneyReport
import JourneyTestSupport
import Testing

@Suite(
  "The page on paper",
  .serialized,
  .enabled(if: Browser.path != nil && PrintedPage.reader != nil)
)
struct PrintedPageTests {
  /// A report and its print.
  struct Print: Sendable {
    var document: ReportDocument
    var html: String
    var page: PrintedPage

    init(_ input: ReportInput) throws {
      document = ReportDocument(input)
      html = try ReportPage.html(document)
      page = try PrintedPage(html)
    }

    var parts: [(section: ReportSection, sheets: ArraySlice<PrintedPage.Sheet>)] {
      Array(zip(document.sections, page.parts(document.sections.map(\.heading))))
    }
  }

  /// The fictitious retailer with every part that needs no further run, and the shipped one with uncertain inputs.
  private static let prints = Task {
    [
      try Print(PathAndDifferenceTests.shown(in: LivePageTests.input)),
      try Print(await DoubtfulShop.input()),
    ]
  }

  /// Parts whose map deserves a page of its own.
  private static let twoPages: Set<ReportSection.ID> = [.flows, .scenarios]

  @Test("gives every part a page of its own, and one page is enough unless a map has its own")
  func pages() async throws {
    for print in try await Self.prints.value {
      // The board before the parts.
      #expect(print.parts.first?.sheets.startIndex == 1)
      for (section, sheets) in print.parts {
        #expect(
          sheets.count == 1 || sheets.count == 2 && Self.twoPages.contains(section.id),
          "\(section.id): \(sheets.count)"
        )
      }
    }
  }

  @Test("leaves no row, note or heading alone on a page")
  func spilled() async throws {
    for print in try await Self.prints.value {
      for (section, sheets) in print.parts {
        for sheet in sheets.dropFirst() {
          let end = sheet.words.map(\.bottom).max() ?? 0
          #expect(end > sheet.height / 2, "\(section.id) ends at \(end) of \(sheet.height)")
        }
      }
    }
  }

  @Test("says all that tables, lists and sentences of the page say")
  func whole() async throws {
    for print in try await Self.prints.value {
      let sections = print.html.components(separatedBy: "<section id=\"").dropFirst()
      for (section, sheets) in print.parts {
        let html = try #require(sections.first { $0.hasPrefix(section.id.rawValue + "\"") })
        let said = PrintedPage.openText(of: html.components(separatedBy: "</section>")[0])
        let text = sheets.map(\.text).joined()
        #expect(!said.isEmpty)
        #expect(said.filter { !text.contains($0) } == [], "\(section.id)")
      }
    }
  }

  @Test("is set in no less than 6.5 points")
  func legible() async throws {
    for print in try await Self.prints.value {
      for (section, sheets) in print.parts {
        let least = try #require(sheets.flatMap(\.words).min { $0.size < $1.size })
        #expect(least.size > 6.45, "\(section.id): “\(least.text)” in \(least.size) points")
      }
    }
  }
}
