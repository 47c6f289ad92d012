import Foundation

/// The panels of the first screen: whether it looks like us, what to do, how far the evidence carries.
extension PageRules {
  static let board: [PageRule] = [likeness, toDo, basis]

  /// A count as sentences write it: in digits beyond twelve only.
  static func spoken(_ count: Int) -> [Wanted] { count > 12 ? [Wanted(Double(count))] : [] }

  // MARK: Does it look like us

  /// Measured beside simulated: the six that fit worst, in their own order.
  private static let likeness: PageRule = { numbers, figures in
    let place = numbers.place
    guard place.has("likeness") else { return nil }
    let observed = figures["simulation"]["observed"].list
    if place.has("more") { return .figures([Wanted(Double(observed.count - 6))]) }
    if place.has("answer") { return .figures(tones(observed)) }
    func distance(_ index: Int) -> Double {
      guard let measured = observed[index]["measured"].number, measured != 0,
        let simulated = observed[index]["simulated"].mean
      else { return 0 }
      return abs(simulated / measured - 1)
    }
    let shown = observed.indices.sorted { (distance($0), $1) > (distance($1), $0) }.prefix(6).sorted()
    guard place.caption == "Measured beside simulated", shown.indices.contains(place.rowNumber - 1) else {
      return nil
    }
    let entry = observed[shown[place.rowNumber - 1]]
    if place.element == "th" { return .span(numbers) }
    let unit = numbers.text.contains("%") ? "share" : "points"
    return place.column == "Measured"
      ? entry["measured"].number.map { .figures([Wanted($0 * scale(unit, numbers.text))]) }
      : .estimate(entry["simulated"], unit, in: numbers)
  }

  /// "Of 14 measured figures 13 close and one not settled": by where intervals lie to a tenth on either side.
  private static func tones(_ observed: [Answer]) -> [Wanted] {
    var counts = [0, 0, 0]
    for entry in observed {
      guard let measured = entry["measured"].number, measured != 0 else { continue }
      let ends = entry["simulated"].interval.map { $0 / measured - 1 }.sorted()
      guard let low = ends.first, let high = ends.last else { continue }
      let tone = low >= -0.1 && high <= 0.1 ? 0 : low > 0.1 || high < -0.1 ? 1 : 2
      counts[tone] += 1
    }
    return spoken(counts.reduce(0, +)) + counts.flatMap(spoken)
  }

  // MARK: What to do

  /// What to do before what to test and what to leave, each in order of worth; then all together.
  private static let toDo: PageRule = { numbers, figures in
    let place = numbers.place
    guard place.has("actions") else { return nil }
    let lines = figures["whatIf"]["actions"].list
    guard !lines.isEmpty else { return byEffect(numbers, figures) }
    if place.has("more") { return .figures([Wanted(Double(lines.count - 5))]) }
    let sorted = ["do", "test first", "don't"].flatMap { advice in
      lines.filter { $0["advice"].text == advice }
    }
    guard place.caption == "What to do, first things first", sorted.count == lines.count else { return nil }
    let isTotal = place.rowNumber > min(5, sorted.count)
    let all = figures["whatIf"]["variants"].list.first {
      $0["operation"].text == "fix" && $0["painPoints"].list.count > 1
    }
    let line = isTotal ? all?["yearly"] ?? Answer(nil) : sorted[place.rowNumber - 1]
    guard isTotal || place.row.hasPrefix(line["fix"].text) else { return nil }
    switch place.column {
    case "Fix":
      guard let cost = line["cost"].number else { return nil }
      return .figures((isTotal ? spoken(lines.count) : []) + [Wanted(cost)])
    case "Worth a year":
      let gain = isTotal ? line : line["gainPerYear"]
      return .estimate(gain, "money", in: numbers)
    case "Payback with lead time":
      let years = line["paybackYears"].number ?? .nan
      return .figures([Wanted(numbers.text.contains("month") ? years * 12 : years)])
    default: return nil
    }
  }

