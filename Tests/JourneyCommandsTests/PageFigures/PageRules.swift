import Foundation

// How a section gets its rules:
//
// 1. A file `Rules/<Section>Rules.swift` with `static let <section>: [PageRule]` in an extension of `PageRules`.
// 2. One word in `PageRules.bySection`, under the section's id.
//
// A rule looks at one place and answers what its numbers are, in reading order:
//   - `.figures([...])`: as many values as the place has numbers, in the unit of the page;
//   - `.estimate(json, unit)`: one number is the value, three are the value with its interval;
//   - `.words(why)`: no figures of the run: ranks, ticks of an axis, rules of the method;
//   - nil: not mine, ask the next rule.
// A number that no rule accounts for fails the test; so does a section without rules.

/// What the numbers of a place are.
enum Reading {
  /// These values, in reading order.
  case figures([Wanted])
  /// No figures of the run, and why.
  case words(String)

  /// An estimate: its value, and where three numbers stand its interval, too.
  static func estimate(_ json: Answer, _ unit: String, in place: PageRules.Numbers) -> Reading? {
    guard let mean = json.mean else { return nil }
    return .figures(Array(Self.values(mean, json.interval, unit, place).prefix(max(1, place.count))))
  }

  /// A value and its interval in the unit of a text.
  static func values(_ mean: Double, _ ends: [Double], _ unit: String, _ place: PageRules.Numbers) -> [Wanted]
  {
    let scale = PageRules.scale(unit, place.text)
    let width = ends.count == 2 ? abs(ends[1] - ends[0]) / 2 * scale : 0
    return ([mean] + ends).map { Wanted($0 * scale, halfWidth: width) }
  }
}

extension Reading {
  /// Words, where no number is left once these patterns are taken out.
  static func words(_ why: String, _ numbers: PageRules.Numbers, only patterns: [Regex<Substring>])
    -> Reading?
  {
    var text = numbers.text
    for pattern in patterns { text.replace(pattern, with: "") }
    return FigureToken.all(in: text).isEmpty ? .words(why) : nil
  }

  /// A label that says how long it is about ("Kept for 5 years").
  static func span(_ numbers: PageRules.Numbers) -> Reading? {
    words("length of a period", numbers, only: [/\d+ (?:years?|months?|weeks?|days?|periods?)/])
  }
}

/// Asks what the numbers of one place are.
typealias PageRule = @Sendable (PageRules.Numbers, Answer) -> Reading?

/// Compares every number of a page with the figures that it was made from.
struct PageRules {
  /// A place with its numbers, those of names and fixed words left out.
  struct Numbers {
    var place: Place
    /// Its text without names and fixed words.
    var text: String
    var tokens: [FigureToken]
    var count: Int { tokens.count }
  }

  /// The rules of each section by its id; "top" and "foot" are what stands around the sections.
  static let bySection: [String: [PageRule]] = [
    "top": board + top, "foot": top, "observed": observed, "map": map, "customer": customer,
    "hotspots": hotspots, "fixes": fixes, "live": live, "pay": pay, "prize": prize,
    "value": value, "year": year, "flows": flows, "paths": paths, "steps": steps, "stays": stays,
    "personas": personas, "scenarios": scenarios, "sure": sure, "typed": typed, "method": method,
  ]

  /// Words with numbers that are no figures, wherever they stand.
  nonisolated(unsafe) private static let fixed: [Regex<Substring>] = [
    /95% intervals?/, /0–100/, /CSAT 1–5/, /CES 1–7/, /4 or 5 of 5/, /Holm 1979/, /[Pp]er 100 travellers/,
    /of 100 points/,
    /at 95%/, /points of 100/, /middle 80%/, /adds up to 100%/,
  ]

  let figures: Answer
  /// Names and texts of the scenario that hold digits, longest first.
  let names: [String]

  /// - Parameter scenario: its file, whose texts are no figures.
  init(_ figures: Answer, scenario: String) {
    self.figures = figures
    let quoted = scenario.matches(of: /"([^"]*\d[^"]*)"/).map { String($0.output.1) }
    let plain = scenario.matches(
      of: /(?:name|does|thinks|backstage|owner|because|goal|quote|fix): ([^,{}\n"]*\d[^,{}\n"]*)/
    )
    .map { String($0.output.1).trimmingCharacters(in: .whitespaces) }
    let command = figures["command"].text
    let ids = figures.texts.filter { $0.count < 80 && $0 != command }
    names = Set(quoted + plain + ids).filter { text in
      text.contains(where: \.isNumber) && text.contains(where: \.isLetter) && text.count > 2
    }
    .sorted { ($0.count, $0) > ($1.count, $1) }
  }

