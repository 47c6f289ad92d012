import ArgumentParser
import Foundation
import JourneyCalibration
import JourneyEngine
import JourneyEventLog
import JourneyModel
import JourneyScenario

/// Everything that `journey fit` computes, before anything is written.
struct LogFitting: Sendable {
  struct Request: Sendable {
    var path: String
    var mapping: ColumnMapping
    var outcomes: [String: OutcomeKind]
    var holdout: HoldoutOption
    var name: String
    var command: String
  }

  /// What the fit was compared with.
  struct Holdout: Sendable {
    var comparison: HoldoutComparison
    /// What the held-out and the fitted cases are, in words.
    var words: String
  }

  /// Journeys simulated for the comparison: their own noise is far below a log's drift.
  static let travellers = 100_000

  let summary: ReadingSummary
  let tally: LogTally
  let vocabulary: Vocabulary
  let period: ClosedRange<Int64>
  let fit: ScenarioFit
  private(set) var holdout: Holdout?

  init(_ request: Request) async throws {
    let log = try EventLog(path: request.path, mapping: request.mapping)
    let all = 0..<log.caseCount
    summary = log.summary
    vocabulary = try Vocabulary(log, cases: all, outcomes: request.outcomes)
    tally = LogTally(log, cases: all, vocabulary: vocabulary)
    period = log.period(of: all) ?? 0...0
    var provenance = ScenarioFit.Provenance(
      file: request.path == "-" ? "standard input" : URL(filePath: request.path).lastPathComponent,
      rows: summary.rows,
      period: period,
      command: request.command
    )
    if summary.eventsWithoutZone > 0 { provenance.remarks.append("Times without a zone are taken as UTC.") }
    if case .share = request.holdout {
      provenance.remarks.append(
        "All cases are counted here; the hold-out test was of a fit to the earlier ones alone."
      )
    }
    fit = ScenarioFit(tally, vocabulary: vocabulary, name: request.name, provenance: provenance)
    switch request.holdout {
    case .none: _ = try Self.journey(of: fit)
    case .share(let share): holdout = try await Self.last(share, of: log, request, provenance)
    case .file(let path):
      let other = try EventLog(path: path, mapping: request.mapping)
      let heldOut = LogTally(other, cases: 0..<other.caseCount, vocabulary: vocabulary)
      let comparison = HoldoutComparison(
        heldOut: JourneyProfile(heldOut),
        fitted: JourneyProfile(tally),
        simulated: try await Self.simulate(Self.journey(of: fit))
      )
      holdout = Holdout(comparison: comparison, words: "Held out: \(path)")
    }
  }

  /// Fits once more to the earlier cases and compares with the later ones.
  private static func last(
    _ share: Double,
    of log: EventLog,
    _ request: Request,
    _ provenance: ScenarioFit.Provenance
  ) async throws -> Holdout {
    let (earlier, later) = log.splitByTime(laterShare: share)
    guard !earlier.isEmpty, !later.isEmpty, let period = log.period(of: later) else {
      throw CalibrationError(
        code: "holdout-empty",
        message: "\(log.caseCount) cases cannot be split so that both parts hold at least one",
        fixes: ["choose another share, or fit without --holdout"]
      )
    }
    let vocabulary = try Vocabulary(log, cases: earlier, outcomes: request.outcomes)
    let tally = LogTally(log, cases: earlier, vocabulary: vocabulary)
    let heldOut = LogTally(log, cases: later, vocabulary: vocabulary)
    let fit = ScenarioFit(tally, vocabulary: vocabulary, name: request.name, provenance: provenance)
    let comparison = HoldoutComparison(
      heldOut: JourneyProfile(heldOut),
      fitted: JourneyProfile(tally),
      simulated: try await simulate(journey(of: fit))
    )
    let day = Timestamp.describeDay(microseconds: period.lowerBound)
    return Holdout(
      comparison: comparison,
      words: "Held out: the last cases, those that began on or after \(day)"
    )
  }

  /// The fitted scenario as any other scenario is read: what is written is what was tested.
  private static func journey(of fit: ScenarioFit) throws -> Journey {
    let reading = ScenarioReader.read(text: fit.yaml, path: "fitted scenario")
    guard let scenario = reading.scenario else {
      for finding in reading.findings { Terminal.report(finding) }
      Terminal.note("This scenario was written by journey itself: please report it with the log's names.\n")
      throw ExitCode.failure
    }
    return scenario.baseline
  }

  /// The profile of simulated journeys.
  private static func simulate(_ journey: Journey) async throws -> JourneyProfile {
    let compiled = CompiledJourney(journey)
    let plan = RunPlan(travellers: travellers, seed: 1, threads: ProcessInfo.processInfo.activeProcessorCount)
    let tally = try await Engine.run(compiled, plan: plan)
    guard let detail = tally.detail else { return JourneyProfile(moves: [:], lengths: [:], outcomes: [:]) }
    var moves: [LogTally.Move: Int] = [:]
    for (flow, count) in zip(compiled.flows, detail.moves) where count > 0 && !flow.isReentry {
      moves[LogTally.Move(from: flow.from, to: flow.to), default: 0] += count
    }
    var lengths: [Int: Int] = [:]
    for (visits, count) in detail.lengths.enumerated() where count > 0 { lengths[visits] = count }
    var outcomes: [String: Int] = [:]
    for (index, count) in detail.outcomes.enumerated() where count > 0 {
      outcomes[compiled.outcomeNames[index % compiled.outcomeNames.count], default: 0] += count
    }
    return JourneyProfile(moves: moves, lengths: lengths, outcomes: outcomes)
  }
}
