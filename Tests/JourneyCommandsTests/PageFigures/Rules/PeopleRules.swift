import Foundation

/// Whole journeys, visits one by one, who stays, and personas.
extension PageRules {
  static let paths: [PageRule] =
    [
      { numbers, figures in
        let place = numbers.place
        let ranking = figures["paths"]
        guard place.caption.hasPrefix("The commonest") else { return nil }
        guard ranking["ranked"].list.indices.contains(place.rowNumber - 1) else { return nil }
        let path = ranking["ranked"].list[place.rowNumber - 1]
        switch place.column {
        case "Travellers": return path["journeys"].number.map { .figures([Wanted($0)]) }
        case "Satisfaction": return .estimate(path["satisfaction"], "points", in: numbers)
        case "Journey":
          return .figures(repeats(path, rank: place.rowNumber))
        default: return .estimate(path, "share", in: numbers)
        }
      }, pathSentences, pathList,
    ] + drawings

  /// The rank of a journey, and how often a touchpoint is visited in a row.
  private static func repeats(_ path: Answer, rank: Int) -> [Wanted] {
    var runs: [(name: String, times: Int)] = []
    for name in path["touchpoints"].list.map(\.text) {
      if runs.last?.name == name { runs[runs.count - 1].times += 1 } else { runs.append((name, 1)) }
    }
    return [Wanted(Double(rank))] + runs.filter { $0.times > 1 }.map { Wanted(Double($0.times)) }
  }

  /// The finding, its answer, and what was not counted.
  private static let pathSentences: PageRule = { numbers, figures in
    let ranking = figures["paths"]
    var wanted: [Wanted] = []
    for sentence in numbers.text.components(separatedBy: ". ") {
      let count = FigureToken.all(in: sentence).count
      if count == 0 { continue }
      if sentence.contains(/commonest journey.* (is|are)/), let mean = ranking["together"].mean {
        wanted.append(Wanted(mean * 100))
      } else if sentence.contains("Together "), let mean = ranking["together"].mean,
        let all = ranking["journeys"].number
      {
        wanted += Reading.values(mean, ranking["together"].interval, "share", numbers) + [Wanted(all)]
      } else if sentence.contains("different ones occurred"), let different = ranking["different"].number {
        wanted.append(Wanted(different))
      } else if sentence.contains("were not counted one by one"), let least = ranking["countedAbove"].number {
        wanted.append(Wanted(least))
      } else if let settled = ranking["settledRanks"].number, sentence.contains(/[Rr]anks? \d/) {
        let all = Double(ranking["ranked"].list.count)
        wanted +=
          sentence.contains("keep ranks")
          ? [Wanted(1), Wanted(all)] : count == 1 ? [Wanted(1)] : [Wanted(1), Wanted(settled)]
      } else {
        return nil
      }
    }
    return wanted.isEmpty ? nil : .figures(wanted)
  }

  /// The list under the drawing, and the numbers on its lines.
  private static let pathList: PageRule = { numbers, figures in
    let place = numbers.place
    let spoken = place.element == "label" ? place.text.firstMatch(of: /^journey (\d)/)?.output.1 : nil
    if let rank = spoken.flatMap({ Int($0) }), figures["paths"]["ranked"].list.indices.contains(rank - 1) {
      let all = repeats(figures["paths"]["ranked"].list[rank - 1], rank: rank)
      return .figures(place.text.contains(":") ? all : Array(all.prefix(1)))
    }
    guard place.has("graph") || place.element == "title", !place.text.contains("moves per 100") else {
      return nil
    }
    let ranked = figures["paths"]["ranked"].list
    if place.element == "title",
      let rank = place.text.firstMatch(of: /^(\d):\s/).flatMap({ Int($0.output.1) }),
      ranked.indices.contains(rank - 1)
    {
      return .figures(repeats(ranked[rank - 1], rank: rank))
    }
    let isNumber = numbers.text.wholeMatch(of: /\d(, ?\d)*/) != nil
    if isNumber || place.text.contains(" → ") { return Reading.words("rank and repeats") }
    if let path = ranked.first(where: { numbers.tokens[0].value == $0["journeys"].number }),
      numbers.text.contains("journeys ·"),
      let journeys = path["journeys"].number, let mean = path.mean
    {
      let rest = Reading.values(mean, path.interval, "share", numbers)
      let felt = path["satisfaction"].mean.map { [Wanted($0)] } ?? []
      return .figures(Array(([Wanted(journeys)] + rest + felt).prefix(numbers.count)))
    }
    if numbers.text.contains("satisfaction") {
      let nearest = ranked.compactMap { $0["satisfaction"].mean }
        .min { abs($0 - numbers.tokens[0].value) < abs($1 - numbers.tokens[0].value) }
      return nearest.map { .figures([Wanted($0)]) }
    }
    return nil
  }