  /// What was found of a page.
  struct Findings {
    /// Numbers that no rule accounts for, and those that are other than the figures, each with its place.
    var problems: [String] = []
    /// Every number with the value it was compared with.
    var compared: [(token: FigureToken, wanted: Wanted)] = []
    /// Numbers that are declared to be no figures, with the reason.
    var words: [String] = []
  }

  /// Compares every number of a page.
  func check(_ page: String) -> Findings {
    var findings = Findings()
    for place in PageReader.places(page) {
      let numbers = numbers(of: place)
      guard !numbers.tokens.isEmpty else { continue }
      let found = numbers.tokens.map(\.text).joined(separator: ", ")
      guard let rules = Self.bySection[place.section] else {
        findings.problems.append(
          "no rules for section “\(place.section)”: add them in PageFigures/Rules (\(found) at \(place.path))"
        )
        continue
      }
      var reading: Reading?
      for rule in rules where reading == nil { reading = rule(numbers, figures) }
      switch reading {
      case nil:
        findings.problems.append("no rule accounts for \(found) at \(place.path): “\(place.text)”")
      case .words(let why):
        findings.words.append("\(why): \(found) at \(place.path): “\(place.text.prefix(80))”")
      case .figures(let wanted):
        guard wanted.count == numbers.count else {
          findings.problems.append(
            "\(wanted.count) figures for \(numbers.count) numbers (\(found)) at \(place.path): “\(place.text)”"
          )
          continue
        }
        for (token, wanted) in zip(numbers.tokens, wanted) {
          findings.compared.append((token, wanted))
          guard !token.shows(wanted) else { continue }
          findings.problems.append(
            "\(token.text) is \(wanted.value) in the figures, at \(place.path): “\(place.text)”"
          )
        }
      }
    }
    return findings
  }

  private func numbers(of place: Place) -> Numbers {
    var text = place.text
    if text.contains(where: \.isNumber) {
      for name in names where text.localizedStandardContains(name) {
        text = text.replacingOccurrences(of: name, with: "", options: .caseInsensitive)
      }
      for words in Self.fixed { text.replace(words, with: "") }
    }
    return Numbers(place: place, text: text, tokens: FigureToken.all(in: text))
  }

  /// What a figure is multiplied by where it is shown.
  static func scale(_ unit: String, _ text: String) -> Double {
    switch unit {
    case "share": 100
    case "minutes" where text.contains(" days"): 1 / (24.0 * 60)
    case "minutes" where text.contains(" hours"): 1 / 60.0
    default: 1
    }
  }

  /// The metric that a label names, among some; of a curve over periods its end, unless several columns show it.
  static func metric(_ label: String, of columns: [String] = [], among metrics: Answer) -> Answer {
    let starts = [
      ("Reach ", "goal"), ("Satisfaction, CSAT", "csat"), ("Satisfaction", "satisfaction"),
      ("Satisfied", "csatTop2"),
      ("Net promoter", "nps"), ("Ease", "ces"), ("Customers who stay", "retention"),
      ("Stay as customers", "retention"), ("Kept as customers", "kept"),
      ("Still customers after", "retention@"),
      ("Kept for", "kept@"), ("Customer lifetime value", "clv"), ("Cost to serve", "cost"),
      ("Time taken", "minutes"),
      ("Touchpoint visits", "visits"), ("Journeys cut off", "timedOut"),
    ]
    guard let id = starts.first(where: { label.hasPrefix($0.0) })?.1 else { return Answer(nil) }
    if id.hasSuffix("@") {
      let points = metrics.list.filter { $0.id.hasPrefix(id) }
      let shown = columns.filter { $0.prefix(8) == label.prefix(8) }
      guard shown.count > 1, let index = shown.firstIndex(of: label) else {
        return points.last ?? Answer(nil)
      }
      return points.indices.contains(index) ? points[index] : Answer(nil)
    }
    // Where everybody is a customer already, who stays is who is kept.
    return id == "retention" && !metrics[id: id].exists ? metrics[id: "kept"] : metrics[id: id]
  }

  /// A row's name without its rank ("2= app home" is "app home").
  static func unranked(_ row: String) -> String { String(row.trimmingPrefix(/\d+[.=]*\s/)) }
}
