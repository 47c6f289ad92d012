import Foundation

/// The verdict, the key figures, and what stands above and below.
extension PageRules {
  static let top: [PageRule] = [stamp, verdict, route, keyFigure, colophon]

  private static let stamp: PageRule = { numbers, figures in
    numbers.place.has("meta") ? .figures(run(figures)) : nil
  }

  private static let colophon: PageRule = { numbers, _ in
    numbers.place.section == "foot" ? .words("version") : nil
  }

  /// The stages, and how many travellers get there.
  private static let route: PageRule = { numbers, figures in
    guard numbers.place.has("route") else { return nil }
    let stages = figures["simulation"]["stages"].list
    let stage = stages.filter { numbers.text.lowercased().hasPrefix($0.id.lowercased()) }.max {
      $0.id.count < $1.id.count
    }
    return stage.flatMap { .estimate($0["reach"], "share", in: numbers) }
  }

  /// The sentences: what changes, what it is worth, how things stand today, and with all fixes together.
  private static let verdict: PageRule = { numbers, figures in
    guard numbers.place.element == "h1" || numbers.place.has("lede") else { return nil }
    var wanted: [Wanted] = []
    let simulation = figures["simulation"]
    for sentence in numbers.text.components(separatedBy: ". ").flatMap({
      $0.components(separatedBy: "; with ")
    }) {
      let part = Numbers(place: numbers.place, text: sentence, tokens: FigureToken.all(in: sentence))
      if part.tokens.isEmpty { continue }
      guard let figure = sentenceFigure(part, simulation, figures) else { return nil }
      wanted += figure
    }
    return .figures(wanted)
  }

  private static func sentenceFigure(_ part: Numbers, _ simulation: Answer, _ figures: Answer) -> [Wanted]? {
    let text = part.text
    let variants = figures["whatIf"]["variants"].list
    func metric(_ metrics: Answer) -> Answer { sentenceMetric(text, metrics) }
    if text.contains("a year") {
      let single = variants.filter { $0["operation"].text == "fix" && $0["painPoints"].list.count == 1 }
      // It is said of the fix that leads in money: one of those with the best advice.
      let advised = ["do", "test first", "don't"].lazy.map { advice in
        single.filter { $0["yearly"]["advice"].text == advice }
      }.first { !$0.isEmpty }
      let gains = (named(text, single, figures).map { [$0] } ?? advised ?? []).compactMap { variant in
        variant["yearly"]["gain"].number.map { ($0, variant["yearly"]) }
      }
      guard let best = gains.max(by: { $0.0 < $1.0 }) else { return nil }
      return Array(
        Reading.values(best.0, best.1["interval"].list.compactMap(\.number), "money", part).prefix(part.count)
      )
    }
    if text.contains("all fixes together") {
      let all =
        variants.first { $0["operation"].text == "fix" && $0["painPoints"].list.count != 1 }
        ?? variants.first {
          $0["operation"].text == "remove" && $0["painPoints"].list.count != 1
        }
      let shares = ["goal", "kept", "retention"]
      guard let metrics = all?["metrics"], let main = mainMetric(figures),
        let mean = metrics[id: main]["mean"].number
      else { return nil }
      // Counted among as many people as today's figure beside it.
      if part.count == 2, let among = part.tokens.last?.value {
        return [Wanted(mean * among), Wanted(among)]
      }
      return [Wanted(mean * (shares.contains(main) ? 100 : 1), halfWidth: 0)]
    }
    let isChange =
      text.contains(" more of ") || text.contains(" fewer of ") || text.contains("rises by")
      || text.contains("falls by")
    if isChange {
      // The fix that the headline names leads in the figure that ranks.
      let singles = variants.filter { $0["painPoints"].list.count == 1 && $0["operation"].text == "fix" }
      let ranked = singles.isEmpty ? variants.filter { $0["painPoints"].list.count == 1 } : singles
      // Of two that tie, each sentence names its own; else it is the one of the headline.
      let first = figures["whatIf"]["verdict"].text.split(separator: ": ").dropFirst().first.map {
        "“\($0.split(separator: ".")[0])”"
      }
      guard
        let lead = named(text, ranked, figures) ?? first.flatMap({ named($0, ranked, figures) })
          ?? ranked.max(by: { abs(metric($0["metrics"]).mean ?? 0) < abs(metric($1["metrics"]).mean ?? 0) })
      else { return nil }
      return change(part, lead["metrics"])
    }
    let json = metric(simulation["metrics"])
    if let people = people(json, part), text.contains(/travellers|customers/) {
      return people
    }
    return json.mean.map { Reading.values($0, json.interval, json["unit"].text, part) }
  }

