import Foundation

/// What changes bring: fixes, what they pay, touchpoints' value, a year, and scenarios.
extension PageRules {
  static let fixes: [PageRule] = [forest, effectTable, inputNote, replayed]

  /// "“Inputs”: 53 uncertain inputs drawn together 60 times, 500 travellers each".
  private static let inputNote: PageRule = { numbers, figures in
    guard numbers.place.has("notes"), numbers.text.contains("drawn together") else { return nil }
    let block = figures["uncertainty"]["uncertainty"]
    let counts = ["draws", "travellersPerDraw"].compactMap { block[$0].number }.map { Wanted($0) }
    return .figures(spoken(block["inputs"].list.count) + counts)
  }

  /// The interval of a change with uncertain inputs ("inputs 0.38 to 0.71"), where a text has it.
  private static func inputs(
    _ text: String,
    _ variant: Answer,
    _ json: Answer,
    _ numbers: Numbers,
    _ figures: Answer
  )
    -> [Wanted]
  {
    guard text.contains("inputs ") else { return [] }
    let layered = figures["uncertainty"]["variants"].find([
      "id": variant.id, "operation": variant["operation"].text,
    ])["metrics"][id: json.id]
    let ends = layered["inputInterval"].list.compactMap(\.number)
    return Array(
      Reading.values(layered["inputMean"].number ?? .nan, ends, json["unit"].text, numbers).dropFirst()
    )
  }

  /// "replays the same 100,000 journeys", "all 22 changes together".
  private static let replayed: PageRule = { numbers, figures in
    guard numbers.place.element == "p" else { return nil }
    let changes = figures[numbers.place.section == "fixes" ? "whatIf" : "variants"]
    var wanted: [Wanted] = []
    if numbers.text.contains("replays the same"), let travellers = changes["run"]["travellers"].number {
      wanted.append(Wanted(travellers))
    }
    // The level of the lines with uncertain inputs.
    if numbers.text.contains(": 95% with uncertain inputs") { wanted.append(Wanted(95)) }
    if numbers.text.contains(/\sall \d/) { wanted.append(Wanted(Double(changes["variants"].list.count))) }
    return wanted.isEmpty ? nil : .figures(wanted)
  }

  /// Rows of effects with strips.
  private static let forest: PageRule = { numbers, figures in
    let place = numbers.place
    guard place.has("forest") || place.caption == "Paired effects with 95% intervals" else { return nil }
    if place.element == "caption" || place.has("axis") { return Reading.words("axis") }
    let metrics = figures["simulation"]["metrics"]
    // A heading of a column says today's value.
    if place.row.isEmpty {
      let json = metric(place.text, among: metrics)
      return .estimate(json, json["unit"].text, in: numbers)
    }
    let source = figures[place.section == "fixes" ? "whatIf" : "variants"]["variants"]
    let variants = rowVariants(place, source)
    let first = variants.first ?? Answer(nil)
    if place.element == "th" { return .words("rank, and words of the scenario") }
    if let pain = first["painPoints"].list.first?.text, ["Cost, once", "Visits hit"].contains(place.column) {
      let entry = figures["simulation"]["pains"][id: pain]
      if place.column == "Visits hit" { return .estimate(entry["incidence"], "share", in: numbers) }
      guard let costs = first["cost"].number else { return nil }
      let works = entry["fix"]["works"].number.map { [Wanted($0 * 100)] } ?? []
      return .figures(
        [Wanted(costs)] + (first["painPoints"].list.count == 1 ? works.prefix(numbers.count - 1) : [])
      )
    }
    if place.column.contains("Cost"), let costs = first["cost"].number { return .figures([Wanted(costs)]) }
    if place.element == "label" {
      let label = place.text.split(separator: ", ").dropFirst().joined(separator: ", ")
      let json = metric(label, among: first["metrics"])
      guard let mean = json.mean else { return nil }
      let inputs = inputs(label, first, json, numbers, figures)
      let own = Reading.values(mean, json.interval, json["unit"].text, numbers)
      return .figures(own.prefix(numbers.count - inputs.count) + inputs)
    }
    // "+0.533 (0.526 to 0.541) perfect +0.593".
    var wanted: [Wanted] = []
    let parts = numbers.text.components(separatedBy: "perfect")
    for (part, variant) in zip(parts, variants) {
      let count = FigureToken.all(in: part).count
      let json = metric(place.column, among: variant["metrics"])
      guard count > 0 else { continue }
      guard let mean = json.mean else { return nil }
      let inputs = inputs(part, variant, json, numbers, figures)
      wanted += Reading.values(mean, json.interval, json["unit"].text, numbers).prefix(count - inputs.count)
      wanted += inputs
    }
    return .figures(wanted)
  }

