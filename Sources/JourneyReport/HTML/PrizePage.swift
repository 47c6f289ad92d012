import JourneyStatistics

/// Writes the way from today to all fixes: a row for every total and step, which stands under its name on narrow pages.
enum PrizePage {
  static func node(_ chart: PrizeChart) -> HTMLNode {
    let strip = Strip(chart.range)
    var rows = [total(chart.today, nil, strip, links: (nil, chart.today.figure.mean))]
    rows += chart.steps.map { step($0, strip) }
    rows.append(total(chart.all, chart.perfect, strip, links: (chart.steps.last?.to, nil)))
    let axis = chart.ticks.map { tick in
      HTMLNode.el(
        .span,
        [HTMLAttribute(.style, "left:\(SVGNumber.text(strip.scale.place(tick.figure)))%")],
        [.text(tick.text)]
      )
    }
    rows.append(
      .el(.div, [.classes("loss"), HTMLAttribute(.hidden, "true")], [.el(.b, ""), .el(.div, "axis", axis)])
    )
    return .el(.div, "card prize", rows)
  }

  private static let height = 34.0

  private static func row(
    _ name: String,
    _ strip: Strip,
    finding: String,
    marks: [HTMLNode],
    words: [HTMLNode]
  ) -> HTMLNode {
    .el(
      .div,
      "loss",
      [
        .el(.b, Language.sentence(name)),
        Draw.canvas(
          width: 100,
          height: height,
          classes: "strip",
          finding: finding,
          stretched: true,
          marks
        ),
        .el(.span, "words", words),
      ]
    )
  }

  /// A line down from the row above to the middle, and from the middle to the row below.
  private static func links(_ above: Double?, _ below: Double?, _ strip: Strip) -> [HTMLNode] {
    [(above, 0.0), (below, height / 2)].compactMap { figure, top in
      figure.map { figure in
        let x = strip.scale.place(figure)
        return Draw.line(ChartPoint(x, top), ChartPoint(x, top + height / 2), "link")
      }
    }
  }

  private static func dot(_ figure: Double, _ strip: Strip, _ classes: String) -> HTMLNode {
    let x = strip.scale.place(figure)
    return Draw.line(ChartPoint(x, height / 2), ChartPoint(x + 0.01, height / 2), classes + " point")
  }

  private static func interval(_ low: Double, _ high: Double, _ strip: Strip) -> HTMLNode {
    Draw.line(
      ChartPoint(strip.scale.place(low), height / 2),
      ChartPoint(strip.scale.place(high), height / 2),
      "doubt"
    )
  }

  private static func total(
    _ total: PrizeChart.Total,
    _ perfect: PrizeChart.Total?,
    _ strip: Strip,
    links ends: (Double?, Double?)
  ) -> HTMLNode {
    var marks = links(ends.0, ends.1, strip)
    if let perfect { marks.append(dot(perfect.figure.mean, strip, "thin")) }
    marks += [interval(total.figure.low, total.figure.high, strip), dot(total.figure.mean, strip, "total")]
    var words: [HTMLNode] = [
      .el(.b, total.text.short), .text(total.text.interval.map { " (\($0))" } ?? ""),
    ]
    if let perfect { words.append(.text(", perfect \(perfect.text.short)")) }
    return row(
      total.name,
      strip,
      finding: "\(Language.sentence(total.name)): \(total.text.long)",
      marks: marks,
      words: words
    )
  }

  private static func step(_ step: PrizeChart.Step, _ strip: Strip) -> HTMLNode {
    let (from, to) = (strip.scale.place(step.from), strip.scale.place(step.to))
    let box = ChartBox(left: min(from, to), top: 7, width: max(0.15, abs(to - from)), height: height - 14)
    let text = PrizeWords.text(step)
    return row(
      step.name,
      strip,
      finding: "\(step.name): \(text.value)\(text.interval)",
      marks: links(step.from, step.to, strip) + [
        Draw.rectangle(box, "step " + step.tone.rawValue),
        interval(step.from + step.change.low, step.from + step.change.high, strip),
      ],
      words: [.el(.b, (step.tone == .bad ? "✗ " : "") + text.value), .text(text.interval)]
    )
  }
}
