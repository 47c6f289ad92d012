import JourneyCalibration
import JourneyEngine
import JourneyEventLog
import JourneyModel
import JourneyScenario
import JourneyTestSupport
import Testing

@Suite("Hold-out comparison")
struct HoldoutComparisonTests {
  private func fit(_ log: EventLog, cases: some Collection<Int>) throws -> (LogTally, ScenarioFit) {
    let vocabulary = try Vocabulary(log, cases: cases)
    let tally = LogTally(log, cases: cases, vocabulary: vocabulary)
    let provenance = ScenarioFit.Provenance(
      file: "log.csv",
      rows: log.summary.rows,
      period: 0...0,
      command: "fit"
    )
    return (tally, ScenarioFit(tally, vocabulary: vocabulary, name: "Log", provenance: provenance))
  }

  /// What travellers of a scenario do, by the engine.
  private func simulate(_ yaml: String, travellers: Int = 20_000) async throws -> JourneyProfile {
    let compiled = CompiledJourney(try ScenarioReader.load(text: yaml).baseline)
    let tally = try await Engine.run(compiled, plan: RunPlan(travellers: travellers, seed: 7, threads: 2))
    let detail = try #require(tally.detail)
    var profile = JourneyProfile(moves: [:], lengths: [:], outcomes: [:])
    for (flow, count) in zip(compiled.flows, detail.moves) where count > 0 {
      profile.moves[LogTally.Move(from: flow.from, to: flow.to)] = count
    }
    for (visits, count) in detail.lengths.enumerated() where count > 0 { profile.lengths[visits] = count }
    for (name, count) in zip(compiled.outcomeNames, detail.outcomes) where count > 0 {
      profile.outcomes[name] = count
    }
    return profile
  }

  @Test(
    "simulated sessions are as close to the last fifth as the log's own drift allows",
    .enabled(if: ReferenceLog.isHere(ReferenceLog.ecom), "needs the outside data folder ../shared/data")
  )
  func sessions() async throws {
    let log = try ReferenceLog.sessions()
    let (train, test) = log.splitByTime(laterShare: 0.2)
    let (tally, fitted) = try fit(log, cases: train)
    let (heldOut, _) = try fit(log, cases: test)
    let comparison = HoldoutComparison(
      heldOut: JourneyProfile(heldOut),
      fitted: JourneyProfile(tally),
      simulated: try await simulate(fitted.yaml)
    )
    #expect(comparison.distance.moves <= 1.25 * 0.10569)
    #expect(comparison.distance.edges <= 1.25 * 0.10569)
  }

  @Test(
    "simulated loan applications are as close to the second log as the log's own drift allows",
    .enabled(if: ReferenceLog.isHere(ReferenceLog.loans), "needs the outside data folder ../shared/data")
  )
  func loans() async throws {
    let logs = try ReferenceLog.loanLogs()
    let (tally, fitted) = try fit(logs[0], cases: 0..<logs[0].caseCount)
    let heldOut = JourneyProfile(try LogTally(logs[1]))
    let comparison = HoldoutComparison(
      heldOut: heldOut,
      fitted: JourneyProfile(tally),
      simulated: try await simulate(fitted.yaml)
    )
    #expect(comparison.distance.moves <= 1.25 * 0.02115)
    #expect(comparison.distance.edges <= 1.25 * 0.02115)

    // The twin: the same cases, their events in another order, must be seen to be far away.
    var rows = "case,what,when\n"
    for index in 0..<logs[0].caseCount {
      let words = logs[0].events(ofCase: index).map { logs[0].activities[logs[0].activity(at: $0)] }
      for word in words.sorted() { rows += "\(index),\(word),2024-01-01\n" }
    }
    let shuffled = try TestLog.read(rows)
    let (_, wrong) = try fit(shuffled, cases: 0..<shuffled.caseCount)
    #expect(ProfileDistance(try await simulate(wrong.yaml), heldOut).moves > 0.2)
  }

  @Test(
    "a fitted scenario, read like any other, holds the reference counts as its weights",
    .enabled(if: ReferenceLog.isHere(ReferenceLog.ecom), "needs the outside data folder ../shared/data")
  )
  func weights() throws {
    let log = try ReferenceLog.sessions()
    let (_, fitted) = try fit(log, cases: 0..<log.caseCount)
    let journey = try ScenarioReader.load(text: fitted.yaml).baseline
    let wanted = try ReferenceLog.Graph(ReferenceLog.ecom, "reference-dfg-session.json")
    var edges: [LogTally.Edge: Int] = [:]
    var ends: [String: Int] = [:]
    for touchpoint in journey.touchpoints {
      for option in try #require(journey.paths.rows[touchpoint.name]).options {
        switch option.to {
        case .touchpoint(let name): edges[LogTally.Edge(from: touchpoint.name, to: name)] = Int(option.weight)
        case .outcome: ends[touchpoint.name] = Int(option.weight)
        }
      }
    }
    #expect(edges == wanted.edges)
    #expect(ends == wanted.end_activities)
    let starts = Dictionary(
      uniqueKeysWithValues: journey.paths.start.options.map { ($0.to.name, Int($0.weight)) }
    )
    #expect(starts == wanted.start_activities)
  }

  @Test("the table shows the three side by side")
  func table() throws {
    let held = JourneyProfile(try LogTally(TestLog.of(["a b", "a"])))
    let fitted = JourneyProfile(try LogTally(TestLog.of(["a b", "a b", "a"])))
    let table = HoldoutComparison(heldOut: held, fitted: fitted, simulated: fitted).table
    #expect(
      table == """
                                                 held out   fitted to   simulated
          Journeys                                      2           3           3
          Visits per journey                         1.50        1.67        1.67
          Ends in ended                            100.0%      100.0%      100.0%
          Distance from the held-out journeys
            all moves (total variation)                        0.1000      0.1000
            moves between touchpoints                          0.0000      0.0000
            visits, largest gap (KS)                           0.1667      0.1667
            visits, area between (Wasserstein)                  0.167       0.167
            outcomes (total variation)                         0.0000      0.0000
        The column “fitted to” is the log's own drift: what a perfect copy of those cases would show.
        Simulated moves are 1.00 times as far away as that.

        """
    )
  }

  @Test("lengths that the moves do not explain are said")
  func lengths() throws {
    let held = JourneyProfile(try LogTally(TestLog.of(["a b a b", "a b a b"])))
    let fitted = JourneyProfile(try LogTally(TestLog.of(["a b a b", "a b a b", "a b a b"])))
    let simulated = JourneyProfile(try LogTally(TestLog.of(["a b", "a b", "a b"])))
    let drifting = JourneyProfile(try LogTally(TestLog.of(["a b a b", "a b a b", "a b"])))
    let warned = HoldoutComparison(heldOut: held, fitted: drifting, simulated: simulated).table
    #expect(warned.contains("Journey lengths are not: their largest gap is 1.00."))
    let quiet = HoldoutComparison(heldOut: held, fitted: drifting, simulated: fitted).table
    #expect(!quiet.contains("Journey lengths"))
  }
}