  /// The changes that a row of a forest shows: as costed, and if perfect.
  private static func rowVariants(_ place: Place, _ variants: Answer) -> [Answer] {
    let row = unranked(place.row)
    if row.hasPrefix("All ") || row.hasPrefix("Both "), row.contains(" together") {
      let all = variants.list.filter { $0["painPoints"].list.count > 1 }
      return ["fix", "remove"].compactMap { operation in all.first { $0["operation"].text == operation } }
    }
    let names = Set(variants.list.map(\.id)).filter { row == $0 || row.hasPrefix($0 + " ") }
    guard let name = names.max(by: { $0.count < $1.count }) else { return [] }
    return variants.list.filter { $0.id == name }
  }

  /// Every figure of every change in a table.
  private static let effectTable: PageRule = { numbers, figures in
    let place = numbers.place
    guard place.caption == "Effect of each fix on every figure" else { return nil }
    if place.row.isEmpty { return Reading.words("length of a period") }
    let variants = figures["whatIf"]["variants"].list.filter { $0.id == place.row }
    guard !variants.isEmpty else { return nil }
    // Rows of a name come in the order of the runs.
    let all = figures["whatIf"]["variants"].list
    guard all.indices.contains(place.rowNumber - 1), all[place.rowNumber - 1].id == place.row else {
      return nil
    }
    let variant = all[place.rowNumber - 1]
    let json = metric(place.column, among: variant["metrics"])
    guard let mean = json.mean else { return nil }
    let inputs = inputs(numbers.text, variant, json, numbers, figures)
    let own = Reading.values(mean, json.interval, json["unit"].text, numbers)
    return .figures(own.prefix(max(1, numbers.count - inputs.count)) + inputs)
  }

  static let pay: [PageRule] = [
    { numbers, figures in
      let place = numbers.place
      guard place.caption == "Worth, payback and advice by fix" else {
        return place.has("notes") ? Reading.words("rule of the advice") : nil
      }
      let lines = figures["whatIf"]["actions"].list
      guard lines.indices.contains(place.rowNumber - 1) else { return nil }
      let line = lines[place.rowNumber - 1]
      switch place.column {
      case "Worth a year": return .estimate(line["gainPerYear"], "money", in: numbers)
      case "Cost, once": return line["cost"].number.map { .figures([Wanted($0)]) }
      case "Payback":
        let years = line["paybackYears"].number ?? .nan
        return .figures([Wanted(numbers.text.contains("month") ? years * 12 : years)])
      case "A quarter's wait costs": return .estimate(line["costOfWaitingAQuarter"], "money", in: numbers)
      case "Lead time": return line["leadTimeDays"].number.map { .figures([Wanted($0 / days(numbers.text))]) }
      case "Contacts a year": return contacts(numbers, line["painPoint"].text, figures)
      default: return Reading.words("words of the scenario")
      }
    }
  ]

  /// Days in the unit of a length of time.
  static func days(_ text: String) -> Double {
    let units: [(String, Double)] = [
      ("year", 365.0), ("month", 30), ("week", 7), ("day", 1), ("hour", 1 / 24.0), ("minute", 1 / 1440.0),
    ]
    return units.first { text.contains($0.0) }?.1 ?? 1
  }

  /// "+1,600 contact centre (+230 hours), +29,000 web (+2,000 hours)".
  private static func contacts(_ numbers: Numbers, _ pain: String, _ figures: Answer) -> Reading? {
    let year = figures["whatIf"]["variants"].find(["id": pain, "operation": "fix"])["year"]
    var wanted: [Wanted] = []
    let entry = /[+−][\d,.]+\s(.+?)(?:\s\([+−]?[\d,.]+\shours\))?(?:,\s(?=[+−\d])|$)/
    for match in numbers.text.matches(of: entry) {
      let count = match.output.0.contains("hours") ? 2 : 1
      for id in ["contacts", "hours"].prefix(count) {
        let json = year.find(["id": id, "channel": String(match.output.1)])
        guard let mean = json.mean else { return nil }
        wanted += Reading.values(mean, json.interval, "count", numbers).prefix(1)
      }
    }
    return .figures(wanted)
  }

