import JourneyExperiments
import JourneyModel
import JourneyReport
import JourneyStatistics
import Testing

@Suite("Two kinds of uncertainty in the forest of fixes")
struct ForestDoubtTests {
  static func forest(_ input: ReportInput) throws -> (ForestTable, ReportSection) {
    let section = try #require(ReportDocument(input).section(.fixes))
    guard case .forest(let table) = section.blocks.first else { throw ExperimentError.noTravellers }
    return (table, section)
  }

  @Test("each fix as costed has the interval of uncertain inputs, within its column's range")
  func intervals() async throws {
    let input = try await DoubtfulShop.input()
    let (table, _) = try Self.forest(input)
    let uncertainty = try #require(input.uncertainty)
    let names = try #require(input.whatIf).variants.filter { $0.operation == "fix" }.map(\.name)
    #expect(table.rows.count == names.count)
    for (row, name) in zip(table.rows, names) {
      for (column, cell) in zip(table.columns, row.cells) {
        let layered = try #require(uncertainty.variant(name, "fix")?.difference(column.metric))
        let scale = column.metric.unit == .share ? 100.0 : 1
        let drawn = try #require(cell.costed?.inputs)
        #expect(abs(drawn.low - layered.inputs.low * scale) < 1e-9)
        #expect(abs(drawn.high - layered.inputs.high * scale) < 1e-9)
        #expect(column.range.contains(drawn.low) && column.range.contains(drawn.high))
        #expect(cell.perfect?.inputs == nil)
      }
    }
  }

  @Test("both intervals stand in the words, the table and the page")
  func words() async throws {
    let input = try await DoubtfulShop.input()
    let (table, section) = try Self.forest(input)
    #expect(section.reading.contains("Thin line: 95% with uncertain inputs as well"))
    #expect(section.notes.contains { $0.contains("drawn together 50 times, 200 travellers each") })
    let data = try #require(section.data)
    let cells = data.rows.filter { $0[1].text == "as costed" }.flatMap { $0 }
    #expect(cells.contains { $0.text.contains(", inputs ") })
    #expect(
      !data.rows.filter { $0[1].text == "if perfect" }.flatMap { $0 }.contains { $0.text.contains("inputs") }
    )
    let real = table.rows.flatMap(\.cells).compactMap(\.costed).filter { $0.text != nil }
    let html = try ReportPage.html(ReportDocument(input))
    for effect in real.prefix(5) {
      let words = try #require(effect.inputs.flatMap(ForestWords.inputs))
      #expect(html.contains(words), "\(words)")
    }
    #expect(html.contains("class=\"doubt\""))
  }

  @Test("nothing is said of inputs that nobody doubts")
  func certain() throws {
    let (table, section) = try Self.forest(RetailerExperiments.input)
    #expect(table.rows.flatMap(\.cells).allSatisfy { $0.costed?.inputs == nil })
    #expect(!section.reading.contains("uncertain inputs"))
    #expect(section.notes.contains("Intervals hold simulation noise only, not how sure the inputs are."))
  }

  @Test("an interval of inputs is written as wide as it is")
  func figure() {
    #expect(ForestWords.inputs(estimate(0.545, 0.165)) == "inputs 0.4 to 0.7")
    #expect(ForestWords.inputs(estimate(0.05, 0.08)) == "inputs −0.03 to +0.13")
    #expect(ForestWords.inputs(.exact(1)) == nil)
  }
}
