import Foundation

/// What the drawings of several sections have in common: cards, lines, boxes, and the words around them.
extension PageRules {
  /// Texts and tooltips of maps, in the order in which they are tried.
  static let drawings: [PageRule] = [
    provenance, folded, coverage, stage, ending, legend, flowLabel, flowTooltip, cardTooltip, outcomeBox,
    painTab, cardText,
  ]

  /// Travellers, seed and confidence of a caption.
  private static let provenance: PageRule = { numbers, figures in
    guard numbers.text.contains("simulated travellers, seed") else { return nil }
    return .figures(run(figures))
  }

  /// Travellers and seed of the run.
  static func run(_ figures: Answer) -> [Wanted] {
    ["travellers", "seed"].compactMap { figures["run"][$0].number }.map { Wanted($0) }
  }

  /// Touchpoints of a large journey that share a card, and what of it is shown: the layout's own counts, among all.
  private static let folded: PageRule = { numbers, figures in
    let all = Double(figures["simulation"]["touchpoints"].list.count)
    if numbers.text.contains(" busiest of "), numbers.count == 5 {
      guard numbers.tokens[0].value < all, numbers.tokens[1].value == all else { return nil }
      return .words("how much of a large journey is drawn")
    }
    guard numbers.text.contains(/\d (others|less visited touchpoints)\b/) else { return nil }
    return numbers.tokens.allSatisfy { $0.value < all } ? .words("how many touchpoints share a card") : nil
  }

  /// "Flows under 1.5% of journeys hidden (94% of all moves shown)": rounded down, so that no part is said to be all.
  /// Where it says so, a place without a line shows the largest move to it and from it besides.
  private static let coverage: PageRule = { numbers, figures in
    guard numbers.text.contains("of all moves shown"), let bound = numbers.tokens.first?.value else {
      return nil
    }
    let moves = moves(figures).filter { !$0.key.hasSuffix(" → leave") }
    var shown = moves.filter { $0.value >= bound }
    if numbers.text.contains("except where a card would have none") {
      func ends(_ move: String) -> [String] { move.components(separatedBy: " → ") }
      var (reached, left) = (Set(shown.keys.flatMap(ends)), Set(shown.keys.flatMap(ends)))
      for (move, size) in moves.sorted(by: { $0.value > $1.value }) where size < bound {
        let (from, to) = (ends(move)[0], ends(move)[1])
        guard from != to else { continue }
        let (isWayIn, isWayOut) = (reached.insert(to).inserted, left.insert(from).inserted)
        if isWayIn || isWayOut { shown[move] = size }
      }
    }
    let share = shown.values.reduce(0, +) / moves.values.reduce(0, +) * 100
    return .figures([Wanted(bound), Wanted(share.rounded(.down))])
  }

  /// Moves per 100 travellers by "from → to".
  static func moves(_ figures: Answer) -> [String: Double] {
    var moves: [String: Double] = [:]
    for flow in figures["simulation"]["flows"].list where flow["from"].text != "START" {
      moves[flow["from"].text + " → " + flow["to"].text, default: 0] += 100 * (flow["count"].number ?? 0)
    }
    return moves
  }

  /// The head of a column: "75% get here" under the name of a stage.
  private static let stage: PageRule = { numbers, figures in
    guard numbers.place.group.isEmpty, numbers.text.hasSuffix("get here") else { return nil }
    let stage = figures["simulation"]["stages"].list.first {
      $0.id.lowercased() == numbers.place.before.lowercased()
    }
    return stage.flatMap { .estimate($0["reach"], "share", in: numbers) }
  }

  /// "30% of journeys end in “booked”": the title where nothing is felt.
  private static let ending: PageRule = { numbers, figures in
    let outcome = figures["simulation"]["outcomes"].list.first {
      numbers.place.text.hasSuffix("end in “\($0.id)”")
    }
    return numbers.count == 1 ? outcome.flatMap { .estimate($0, "share", in: numbers) } : nil
  }

  /// What stands in a drawing but in no card, line or box: bounds of colours and widths, explanations.
  private static let legend: PageRule = { numbers, _ in
    let place = numbers.place
    guard place.has("graph"), place.group.isEmpty, place.element == "text" else { return nil }
    let isBound = numbers.text.wholeMatch(of: /[<>≥]?\s?[\d.,]+%?\+?|[\d.]+–[\d.]+%?/) != nil
    if isBound { return .words("bounds of the legend") }
    return ["Bad visits: under 40", "ranks", "Rank"].contains { numbers.text.contains($0) }
      ? .words("explanation") : nil
  }

  /// "web search → product page: 14.3 moves per 100 travellers".
  private static let flowTooltip: PageRule = { numbers, figures in
    guard numbers.place.element == "title", numbers.place.text.hasSuffix(" moves per 100 travellers") else {
      return nil
    }
    let ends = numbers.place.text.components(separatedBy: ": ")[0]
    return moves(figures)[ends].map { .figures([Wanted($0)]) }
  }

