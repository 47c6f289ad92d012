import JourneyCalibration
import JourneyDiagnostics
import JourneyEventLog
import JourneyModel

/// What `journey fit` says about a log and its fit.
struct FitSummary {
  let text: String

  init(_ fitting: LogFitting, output: String?) {
    var text = Self.log(fitting)
    text += "\n" + Self.fit(fitting)
    if let holdout = fitting.holdout {
      text += "\n\(DisplayText.safe(holdout.words))\n\(holdout.comparison.table)"
    }
    if let output, output != "-" {
      text +=
        "\nNext: journey simulate \(DisplayText.safe(output))\n      journey report \(DisplayText.safe(output)) -o report\n"
    }
    self.text = text
  }

  private static func log(_ fitting: LogFitting) -> String {
    let summary = fitting.summary
    let events = fitting.tally.events + fitting.tally.eventsAfterOutcome
    let (first, last) = (fitting.period.lowerBound, fitting.period.upperBound)
    let period =
      "\(Timestamp.describeDay(microseconds: first)) to \(Timestamp.describeDay(microseconds: last))"
    var text = "\(events.grouped) events of \(fitting.tally.cases.grouped) cases, \(period)\n"
    if summary.droppedRows == 0 {
      text += "no row dropped"
    } else {
      let parts = summary.dropped.map { dropped in
        let example = dropped.example.isEmpty ? "" : " (“\(DisplayText.safe(dropped.example))”)"
        return "\(dropped.rows.grouped) \(dropped.reason.words)\(example), first on line \(dropped.firstLine)"
      }
      text +=
        "\(summary.droppedRows.grouped) of \(summary.rows.grouped) rows dropped: "
        + parts.joined(separator: "; ")
    }
    if summary.repeatedRows > 0 { text += "; \(summary.repeatedRows.grouped) repeated rows kept" }
    text += "\n"
    if summary.rowsBackInTime > 0 {
      text += "\(summary.rowsBackInTime.grouped) rows went back in time inside their case: sorted\n"
    }
    if summary.equalTimes > 0 {
      text +=
        "\(summary.equalTimes.grouped) events at the same instant as the one before: the file's order decided\n"
    }
    if summary.eventsWithoutZone > 0 {
      let all = summary.eventsWithoutZone == events
      text += all ? "no time names a zone: taken as UTC\n" : ""
      text +=
        all
        ? "" : "\(summary.eventsWithoutZone.grouped) times name no zone, unlike the others: taken as UTC\n"
    }
    if summary.namesUnified > 0 {
      text += "\(summary.namesUnified.grouped) names were written in two Unicode forms: taken as one\n"
    }
    return text
  }

  private static func fit(_ fitting: LogFitting) -> String {
    let (tally, fit) = (fitting.tally, fitting.fit)
    var rows = [("Touchpoints", tally.touchpoints.count.grouped, "")]
    if !fitting.vocabulary.splitActivities.isEmpty {
      let count = fitting.vocabulary.splitActivities.count
      rows[0].2 = "\(count.grouped) \(count == 1 ? "activity" : "activities") split by channel"
    }
    let rare = fit.rareTransitionCount
    rows.append(
      (
        "Moves between them", fit.transitionCount.grouped,
        rare == 0 ? "" : "\(rare.grouped) seen fewer than \(ScenarioFit.rareCount) times"
      )
    )
    let counts = tally.outcomes
    for outcome in fitting.vocabulary.outcomes {
      let count = counts[outcome.name] ?? 0
      guard count > 0 || outcome.name != Vocabulary.endedName else { continue }
      let share = (1000 * Double(count) / Double(max(1, tally.cases))).rounded() / 10
      rows.append(("Ends in \(DisplayText.safe(outcome.name))", "\(share)%", outcome.kind.rawValue))
    }
    let longest = tally.lengths.keys.max() ?? 0
    rows.append(("Longest case, visits", longest.grouped, "fitted journeys end at \(fit.cap.visits.grouped)"))
    if tally.eventsAfterOutcome > 0 {
      rows.append(("Events after an outcome", tally.eventsAfterOutcome.grouped, "not used"))
    }
    let (names, figures) = (rows.map(\.0.count).max() ?? 0, rows.map(\.1.count).max() ?? 0)
    var text = ""
    for row in rows {
      let name = row.0 + String(repeating: " ", count: names - row.0.count)
      let figure = String(repeating: " ", count: figures - row.1.count) + row.1
      text += "  \(name)   \(figure)" + (row.2.isEmpty ? "" : "   \(row.2)") + "\n"
    }
    for rename in fitting.vocabulary.renames {
      text +=
        "  “\(DisplayText.safe(rename.from))” is called “\(DisplayText.safe(rename.to))”: the name has a meaning in scenarios\n"
    }
    return text
  }
}

extension Int {
  /// The number with commas between groups of three digits.
  fileprivate var grouped: String {
    var text = ""
    for (index, digit) in String(magnitude).reversed().enumerated() {
      if index > 0, index % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return (self < 0 ? "-" : "") + String(text.reversed())
  }
}
