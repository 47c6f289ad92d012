import Foundation

/// How sure it is, what was typed, and how it was made.
extension PageRules {
  static let sure: [PageRule] = [
    { numbers, figures in
      let place = numbers.place
      let block = figures["uncertainty"]["uncertainty"]
      let conclusions = block["conclusions"].list
      if place.element == "h2" {
        let robust = conclusions.filter { $0["isRobust"].value as? Bool == true }.count
        return .figures([Wanted(Double(robust)), Wanted(Double(conclusions.count))])
      }
      if place.element == "p", place.has("reading") {
        // "53 uncertain inputs drawn together, 60 times. … 95% of the draws …"
        var wanted: [Wanted] = []
        if numbers.text.contains(/\d+ uncertain input/) {
          wanted.append(Wanted(Double(block["inputs"].list.count)))
        }
        if numbers.text.contains("times"), let draws = block["draws"].number { wanted.append(Wanted(draws)) }
        if numbers.text.contains(/\d+ rival rule/) {
          wanted.append(Wanted(Double(block["rules"].list.count)))
        }
        return .figures(wanted + (numbers.text.contains("95% of the draws") ? [Wanted(95)] : []))
      }
      if place.has("tornado") { return bar(numbers, figures) }
      if place.caption == "Ranks over uncertain inputs and rival rules" { return ranks(numbers, figures) }
      if place.element == "li" { return conclusion(numbers, figures) }
      if place.has("notes") { return sureNotes(numbers, block) }
      return nil
    }
  ]

  /// What is assumed of guesses, and how many draws there were.
  private static func sureNotes(_ numbers: Numbers, _ block: Answer) -> Reading? {
    var wanted: [Wanted] = []
    let guess = (block["guessRange"].number ?? .nan) * 100
    if numbers.text.contains("A guess (?)") { wanted += [Wanted(guess), Wanted(guess)] }
    if numbers.text.contains("± r% as 95%") { wanted.append(Wanted(95)) }
    if numbers.text.contains("draws could not stand"), let failed = block["failedDraws"].number {
      wanted.append(Wanted(failed))
    }
    if numbers.text.contains("odds × 1") { wanted.append(Wanted(1)) }
    if numbers.text.contains("the middle 90%") { wanted.append(Wanted(90)) }
    return block["travellersPerDraw"].number.map { .figures(wanted + [Wanted($0)]) }
  }

  /// An input at both ends of its range, and what the figure does there.
  private static func bar(_ numbers: Numbers, _ figures: Answer) -> Reading? {
    let sensitivity = figures["sensitivity"]
    let bars = sensitivity["inputs"].list
    let text = numbers.text
    let bar: Answer? =
      numbers.place.element == "label" || numbers.place.text.contains(".")
      ? bars.filter { numbers.place.text.hasPrefix($0["input"]["path"].text) }
        .max { $0["input"]["path"].text.count < $1["input"]["path"].text.count } : nil
    guard let bar, let typed = bar["input"]["value"].number else { return nil }
    let unit = sensitivity["unit"].text
    var wanted = [Wanted(typed * inputScale(text, typed, numbers.tokens[0].value))]
    if numbers.count == 1 { return .figures(wanted) }
    for end in ["low", "high"] {
      guard let value = bar[end]["value"].number, numbers.tokens.indices.contains(wanted.count) else {
        return nil
      }
      wanted.append(Wanted(value * inputScale(text, value, numbers.tokens[wanted.count].value)))
      let effect = bar[end]["effect"]
      let isReal = effect.interval.count == 2 && (effect.interval[0] > 0 || effect.interval[1] < 0)
      if isReal, let mean = effect.mean {
        wanted += Reading.values(mean, effect.interval, unit, numbers).prefix(1)
      }
    }
    return .figures(wanted)
  }

  /// An input is written in percent, as it is, or in days, hours or minutes: whichever its own value says.
  private static func inputScale(_ text: String, _ value: Double, _ shown: Double) -> Double {
    let scales = [1, 100, 1 / 86_400.0, 1 / 3_600.0, 1 / 60.0, 86_400, 3_600.0]
    return scales.min { abs(value * $0 - shown) < abs(value * $1 - shown) } ?? 1
  }

  private static func ranks(_ numbers: Numbers, _ figures: Answer) -> Reading? {
    let place = numbers.place
    let document = figures["uncertainty"]
    let variants = document["variants"].list.filter { $0.id == place.row && $0["ranking"].exists }
    guard let variant = variants.first else { return nil }
    let ranking = variant["ranking"]
    switch place.column {
    case "Rank": return ranking["rank"].number.map { .figures([Wanted($0)]) }
    case "Over inputs", "Over rules":
      let ends = ranking[place.column == "Over inputs" ? "overInputs" : "overRules"].list.compactMap(\.number)
      return .figures(ends.prefix(numbers.count).map { Wanted($0) })
    case "Effect with inputs":
      let json = variant["metrics"][id: document["uncertainty"]["metric"].text]
      let ends = json["inputInterval"].list.compactMap(\.number)
      guard let mean = json["inputMean"].number else { return nil }
      return .figures(Array(Reading.values(mean, ends, json["unit"].text, numbers).prefix(numbers.count)))
    default: return variant["money"]["positiveShare"].number.map { .figures([Wanted($0 * 100)]) }
    }
  }

