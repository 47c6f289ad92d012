import JourneyModel

extension Decoder {
  /// Reads `paths`.
  mutating func decodePaths(_ entry: DocumentEntry) {
    draft.pathsMark = entry.key.mark
    for entry in entries(entry.value, of: "paths") ?? [] {
      guard let row = inside(entry.key.name, { $0.row(entry) }) else { continue }
      switch row.place.text {
      case "START": draft.start = row
      case "RETURN": draft.returning = row
      default: draft.rows.append(row)
      }
    }
  }

  /// Reads one row: relative weights, some of them perhaps counts of moves that were `seen`, or percentages that
  /// total 100 with at most one `rest`.
  mutating func row(_ entry: DocumentEntry) -> Draft.Row? {
    let place = Draft.Name(text: entry.key.name, mark: entry.key.mark)
    guard let entries = entries(entry.value, of: "a row of paths") else { return nil }
    var options: [Draft.Option] = []
    options.reserveCapacity(entries.count)
    var rest: Int?
    var percent: Mark?
    var bare: Mark?
    var errors = 0
    for option in entries {
      let to = Draft.Name(text: option.key.name, mark: option.key.mark)
      guard let text = scalar(option.value, "a weight") else {
        errors += 1
        continue
      }
      if text == "rest" {
        if let rest {
          findings.add(
            .rowTotal,
            at: option.value.mark,
            "only one option of a row can be the rest",
            notes: [.init("the other is here", at: entries[rest].value.mark)]
          )
          errors += 1
        }
        rest = options.count
        options.append(.init(to: to, weight: 0))
        continue
      }
      // The usual case, a bare number, is read without taking the text apart.
      if NumberValue.isDecimal(text.utf8), let weight = Double(text), weight >= 0, weight.isFinite {
        evidence.numbers += 1
        bare = bare ?? option.value.mark
        options.append(.init(to: to, weight: weight))
        continue
      }
      let isPercent = text.utf8.contains(UInt8(ascii: "%"))
      guard let (weight, inPercent) = value(option.value, option.key.name, isShare: isPercent, Self.weight)
      else {
        errors += 1
        if isPercent { percent = percent ?? option.value.mark } else { bare = bare ?? option.value.mark }
        continue
      }
      if inPercent { percent = percent ?? option.value.mark } else { bare = bare ?? option.value.mark }
      options.append(.init(to: to, weight: weight))
    }
    guard errors == 0 else { return .init(place: place, options: options, isBroken: true) }
    if let percent, let bare {
      findings.add(
        .rowMixedUnits,
        at: bare,
        "the row of \"\(place.text)\" mixes percentages and bare weights",
        notes: [.init("a percentage", at: percent)],
        help: ["write the whole row in percent, or none of it"]
      )
    } else if rest != nil, let bare {
      findings.add(
        .rowMixedUnits,
        at: bare,
        "the rest is known only where the whole row is in percent",
        help: ["write the row in percent"]
      )
    } else if percent != nil || rest != nil {
      checkTotal(of: &options, rest: rest, at: entry, of: place)
    }
    return .init(place: place, options: options)
  }

  private mutating func checkTotal(
    of options: inout [Draft.Option],
    rest: Int?,
    at entry: DocumentEntry,
    of place: Draft.Name
  ) {
    let total = options.reduce(0) { $0 + $1.weight }
    if let rest {
      guard total <= 1 + 1e-9 else {
        findings.add(
          .rowTotal,
          at: place.mark,
          "the row of \"\(place.text)\" totals \(ProbabilityValue.shown(total)) without the rest"
        )
        return
      }
      options[rest].weight = max(0, 1 - total)
      // What is left by binary fractions of exact percentages is nothing, not a tiny share.
      if options[rest].weight < 1e-12 { options[rest].weight = 0 }
    } else if abs(total - 1) > 1e-9 {
      findings.add(
        .rowTotal,
        at: place.mark,
        "the row of \"\(place.text)\" totals \(ProbabilityValue.shown(total)), not 100 %",
        notes: (entry.value.entries ?? []).map(\.value.mark).together(
          saying: "these total \(ProbabilityValue.shown(total))"
        ),
        help: ["write rest for one of them, or bare numbers for relative weights"]
      )
    }
  }

  private static func weight(_ text: ValueText) throws(ValueProblem) -> (Double, isPercent: Bool) {
    if text.last == "%" { return (try ProbabilityValue.parse(text).value, true) }
    if let count = try SeenValue.parse(text) { return (Double(count), false) }
    return (try NumberValue.parse(text, in: 0...Double.infinity, what: "a weight"), false)
  }
}
