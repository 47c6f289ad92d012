import JourneyDiagnostics
import JourneyExperiments
import JourneyModel
import JourneyStatistics

/// The figures that a page's own script answers from.
enum LiveData {
  /// The keys are those that `LiveScript` names.
  static func json(_ model: LiveModel) -> JSONValue {
    let money = FigureStyle(unit: .money, currency: model.currency, around: 0)
    return .members([
      "n": .array(model.fixes.map { .text($0.painPoint) }),
      "w": .array(model.fixes.map { short($0.works, 6) }),
      "c": model.totalCost == nil ? nil : .array(model.fixes.map { .number($0.cost ?? 0) }),
      "l": .array(model.fixes.map { short($0.leadYears, 6) }),
      "p": .text(money.prefix), "q": .text(money.suffix), "run": .text(model.arguments),
      "lead": .text(model.measures.first?.title ?? ""), "why": .array(model.reasons.map(JSONValue.text)),
      "m": .array(model.measures.map { measure($0, money) }),
    ])
  }

  private static func measure(_ measure: LiveModel.Measure, _ money: FigureStyle) -> JSONValue {
    let today = measure.today
    let isWorth = today == nil
    return .members([
      "t": .text(today?.short ?? ""), "s": short(measure.level, 9), "d": .int(places(today?.value ?? "")),
      "p": .text(today?.prefix ?? money.prefix), "q": .text(today?.suffix ?? money.suffix),
      "u": .text(isWorth ? "" : measure.unit),
      "b": .int(measure.metric.higherIsBetter.map { $0 ? 1 : -1 } ?? 0),
      "r": .text(measure.isReal.map { $0 ? "1" : "0" }.joined()),
      "a": .array(measure.alone.map { short($0.mean, 9) }),
      "h": .array(measure.alone.map { short($0.halfWidth, 9) }),
      "e": .array(measure.extra.map { short($0.mean, 4) }),
      "g": .array(measure.extra.map { short($0.halfWidth, 2) }),
    ])
  }

  /// Decimals of a figure in words.
  private static func places(_ text: String) -> Int {
    text.firstIndex(of: ".").map { text.distance(from: $0, to: text.endIndex) - 1 } ?? 0
  }

  /// A number of so many digits: what stands in a page is no longer than it need be.
  static func short(_ value: Double, _ digits: Int) -> JSONValue {
    guard value != 0, value.isFinite else { return .int(0) }
    var (step, size) = (1.0, abs(value))
    var limit = 1.0
    for _ in 0..<digits { limit *= 10 }
    while size * step >= limit { step /= 10 }
    while size * step * 10 < limit, step < 1e15 { step *= 10 }
    size = (size * step).rounded()
    return .number(value < 0 ? -size / step : size / step)
  }
}