  static let value: [PageRule] = [
    { numbers, figures in
      let place = numbers.place
      guard place.caption == "What touchpoints add to each figure" else {
        return place.has("notes") ? Reading.words("rule of the method") : nil
      }
      if place.row.isEmpty { return Reading.words("length of a period") }
      let entry = figures["values"]["touchpointValues"][id: unranked(place.row)]
      if place.element == "th" || place.column == "Touchpoint" {
        return entry["rank"].number.map { .figures([Wanted($0)]) }
      }
      let json = metric(place.column, among: entry["contributions"])
      return .estimate(json, json["unit"].text, in: numbers)
    }
  ]

  static let year: [PageRule] = [
    { numbers, figures in
      let place = numbers.place
      let year = figures["simulation"]["year"]
      if place.element == "h2" {
        let all = [year[id: "travellers"], year[id: "cost"]].prefix(numbers.count)
        return .figures(
          all.compactMap { json in json.mean.map { Reading.values($0, json.interval, "money", numbers)[0] } }
        )
      }
      if place.caption == "A year's arrivals" {
        let json = quantity(place.row, year, hours: place.column == "Hours a year")
        return .estimate(json, "count", in: numbers)
      }
      guard place.caption == "Changes a year by fix and variant, paired" else { return nil }
      let fixes = figures["whatIf"]["variants"].list.filter { $0["operation"].text == "fix" }
      let rows = (fixes + figures["variants"]["variants"].list).filter { !$0["year"].list.isEmpty }
      guard rows.indices.contains(place.rowNumber - 1), rows[place.rowNumber - 1].id == place.row else {
        return nil
      }
      return .estimate(quantity(place.column, rows[place.rowNumber - 1]["year"]), "count", in: numbers)
    }
  ]

  /// The figure of a year that a label names.
  private static func quantity(_ label: String, _ year: Answer, hours: Bool = false) -> Answer {
    let names = [
      ("Travellers", "travellers"), ("Reach ", "goal"), ("Kept", "kept"), ("Stay", "kept"),
      ("Income", "income"),
      ("Cost", "cost"), ("Lifetime", "lifetimeValue"),
    ]
    if let id = names.first(where: { label.hasPrefix($0.0) })?.1 { return year[id: id] }
    let parts = label.components(separatedBy: ", ")
    let ids = ["Contacts": "contacts", "Hours": "hours", "Messages from us": "messages"]
    guard parts.count > 1, let id = ids[parts[0]] else { return Answer(nil) }
    return year.find(["id": hours ? "hours" : id, "channel": parts.dropFirst().joined(separator: ", ")])
  }

  static let scenarios: [PageRule] =
    [scenarioTable, forest, scenarioData, replayed, difference, differenceTitle] + drawings

  /// Variants in columns.
  private static let scenarioTable: PageRule = { numbers, figures in
    let place = numbers.place
    guard place.caption == "Today and the variants, figure by figure" else { return nil }
    let today = metric(place.row, among: figures["variants"]["baseline"])
    let unit = today["unit"].text
    if place.column == "Today" { return .estimate(today, unit, in: numbers) }
    let variants = figures["variants"]["variants"].list
    if place.element == "label" {
      // "…, difference from today: collect first +0.31 (…); one view no real change".
      var wanted: [Wanted] = []
      for variant in variants {
        guard let start = numbers.place.text.range(of: "\(variant.id) ", options: .backwards) else {
          return nil
        }
        let part = numbers.place.text[start.upperBound...].components(separatedBy: "; ")[0]
        let json = metric(place.row, among: variant["metrics"])
        guard let mean = json.mean else { continue }
        wanted += Reading.values(mean, json.interval, unit, numbers).prefix(FigureToken.all(in: part).count)
      }
      return .figures(wanted)
    }
    guard let variant = variants.first(where: { place.column.hasSuffix(" " + $0.id) }) else { return nil }
    let json = metric(place.row, among: variant["metrics"])
    guard let mean = json["mean"].number, let change = json["difference"].number else { return nil }
    let scale = scale(unit, numbers.text)
    let width = (json.interval.last ?? 0) - (json.interval.first ?? 0)
    return .figures([Wanted(mean * scale), Wanted(change * scale, halfWidth: width * scale / 2)])
  }

