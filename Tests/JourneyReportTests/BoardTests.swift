import JourneyExperiments
import JourneyModel
import JourneyReport
import JourneyStatistics
import Testing

@Suite("The first screen")
struct BoardTests {
  static let input = RetailerExperiments.input

  /// The input with money known: arrivals and a value for every fix.
  static var rich: ReportInput {
    var input = input
    input.whatIf?.journey.run.arrivalsPerSecond = 4_200.0 / 86_400
    return input
  }

  @Test("shows what fits worst of what was measured, in the analyst's order")
  func likeness() throws {
    var input = Self.input
    var close = try #require(input.simulation.observed.first)
    close.observation.value = try #require(close.simulated).mean
    var far = close
    far.observation.value *= 3
    // Eight facts, of which the third and the last are far off.
    input.simulation.observed = [close, close, far, close, close, close, close, far]
    let likeness = try #require(ReportDocument(input).board.likeness)
    #expect(likeness.rows.count == 6)
    #expect(likeness.more == 2)
    #expect(likeness.rows.count { $0.tone == .bad } == 2)
    #expect(likeness.rows[2].tone == .bad)
    #expect(likeness.rows.last?.tone == .bad)
  }

  @Test("says that it is not known where nothing was measured")
  func unmeasured() throws {
    var input = Self.input
    input.simulation.observed = []
    let document = ReportDocument(input)
    #expect(document.board.likeness == nil)
    #expect(try ReportPage.html(document).contains("Not known: the file holds no measured figure."))
  }

  @Test("puts what to do before what to test and what not to do, the greatest worth first")
  func order() throws {
    var input = Self.rich
    // The fix that is worth most costs more than it can earn in five years.
    let index = try #require(input.whatIf?.variants.firstIndex { $0.operation == "fix" })
    input.whatIf?.variants[index].cost = 1e12
    let actions = try #require(ReportDocument(input).board.actions)
    #expect(actions.part == .pay)
    let order = ["do", "test first", "don't"]
    let places = actions.rows.map { row in order.firstIndex { $0 == row.advice } ?? 9 }
    #expect(places == places.sorted())
    #expect(actions.rows.count == 5)
    #expect(actions.more == 4)
    #expect(!actions.rows.contains { $0.detail.hasPrefix("£1,000,000,000,000") })
    #expect(actions.total?.title == "All nine together")
    #expect(actions.total?.advice == nil)
  }

  @Test("shows effects in the figure that ranks where money is not known")
  func effects() throws {
    var input = Self.input
    input.whatIf?.journey.run.arrivalsPerSecond = nil
    let actions = try #require(ReportDocument(input).board.actions)
    #expect(actions.part == .fixes)
    #expect(actions.rows.allSatisfy { $0.advice == nil })
    #expect(actions.rows.first?.worth.hasPrefix("+") == true)
    #expect(actions.rows.first?.interval.contains(" to ") == true)
  }

  @Test("has no list of what to do without fixes")
  func noFixes() {
    var input = Self.input
    input.whatIf = nil
    #expect(ReportDocument(input).board.actions == nil)
  }

  @Test("counts every number once by what it rests on")
  func basis() throws {
    let evidence = Evidence(
      numbers: 10,
      marks: [
        .init(path: "a", value: 1, kind: .guess), .init(path: "b", value: 1, kind: .relative(0.2)),
        .init(path: "c", value: 1, kind: .counted(340)), .init(path: "d", value: 1, kind: .counted(7)),
      ]
    )
    #expect(EvidenceWords.parts(evidence).map(\.count) == [2, 1, 1, 6])
    #expect(EvidenceWords.heading(evidence) == "4 of 10 inputs say how sure they are")
    #expect(EvidenceWords.heading(Evidence(numbers: 3)) == "None of 3 inputs says how sure it is")
    #expect(
      EvidenceWords.heading(Evidence(numbers: 3, marks: Array(evidence.marks[2...])))
        == "2 of 3 inputs are measured or fitted"
    )
    var input = Self.input
    input.scenario.evidence = evidence
    let basis = try #require(ReportDocument(input).board.basis)
    #expect(basis.parts.map(\.level) == [0, 1, 2, 3])
    #expect(basis.parts.reduce(0) { $0 + $1.count } == evidence.numbers)
    input.scenario.evidence = Evidence()
    #expect(ReportDocument(input).board.basis == nil)
  }
}
