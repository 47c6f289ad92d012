import JourneyModel

extension Decoder {
  /// Reads `targets`.
  mutating func decodeTargets(_ node: DocumentNode) {
    for entry in entries(node, of: "targets") ?? [] {
      guard let metric = metric(entry.key) else { continue }
      let target = value(entry.value, entry.key.name) { text throws(ValueProblem) in
        let (comparison, figure) = try ComparisonValue.parse(text)
        return Target(
          metric: metric,
          comparison: comparison,
          value: try MetricValue.parse(figure, unit: metric.unit)
        )
      }
      if let target { draft.targets.append(.init(value: target, mark: entry.key.mark)) }
    }
  }

  private mutating func metric(_ key: DocumentKey) -> MetricID? {
    if let metric = MetricID(key.name) { return metric }
    let known = MetricID.plain.map(\.text)
    let nearest = Suggestion.nearest(to: key.name, among: known)
    findings.add(
      .unknownName,
      at: key.mark,
      "\"\(key.name)\" is no metric" + (nearest.map { "; did you mean \"\($0)\"?" } ?? ""),
      help: nearest == nil ? ["metrics: \(known.joined(separator: ", ")), retention@k, kept@k"] : [],
      replacement: nearest.map { (text: $0, say: "write \($0)") }
    )
    return nil
  }

  /// Reads `observed`.
  mutating func decodeObserved(_ node: DocumentNode) {
    for entry in entries(node, of: "observed") ?? [] {
      let key = ValueText(entry.key.written)
      var touchpoint: Draft.Name?
      var quantity: Observation.Quantity?
      func place(_ text: ValueText) -> String {
        touchpoint = Draft.Name(text: text.string.nfc, mark: entry.key.mark)
        return text.string.nfc
      }
      var unit = MetricUnit.share
      if let rest = key.after(word: "leave at"), !rest.isEmpty {
        quantity = .leaveAt(place(rest))
      } else if let rest = key.after(word: "satisfaction at"), !rest.isEmpty {
        quantity = .satisfactionAt(place(rest))
        unit = .points
      } else if let rest = key.after(word: "visits of"), !rest.isEmpty {
        quantity = .visitsOf(place(rest))
        unit = .count
      } else if key.string == "churn" {
        quantity = .churnPerYear
      } else if let metric = MetricID(key.string) {
        quantity = .metric(metric)
        unit = metric.unit
      }
      guard let quantity else {
        findings.add(
          .unknownName,
          at: entry.key.mark,
          "\"\(entry.key.name)\" is nothing that can be measured",
          help: ["write a metric id, leave at NAME, satisfaction at NAME, visits of NAME or churn"]
        )
        continue
      }
      let figure = value(entry.value, entry.key.name, isShare: unit == .share) { text throws(ValueProblem) in
        quantity == .churnPerYear
          ? try RateValue.sharePerYear(text) : try MetricValue.parse(text, unit: unit)
      }
      guard let figure else { continue }
      let observation = Observation(label: entry.key.name, quantity: quantity, value: figure)
      draft.observed.append(.init(value: observation, mark: entry.key.mark, touchpoint: touchpoint))
    }
  }

  /// Reads `what if`; `set` and `add` are applied to the document later.
  mutating func decodeVariants(_ node: DocumentNode) {
    for entry in entries(node, of: "what if") ?? [] {
      let name = Draft.Name(text: entry.key.name, mark: entry.key.mark)
      var part = Draft.VariantPart(name: name, node: entry.value)
      guard !entry.value.isNull else {
        draft.variants.append(part)
        continue
      }
      for entry in entries(entry.value, of: "a variant") ?? [] {
        let (key, value) = (entry.key.name, entry.value)
        switch key {
        case "fix": part.fix = names(value, key)
        case "remove": part.remove = names(value, key)
        case "bypass": part.bypass = names(value, key)
        case "close": part.close = names(value, key)
        case "builds on": part.buildsOn = names(value, key)
        case "because": part.because = text(value, key)
        case "set": part.set = entries(value, of: "set") ?? []
        case "add": if entries(value, of: "add") != nil { part.add = value }
        default: unknown(entry, in: KeyCatalogue.variant)
        }
      }
      draft.variants.append(part)
    }
  }
}
