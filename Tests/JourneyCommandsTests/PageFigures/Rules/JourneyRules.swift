import Foundation

/// Today's journey: measured beside simulated, the map by stage, hotspots, where travellers go and are lost.
extension PageRules {
  static let observed: [PageRule] = [
    { numbers, figures in
      let place = numbers.place
      guard place.caption == "Measured beside simulated",
        let entry = figures["simulation"]["observed"].list.dropFirst(place.rowNumber - 1).first
      else { return nil }
      guard let measured = entry["measured"].number, let simulated = entry["simulated"].mean else {
        return nil
      }
      let isShare = abs(measured) <= 1 && numbers.text.contains("%")
      switch place.column {
      case "Measured": return .figures([Wanted(measured * (isShare ? 100 : 1))])
      case "Simulated":
        return .estimate(entry["simulated"], numbers.text.contains("%") ? "share" : "points", in: numbers)
      default:
        return numbers.text.contains(/higher|lower/)
          ? .figures([Wanted(abs(simulated / measured - 1) * 100)]) : nil
      }
    },
    { numbers, _ in numbers.place.element == "p" ? Reading.words("rule of the method") : nil },
  ]

  static let map: [PageRule] = [
    { numbers, figures in
      let place = numbers.place
      let simulation = figures["simulation"]
      if place.element == "p", place.has("reading") {
        let lowest = simulation["stages"].list.compactMap { $0["quantiles"].list.first?.number }.min()
        return lowest.map { .figures([Wanted($0)]) }
      }
      if place.has("head") {
        return .estimate(simulation["stages"][id: place.heading]["reach"], "share", in: numbers)
      }
      if place.has("step") {
        let names = simulation["touchpoints"].list.filter { place.text.contains($0.id + " ") }
        let longest = names.max { $0.id.count < $1.id.count }
        return longest.flatMap { .estimate($0["reach"], "share", in: numbers) }
      }
      if place.has("feeling"), place.element == "title" {
        return .estimate(touchpoint(place.text, figures)["satisfaction"], "points", in: numbers)
      }
      if place.has("feeling"), place.has("axis") || place.element == "text" { return Reading.words("axis") }
      if place.has("pain"), place.has("note") {
        let pain = simulation["pains"].list.filter { place.text.hasPrefix($0.id) }.max {
          $0.id.count < $1.id.count
        }
        return pain.flatMap { .estimate($0["incidence"], "share", in: numbers) }
      }
      if place.has("chance") { return opportunity(numbers, figures) }
      return nil
    }, touchpointTable, targetTable,
  ]

  /// What stages feel like today and with all fixes.
  private static let targetTable: PageRule = { numbers, figures in
    let place = numbers.place
    guard place.caption.hasPrefix("Mean satisfaction of visits by stage") else { return nil }
    let today = figures["simulation"]["stages"][id: place.row]["satisfaction"]
    let fixed = figures["target"]["stages"][id: place.row]["satisfaction"]
    switch place.column {
    case "Today": return .estimate(today, "points", in: numbers)
    case "With all fixes": return .estimate(fixed, "points", in: numbers)
    case "Difference":
      guard let before = today.mean, let after = fixed.mean else { return nil }
      return .figures([Wanted(after - before)])
    default: return nil
    }
  }

  /// What mending a pain point brings, in the figure that is named.
  private static func opportunity(_ numbers: Numbers, _ figures: Answer) -> Reading? {
    let text = numbers.place.text
    let pain = figures["simulation"]["pains"].list.first { pain in
      let name = pain["fix"]["name"].text
      return !name.isEmpty && text.lowercased().hasPrefix(name.lowercased()) || text.contains("“\(pain.id)”")
    }
    let variants = figures["whatIf"]["variants"]
    guard let id = pain?.id else { return nil }
    let fix = variants.find(["id": id, "operation": "fix"])
    let variant = fix.exists ? fix : variants.find(["id": id, "operation": "remove"])
    let metrics: [(String, String)] = [
      ("kept as customers", "kept"), ("customers stay", "retention"), ("stay as customers", "kept"),
      ("reach", "goal"),
      ("satisfaction", "satisfaction"),
    ]
    guard let metric = metrics.first(where: { text.contains($0.0) }) else { return nil }
    let json = variant["metrics"][id: metric.1]
    let other = variant["metrics"][id: "retention"]
    let found = json.exists ? json : other
    return .estimate(found, found["unit"].text, in: numbers)
  }

