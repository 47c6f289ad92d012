import Foundation
import JourneyDiagnostics
import JourneyDiagram
import JourneyEngine
import JourneyExperiments
import JourneyModel
import JourneyReport
import JourneyScenario
import JourneyWorkbench

/// What `journey watch` does about a file: reads it, takes a quick look, then runs it as it asks to be run.
struct WatchWork: Sendable {
  let file: String
  let edits: [String]
  let options: RunOptions
  let server: PageServer

  /// Travellers of a quick look: a second or two for most journeys.
  static let quickTravellers = 5_000

  /// What was read.
  struct Subject: Sendable {
    let reading: ScenarioReading
    let inputs: ScenarioInputs?
  }

  /// The loop that follows the file and those that it extends.
  var loop: WatchLoop<Subject> {
    let changes = edits.map { ScenarioEdit($0) }
    return WatchLoop(
      [file],
      read: { [file] in
        let (reading, inputs) = ScenarioReader.inputs(path: file, edits: changes)
        return .init(Subject(reading: reading, inputs: inputs), files: reading.sources.map(\.path))
      },
      work: { subject in
        // Travellers have threads of their own, so that the page is served while they are on their way.
        await withTaskExecutorPreference(WorkThreads.shared) { await show(subject) }
      }
    )
  }

  private func show(_ subject: Subject) async {
    guard let scenario = subject.reading.scenario, let inputs = subject.inputs else {
      return showFindings(subject.reading)
    }
    let warnings = subject.reading.findings.filter { $0.severity >= .warning }
    Terminal.note(FindingText(sources: subject.reading.sources).text(of: warnings))
    let plan = options.plan(scenario.baseline)
    do {
      if plan.travellers > Self.quickTravellers || !inputs.drawn.isEmpty {
        var quick = plan
        quick.travellers = min(plan.travellers, Self.quickTravellers)
        try await show(inputs, quick, isQuick: true)
      }
      try await show(inputs, plan, isQuick: false)
    } catch is CancellationError {
    } catch {
      let message = Self.words(error)
      server.show(WatchPage.trouble(file, message, version: server.nextVersion))
      Terminal.note("error: \(DisplayText.safe(message))\n")
    }
  }

  private func show(_ inputs: ScenarioInputs, _ plan: RunPlan, isQuick: Bool) async throws {
    let started = ContinuousClock.now
    let command = ReportMaking.command(file, plan, periods: options.periods, edits: edits)
    var making = ReportMaking(inputs, plan, command: command, isQuiet: true)
    making.withDoubts = !isQuick
    making.edits = edits
    let document = ReportDocument(try await making.input())
    try Task.checkCancellation()
    let words = WatchWords.note(plan.travellers, isQuick: isQuick, hasDoubts: !inputs.drawn.isEmpty)
    let note = LiveNote(version: server.nextVersion, text: words, isProvisional: isQuick)
    let page = try ReportPage.html(document, live: note)
    try Task.checkCancellation()
    server.show(page)
    let seconds = (ContinuousClock.now - started) / .seconds(1)
    let headline = DisplayText.safe(document.verdict.headline)
    Terminal.answer("\(isQuick ? "quick look" : "precise"), \(WatchWords.seconds(seconds)): \(headline)\n")
  }

  private func showFindings(_ reading: ScenarioReading) {
    let text = FindingText(sources: reading.sources).text(
      of: reading.findings,
      suppressed: reading.suppressed
    )
    Terminal.note(text)
    let count = reading.findings.count + reading.suppressed
    server.show(WatchPage.findings(file, text, count: count, version: server.nextVersion))
  }

  private static func words(_ error: any Error) -> String {
    switch error {
    case let error as ExperimentError: error.message
    case let error as InterventionProblem: error.message
    case let error as GraphvizError: "a picture could not be drawn: \(error)"
    default: "\(error)"
    }
  }
}
