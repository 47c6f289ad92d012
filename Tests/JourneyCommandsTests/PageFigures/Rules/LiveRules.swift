import Foundation

/// Any set of fixes, answered by the page; and the way from today to all of them.
extension PageRules {
  static let live: [PageRule] = [tries, liveFigure, bestSet, pairRow, liveSentences]

  /// The fix of a pain point, as costed.
  private static func fix(_ painPoint: String, _ figures: Answer) -> Answer {
    figures["whatIf"]["variants"].list.first {
      $0["operation"].text == "fix" && $0["painPoints"].list.map(\.text) == [painPoint]
    } ?? Answer(nil)
  }

  /// Half the width of an interval.
  private static func reach(_ json: Answer) -> Double {
    json.interval.count == 2 ? (json.interval[1] - json.interval[0]) / 2 : .nan
  }

  /// What fixes bring by the pairs: each alone and every pair's extra, with the noise of all terms added up.
  private static func sum(_ painPoints: [String], _ figures: Answer) -> (sum: Answer, alone: Double)? {
    let first = figures["pairs"]["metrics"].list.first ?? Answer(nil)
    let singles = painPoints.map { fix($0, figures)["metrics"][id: first.id] }
    let extras = first["pairs"].list.filter { pair in
      pair["painPoints"].list.allSatisfy { painPoints.contains($0.text) }
    }
    .map { $0["extra"] }
    let means = (singles + extras).compactMap(\.mean)
    guard means.count == singles.count + extras.count, !means.isEmpty else { return nil }
    let (mean, half) = (means.reduce(0, +), (singles + extras).map(reach).reduce(0, +))
    return (
      Answer(["mean": mean, "interval": [mean - half, mean + half]] as [String: Any]),
      singles.compactMap(\.mean).reduce(0, +)
    )
  }

  /// Unit of the figure that the pairs tell first.
  private static func unit(_ figures: Answer) -> String {
    figures["pairs"]["metrics"].list.first?["unit"].text ?? ""
  }

  private static func paired(_ figures: Answer) -> [String] {
    figures["pairs"]["painPoints"].list.map(\.text)
  }

  /// Each fix alone, with its slider.
  private static let tries: PageRule = { numbers, figures in
    let place = numbers.place
    guard place.has("tries") else { return nil }
    if place.element == "output" || place.column == "How much of its effect" {
      return numbers.text == "0%" ? .words("start of a slider") : nil
    }
    if place.element == "th" { return .span(numbers) }
    let names = paired(figures)
    guard names.indices.contains(place.rowNumber - 1), place.row.hasSuffix(names[place.rowNumber - 1]) else {
      return nil
    }
    let variant = fix(names[place.rowNumber - 1], figures)
    switch place.column {
    case "Cost, once": return variant["cost"].number.map { .figures([Wanted($0)]) }
    case "Worth a year":
      let worth = variant["metrics"][id: "clv"]
      guard let arrivals = figures["whatIf"]["year"][id: "travellers"].mean, let mean = worth.mean else {
        return nil
      }
      let ends = worth.interval.map { $0 * arrivals }
      return .figures(Array(Reading.values(mean * arrivals, ends, "money", numbers).prefix(numbers.count)))
    default:
      let json = metric(place.column, among: variant["metrics"])
      return .estimate(json, json["unit"].text, in: numbers)
    }
  }

  /// Today's figures, before any slider was moved.
  private static let liveFigure: PageRule = { numbers, figures in
    let place = numbers.place
    guard place.has("figure") else { return nil }
    if place.element == "dt" { return .span(numbers) }
    let json = metric(place.term, among: figures["simulation"]["metrics"])
    return .estimate(json, json["unit"].text, in: numbers)
  }

  /// What a budget buys.
  private static let bestSet: PageRule = { numbers, figures in
    let place = numbers.place
    guard place.caption == "The best sets of fixes by cost" else { return nil }
    if place.row.isEmpty { return .span(numbers) }
    let sets = figures["pairs"]["bestSets"].list
    guard sets.indices.contains(place.rowNumber - 1) else { return nil }
    let chosen = sets[place.rowNumber - 1]["painPoints"].list.map(\.text)
    if place.column == "Cost, once" {
      return .figures([Wanted(chosen.compactMap { fix($0, figures)["cost"].number }.reduce(0, +))])
    }
    return sum(chosen, figures).flatMap { .estimate($0.sum, unit(figures), in: numbers) }
  }

  /// Pairs that do not simply add up.
  private static let pairRow: PageRule = { numbers, figures in
    let place = numbers.place
    guard place.caption.hasPrefix("Pairs of fixes whose effects") else { return nil }
    if place.row.isEmpty { return .span(numbers) }
    let pairs = figures["pairs"]["metrics"].list.first?["real"].list ?? []
    guard pairs.indices.contains(place.rowNumber - 1) else { return nil }
    let pair = pairs[place.rowNumber - 1]
    let names = pair["painPoints"].list.map(\.text)
    guard names.allSatisfy({ place.row.contains($0) }) else { return nil }
    return .estimate(pair["extra"], unit(figures), in: numbers)
  }