  /// Where money is not known: effects in the figure that ranks.
  private static func byEffect(_ numbers: Numbers, _ figures: Answer) -> Reading? {
    let place = numbers.place
    let variants = figures["whatIf"]["variants"].list
    let fixes = variants.filter { $0["operation"].text == "fix" && $0["painPoints"].list.count == 1 }
    let singles =
      fixes.isEmpty
      ? variants.filter { $0["operation"].text == "remove" && $0["painPoints"].list.count == 1 } : fixes
    if place.has("more") { return .figures([Wanted(Double(singles.count - 5))]) }
    guard place.caption == "What to do, first things first", let first = singles.first else { return nil }
    if place.row.isEmpty { return .span(numbers) }
    let isTotal = place.rowNumber > min(5, singles.count)
    let variant =
      isTotal
      ? variants.first {
        $0["operation"].text == first["operation"].text && $0["painPoints"].list.count != 1
      } ?? Answer(nil) : singles[place.rowNumber - 1]
    if place.column == "Fix" { return isTotal ? .figures(spoken(singles.count)) : nil }
    if place.column == "Cost, once" { return variant["cost"].number.map { .figures([Wanted($0)]) } }
    let json = metric(place.column, among: variant["metrics"])
    return .estimate(json, json["unit"].text, in: numbers)
  }

  // MARK: How far the evidence carries

  /// What the numbers of the file rest on, and which conclusions survive.
  private static let basis: PageRule = { numbers, figures in
    let place = numbers.place
    guard place.has("basis") else { return nil }
    let evidence = figures["evidence"]
    guard let all = evidence["numbers"].number, let counted = evidence["counted"].number,
      let ranges = evidence["ranges"].number, let guesses = evidence["guesses"].number
    else { return nil }
    let marked = counted + ranges + guesses
    let parts = [
      ("measured or fitted", counted), ("known to within a range", ranges), ("guessed", guesses),
      ("nothing said about how sure", max(0, all - marked)),
    ]
    if place.element == "label" || place.element == "li" {
      return .figures(parts.filter { $0.1 > 0 && place.text.contains($0.0) }.map { Wanted($0.1) })
    }
    if place.has("answer") {
      let first = numbers.text.contains("None of") ? [] : [numbers.text.contains("fitted") ? counted : marked]
      return .figures((first + [all]).map { Wanted($0) })
    }
    guard place.has("consequence") else { return nil }
    return numbers.text.hasPrefix("Mark what you doubt")
      ? .words("example of marks") : consequence(numbers, figures["uncertainty"]["uncertainty"])
  }

  /// How many conclusions survive what, and what does not survive, and why.
  private static func consequence(_ numbers: Numbers, _ block: Answer) -> Reading? {
    let conclusions = block["conclusions"].list
    let isRobust = conclusions.map { $0["isRobust"].value as? Bool == true }
    if numbers.text.contains(" survive") && numbers.text.contains(/^\d+ of \d/) {
      let survivors = [isRobust.count { $0 }, conclusions.count].map { Wanted(Double($0)) }
      return .figures(survivors + spoken(block["inputs"].list.count) + spoken(block["rules"].list.count))
    }
    let text = numbers.place.text
    guard
      let found = conclusions.filter({ text.contains($0["text"].text) }).max(by: {
        $0["text"].text.count < $1["text"].text.count
      })
    else { return nil }
    // A sentence of the figures is left out of the text where it stands there as a whole.
    let start = text.range(of: found["text"].text)?.upperBound ?? text.startIndex
    let others =
      text[start...].contains("other")
      ? isRobust.enumerated().count { index, robust in
        !robust && conclusions[index]["kind"].text != "first"
      } - 1 : 0
    let share = found["inputShare"].number.map { $0 * 100 } ?? .nan
    let held: [Wanted] =
      !numbers.text.contains("of the draws")
      ? [] : [Wanted(numbers.text.contains("just under 95%") ? 95 : share)]
    return .figures(held + spoken(others))
  }
}
