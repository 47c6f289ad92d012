import JourneyModel

/// A number with what it rests on, read from its text by the kind that stands there.
struct InputReading {
  var value: Double
  var kind: ScenarioInput.Kind
  var mark: Evidence.Mark.Kind?
  var limit: Double?
  var form = InputForm.plain

  /// Why a text holds no number that could be varied.
  struct NoNumber: Error {}

  /// Reads a text that was read before without findings.
  init(_ text: String, _ shape: Shape.Kind, key: String) throws {
    let isShare: Bool =
      switch shape {
      case .probability, .baseline: true
      default: false
      }
    let (number, status) = try Uncertainty.split(ValueText(text), isShare: isShare)
    mark =
      switch status {
      case .plain: nil
      case .guess: .guess
      case .relative(let share): .relative(share)
      case .counted(let count): .counted(count)
      }
    switch shape {
    case .probability:
      (value, kind, limit) = (try ProbabilityValue.parse(number).value, .share, 1)
    case .baseline:
      let (share, points) = number.split(at: " at ") ?? (number, ValueText(""))
      (value, kind, limit) = (try ProbabilityValue.parse(share).value, .share, 1)
      form = points.isEmpty ? .plain : .before(" at \(points.string)")
    case .sharePerYear:
      (value, kind, limit) = (try RateValue.sharePerYear(number), .share, 1)
      form = .before(" per year")
    case .points:
      (value, kind, limit) = (try PointsValue.parse(number), .points, 100)
    case .handoffPoints:
      (value, kind, limit) = (try NumberValue.parse(number), .points, 100)
    case .quality:
      switch try QualityValue.parse(number) {
      case .constant(let points): value = points
      case .normal(let mean, let deviation):
        value = mean
        form = .before(" ± \(InputForm.decimal(deviation))")
      case .discrete: throw NoNumber()
      }
      (kind, limit) = (.points, 100)
    case .severity:
      switch try SeverityValue.parse(number).law {
      case .constant(let points): value = points
      case .normal(let mean, let deviation):
        value = mean
        form = .before(" ± \(InputForm.decimal(deviation))")
      }
      (kind, limit) = (.points, 100)
    case .duration, .fixedDuration:
      switch try DurationValue.parse(number) {
      case .fixed(let seconds): (value, form) = (seconds, .seconds(p90: nil))
      case .lognormal(let median, let p90): (value, form) = (median, .seconds(p90: p90 / median))
      }
      kind = .duration
    case .money: (value, kind) = (try MoneyValue.parse(number, mayBeNegative: true), .money)
    case .rate:
      value = try RateValue.parse(number)
      guard let name = number.split(at: " per ")?.right.string,
        let unit = RateValue.units.first(where: { $0.unit == name })
      else { throw NoNumber() }
      kind = .rate(unit: unit.unit, seconds: unit.seconds)
      form = .per(unit.unit, seconds: unit.seconds)
    case .number:
      if let count = try SeenValue.parse(number) {
        (value, kind, mark, limit) = (Double(count), .seen, .counted(count), 1)
      } else {
        (value, kind) = (try NumberValue.parse(number), .number)
        if key == "polarisation" { limit = 0.99 }
      }
    default: throw NoNumber()
    }
  }
}