  /// The fix that a sentence begins with.
  private static func named(_ text: String, _ variants: [Answer], _ figures: Answer) -> Answer? {
    variants.first { variant in
      let pain = figures["simulation"]["pains"][id: variant["painPoints"].list.first?.text ?? ""]
      let name = pain["fix"]["name"].text
      return !name.isEmpty && text.lowercased().hasPrefix("“\(name.lowercased())”")
        || text.contains("“mend “\(variant.id)””")
    }
  }

  /// The metric that a sentence is about.
  private static func sentenceMetric(_ text: String, _ metrics: Answer) -> Answer {
    let ids: [(String, String)] = [
      ("atisfaction", "satisfaction"), ("ept as customers", "kept"), ("ustomers stay", "retention"),
      ("customers are still there", "retention@"), ("visits on average", "visits"), ("reach ", "goal"),
    ]
    return ids.first { text.contains($0.0) }.map { metrics[id: $0.1] } ?? Answer(nil)
  }

  /// How a sentence says what a change brings: people more or fewer, or points up or down.
  static func change(_ numbers: Numbers, _ metrics: Answer) -> [Wanted]? {
    let json = sentenceMetric(numbers.text, metrics)
    if numbers.text.contains(/(more|fewer) of/) { return people(json, numbers) }
    guard let mean = json.mean else { return nil }
    return Reading.values(abs(mean), json.interval.map(abs).sorted(), json["unit"].text, numbers)
  }

  /// The figure by which a journey stands: the goal where there is one to reach, else who stays, else satisfaction.
  static func mainMetric(_ figures: Answer) -> String? {
    let metrics = figures["simulation"]["metrics"]
    let outcomes = figures["simulation"]["outcomes"].list
    let hasGoal = outcomes.contains { $0["kind"].text == "goal" }
    let everybodyStays = (metrics[id: "retention"].mean == metrics[id: "kept"].mean)
    let order =
      (hasGoal && !everybodyStays ? ["goal"] : []) + ["retention", "satisfaction", "goal", "visits"]
    return order.first { metrics[id: $0].exists }
  }

  /// Figures of the first screen, with their wishes.
  private static let keyFigure: PageRule = { numbers, figures in
    guard numbers.place.has("figure") else { return nil }
    let simulation = figures["simulation"]
    if numbers.place.element == "dt" { return .words("length of a period") }
    // Of a curve over periods the one with a target is shown.
    let curve = ["Kept for": "kept@", "Still customers after": "retention@"].first {
      numbers.place.term.hasPrefix($0.key)
    }
    let wished = simulation["targets"].list.first { target in
      curve.map { target.id.hasPrefix($0.value) } == true
    }
    let json =
      wished.map { simulation["metrics"][id: $0.id] }
      ?? metric(numbers.place.term, among: simulation["metrics"])
    let unit = json["unit"].text
    if numbers.place.has("wish") {
      let target = figures["simulation"]["targets"][id: json.id]
      return target["value"].number.map { .figures([Wanted($0 * scale(unit, numbers.text))]) }
    }
    if numbers.place.has("plausible") {
      let layered = figures["uncertainty"]["baseline"][id: json.id]
      return inputs(layered, json["unit"].text, numbers).map { .figures($0) }
    }
    if numbers.place.has("interval"), json.interval.count == 2, let mean = json.mean {
      // Both ends are in the unit of the value beside them.
      let days = numbers.text + " " + (unit == "minutes" ? minutesUnit(mean) : "")
      let same = Numbers(place: numbers.place, text: days, tokens: numbers.tokens)
      return .figures(Array(Reading.values(mean, json.interval, unit, same).dropFirst()))
    }
    return .estimate(json, unit, in: numbers)
  }

  /// Both ends of an interval with uncertain inputs, in the unit of the value that it is written around.
  static func inputs(_ layered: Answer, _ unit: String, _ numbers: Numbers) -> [Wanted]? {
    guard let mean = layered["inputMean"].number else { return nil }
    let ends = layered["inputInterval"].list.compactMap(\.number)
    let text = unit == "minutes" ? minutesUnit(mean) : ""
    let same = Numbers(place: numbers.place, text: text, tokens: numbers.tokens)
    return Array(Reading.values(mean, ends, unit, same).dropFirst())
  }

  /// In what a time is written: whole days beyond three, hours beyond three.
  static func minutesUnit(_ minutes: Double) -> String {
    abs(minutes) >= 3 * 24 * 60 ? " days" : abs(minutes) >= 180 ? " hours" : " min"
  }
}