  /// Today and every variant in a table.
  private static let scenarioData: PageRule = { numbers, figures in
    let place = numbers.place
    guard place.caption == "Today, and variants minus today" else { return nil }
    if place.column == "Changes" { return Reading.words("what was typed") }
    if place.row.isEmpty { return Reading.words("length of a period") }
    let metrics =
      place.row == "Today"
      ? figures["variants"]["baseline"] : figures["variants"]["variants"][id: place.row]["metrics"]
    let json = metric(place.column, among: metrics)
    return .estimate(json, json["unit"].text, in: numbers)
  }

  /// Cards, lines and captions of the map of what a variant changes.
  private static let difference: PageRule = { numbers, figures in
    let place = numbers.place
    let change = drawnChange(place, figures)
    guard change.exists, place.has("graph") else { return nil }
    let text = numbers.text
    if text.contains("moves that changed"), let shown = numbers.tokens.dropFirst().first {
      // The bound of what is drawn in colour, how many lines are, and how many changed.
      return .figures([
        Wanted(numbers.tokens[0].value), Wanted(shown.value), Wanted(Double(change["flows"].list.count)),
      ])
    }
    let title = place.element == "title" ? place.text : place.group
    let pair = title.components(separatedBy: ": ")[0].components(separatedBy: " → ")
    if pair.count == 2 {
      let flow = change["flows"].find(["from": pair[0], "to": pair[1]])
      return .estimate(flow, "share", in: numbers)
    }
    guard place.has("touchpoint") else { return nil }
    let touchpoint = change["touchpoints"][id: pair[0]]
    if place.element == "title" {
      let parts = text.components(separatedBy: ", dissatisfaction")
      var wanted: [Wanted] = []
      for part in parts.enumerated() {
        let json =
          part.offset > 0 || !part.element.contains("come here")
          ? touchpoint["dissatisfaction"] : touchpoint["reach"]
        let count = FigureToken.all(in: part.element).count
        guard count > 0 else { continue }
        guard let mean = json.mean else { return nil }
        wanted += Reading.values(mean, json.interval, "share", numbers).prefix(count)
      }
      return .figures(wanted)
    }
    return .estimate(
      touchpoint[text.contains("points") || text.contains("point") ? "reach" : "dissatisfaction"],
      "share",
      in: numbers
    )
  }

  /// "“season plan” brings most: 14 more of 1,000 travellers are kept as customers (13 to 16)".
  private static func brings(_ numbers: Numbers, _ figures: Answer) -> Reading? {
    let variant = figures["variants"]["variants"].list.first { numbers.place.text.hasPrefix("“\($0.id)”") }
    return variant.flatMap { change(numbers, $0["metrics"]) }.map { .figures($0) }
  }

  /// "“season plan”: 6.0 points more travellers come to reserve online, 2.4 fewer to web basket", and its answer.
  private static let differenceTitle: PageRule = { numbers, figures in
    let text = numbers.place.text
    if numbers.place.element == "h2" { return brings(numbers, figures) }
    let named = figures["mapChanges"].list.first { text.hasPrefix("“\($0.id)”") }
    if let change = named {
      let places = change["touchpoints"].list + change["outcomes"].list.map { $0 }
      var wanted: [Wanted] = []
      for part in text.components(separatedBy: ", ") where !FigureToken.all(in: part).isEmpty {
        let found = places.filter { part.hasSuffix(" " + $0.id) || part.hasSuffix("“\($0.id)”") }.max {
          $0.id.count < $1.id.count
        }
        guard let found, let mean = found["reach"].mean ?? found.mean else { return nil }
        wanted.append(Wanted(abs(mean) * 100))
      }
      return .figures(wanted)
    }
    guard text.hasPrefix("Variant minus today: ") else { return nil }
    let change = drawnChange(numbers.place, figures)
    let metrics = figures["variants"]["variants"][id: change.id]["metrics"]
    var wanted: [Wanted] = []
    for part in numbers.text.components(separatedBy: "; ") {
      let count = FigureToken.all(in: part).count
      guard count > 0 else { continue }
      let end = change["outcomes"].list.first { part.contains("ends in “\($0.id)”") }
      let names = [
        ("satisfaction", "satisfaction"), ("kept as customers", "kept"), ("stay as customers", "kept"),
        ("cost to serve", "cost"),
      ]
      let own = names.first { part.contains($0.0) }.map { metrics[id: $0.1] }
      guard let json = end ?? own, let mean = json.mean else { return nil }
      let unit = end == nil ? json["unit"].text : "share"
      wanted += Reading.values(mean, json.interval, unit, numbers).prefix(count)
    }
    return .figures(wanted)
  }
}
