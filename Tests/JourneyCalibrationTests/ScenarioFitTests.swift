import JourneyCalibration
import JourneyEventLog
import JourneyModel
import JourneyScenario
import Testing

@Suite("Fitted scenario")
struct ScenarioFitTests {
  private func fit(_ log: EventLog, outcomes: [String: OutcomeKind] = [:], name: String = "Shop") throws
    -> ScenarioFit
  {
    let cases = 0..<log.caseCount
    let vocabulary = try Vocabulary(log, cases: cases, outcomes: outcomes)
    let tally = LogTally(log, cases: cases, vocabulary: vocabulary)
    let provenance = ScenarioFit.Provenance(
      file: "test.csv",
      rows: log.summary.rows,
      period: try #require(log.period(of: cases)),
      command: "journey fit test.csv --case case --activity what --time when",
      remarks: ["A remark."]
    )
    return ScenarioFit(tally, vocabulary: vocabulary, name: name, provenance: provenance)
  }

  @Test("the file holds every count, where it comes from, and nothing else")
  func wholeFile() throws {
    let log = try TestLog.read(
      """
      case,what,when,via
      1,home,2024-03-01 10:00:00,web
      1,basket,2024-03-01 10:01:00,web
      1,buy,2024-03-01 10:05:00,web
      2,home,2024-03-02 10:00:00,app
      2,home,2024-03-02 10:03:00,app
      3,call,2024-03-03 09:00:00,
      4,buy,2024-03-04 09:00:00,web
      4,call,2024-03-04 10:00:00,phone
      """,
      channel: "via"
    )
    let text = try fit(log, outcomes: ["buy": .goal], name: "Shop: today").yaml
    #expect(
      text == """
        # Fitted from an event log; edit it like any other scenario.
        # Log:     test.csv, 8 rows; 7 events of 4 cases, 2024-03-01 to 2024-03-04
        # Command: journey fit test.csv --case case --activity what --time when
        # A remark.
        # The weights under `paths` are counts of moves, so a row's shares are the log's own, and as sure as its counts.
        # `takes` is the time from an event to the next of its case, as median..90th percentile.

        journey: "Shop: today"
        about: "Fitted to 7 events of 4 cases of test.csv, 2024-03-01 to 2024-03-04"

        run:
          travellers: 100000
          seed: 1
          longest journey: 20 visits  # longest case: 2 visits; beyond 20: under 1 in 1,000,000 of fitted journeys

        channels:
          app: {}  # 2 events
          web: {}  # 2 events

        outcomes:
          buy: goal       # 2 cases, 50%
          ended: neutral  # 2 cases, 50%: the last event seen, which need not be a decision

        touchpoints:
          home (app): {channel: app, takes: fixed 3m}   # 2 visits; 1 timed, all equal
          basket: {channel: web, takes: fixed 4m}       # 1 visit; 1 timed, all equal
          call: {}                                      # 1 visit; always the last event, so no times
          home (web): {channel: web, takes: fixed 60s}  # 1 visit; 1 timed, all equal

        paths:
          START:                # 4 cases
            buy: 1 seen         # 1 case, 25%
            call: 1 seen        # 1 case, 25%
            home (app): 1 seen  # 1 case, 25%
            home (web): 1 seen  # 1 case, 25%
          home (app):           # 2 moves
            ended: 1 seen       # 1 move, 50%
            home (app): 1 seen  # 1 move, 50%
          basket:               # 1 move
            buy: 1 seen         # 1 move, 100%
          call:                 # 1 move
            ended: 1 seen       # 1 move, 100%
          home (web):           # 1 move
            basket: 1 seen      # 1 move, 100%

        """
    )
  }

  @Test("names of a log cannot become structure, comments or other names")
  func hostileNames() throws {
    let names = [
      "a: {b: c}", "# not a comment", "\"quoted\"", "back\\slash", "true", "No", "12", "- item", "*alias",
      "&anchor",
      "tab\there", "line\nbreak", "\u{202E}turned", "naïve café", "{}", "ünïcode 日本", "~", "x, y", "[z]",
      "!tag", "%dir",
    ]
    let rows = names.map {
      "1,\"\($0.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\",2024-01-01\n"
    }
    let text = try fit(TestLog.read("case,what,when\n" + rows.joined())).yaml
    let lines = text.split(separator: "\n").map { $0.trimmingCharacters() }
    for wanted in [
      #""a: {b: c}": {}"#, ##""# not a comment": {}"##, ##""\"quoted\"": {}"##, #""back\\slash": {}"#,
      #""true": {}"#,
      #""No": {}"#, #""12": {}"#, #""- item": {}"#, #""*alias": {}"#, #""&anchor": {}"#, #"tab here: {}"#,
      #"line break: {}"#, #""\U0000202Eturned": {}"#, #"naïve café: {}"#, #""{}": {}"#, #"ünïcode 日本: {}"#,
      #""~": {}"#, #""x, y": {}"#, #""[z]": {}"#, #""!tag": {}"#, #""%dir": {}"#,
    ] {
      #expect(lines.contains { $0.hasPrefix(wanted) }, "\(wanted)")
    }
    #expect(!text.contains("\u{202E}"))
    // And the reader takes every one of them for the name that it is.
    let journey = try ScenarioReader.load(text: text).baseline
    #expect(journey.touchpoints.count == names.count)
    for name in ["a: {b: c}", "\"quoted\"", "back\\slash", "\u{202E}turned", "*alias", "~"] {
      #expect(journey.touchpoints.contains { $0.name == name }, "\(name)")
    }
  }

  @Test("the same log gives the same bytes, in whatever order its cases stand")
  func deterministic() throws {
    let cases = ["a b c", "a c", "b a b", "c", "b c a"]
    let first = try fit(TestLog.of(cases)).yaml
    #expect(try fit(TestLog.of(cases.reversed())).yaml == first)
    #expect(try fit(TestLog.of(cases + ["a"])).yaml != first)
  }

  @Test("rare moves are counted")
  func rare() throws {
    let fitted = try fit(TestLog.of(Array(repeating: "a b", count: 30) + Array(repeating: "b a", count: 29)))
    #expect(fitted.transitionCount == 2)
    #expect(fitted.rareTransitionCount == 1)
  }
}

extension Substring {
  fileprivate func trimmingCharacters() -> String { String(drop { $0 == " " }) }
}