  static let steps: [PageRule] = [
    { numbers, figures in
      let place = numbers.place
      let steps = figures["steps"]
      let travellers = steps["travellers"].number ?? .nan
      func share(_ row: Answer, _ step: Int) -> Double? {
        let counts = row["counts"].list
        return counts.indices.contains(step) ? counts[step].number.map { $0 / travellers * 100 } : nil
      }
      if place.element == "h2" || place.element == "caption" {
        // The first visit before which half of all journeys had ended.
        let ended = (0..<(steps["ended"].list.first?["counts"].list.count ?? 0)).map { step in
          steps["ended"].list.compactMap { share($0, step) }.reduce(0, +)
        }
        if let half = ended.dropFirst().first(where: { $0 >= 50 }) { return .figures([Wanted(half)]) }
        return ended.last.map { .figures([Wanted(100 - $0)]) }
      }
      if place.element == "th" { return Reading.words("number of the visit, or of the others") }
      if place.has("notes") { return Reading.words("bound of what is folded") }
      guard place.element == "td", let visit = FigureToken.all(in: place.column).first?.value else {
        return nil
      }
      let step = Int(visit) - 1
      let all = steps["touchpoints"].list + steps["ended"].list
      if place.row.hasSuffix(" others") { return others(numbers, steps["touchpoints"].list, step, share) }
      let name = place.row == "Left on the way" ? "leave" : place.row
      // A row's name begins with its channel's sign.
      let row = all.filter { name.lowercased().hasSuffix($0.id.lowercased()) }.max {
        $0.id.count < $1.id.count
      }
      return row.flatMap { share($0, step) }.map { .figures([Wanted($0)]) }
    }
  ]

  /// What the row of the others holds: the touchpoints that have the fewest travellers at their fullest visit.
  private static func others(
    _ numbers: Numbers,
    _ touchpoints: [Answer],
    _ step: Int,
    _ share: (Answer, Int) -> Double?
  ) -> Reading? {
    guard let count = FigureToken.all(in: numbers.place.row).first.map({ Int($0.value) }) else { return nil }
    func peak(_ row: Answer) -> Double { row["counts"].list.compactMap(\.number).max() ?? 0 }
    let hidden = touchpoints.filter { peak($0) > 0 }.sorted { peak($0) < peak($1) }.prefix(count)
    return .figures([Wanted(hidden.compactMap { share($0, step) }.reduce(0, +))])
  }

