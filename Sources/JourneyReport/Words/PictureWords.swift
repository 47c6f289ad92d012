import JourneyExperiments
import JourneyModel
import JourneyStatistics

/// Titles and answers of pictures.
public enum PictureWords {
  /// Where the journey breaks: the first hotspots where they stand out, else a neutral title.
  ///
  /// So many stand out as hold twice what an even spread over all touchpoints would give them, and a seventh of all
  /// dissatisfaction at least, and as the intervals keep apart from the next; three are best, then two, four, one.
  /// Of six or fewer only the first can stand out: where it holds about half, and half as much again as in an even
  /// spread.
  ///
  /// - Parameter stage: the stage whose touchpoints they are, with their shares of its dissatisfaction; nil for a
  ///   whole journey.
  public static func mapTitle(_ touchpoints: [TouchpointEstimate], stage: String? = nil) -> String {
    let ranked = HotspotWords.ranked(touchpoints)
    func stands(_ count: Int, above least: Double, times: Double) -> Bool {
      let share = held(by: ranked.prefix(count))
      return share >= least && share >= times * Double(count) / Double(touchpoints.count)
        && isApart(ranked, count)
    }
    if ranked.count > 6 {
      if let count = [3, 2, 4, 1].first(where: { stands($0, above: 1.0 / 7, times: 2) }) {
        let names = Language.list(ranked.prefix(count).map(\.name))
        return "Where \(stage.map(Language.quoted) ?? "the journey") breaks: \(names)"
      }
    } else if HotspotWords.half(touchpoints)?.count == 1, stands(1, above: 0, times: 1.5) {
      let whole = stage == nil ? "all dissatisfaction" : "its dissatisfaction"
      return (stage.map { "\($0): " } ?? "") + HotspotWords.heading(touchpoints, of: whole)
    }
    return stage.map { "What happens where in \(Language.quoted($0))" } ?? "What happens where"
  }

  /// Without feelings: how many journeys end in the goal, or how most end where there is none; after what most end
  /// where all end alike.
  public static func plainTitle(_ simulation: SimulationResult) -> String? {
    let goals = simulation.outcomes.filter { $0.outcome.kind == .goal && $0.share.mean > 0 }
    let ends = (goals.isEmpty ? simulation.outcomes : goals).map { ($0.outcome.name, $0.share.mean) }
    guard let (end, share) = largest(ends), share > 0 else { return nil }
    if goals.isEmpty, share == 1 {
      let last = simulation.flows.compactMap { flow in
        flow.to == .outcome(end) ? flow.from.map { ($0, flow.perTraveller) } : nil
      }
      if let (from, share) = largest(last) {
        return "\(Figure.percent(share)) of journeys end after \(Language.quoted(from))"
      }
    }
    if end == Outcome.leaveName { return "\(Figure.percent(share)) of travellers leave on the way" }
    return "\(Figure.percent(share)) of journeys end in \(Language.quoted(end))"
  }

  /// Of equals the first by name.
  private static func largest(_ shares: [(name: String, share: Double)]) -> (name: String, share: Double)? {
    shares.max { left, right in
      left.share == right.share ? right.name.precedesCanonically(left.name) : left.share < right.share
    }
  }

  /// The main figure, and what the first hotspots hold, unless the picture is about a stage.
  public static func mapAnswer(
    _ simulation: SimulationResult,
    words: MetricWords,
    stage: String? = nil
  ) -> String {
    var sentences: [String] = []
    if let main = MetricID.main(among: simulation.metrics, of: simulation.journey),
      let estimate = simulation.metric(main)
    {
      let statement = words.statement(estimate, of: main)
      sentences.append(statement.strong + statement.rest + ".")
    }
    let ranked = HotspotWords.ranked(simulation.touchpoints)
    if !simulation.journey.hasQuality, let busiest = simulation.flows.first(where: { $0.from != nil }),
      let from = busiest.from
    {
      let moves = DecimalText.fixed(busiest.perTraveller * 100, places: 0)
      sentences.append("Most travelled: \(from) → \(busiest.to.name), \(moves) moves per 100 travellers.")
    }
    if stage == nil, ranked.count > 6, isApart(ranked, 3) {
      let share = Figure.percent(held(by: ranked.prefix(3)))
      sentences.append("Three touchpoints hold \(share) of all dissatisfaction.")
    }
    return sentences.joined(separator: " ")
  }

  private static func held(by touchpoints: ArraySlice<TouchpointEstimate>) -> Double {
    touchpoints.reduce(0) { $0 + ($1.dissatisfaction?.mean ?? 0) }
  }

  /// Whether the intervals keep the first so many apart from the next.
  private static func isApart(_ ranked: [TouchpointEstimate], _ count: Int) -> Bool {
    guard ranked.count > count, let last = ranked[count - 1].dissatisfaction,
      let next = ranked[count].dissatisfaction
    else { return false }
    return last.low > next.high
  }
}
