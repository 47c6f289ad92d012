import JourneyExperiments
import JourneyModel
import JourneyProbability
import JourneyStatistics

/// What is known of retention by period beyond today's curve: how far uncertain inputs move it, and other worlds.
struct RetentionFan {
  /// Bands of today's curve, the widest first; empty where no input is uncertain.
  let bands: [CurveChart.Band]
  /// The widest band's ends after 1, 2, … periods; empty where there is none.
  let doubts: [Estimate]
  /// The other worlds' curves: variants in the analyst's order, then all fixes.
  let lines: [CurveChart.Line]
  /// Variants whose curve today's would cover.
  let near: Int
  /// Variants left out because others depart further.
  let crowded: Int

  /// Most variants with a line.
  static let mostVariants = 4

  /// A difference of shares that can be seen beside today's curve.
  static let leastDeparture = 0.005

  /// Shares of possible curves within the bands.
  static let levels = [0.95, 0.8, 0.5]

  /// Collects what there is for so many periods.
  init(_ input: ReportInput, periods: Int) {
    let numbers = Array(1...max(1, periods))
    let layers = numbers.compactMap { input.uncertainty?.level(.retentionAfter($0))?.inputs }
    let hasDoubt = input.uncertainty?.drawn.isEmpty == false && layers.count == periods
    doubts = hasDoubt ? layers : []
    bands = hasDoubt ? Self.levels.map { Self.band(layers, $0) } : []

    func line(_ name: String, _ slot: Int?, _ variant: VariantResult) -> CurveChart.Line? {
      let shares = numbers.compactMap { variant.metric(.retentionAfter($0))?.variant }
      guard shares.count == periods, let last = shares.last else { return nil }
      return CurveChart.Line(
        name: name,
        slot: slot,
        shares: [1] + shares.map(\.mean),
        endLabel: Figure(last, in: .share).short
      )
    }
    let variants = (input.variants?.variants ?? []).enumerated().compactMap { line($1.name, $0, $1) }
    let today = [1] + input.simulation.retentionCurve.map(\.mean)
    func departure(_ line: CurveChart.Line) -> Double {
      zip(line.shares, today).map { abs($0 - $1) }.max() ?? 0
    }
    let seen = variants.filter { departure($0) >= Self.leastDeparture }.sorted {
      departure($0) > departure($1)
    }
    let chosen = Set(seen.prefix(Self.mostVariants).compactMap(\.slot))
    let whatIf = input.whatIf.map(FixWords.init)
    let all = whatIf?.together.flatMap { together in
      line(together.operation == "fix" ? "all fixes" : "no pain points", nil, together)
    }
    near = variants.count - seen.count
    crowded = seen.count - chosen.count
    lines = variants.filter { $0.slot.map(chosen.contains) ?? false } + [all].compactMap { $0 }
  }

  /// The middle share of curves: Student's t around the mean over draws, as the 95 % interval is made; shares end at 0 and 1.
  private static func band(_ layers: [Estimate], _ level: Double) -> CurveChart.Band {
    CurveChart.Band(
      level: level,
      ranges: [1...1]
        + layers.map { layer in
          let student = StudentT(degrees: Double(max(2, layer.count) - 1))
          let reach = layer.standardError * student.upperQuantile(tail: (1 - level) / 2)
          return max(0, min(1, layer.mean - reach))...max(0, min(1, layer.mean + reach))
        }
    )
  }

  /// What the bands stand around, and what has no line.
  var notes: [String] {
    var notes: [String] = []
    if !bands.isEmpty {
      notes.append(
        "The bands lie around the mean over draws of the inputs; the line has the inputs as typed."
      )
    }
    if near > 0 {
      let count = Language.sentence(Language.count(near, "variant"))
      notes.append(
        "\(count) never \(near == 1 ? "leaves" : "leave") today’s curve by half a point: no line of \(near == 1 ? "its" : "their") own."
      )
    }
    if crowded > 0 {
      notes.append("Of the variants that do, the \(Language.count(Self.mostVariants)) farthest are drawn.")
    }
    return notes
  }

  /// How to read bands and lines.
  var reading: String {
    var text = bands.isEmpty ? "" : " Bands: the middle 50, 80 and 95% with uncertain inputs."
    if !lines.isEmpty { text += " Dashed: other worlds, without bands." }
    return text
  }
}