  /// A figure on a line.
  private static let flowLabel: PageRule = { numbers, figures in
    guard numbers.place.has("figure"), numbers.place.group.hasSuffix(" moves per 100 travellers") else {
      return nil
    }
    return moves(figures)[numbers.place.group.components(separatedBy: ": ")[0]].map { .figures([Wanted($0)]) }
  }

  /// "app home: 18% of travellers come here, satisfaction 75.5 (75.2 to 75.7), …".
  private static let cardTooltip: PageRule = { numbers, figures in
    guard numbers.place.element == "title", numbers.text.contains("of travellers come here"),
      !numbers.text.contains(/: [+−]/)
    else { return nil }
    let touchpoint = touchpoint(numbers.place.text, figures)
    var wanted: [Wanted] = []
    for part in numbers.text.split(separator: ", ") {
      let count = FigureToken.all(in: String(part)).count
      let (json, unit): (Answer, String) =
        part.contains("come here")
        ? (touchpoint["reach"], "share")
        : part.contains("satisfaction ")
          ? (touchpoint["satisfaction"], "points")
          : part.contains("end in leaving")
            ? (touchpoint["leave"], "share") : (touchpoint["dissatisfaction"], "share")
      guard let mean = json.mean else { return nil }
      wanted += Reading.values(mean, json.interval, unit, numbers).prefix(count)
    }
    return .figures(wanted)
  }

  /// The touchpoint that a tooltip begins with.
  static func touchpoint(_ tooltip: String, _ figures: Answer) -> Answer {
    let name = tooltip.split(separator: ":").first.map(String.init) ?? ""
    return figures["simulation"]["touchpoints"][id: name]
  }

  /// A box of an outcome: its share, its interval, and in a difference what changes.
  private static let outcomeBox: PageRule = { numbers, figures in
    let place = numbers.place
    guard place.has("outcome") else { return nil }
    let name =
      (place.element == "title" ? place.text : place.group).split(separator: ":").first.map(String.init) ?? ""
    let outcome = figures["simulation"]["outcomes"][id: name]
    let change = drawnChange(place, figures)["outcomes"][id: name]
    guard let mean = outcome.mean else { return nil }
    let own = Reading.values(mean, outcome.interval, "share", numbers)
    let changed = change.mean.map { Reading.values($0, change.interval, "share", numbers) } ?? []
    if place.element == "title" {
      return .figures(
        numbers.text.contains("with it") ? own + changed.prefix(1) : Array(own.prefix(numbers.count))
      )
    }
    if numbers.text.contains("with it") { return .figures(Array(changed.prefix(1))) }
    return .figures(numbers.count == 2 ? Array(own.dropFirst()) : Array(own.prefix(1)))
  }

  /// "size unclear · 25%".
  private static let painTab: PageRule = { numbers, figures in
    let place = numbers.place
    guard place.has("pain"), place.has("node"), numbers.text.contains("·") else { return nil }
    let name = place.text.split(separator: " · ").first.map(String.init) ?? ""
    let pain = figures["simulation"]["pains"].list.first {
      $0.id == name || name.hasSuffix("…") && $0.id.hasPrefix(name.dropLast())
    }
    return pain.flatMap { .estimate($0["incidence"], "share", in: numbers) }
  }

  /// What a card says.
  private static let cardText: PageRule = { numbers, figures in
    let place = numbers.place
    if place.has("rank") || place.text.hasPrefix("Rank ") { return .words("rank") }
    guard place.element == "text", place.has("touchpoint") else { return nil }
    let touchpoint = touchpoint(place.group, figures)
    let text = numbers.text
    if text.hasSuffix("get here") { return .estimate(touchpoint["reach"], "share", in: numbers) }
    if text.hasSuffix("leave") { return .estimate(touchpoint["leave"], "share", in: numbers) }
    if text.hasSuffix("of visits bad") {
      let bad = touchpoint["feelings"].list.prefix(2).compactMap(\.number).reduce(0, +)
      return .figures([Wanted(bad * 100)])
    }
    return text.wholeMatch(of: /[<>]?\d+%/) == nil
      ? nil : .estimate(touchpoint["dissatisfaction"], "share", in: numbers)
  }

  /// The change of the variant whose map a place belongs to: the heading above names it.
  static func drawnChange(_ place: Place, _ figures: Answer) -> Answer {
    figures["mapChanges"].list.first { place.heading.contains("“\($0.id)”") } ?? Answer(nil)
  }

  /// "374 of 1,000 travellers", "57 more of 10,000 travellers" with an interval: counts among so many.
  static func people(_ json: Answer, _ numbers: Numbers) -> [Wanted]? {
    guard let mean = json.mean, numbers.count >= 2 else { return nil }
    let among = numbers.tokens[1].value
    let ends = json.interval.map { abs($0) * among }.sorted()
    return [Wanted(abs(mean) * among), Wanted(among)] + ends.map { Wanted($0) }
  }
}
