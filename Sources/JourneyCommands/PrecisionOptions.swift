import ArgumentParser
import JourneyEngine
import JourneyExperiments
import JourneyModel
import JourneyReport
import JourneyScenario
import JourneyStatistics

/// The options of commands that can run until a figure is precise enough.
struct PrecisionOptions: ParsableArguments {
  @Option(
    name: .long,
    help: """
      Send as many travellers as it takes to know a figure to ± this: 0.1pt, 1%, 30s or '0.05 EUR'; --travellers is then \
      the most that may be sent (default: 10 million).
      """
  )
  var precision: String?

  @Option(name: .long, help: "The figure that is to be so precise (default: the one that ranks).")
  var precisionOf: String?

  func validate() throws {
    if precisionOf != nil, precision == nil {
      throw ValidationError(
        "--precision-of goes with --precision, as in --precision 0.1pt --precision-of goal"
      )
    }
  }

  /// The wish for a figure of a journey; nil where there is none.
  ///
  /// - Parameter main: the figure where the user names none.
  func wish(_ journey: Journey, _ plan: RunPlan, main: MetricID) throws -> Precision? {
    guard let precision else { return nil }
    let metric = try Figures.named(precisionOf, journey, plan, "--precision-of") ?? main
    let width = try Widths.width(precision, of: metric, journey, "--precision")
    return Precision(halfWidth: width, metric: metric)
  }

  /// The wish for all targets of a journey; nil where there is none.
  func wishForTargets(_ journey: Journey) throws -> Precision? {
    guard let precision else { return nil }
    if precisionOf != nil {
      throw ValidationError("--precision-of does not go with check: its targets name the figures")
    }
    let width = try Widths.width(precision, of: nil, journey, "--precision")
    return Precision(halfWidth: width, metric: nil)
  }

  /// The most travellers that a run may take.
  func capped(_ plan: RunPlan, _ run: RunOptions) -> RunPlan {
    guard precision != nil, run.travellers == nil else { return plan }
    var plan = plan
    plan.travellers = Precision.mostTravellers
    return plan
  }

  /// Says on standard error how long a wish that was not met would take at the speed of this run.
  func noteTime(_ stamp: RunStamp, _ started: ContinuousClock.Instant, isQuiet: Bool) {
    guard !isQuiet, let needed = stamp.precision?.travellersNeeded, stamp.travellers > 0 else { return }
    let seconds = (ContinuousClock.now - started) / .seconds(1)
    let expected = seconds * Double(needed) / Double(stamp.travellers)
    let time =
      expected < 100
      ? "\(DecimalText.significant(expected, digits: 2)) s"
      : Language.duration(seconds: (expected / 60).rounded(.up) * 60)
    Terminal.note(
      "note: with --travellers \(needed) it would take about \(time) at the speed of this run\n"
    )
  }
}

/// Figures that an option names.
enum Figures {
  /// The figure of that name, which the journey gives; nil where nothing was named.
  static func named(_ name: String?, _ journey: Journey, _ plan: RunPlan, _ option: String) throws
    -> MetricID?
  {
    guard let name else { return nil }
    let given = CompiledJourney(journey).figures(periods: plan.periods).map(\.id)
    guard let metric = MetricID(name), given.contains(metric) else {
      let names = given.map(\.text).joined(separator: ", ")
      try Complaint.end(
        "\(option): \"\(name)\" is no figure of this scenario; it gives \(names)",
        .validationFailure
      )
    }
    return metric
  }
}

/// Widths that an option gives.
enum Widths {
  /// A width for a figure, or for any figure that has its unit.
  static func width(
    _ text: String,
    of metric: MetricID?,
    _ journey: Journey,
    _ option: String
  ) throws -> Precision.HalfWidth {
    let value: WidthValue
    do {
      value = try WidthValue.parse(ValueText(text), currency: journey.run.currency)
    } catch {
      let help = error.help.first.map { "; \($0)" } ?? ""
      try Complaint.end("\(option): \(error.message)\(help)", .validationFailure)
    }
    let width: Precision.HalfWidth
    switch value {
    case .points(let points): width = .points(points)
    case .relative(let share): width = .relative(share)
    case .minutes(let minutes): width = .amount(minutes, .minutes)
    case .money(let amount): width = .amount(amount, .money)
    case .plain(let number):
      guard let metric else {
        try Complaint.end(
          "\(option): \"\(text)\" has no unit, and targets have several; write 0.1pt, 1%, 30s or an amount with "
            + "its currency",
          .validationFailure
        )
      }
      width = .amount(number, metric.unit)
    }
    if let metric, width.wanted(of: 1, in: metric.unit) == nil {
      try Complaint.end(
        "\(option): \(metric.text) is not counted in the unit of \"\(text)\"; write \(example(metric, journey))",
        .validationFailure
      )
    }
    return width
  }

  private static func example(_ metric: MetricID, _ journey: Journey) -> String {
    switch metric.unit {
    case .share, .points, .npsScale: "0.1pt or 1%"
    case .minutes: "30s or 1%"
    case .money: journey.run.currency.isEmpty ? "0.05 or 1%" : "'0.05 \(journey.run.currency)' or 1%"
    case .csatScale, .cesScale, .count: "0.01 or 1%"
    }
  }
}
