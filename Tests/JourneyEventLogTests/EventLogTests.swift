import JourneyEventLog
import Testing

@Suite("Event log")
struct EventLogTests {
  private let mapping = ColumnMapping(case: "case", activity: "what", time: "when")

  private func log(_ text: String, _ mapping: ColumnMapping? = nil, limits: LogLimits = LogLimits())
    throws(EventLogError)
    -> EventLog
  {
    try EventLog(
      MemorySource(Array(text.utf8), pieceSize: 11),
      file: "test.csv",
      mapping: mapping ?? self.mapping,
      limits: limits
    )
  }

  private func failure(_ text: String, _ mapping: ColumnMapping? = nil, limits: LogLimits = LogLimits())
    -> EventLogError?
  {
    do {
      _ = try log(text, mapping, limits: limits)
      return nil
    } catch {
      return error
    }
  }

  private func steps(_ log: EventLog, _ index: Int) -> [String] {
    log.events(ofCase: index).map { log.activities[log.activity(at: $0)] }
  }

  @Test("interleaved cases are grouped, each in order of time, equal times in the order of the file")
  func grouping() throws {
    let log = try log(
      """
      case,what,when
      2,b,2024-01-02
      1,z,2024-01-01
      2,a,2024-01-01
      1,y,2024-01-01
      1,x,2024-01-01
      """
    )
    #expect(log.caseCount == 2)
    #expect(log.eventCount == 5)
    #expect(log.caseName(0) == "2")
    #expect(steps(log, 0) == ["a", "b"])
    #expect(steps(log, 1) == ["z", "y", "x"])
    #expect(log.summary.rowsBackInTime == 1)
    #expect(log.summary.equalTimes == 2)
    #expect(log.summary.repeatedRows == 0)
    #expect(log.summary.eventsWithoutZone == 5)
  }

  @Test("rows without a usable event are dropped, counted and shown")
  func dropped() throws {
    let log = try log(
      """
      case,what,when
      1,a,2024-01-01
      ,a,2024-01-01
      1, ,2024-01-01
      1,a,
      1,a,yesterday
      1,a
      1,a,2024-01-01,more
      1,a,2024-01-01
      """
    )
    let found = log.summary.dropped.map { "\($0.reason) \($0.rows) \($0.firstLine) \($0.example)" }
    #expect(
      found == [
        "fieldCount 2 7 2 fields, not 3", "missingCase 1 3 ", "missingActivity 1 4 ", "missingTime 1 5 ",
        "unreadableTime 1 6 yesterday",
      ]
    )
    #expect(log.summary.rows == 8)
    #expect(log.summary.droppedRows == 6)
    #expect(log.eventCount == 2)
    #expect(log.summary.repeatedRows == 1)
  }

  @Test("two Unicode forms of one name are one activity")
  func unicodeForms() throws {
    let log = try log("case,what,when\n1,caf\u{E9},2024-01-01\n1,cafe\u{301},2024-01-02\n1,b,2024-01-03\n")
    #expect(log.activities == ["b", "café"])
    #expect(log.summary.namesUnified == 1)
    #expect(log.activity(at: 0) == log.activity(at: 1))
  }

  @Test("channels are numbered, and may be missing")
  func channels() throws {
    let mapping = ColumnMapping(case: "case", activity: "what", time: "when", channel: "via")
    let log = try log(
      "case,what,when,via\n1,a,2024-01-01,web\n1,b,2024-01-02,\n1,c,2024-01-03,app\n",
      mapping
    )
    #expect(log.channels == ["app", "web"])
    #expect((0..<3).map { log.channel(at: $0) } == [1, nil, 0])
    #expect(log.summary.eventsWithoutChannel == 1)
  }

  @Test("a missing column is answered with the columns that are there and the likely one")
  func missingColumn() {
    let text = "Case ID,concept:name,time:timestamp\n1,a,2024-01-01\n"
    let error = failure(
      text,
      ColumnMapping(case: "case_id", activity: "concept:name", time: "time:timestamp")
    )
    #expect(error?.kind == .columns)
    #expect(error?.fixes == ["did you mean “Case ID”?"])
    #expect(error?.notes == ["the columns are: Case ID, concept:name, time:timestamp"])
    let slip = failure(text, ColumnMapping(case: "Case ID", activity: "concept:nmae", time: "time:timestamp"))
    #expect(slip?.fixes == ["did you mean “concept:name”?"])
    let far = failure(text, ColumnMapping(case: "Case ID", activity: "gesture", time: "time:timestamp"))
    #expect(far?.fixes == [])
  }

  @Test("columns without a name and doubled names are reached by their place")
  func columnsByPlace() throws {
    let text = ",what,when,what\n1,a,2024-01-01,b\n"
    let log = try log(text, ColumnMapping(case: "#1", activity: "#4", time: "when"))
    #expect(log.activities == ["b"])
    let error = failure(text, ColumnMapping(case: "#1", activity: "what", time: "when"))
    #expect(error?.code == "column-ambiguous")
    #expect(error?.fixes == ["name it by its place: #2 or #4"])
  }

  @Test("a log without usable events says why")
  func nothingUsable() {
    #expect(failure("")?.code == "log-empty")
    #expect(failure("case,what,when\n")?.message == "the file has a header but no rows")
    let error = failure("case,what,when\n1,a,13/03/2024\n1,b,14/03/2024\n")
    #expect(error?.code == "log-no-events")
    #expect(error?.line == 2)
    #expect(error?.notes.first?.contains("13/03/2024") == true)
  }

  @Test("limits on names end the reading with the line")
  func limits() {
    let rows = (1...9).map { "\($0),activity \($0),2024-01-01\n" }.joined()
    let text = "case,what,when\n" + rows
    #expect(failure(text) == nil)
    let names = failure(text, limits: LogLimits(activities: 5))
    #expect(names?.code == "too-many-names")
    #expect(names?.line == 7)
    #expect(failure(text, limits: LogLimits(events: 8))?.code == "log-too-large")
    #expect(failure(text, limits: LogLimits(nameBytes: 5))?.code == "name-too-long")
    #expect(failure(text, limits: LogLimits(columns: 2))?.code == "log-columns")
  }

  @Test("bytes that are not UTF-8 are refused with their line")
  func notText() {
    let bytes = Array("case,what,when\n1,caf".utf8) + [0xE9] + Array(",2024-01-01\n".utf8)
    do {
      _ = try EventLog(MemorySource(bytes), file: "test.csv", mapping: mapping)
      Issue.record("Latin-1 was taken for UTF-8")
    } catch {
      #expect(error.code == "log-encoding")
      #expect(error.line == 2)
    }
  }

  @Test("a missing file and a folder are told apart from bad data")
  func missingFile() {
    do {
      _ = try EventLog(path: "/nowhere/at/all.csv", mapping: mapping)
      Issue.record("there is no such file")
    } catch {
      #expect(error.kind == .missing)
    }
  }

  @Test("the later part holds the share asked for, by first event, and no case is cut")
  func split() throws {
    let rows = (0..<10).map { "c\($0),a,2024-01-\(29 - $0)\nc\($0),b,2024-02-0\(1 + $0 % 9)\n" }.joined()
    let log = try log("case,what,when\n" + rows)
    let (earlier, later) = log.splitByTime(laterShare: 0.2)
    #expect(later == [1, 0])
    #expect(earlier == [9, 8, 7, 6, 5, 4, 3, 2])
    #expect(
      Timestamp.describeDay(microseconds: try #require(log.period(of: later)).lowerBound) == "2024-01-28"
    )
  }
}
