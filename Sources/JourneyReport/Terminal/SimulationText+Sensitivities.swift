import JourneyDiagnostics
import JourneyExperiments
import JourneyModel
import JourneyStatistics

/// What one run tells of changes that it did not make.
extension SimulationText {
  /// Exposure, incidence and what removing would bring, largest first; the what-if command tries it for real.
  var painEffects: [String] {
    guard let ranking = result.painRanking else { return [] }
    let shown = figures(in: result.pains.flatMap(\.effects))
    let count = style.isVerbose ? ranking.elements.count : min(5, ranking.elements.count)
    var table = TextTable([.left, .right] + shown.map { _ in .left })
    table.add(["", "per 1,000: visits × hit ≈ hits"] + shown.map(words.effectLabel))
    for pain in ranking.elements.prefix(count) {
      let visits = DecimalText.fixed(1_000 * (pain.exposure?.mean ?? 0), places: 0)
      let hits = DecimalText.fixed(1_000 * pain.hits.mean, places: 0)
      table.add(
        [
          TerminalText.cut(pain.pain.name, to: 28),
          "\(visits) × \(Figure.percent(pain.incidence?.mean ?? 0)) ≈ \(hits)",
        ] + shown.map { id in effect(pain.effects.first { $0.id == id }) }
      )
    }
    return noted(table.lines(), ranking.elements.count, "pain point") + rest(ranking, shown: count)
  }

  /// What ten more points of quality would bring, largest first, and how much of it per visit.
  var momentEffects: [String] {
    guard let ranking = result.momentRanking else { return [] }
    let shown = figures(in: result.touchpoints.flatMap(\.moments))
    let count = style.isVerbose ? ranking.elements.count : min(5, ranking.elements.count)
    var table = TextTable([.left, .right] + shown.map { _ in .left })
    table.add(["", "visits per 1,000"] + shown.map(words.effectLabel))
    for touchpoint in ranking.elements.prefix(count) {
      table.add(
        [
          TerminalText.cut(touchpoint.name, to: 28),
          DecimalText.fixed(1_000 * touchpoint.visits.mean, places: 0),
        ] + shown.map { id in effect(touchpoint.moments.first { $0.id == id }, times: 10) }
      )
    }
    var lines = noted(table.lines(), ranking.elements.count, "touchpoint")
    if let single = mostPerVisit(ranking) { lines.append("  " + single) }
    return lines + rest(ranking, shown: count)
  }

  /// The touchpoint whose single visit matters most, where it is another than the first.
  private func mostPerVisit(_ ranking: Ranking<TouchpointEstimate>) -> String? {
    func leverage(_ touchpoint: TouchpointEstimate) -> Double {
      touchpoint.leverage(on: ranking.metric)?.mean ?? 0
    }
    // Those that hardly anybody meets have an uncertain leverage and little to win.
    let known = ranking.elements.filter { $0.moment(of: ranking.metric)?.excludesZero == true }
    guard let most = known.max(by: { leverage($0) < leverage($1) }), most.name != ranking.elements.first?.name
    else { return nil }
    return "A single visit matters most at \(DisplayText.safe(most.name))."
  }

  /// The lines with what "no real change" means there, where it is said.
  private func noted(_ lines: [String], _ count: Int, _ what: String) -> [String] {
    guard lines.contains(where: { $0.contains(FigureFormat.noRealChange) }) else { return lines }
    return lines + ["  " + MultiplicityWords.note(count, what)]
  }

  private func figures(in effects: [MetricEstimate]) -> [MetricID] {
    [MetricID.goal, .satisfaction, .kept].filter { id in
      effects.contains { $0.id == id } && !(id == .kept && result.journey.retention?.base == .everyone)
    }
  }

  private func effect(_ effect: MetricEstimate?, times factor: Double = 1) -> String {
    guard let effect else { return "–" }
    guard effect.isReal else { return FigureFormat.noRealChange }
    let figure = Figure(difference: effect.estimate.scaled(by: factor), in: effect.id.unit)
    return figure.value + (figure.interval.map { " (\($0))" } ?? "")
  }

  private func rest<Element>(_ ranking: Ranking<Element>, shown: Int) -> [String] {
    var lines: [String] = []
    if ranking.elements.count > shown { lines.append("  … \(ranking.elements.count - shown) more with -v") }
    for group in ranking.ties where style.isVerbose {
      lines.append("  Tie: \(Language.list(group.map(DisplayText.safe))).")
    }
    return lines
  }
}