  /// Every touchpoint in a table.
  private static let touchpointTable: PageRule = { numbers, figures in
    guard numbers.place.caption.hasPrefix("Every touchpoint") else { return nil }
    let touchpoint = figures["simulation"]["touchpoints"][id: numbers.place.row]
    switch numbers.place.column {
    case "Travellers who come here": return .estimate(touchpoint["reach"], "share", in: numbers)
    case "Visits per traveller": return .estimate(touchpoint, "count", in: numbers)
    case "Satisfaction": return .estimate(touchpoint["satisfaction"], "points", in: numbers)
    case "Leave here, of visits": return .estimate(touchpoint["leave"], "share", in: numbers)
    default: return nil
    }
  }

  static let hotspots: [PageRule] =
    [
      { numbers, figures in
        let place = numbers.place
        if place.caption == "Where dissatisfaction collects" {
          let touchpoint = figures["simulation"]["touchpoints"][id: unranked(place.row)]
          if place.element == "th" { return .figures([Wanted(Double(place.rowNumber))]) }
          switch place.column {
          case "Share of all dissatisfaction":
            return .estimate(touchpoint["dissatisfaction"], "share", in: numbers)
          case "Satisfaction": return .estimate(touchpoint["satisfaction"], "points", in: numbers)
          default:
            let bad = touchpoint["feelings"].list.prefix(2).compactMap(\.number).reduce(0, +)
            return .figures([Wanted(bad * 100)])
          }
        }
        if numbers.text.contains(/[Rr]anks? \d/), numbers.text.contains("interval") {
          return Reading.words("ranks")
        }
        return numbers.text.contains("of all dissatisfaction") && place.element != "title"
          ? held(numbers, figures) : nil
      }
    ] + drawings