  /// What does not survive and why, what survives, and what to measure next.
  private static func conclusion(_ numbers: Numbers, _ figures: Answer) -> Reading? {
    let block = figures["uncertainty"]["uncertainty"]
    let text = numbers.place.text
    if let question = block["information"]["questions"].list.first(where: {
      text.hasPrefix($0["path"].text + ":")
    }) {
      let worth = question["worth"]
      let ends = worth.interval
      if text.contains("a year") { return .figures(ends.map { Wanted($0.rounded()) }) }
      return worth.mean.map { .figures(Reading.values($0, ends, block["information"]["unit"].text, numbers)) }
    }
    if text.hasPrefix("No single number"), let draws = block["draws"].number {
      return .figures([Wanted(draws)])
    }
    guard let found = block["conclusions"].list.first(where: { text.hasPrefix($0["text"].text) }) else {
      return nil
    }
    let reason = String(text.dropFirst(found["text"].text.count))
    let limits = FigureToken.all(in: found["text"].text).map { Wanted($0.value) }
    let share = reason.contains("of the draws") ? found["inputShare"].number.map { $0 * 100 } : nil
    // "just under 95%" is the bound; rules are named with numbers of their own.
    let isBound = reason.contains("just under 95%")
    let held = (share.map { [Wanted(isBound ? 95 : $0)] } ?? [])
    let named = FigureToken.all(in: reason).dropFirst(held.count).map { Wanted($0.value) }
    return .figures(Array((limits + held + named).suffix(numbers.count)))
  }

  static let typed: [PageRule] = [
    { numbers, figures in
      let place = numbers.place
      let typed = figures["simulation"]["typed"].list
      if place.element == "h2" { return .figures([Wanted(Double(typed.count))]) }
      if place.has("notes") { return .words("rows shown") }
      guard place.caption == "Typed beside simulated", typed.indices.contains(place.rowNumber - 1) else {
        return nil
      }
      let entry = typed[place.rowNumber - 1]
      let unit = entry["quantity"].text == "quality" ? "points" : "share"
      if place.column == "Typed" {
        return entry["typed"].number.map { .figures([Wanted($0 * scale(unit, ""))]) }
      }
      return place.column == "Simulated" ? .estimate(entry["simulated"], unit, in: numbers) : nil
    }
  ]

  static let method: [PageRule] = [
    { numbers, figures in
      let text = numbers.text
      let simulation = figures["simulation"]
      func counts(_ keys: [String], _ json: Answer) -> [Wanted] {
        keys.compactMap { json[$0].number }.map { Wanted($0) }
      }
      if text.hasPrefix("Scenario ") { return Reading.words("id of the file") }
      if numbers.place.element == "pre" {
        // The command ends with the run; the file's path may hold numbers of its own.
        return .figures(numbers.tokens.dropLast(2).map { Wanted($0.value) } + run(figures))
      }
      if text.hasPrefix("Intervals are 95%") { return Reading.words("level") }
      if text.contains("same command gives") {
        // Travellers, seed, periods where they are written as a number, and the version's own numbers.
        let written =
          numbers.text.contains(/\d+ periods?/) ? ["travellers", "seed", "periods"] : ["travellers", "seed"]
        let own = counts(written, figures["run"])
        return .figures(own + FigureToken.all(in: figures["run"]["version"].text).map { Wanted($0.value) })
      }
      if text.hasPrefix("The scenario holds") {
        let evidence = figures["evidence"]
        // All, then the firmest first: counted, known to a range, guessed, and the rest.
        let all = ["numbers", "counted", "ranges", "guesses"].compactMap { evidence[$0].number }
        let parts = all.dropFirst() + [(all.first ?? 0) - all.dropFirst().reduce(0, +)]
        return .figures((all.prefix(1) + parts.filter { $0 > 0 }).map { Wanted($0) })
      }
      if text.contains("were cut off") {
        let cut = simulation["metrics"][id: "timedOut"]
        return .estimate(cut, "share", in: numbers)
      }
      if text.contains("is a judgement") {
        return .figures(
          ["average", "best", "worst", "end"].compactMap { figures["memory"][$0].number }.map {
            Wanted($0 * 100)
          }
        )
      }
      if numbers.place.caption == "Exact and simulated" {
        let lines = simulation["exact"]["lines"].list
        guard lines.indices.contains(numbers.place.rowNumber - 1) else { return nil }
        let keys = ["Exact": "exact", "Simulated": "simulated", "z": "z"]
        guard let key = keys[numbers.place.column] else { return Reading.words("words of the scenario") }
        return .figures(counts([key], lines[numbers.place.rowNumber - 1]))
      }
      if text.hasPrefix("Checked against the exact answer") {
        let exact = simulation["exact"]
        return .figures(
          [Wanted(Double(exact["lines"].list.count)), Wanted(99.99)] + counts(["greatestZ"], exact)
        )
      }
      if simulation["assumptions"].list.contains(where: { $0.text == numbers.place.text }) {
        return Reading.words("what was assumed")
      }
      return nil
    }
  ]
}
