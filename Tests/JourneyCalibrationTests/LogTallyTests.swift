import JourneyCalibration
import JourneyEventLog
import JourneyModel
import JourneyTestSupport
import Testing

@Suite("Tally of a log")
struct LogTallyTests {
  private func log(_ text: String) throws -> EventLog {
    let mapping = ColumnMapping(case: "case", activity: "what", time: "when")
    return try EventLog(
      MemorySource(Array(("case,what,when\n" + text).utf8)),
      file: "test.csv",
      mapping: mapping
    )
  }

  private func tally(_ log: EventLog, _ outcomes: [String: OutcomeKind] = [:]) throws -> LogTally {
    let cases = 0..<log.caseCount
    return LogTally(log, cases: cases, vocabulary: try Vocabulary(log, cases: cases, outcomes: outcomes))
  }

  private let shop = """
    1,home,2024-01-01 10:00:00
    1,pay,2024-01-01 10:02:00
    1,home,2024-01-01 10:05:00
    2,home,2024-01-01 11:00:00
    2,home,2024-01-01 11:00:30
    3,pay,2024-01-01 12:00:00

    """

  @Test("without outcomes every case ends in “ended”, and the last stay has no length")
  func plain() throws {
    let tally = try tally(try log(shop))
    #expect(tally.cases == 3)
    #expect(tally.events == 6)
    #expect(tally.row(from: nil).map(\.count) == [2, 1])
    #expect(tally.outcomes == ["ended": 3])
    #expect(tally.visits == ["home": 4, "pay": 2])
    #expect(
      tally.directlyFollows == [
        .init(from: "home", to: "pay"): 1, .init(from: "pay", to: "home"): 1,
        .init(from: "home", to: "home"): 1,
      ]
    )
    #expect(tally.lengths == [3: 1, 2: 1, 1: 1])
    #expect(tally.stays["home"]?.count == 2)
    #expect(tally.stays["home"]?.meanSeconds == 75)
    #expect(tally.stays["pay"]?.quantileSeconds(0.5) == 180)
  }

  @Test("an outcome ends its case at its first occurrence, even as the first event")
  func outcomes() throws {
    let tally = try tally(try log(shop), ["pay": .goal])
    #expect(tally.outcomes == ["pay": 2, "ended": 1])
    #expect(tally.row(from: nil).map(\.to) == [.touchpoint("home"), .outcome("pay")])
    #expect(tally.lengths == [1: 1, 2: 1, 0: 1])
    #expect(tally.events == 5)
    #expect(tally.eventsAfterOutcome == 1)
    #expect(tally.directlyFollows == [.init(from: "home", to: "home"): 1])
    #expect(tally.stays["home"]?.count == 2)
  }

  @Test("tallies of parts merge into the tally of the whole")
  func merging() throws {
    let log = try log(shop)
    let vocabulary = try Vocabulary(log, cases: 0..<3)
    var merged = LogTally(log, cases: [2], vocabulary: vocabulary)
    merged.merge(LogTally(log, cases: [0, 1], vocabulary: vocabulary))
    #expect(merged == LogTally(log, cases: 0..<3, vocabulary: vocabulary))
    #expect(merged != LogTally(log, cases: 0..<2, vocabulary: vocabulary))
  }

  // MARK: Against another tool

  struct Case: Sendable, CustomTestStringConvertible {
    var folder: String
    var file: String
    var reference: String
    var mapping: ColumnMapping
    var testDescription: String { "\(folder)/\(file)" }
  }

  static let references = [
    Case(
      folder: ReferenceLog.ecom,
      file: "ecom.csv.gz",
      reference: "reference-dfg-session.json",
      mapping: ColumnMapping(case: "session_id", activity: "event", time: "timestamp")
    ),
    Case(
      folder: ReferenceLog.ecom,
      file: "ecom.csv.gz",
      reference: "reference-dfg-user.json",
      mapping: ColumnMapping(case: "user_id", activity: "event", time: "timestamp")
    ),
    Case(
      folder: ReferenceLog.loans,
      file: "LoanApp_simplified_train.csv.gz",
      reference: "reference-dfg-train.json",
      mapping: ColumnMapping(case: "case_id", activity: "activity", time: "end_time")
    ),
    Case(
      folder: ReferenceLog.loans,
      file: "LoanApp_simplified_test.csv.gz",
      reference: "reference-dfg-test.json",
      mapping: ColumnMapping(case: "case_id", activity: "activity", time: "end_time")
    ),
    Case(
      folder: ReferenceLog.running,
      file: "running-example.csv",
      reference: "reference-dfg.json",
      mapping: ColumnMapping(case: "case:concept:name", activity: "concept:name", time: "time:timestamp")
    ),
    Case(
      folder: "log-traffic-fines",
      file: "traffic_fines.csv.gz",
      reference: "reference-dfg.json",
      mapping: ColumnMapping(case: "case_id", activity: "activity", time: "timestamp")
    ),
  ]

  @Test(
    "counts of every directly-follows graph equal those of another tool exactly",
    .enabled(if: ReferenceLog.isHere(ReferenceLog.ecom), "needs the outside data folder ../shared/data"),
    arguments: references
  )
  func referenceGraphs(reference: Case) throws {
    let path = try ReferenceLog.path(reference.folder, reference.file)
    let log = try EventLog(path: path, mapping: reference.mapping)
    let tally = try tally(log)
    let wanted = try ReferenceLog.Graph(reference.folder, reference.reference)
    #expect(tally.cases == wanted.cases)
    #expect(tally.events == wanted.events)
    #expect(tally.directlyFollows == wanted.edges)
    #expect(log.summary.equalTimes == wanted.same_timestamp_successors_within_case)
    #expect(log.summary.droppedRows == 0)
    let starts = Dictionary(
      uniqueKeysWithValues: tally.moves.filter { $0.key.from == nil }.map { ($0.key.to.name, $0.value) }
    )
    #expect(starts == wanted.start_activities)
    let ends = Dictionary(
      uniqueKeysWithValues: tally.moves.filter { $0.key.to == .outcome("ended") }.map {
        ($0.key.from ?? "", $0.value)
      }
    )
    #expect(ends == wanted.end_activities)
  }

  @Test(
    "ordering by another time column gives another graph, which the comparison sees",
    .enabled(if: ReferenceLog.isHere(ReferenceLog.loans), "needs the outside data folder ../shared/data")
  )
  func wrongColumn() throws {
    let path = try ReferenceLog.path(ReferenceLog.loans, "LoanApp_simplified_train.csv.gz")
    let mapping = ColumnMapping(case: "case_id", activity: "activity", time: "start_time")
    let tally = try tally(try EventLog(path: path, mapping: mapping))
    let wanted = try ReferenceLog.Graph(ReferenceLog.loans, "reference-dfg-train.json")
    #expect(tally.directlyFollows != wanted.edges)
  }
}
