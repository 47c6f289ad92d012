import Foundation

/// One traveller today and with everything mended.
extension PageRules {
  static let customer: [PageRule] = [customerWords, customerVisit, customerTable, customerCommand]

  /// The other world's name ends in a count beyond twelve ("With all 14 fixes").
  private static func world(_ figures: Answer) -> [Wanted] {
    spoken(figures["customer"]["painPoints"].list.count)
  }

  private static func worlds(_ figures: Answer) -> [Answer] { figures["customer"]["trace"]["worlds"].list }

  /// The finding, and why this traveller was taken.
  private static let customerWords: PageRule = { numbers, figures in
    let place = numbers.place
    let customer = figures["customer"]
    if place.element == "h3" || place.element == "label" { return .figures(world(figures)) }
    if place.element == "h2" {
      let felt = worlds(figures).compactMap { $0["satisfaction"].number }.map { Wanted($0) }
      guard felt.count == 2 else { return nil }
      let start = [felt[0], Wanted(100)]
      let isSame = numbers.text.contains("satisfaction") && !numbers.text.contains("(satisfaction")
      return .figures(start + (isSame ? [felt[1]] + world(figures) : world(figures) + [felt[1]]))
    }
    guard place.has("reading"), let number = worlds(figures).first?["traveller"].number,
      let scanned = customer["scanned"].number, let untouched = customer["untouchedShare"].mean
    else { return nil }
    var wanted = [Wanted(number), Wanted(scanned)]
    if numbers.text.contains("notice nothing") {
      wanted += Reading.values(untouched, customer["untouchedShare"].interval, "share", numbers)
    }
    let counts = ["concerned", "worse", "better"].compactMap { customer[$0].number }
    guard counts.count == 3 else { return nil }
    if numbers.text.contains("whose satisfaction or outcome changes") {
      let alike = counts[0] - 1 - counts[1] - counts[2]
      wanted += (counts + (alike > 0 ? [alike] : [])).map { Wanted($0) }
    }
    return .figures(wanted)
  }

  /// A panel: how a visit felt, what hit, and what else happened; of long journeys the first six and the last three.
  private static let customerVisit: PageRule = { numbers, figures in
    let place = numbers.place
    guard place.has("story") else { return nil }
    let world = worlds(figures).dropFirst(place.heading == "Today" ? 0 : 1).first ?? Answer(nil)
    let steps = world["steps"].list
    if place.has("ending") { return world["satisfaction"].number.map { .figures([Wanted($0)]) } }
    let isLong = steps.count > 10
    if place.has("skipped") { return .figures([Wanted(Double(steps.count - 9))]) }
    let index = isLong && place.item > 7 ? steps.count - 3 + place.item - 8 : place.item - 1
    guard steps.indices.contains(index) else { return nil }
    let step = steps[index]
    if place.has("felt") {
      return .figures(["score", "mood"].compactMap { step[$0].number }.map { Wanted($0) })
    }
    if place.has("remark") { return .figures(remark(numbers.place.text, step)) }
    return place.has("pain") ? hit(numbers.place.text, step).map { .figures($0) } : nil
  }

  /// "delivery fee late −12, 2 days late".
  private static func hit(_ text: String, _ step: Answer) -> [Wanted]? {
    let hits = step["pains"].list.filter { text.hasPrefix($0.id) }
    guard let hit = hits.max(by: { $0.id.count < $1.id.count }), let severity = hit["severity"].number,
      let delay = hit["delaySeconds"].number
    else { return nil }
    let rest = String(text.dropFirst(hit.id.count))
    return (severity == 0 ? [] : [Wanted(-severity)])
      + (delay > 0 ? [Wanted(delay / 86_400 / days(rest))] : [])
  }

  /// "change of channel −3", "visit 2 here".
  private static func remark(_ text: String, _ step: Answer) -> [Wanted] {
    if text.hasPrefix("change of channel") { return step["handoff"].number.map { [Wanted($0)] } ?? [] }
    if text.hasPrefix("visit ") { return step["earlierVisits"].number.map { [Wanted($0 + 1)] } ?? [] }
    return []
  }

  /// Every visit in both worlds.
  private static let customerTable: PageRule = { numbers, figures in
    let place = numbers.place
    guard place.caption == "Every visit in both worlds" else { return nil }
    if place.row.isEmpty { return .words("bound of a scale", numbers, only: [/of 100/]) }
    if place.column == "World" { return .figures(world(figures)) }
    let both = worlds(figures)
    let first = (both.first?["steps"].list.count ?? 0) + 1
    let isFirst = place.rowNumber <= first
    guard let world = isFirst ? both.first : both.last else { return nil }
    let index = place.rowNumber - 1 - (isFirst ? 0 : first)
    let steps = world["steps"].list
    if index == steps.count {
      return place.column.hasPrefix("Felt")
        ? world["satisfaction"].number.map { .figures([Wanted($0)]) } : nil
    }
    guard steps.indices.contains(index) else { return nil }
    let step = steps[index]
    switch place.column {
    case "Visit": return .figures([Wanted(Double(index + 1))])
    case "Felt, of 100": return step["score"].number.map { .figures([Wanted($0)]) }
    case "Mood, of 100": return step["mood"].number.map { .figures([Wanted($0)]) }
    case "Pain points and remarks":
      let parts = place.text.components(separatedBy: "; ")
      return .figures(parts.flatMap { hit($0, step) ?? remark($0, step) })
    default: return nil
    }
  }

  /// "journey trace … --traveller 123 --fix all".
  private static let customerCommand: PageRule = { numbers, figures in
    let trace = figures["customer"]["trace"]
    guard numbers.place.element == "pre", let number = worlds(figures).first?["traveller"].number else {
      return nil
    }
    let seed = numbers.text.contains("--seed") ? trace["seed"].number.map { [Wanted($0)] } ?? [] : []
    return numbers.count == 1 + seed.count ? .figures([Wanted(number)] + seed) : nil
  }
}