  /// "Three touchpoints hold 63% of all dissatisfaction": the greatest shares together.
  static func held(_ numbers: Numbers, _ figures: Answer) -> Reading? {
    let shares = figures["simulation"]["touchpoints"].list.compactMap { $0["dissatisfaction"].mean }.sorted(
      by: >
    )
    let counts = ["alone", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"]
    guard let count = counts.firstIndex(where: { numbers.text.localizedStandardContains($0) }) else {
      return nil
    }
    return .figures([Wanted(shares.prefix(count + 1).reduce(0, +) * 100)])
  }

  static let flows: [PageRule] =
    [
      stageFlow, stageMoves, stageFlowNote,
      { numbers, figures in
        let place = numbers.place
        let simulation = figures["simulation"]
        if place.element == "h2" {
          let lost = simulation["outcomes"].list.filter { $0["kind"].text == "loss" && $0.id != "timed out" }
          return .figures([Wanted(lost.compactMap { $0["share"].number }.reduce(0, +) * 100)])
        }
        if place.has("losses") {
          let stage = simulation["stages"].list.filter { place.text.hasPrefix($0.id) }.max {
            $0.id.count < $1.id.count
          }
          guard let stage, let lost = stage["lost"].mean, let reach = stage["reach"].mean else { return nil }
          let all = Reading.values(lost, stage["lost"].interval, "share", numbers)
          if place.element == "label" {
            return .figures([Wanted(reach * 100)] + all.prefix(numbers.count - 1))
          }
          return .figures(all.prefix(numbers.count - 1) + [Wanted(reach * 100)])
        }
        if place.caption.hasPrefix("Of those who come") {
          let stage = simulation["stages"][id: place.row]
          if place.column.hasPrefix("Reach ") { return .estimate(stage["goal"], "share", in: numbers) }
          let entry = simulation["conversions"].find(["from": place.row, "to": place.column])
          return .estimate(entry["share"], "share", in: numbers)
        }
        if place.caption == "The five A's" {
          let step = simulation["fiveAs"]["steps"][id: place.row]
          return .estimate(step["overAware"].exists ? step["overAware"] : step["reach"], "share", in: numbers)
        }
        let isLabel = place.element == "label" && numbers.text.contains("commonest moves")
        if isLabel || place.caption.hasPrefix("The ") && place.caption.contains("commonest moves") {
          return moves(numbers, figures)
        }
        return nil
      }, mapAnswer,
    ] + drawings

  /// Moves between stages as drawn: what is lost and what goes back stage by stage, then the ends.
  private static let stageFlow: PageRule = { numbers, figures in
    let place = numbers.place
    guard place.has("stageflow") else { return nil }
    let flow = figures["stageFlow"]
    let least = 0.005
    let ends = flow["nodes"].list.filter {
      $0["kind"].text == "end" && ($0["comesIn"].number ?? 0) > 0
    }
    if place.element == "label" {
      var wanted: [Wanted] = []
      let parts = numbers.text.components(separatedBy: "Lost: ")
      if !FigureToken.all(in: parts[0].components(separatedBy: ". ")[0]).isEmpty {
        let lost = figures["simulation"]["outcomes"].list.filter {
          $0["kind"].text == "loss" && $0.id != "timed out"
        }
        wanted.append(Wanted(lost.compactMap { $0["share"].number }.reduce(0, +) * 100))
      }
      let lost = flow["stages"].list.compactMap { $0["lost"].number }.filter { $0 >= least }
      let ended = ends.compactMap { $0["comesIn"].number }
      return .figures(wanted + (lost + ended).map { Wanted($0 * 100) })
    }
    guard place.has("flow-label"), place.element == "text" else { return nil }
    let boxes = flow["stages"].list.flatMap { stage in
      let lost = stage["lost"].number ?? 0
      let back = stage["back"].list.compactMap(\.number).reduce(0, +)
      return [(lost, false), (back, true)].filter { $0.0 >= least }
    }
    if boxes.indices.contains(place.ordinal) {
      let (amount, isBack) = boxes[place.ordinal]
      guard isBack == numbers.text.contains(/\d back/) else { return nil }
      return .figures([Wanted(amount * 100)])
    }
    let end = place.ordinal - boxes.count
    return ends.indices.contains(end)
      ? ends[end]["comesIn"].number.map { .figures([Wanted($0 * 100)]) } : nil
  }

  /// The table of moves by stage and channel.
  private static let stageMoves: PageRule = { numbers, figures in
    let place = numbers.place
    guard place.caption.hasPrefix("Moves by stage and channel") else { return nil }
    func number(_ node: Answer, _ key: String) -> Double { node[key].number ?? 0 }
    let nodes = figures["stageFlow"]["nodes"].list.filter { node in
      ["comesIn", "goesOn", "lost", "goesBack"].contains { number(node, $0) > 0 }
    }
    guard nodes.indices.contains(place.rowNumber - 1) else { return nil }
    let node = nodes[place.rowNumber - 1]
    guard place.row.hasPrefix(node["kind"].text == "end" ? "end: \(node.id)" : node["stage"].text) else {
      return nil
    }
    let keys = [
      "Come in": "comesIn", "of them back": "returns", "Go on or end": "goesOn", "Lost": "lost",
      "Go back": "goesBack",
    ]
    return keys[place.column].map { .figures([Wanted(number(node, $0) * 100)]) }
  }

  /// What the drawing leaves out: "fewer than one of 200 travellers" is its own bound.
  private static let stageFlowNote: PageRule = { numbers, figures in
    guard numbers.place.has("notes"), numbers.text.contains("fewer than one of 200 travellers") else {
      return nil
    }
    let shares = ["withinShare", "backShare"].compactMap { figures["stageFlow"][$0].number }.filter { $0 > 0 }
    return .figures(shares.map { Wanted($0 * 100) } + [Wanted(200)])
  }

  /// The table of moves, and how much of all it holds.
  private static func moves(_ numbers: Numbers, _ figures: Answer) -> Reading? {
    let flows = figures["simulation"]["flows"].list
    let counts = flows.map { $0["count"].number ?? 0 }
    let place = numbers.place
    if place.element == "caption" || place.element == "label" {
      let shown = numbers.tokens[0].value
      let kept = counts.prefix(Int(shown)).reduce(0, +) / counts.reduce(0, +)
      return .figures([Wanted(shown), Wanted(kept * 100)])
    }
    guard flows.indices.contains(place.rowNumber - 1) else { return nil }
    let flow = flows[place.rowNumber - 1]
    let from = flow["from"].text == "START" ? "entry" : flow["from"].text
    guard from == place.row else { return nil }
    return .figures([
      Wanted(
        100
          * (flow[place.column.hasPrefix("Per") || place.column.isEmpty ? "count" : "forced"].number ?? .nan)
      )
    ])
  }

  /// "37.50% of travellers reach “bought” (95% interval 37.45 to 37.54)." above a map.
  static let mapAnswer: PageRule = { numbers, figures in
    let text = numbers.text
    if text.contains("hold"), text.contains("dissatisfaction"), !text.contains("of travellers"),
      !text.contains("visits")
    {
      return held(numbers, figures)
    }
    guard numbers.place.element != "title", let main = mainMetric(figures) else { return nil }
    let json = figures["simulation"]["metrics"][id: main]
    let isMain = [
      " reach ", "is their mean satisfaction", "stay after the journey", "make a journey on average",
    ]
    .contains { text.contains($0) }
    guard isMain, let mean = json.mean else { return nil }
    let own = Reading.values(mean, json.interval, json["unit"].text, numbers)
    guard text.contains("dissatisfaction"), case .figures(let rest)? = held(numbers, figures) else {
      return .figures(Array(own.prefix(max(1, numbers.count))))
    }
    return .figures(own + rest)
  }
}
