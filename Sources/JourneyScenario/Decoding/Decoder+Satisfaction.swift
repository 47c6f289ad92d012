import JourneyDiagnostics
import JourneyModel

extension Decoder {
  /// Reads `satisfaction`.
  mutating func decodeSatisfaction(_ node: DocumentNode) {
    for entry in entries(node, of: "satisfaction") ?? [] {
      let (key, value) = (entry.key.name, entry.value)
      switch key {
      case "expects": assign(self.value(value, key, PointsValue.parse), to: \.expects)
      case "surprise": inside(key) { $0.decodeSurprise(value) }
      case "adaptation": assign(self.value(value, key, ProbabilityValue.parse)?.value, to: \.adaptation)
      case "memory": inside(key) { $0.decodeMemory(entry) }
      case "mood": inside(key) { $0.decodeMood(value) }
      case "waiting":
        assign(factor(value, key), to: \.waiting)
        findings.add(.noEffect, .note, at: entry.key.mark, "waiting has no effect until channels are staffed")
      case "leaving costs": assign(self.value(value, key, PointsValue.parse), to: \.leavingCosts)
      case "survey noise": assign(self.value(value, key, PointsValue.parse), to: \.surveyNoise)
      default: unknown(entry, in: KeyCatalogue.satisfaction)
      }
    }
  }

  private mutating func assign(_ number: Double?, to path: WritableKeyPath<SatisfactionModel, Double>) {
    if let number { draft.satisfaction[keyPath: path] = number }
  }

  private mutating func decodeSurprise(_ node: DocumentNode) {
    for entry in entries(node, of: "surprise") ?? [] {
      switch entry.key.name {
      case "gain": assign(factor(entry.value, entry.key.name), to: \.gain)
      case "loss aversion": assign(factor(entry.value, entry.key.name), to: \.lossAversion)
      default: unknown(entry, in: KeyCatalogue.surprise)
      }
    }
  }

  private mutating func decodeMemory(_ entry: DocumentEntry) {
    draft.memoryMark = entry.key.mark
    for entry in entries(entry.value, of: "memory") ?? [] {
      let (key, value) = (entry.key.name, entry.value)
      switch key {
      case "average": assign(self.value(value, key, ProbabilityValue.parse)?.value, to: \.memory.average)
      case "best": assign(self.value(value, key, ProbabilityValue.parse)?.value, to: \.memory.best)
      case "worst": assign(self.value(value, key, ProbabilityValue.parse)?.value, to: \.memory.worst)
      case "end": assign(self.value(value, key, ProbabilityValue.parse)?.value, to: \.memory.end)
      default: unknown(entry, in: KeyCatalogue.memory)
      }
    }
  }

  private mutating func decodeMood(_ node: DocumentNode) {
    for entry in entries(node, of: "mood") ?? [] {
      switch entry.key.name {
      case "newest counts":
        assign(value(entry.value, entry.key.name, ProbabilityValue.parse)?.value, to: \.moodNewest)
      case "to leave": assign(factor(entry.value, entry.key.name), to: \.moodToLeave)
      default: unknown(entry, in: KeyCatalogue.mood)
      }
    }
  }

  /// Reads `retention`.
  mutating func decodeRetention(_ entry: DocumentEntry) {
    draft.retentionMark = entry.key.mark
    var model = RetentionModel(base: .goal, everySeconds: 0, baseline: .zero)
    guard let entries = entries(entry.value, of: "retention") else { return }
    for entry in entries {
      let (key, value) = (entry.key.name, entry.value)
      switch key {
      case "of":
        let base = word(value, key) { text throws(ValueProblem) in
          try WordValue.parse(text, RetentionBase.self)
        }
        if let base { model.base = base }
      case "every":
        let length = self.value(value, key) { text throws(ValueProblem) in
          let seconds = try DurationValue.fixed(text)
          guard seconds > 0 else {
            throw ValueProblem(.badDuration, "a period is longer than 0", part: text.range)
          }
          return seconds
        }
        if let length { model.everySeconds = length }
      case "baseline":
        draft.retentionHasBaseline = true
        if let (share, points) = self.value(value, key, isShare: true, Self.baseline) {
          model.baseline = share
          if let points { model.referencePoints = points }
        }
      case "odds per 10 points":
        let odds = self.value(value, key) { text throws(ValueProblem) in
          try NumberValue.parse(text, in: 1e-6...1e6, what: "a factor on odds")
        }
        if let odds { model.oddsPer10Points = odds }
      case "polarisation":
        let share = self.value(value, key) { text throws(ValueProblem) in
          try NumberValue.parse(text, in: 0...0.99, what: "polarisation")
        }
        if let share { model.polarisation = share }
      case "anchor":
        let anchors = word(value, key) { text throws(ValueProblem) in try WordValue.parse(text, Anchor.self) }
        if let anchors { model.anchorsOnPrevious = anchors == .previous }
      case "value": model.value = inside(key) { $0.decodeValue(entry) }
      default: unknown(entry, in: KeyCatalogue.retention)
      }
    }
    for key in ["of", "every"] where !entries.contains(where: { $0.key.name == key }) {
      missing(key, in: "retention", at: entry.key.mark, example: key == "of" ? "goal" : "90d")
    }
    draft.retention = model
  }

  private enum Anchor: String, CaseIterable {
    case previous, none
  }

  private static func baseline(_ text: ValueText) throws(ValueProblem) -> (Probability, Double?) {
    guard let (share, points) = text.split(at: " at ") else { return (try ProbabilityValue.parse(text), nil) }
    return (try ProbabilityValue.parse(share), try PointsValue.parse(points))
  }

  private mutating func decodeValue(_ entry: DocumentEntry) -> RetentionModel.Value? {
    guard let entries = entries(entry.value, of: "value") else { return nil }
    var model = RetentionModel.Value(marginPerPurchase: 0)
    for entry in entries {
      let (key, value) = (entry.key.name, entry.value)
      switch key {
      case "margin per purchase": model.marginPerPurchase = money(value, key, mayBeNegative: true) ?? 0
      case "discount": model.discountPerYear = self.value(value, key, RateValue.sharePerYear) ?? 0
      case "periods":
        let periods = self.value(value, key) { text throws(ValueProblem) in
          try CountValue.parse(text, in: 1...1_000, what: "the number of periods")
        }
        if let periods { model.periods = periods }
      default: unknown(entry, in: KeyCatalogue.value)
      }
    }
    if !entries.contains(where: { $0.key.name == "margin per purchase" }) {
      missing("margin per purchase", in: "value", at: entry.key.mark, example: "21")
    }
    return model
  }
}