  /// How far sums are from the truth, how many travellers tell it, and what is left out.
  private static let liveSentences: PageRule = { numbers, figures in
    guard numbers.place.element == "p" || numbers.place.element == "h2" else { return nil }
    let names = paired(figures)
    let (unit, variants) = (unit(figures), figures["whatIf"]["variants"].list)
    guard let all = sum(names, figures), let whole = all.sum.mean else { return nil }
    var wanted: [Wanted] = []
    for sentence in numbers.text.components(separatedBy: ". ") where !FigureToken.all(in: sentence).isEmpty {
      if sentence.contains("than their sum") {
        wanted.append(Wanted(abs(whole / all.alone - 1) * 100))
      } else if sentence.contains("the first "), let told = figures["pairs"]["travellers"].number {
        wanted.append(Wanted(told))
      } else if sentence.contains("together the pairs say") {
        let walk = variants.first {
          $0["operation"].text == "fix" && Set($0["painPoints"].list.map(\.text)) == Set(names)
        }?["metrics"][id: figures["pairs"]["metrics"].list[0].id]
        guard let walk, let walked = walk.mean else { return nil }
        wanted += spoken(names.count) + Reading.values(whole, all.sum.interval, unit, numbers)
        wanted += Reading.values(walked, walk.interval, unit, numbers)
        wanted.append(Wanted(abs(whole / walked - 1) * 100))
      } else if sentence.hasPrefix("Left out") {
        let singles = variants.count { $0["operation"].text == "fix" && $0["painPoints"].list.count == 1 }
        wanted += spoken(singles - names.count)
      } else {
        return nil
      }
    }
    return .figures(wanted)
  }

  // MARK: From today to all fixes

  static let prize: [PageRule] = [prizeHead, prizeRow]

  /// The finding, and how to read the chart.
  private static let prizeHead: PageRule = { numbers, figures in
    let place = numbers.place
    if place.has("axis") { return .words("axis") }
    if place.has("reading") {
      return .words(
        "start of the axis, length of a period",
        numbers,
        only: [/Axis starts at [£$€]?[\d.,]+/, /\d+ (?:years?|months?|weeks?|days?|periods?)/]
      )
    }
    guard place.element == "h2" else { return nil }
    let (singles, all) = prizeParts(figures)
    let text = numbers.text.components(separatedBy: "; ")[0]
    let part = Numbers(place: place, text: text, tokens: FigureToken.all(in: text))
    let counted = text.contains(/^All \d/) ? spoken(singles.count) : []
    let own = Numbers(place: place, text: text, tokens: Array(part.tokens.dropFirst(counted.count)))
    let json = all["metrics"][id: figures["together"]["metric"].text]
    guard let mean = json.mean else { return nil }
    let values = Reading.values(mean, json.interval, json["unit"].text, own)
    return .figures(counted + values.prefix(own.count))
  }

  /// Single fixes in order of effect, and all of them in one.
  private static func prizeParts(_ figures: Answer) -> (singles: [Answer], all: Answer) {
    let same = figures["whatIf"]["variants"].list.filter {
      $0["operation"].text == figures["together"]["operation"].text
    }
    return (
      same.filter { $0["painPoints"].list.count == 1 },
      same.first { $0["painPoints"].list.count != 1 } ?? Answer(nil)
    )
  }

  /// Totals and steps, drawn and in the table.
  private static let prizeRow: PageRule = { numbers, figures in
    let place = numbers.place
    let together = figures["together"]
    let (unit, id) = (together["unit"].text, together["metric"].text)
    let isTable = place.caption == "From today to all fixes"
    guard isTable || place.has("prize") else { return nil }
    if isTable, place.rowNumber == 0 { return .span(numbers) }
    let (singles, all) = prizeParts(figures)
    let counted = !place.text.contains(/^All \d/) ? [] : spoken(singles.count)
    if isTable, place.column == "Step", !counted.isEmpty { return .figures(counted) }
    let name = isTable ? place.row : place.text
    func total(_ json: Answer) -> [Wanted]? {
      json.mean.map { Reading.values($0, json.interval, unit, numbers) }
    }
    if name.hasPrefix("If every fix were perfect") { return total(together["perfect"]).map { .figures($0) } }
    if name.hasPrefix("Today") { return total(together["today"]).map { .figures($0) } }
    if name.contains(/^(All|Both) .*fixes/) {
      let perfect = numbers.text.contains("perfect") ? total(together["perfect"])?.prefix(1) ?? [] : []
      return total(together["all"]).map { .figures(counted + $0 + perfect) }
    }
    let own = singles.count > 8 ? min(8, singles.count - 2) : singles.count
    let changes = singles.map { $0["metrics"][id: id] }
    if name.lowercased().hasPrefix("together") {
      guard let whole = all["metrics"][id: id].mean else { return nil }
      let parts = changes.compactMap(\.mean).reduce(0, +)
      let ends = all["metrics"][id: id].interval
      let (lows, highs) = (changes.compactMap(\.interval.first), changes.compactMap(\.interval.last))
      guard ends.count == 2 else { return nil }
      let sum = [ends[0] - highs.reduce(0, +), ends[1] - lows.reduce(0, +)]
      return .figures(Array(Reading.values(whole - parts, sum, unit, numbers).prefix(numbers.count)))
    }
    if name.contains(/^\d+ others/) {
      let rest = changes.dropFirst(own)
      let others = [Wanted(Double(rest.count))]
      if isTable, place.column == "Step" { return .figures(others) }
      let ends = [rest.compactMap(\.interval.first), rest.compactMap(\.interval.last)].map {
        $0.reduce(0, +)
      }
      let values = Reading.values(rest.compactMap(\.mean).reduce(0, +), ends, unit, numbers)
      return .figures((isTable ? [] : others) + values)
    }
    let step = singles.prefix(own).filter {
      name.lowercased().hasPrefix(($0["painPoints"].list.first?.text ?? "").lowercased())
    }
    .max { $0.id.count < $1.id.count }
    return step.flatMap { .estimate($0["metrics"][id: id], unit, in: numbers) }
  }
}
