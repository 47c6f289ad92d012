import JourneyExperiments
import JourneyModel
import JourneyReport
import JourneyStatistics
import Testing

@Suite("A report as data")
struct ReportDocumentTests {
  static let document = ReportDocument(RetailerExperiments.input)

  @Test("has a finding, a sentence on how to read it and something to show in every part")
  func complete() {
    for section in Self.document.sections {
      #expect(!section.heading.isEmpty)
      #expect(!section.reading.isEmpty)
      #expect(!section.blocks.isEmpty)
    }
  }

  @Test("has tables whose rows are as long as their headings")
  func tables() {
    for section in Self.document.sections {
      guard let table = section.data else { continue }
      for row in table.rows { #expect(row.count == table.columns.count) }
    }
  }

  @Test("leaves out parts without data")
  func partsWithoutData() {
    var input = RetailerExperiments.input
    input.whatIf = nil
    input.variants = nil
    input.simulation.observed = []
    input.simulation.retentionCurve = []
    input.simulation.personas = Array(input.simulation.personas.prefix(1))
    input.simulation.typedDifferences = []
    #expect(ReportDocument(input).sections.map(\.id) == [.map, .hotspots, .flows, .method])
  }

  @Test("survives a journey of which nothing is known but its flows")
  func bare() throws {
    var input = RetailerExperiments.input
    input.whatIf = nil
    input.variants = nil
    input.simulation.metrics = []
    input.simulation.stages = []
    input.simulation.personas = []
    input.simulation.pains = []
    input.simulation.targets = []
    input.simulation.observed = []
    input.simulation.retentionCurve = []
    input.simulation.touchpoints = input.simulation.touchpoints.map {
      TouchpointEstimate(name: $0.name, visits: $0.visits, reach: $0.reach, feelings: [])
    }
    let document = ReportDocument(input)
    #expect(document.verdict.headline == "Alder & Finch Home")
    #expect(try ReportPage.html(document).contains("</html>"))
  }

  @Test("shows six key figures, and more where more have targets")
  func keyFigures() {
    let figures = Self.document.keyFigures
    #expect(figures.map(\.metric) == [.goal, .satisfaction, .retention, .kept, .clv, .cost])
    #expect(figures.first?.target?.text == "✗ target at least 48%")
    #expect(figures.last?.target?.text == "? target at most £2.4: undecided")
  }

  @Test("ranks fixes with ties as ties, all together last")
  func ranks() throws {
    let section = try #require(Self.document.section(.fixes))
    guard case .forest(let table) = section.blocks.first else {
      Issue.record("no forest")
      return
    }
    #expect(table.rows.prefix(4).map(\.rank) == ["1", "2=", "2=", "4"])
    #expect(table.rows.last?.title == "All nine together")
    #expect(table.rows.last?.cost == "£530,000")
    #expect(table.rows[3].cells[1].costed?.text == nil)
  }

  @Test("puts many variants into rows and few into columns")
  func variants() throws {
    var input = RetailerExperiments.input
    if case .scenarios(let table) = ReportDocument(input).section(.scenarios)?.blocks.first {
      #expect(table.variants.map(\.letter) == ["B", "C"])
    } else {
      Issue.record("no table of scenarios")
    }
    let variants = try #require(input.variants?.variants)
    input.variants?.variants = variants + variants + variants
    guard case .forest(let table) = ReportDocument(input).section(.scenarios)?.blocks.first else {
      Issue.record("no forest of variants")
      return
    }
    #expect(table.rows.count == 6)
  }

  @Test("gives the command, seed, digest and what the exact answer says")
  func method() throws {
    let section = try #require(Self.document.section(.method))
    let text = section.blocks.map { block -> String in
      switch block {
      case .command(let command): command
      case .list(_, let items): items.joined(separator: "\n")
      default: ""
      }
    }.joined(separator: "\n")
    for part in [
      "journey report alder.yaml --travellers 200000 --seed 1", "4f1c4f1c", "moods change who leaves",
      "“severe” counts as 25 points.", "7 guessed", "an association",
    ] {
      #expect(text.contains(part), "\(part)")
    }
  }
}
