import Foundation
import JourneyReport
import JourneyTestSupport
import Testing

@Suite("The page in a browser", .serialized, .enabled(if: Browser.path != nil))
struct BrowserTests {
  @Test(
    "has nothing to stumble over, on a phone, a tablet and a screen",
    arguments: [(1440, false), (1024, true), (768, false), (400, false), (400, true)]
  )
  func faults(width: Int, dark: Bool) throws {
    let (faults, console) = try Browser.faults(of: ReportPageTests.html.get(), width: width, dark: dark)
    #expect(faults.first == "checked \(width)")
    #expect(faults.dropFirst() == [])
    #expect(console == [])
  }

  @Test("is found out when it has")
  func twin() throws {
    let page = """
      <!doctype html><html lang="en"><title>x</title><h1>A</h1><h3>B</h3><p style="width:900px;font-size:9px">C</p>
      <svg viewBox="0 0 1 1"></svg><table><tr><td>1</td></tr></table><button></button><b id="a"></b><b id="a"></b>
      <script>console.error("broken")</script>
      """
    let (faults, console) = try Browser.faults(of: page, width: 400)
    for part in [
      "sideways", "skips", "9.0 px", "without a name", "caption", "headers", "no name", "id twice",
    ] {
      #expect(faults.contains { $0.contains(part) }, "\(part)")
    }
    #expect(console.contains { $0.contains("broken") })
  }
}

@Suite("The page without scripts")
struct ScriptlessTests {
  @Test("hides nothing but a button that would do nothing, a hint, and a chart's other form")
  func hidden() throws {
    let hidden = try StylesheetTests.rules().filter { rule in
      rule.declarations.contains { $0.name == "display" && $0.value == "none" }
    }.flatMap { $0.selector.split(separator: ",").map(String.init) }
    // On narrow screens rows become cards that carry their column's name; print leaves out what cannot be clicked.
    let allowed: Set = [
      ".quiet", ".swipe", ".chart.narrow", ".chart.wide", "thead", "tfoot", "td.empty", "nav", "details",
      ".skip",
      // Beside a deep map, printed rows are read from above as on narrow screens.
      ".routes:has(.deep)+.data thead",
      // Sliders, and choices that need `:has()`: what they would choose among is there without them.
      ".try", ".js .try.try.try", ".js th.try", ".choose", ".who", ".flow-key",
      ".feels:has(.choose input:checked:not(#who-0)) .chart>:is(.band80", ".band50", ".spread)",
    ]
    #expect(!hidden.isEmpty)
    #expect(Set(hidden).subtracting(allowed) == [])
  }

  @Test("holds every heading and every cell of its tables as text")
  func whole() throws {
    let pieces = try ReportPageTests.html.get().components(separatedBy: "<script>")
    let bare =
      pieces[0]
      + pieces.dropFirst().map { $0.components(separatedBy: "</script>").dropFirst().joined() }.joined()
    for section in ReportPageTests.document.sections {
      let isNamed = bare.contains("id=\"\(section.id.rawValue)-heading\"")
      #expect(isNamed, "\(section.id)")
      for row in section.data?.rows ?? [] {
        for cell in row where !cell.text.isEmpty && !cell.text.contains(where: { "&<>\"'".contains($0) }) {
          // A page that lacks it is not printed whole.
          let isThere = bare.contains(cell.text)
          #expect(isThere, "\(cell.text)")
        }
      }
    }
  }
}