  static let stays: [PageRule] = [
    { numbers, figures in
      let place = numbers.place
      let metrics = figures["simulation"]["metrics"]
      let curve = metrics.list.filter { $0.id.hasPrefix("retention@") }
      guard let last = curve.last, let left = last.mean else { return nil }
      if place.has("axis") { return Reading.words("axis") }
      if place.element == "td" || place.element == "th", place.caption == "Customers who are left" {
        if place.element == "th" || place.column == "After" { return Reading.words("length of a period") }
        let period = place.rowNumber
        if place.column == "With uncertain inputs" {
          let layered = figures["uncertainty"]["baseline"][id: "retention@\(period)"]
          return inputs(layered, "share", numbers).map { .figures($0) }
        }
        if let world = otherWorld(place.column, figures) {
          return world["metrics"][id: "retention@\(period)"]["mean"].number.map {
            .figures([Wanted($0 * 100)])
          }
        }
        let prefix = place.column == "Of customers" ? "retention@" : "kept@"
        let points = metrics.list.filter { $0.id.hasPrefix(prefix) }
        guard points.indices.contains(place.rowNumber - 1) else { return nil }
        return .estimate(points[place.rowNumber - 1], "share", in: numbers)
      }
      if place.element == "h2" || place.element == "label" {
        // "87% of customers are gone after 4 years: 12.5% (12.3 to 12.8) are left".
        let gone = numbers.text.contains("% of customers are gone") ? [Wanted(100 - left * 100)] : []
        let span =
          numbers.text.contains(/after \d/)
          ? numbers.tokens.dropFirst(gone.count).prefix(1).map { Wanted($0.value) } : []
        let rest = Reading.values(left, last.interval, "share", numbers)
        return .figures(gone + span + (numbers.text.contains("are left") ? rest : []))
      }
      if place.element == "p" {
        return Reading.words(
          "bands, start of the axis, length of a period",
          numbers,
          only: [
            /middle 50, 80 and 95%/, /axis starts at \d+%/, /period of \d+ (?:years?|months?|weeks?|days?)/,
          ]
        )
      }
      if place.has("otherend") {
        let name = place.text.split(separator: " ", maxSplits: 1).last.map(String.init) ?? ""
        return otherWorld(name, figures)?["metrics"][id: last.id]["mean"].number.map {
          .figures([Wanted($0 * 100)])
        }
      }
      return place.has("end") ? .estimate(last, "share", in: numbers) : nil
    }
  ]

  /// The world that a line beside today's curve shows; a name may be cut short.
  private static func otherWorld(_ name: String, _ figures: Answer) -> Answer? {
    let start = name.hasSuffix("…") ? String(name.dropLast()) : name
    func isNamed(_ full: String) -> Bool {
      start == name ? full.lowercased() == name.lowercased() : full.hasPrefix(start)
    }
    for (full, operation) in [("all fixes", "fix"), ("no pain points", "remove")] where isNamed(full) {
      return figures["whatIf"]["variants"].list.first {
        $0["operation"].text == operation && $0["painPoints"].list.count != 1
      }
    }
    return figures["variants"]["variants"].list.first { isNamed($0.id) }
  }

  static let personas: [PageRule] = [
    { numbers, figures in
      let place = numbers.place
      let personas = figures["simulation"]["personas"]
      if place.caption == "Key figures by persona" {
        if place.row.isEmpty { return Reading.words("length of a period") }
        let persona = personas[id: place.row]
        if place.column == "Share" { return .estimate(persona["share"], "share", in: numbers) }
        let json = metric(place.column, of: place.columns, among: persona["metrics"])
        return .estimate(json, json["unit"].text, in: numbers)
      }
      if place.has("axis") { return Reading.words("axis") }
      guard place.has("persona") else { return nil }
      let persona = personas.list.first { place.text.hasPrefix($0.id + ",") } ?? personas[id: place.heading]
      if place.has("panel"), place.element == "label" {
        let felt = persona["stages"].list.compactMap { $0["satisfaction"].mean }
        return .figures(felt.map { Wanted($0) })
      }
      if place.has("channelbar") || place.has("channelwords") {
        let shares = persona["channels"].list.compactMap { $0["shareOfVisits"].number }.filter { $0 > 0 }
        let total = shares.reduce(0, +)
        return .figures(shares.map { Wanted($0 / total * 100) })
      }
      guard place.element == "dd" else { return Reading.words("words of the scenario") }
      // Values come before their labels: the goal where there is one, satisfaction, who stays, and the share.
      let metrics = persona["metrics"]
      let hasGoal = figures["simulation"]["outcomes"].list.contains { $0["kind"].text == "goal" }
      var shown = ["goal", "satisfaction", "retention"].filter {
        metrics[id: $0].exists && ($0 != "goal" || hasGoal)
      }
      .map { metrics[id: $0] }
      shown.append(persona["share"])
      guard shown.indices.contains(place.position) else { return nil }
      let json = shown[place.position]
      return .estimate(json, json["unit"].exists ? json["unit"].text : "share", in: numbers)
    }
  ]
}
