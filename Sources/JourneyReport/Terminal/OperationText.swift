import JourneyDiagnostics
import JourneyExperiments
import JourneyModel

/// What-if runs of one operation or of all, for a terminal: a block each, with the question that it answers.
public struct OperationText: Sendable {
  private let result: OperationResult
  let style: TerminalStyle
  private let effects: ComparisonText

  /// Prepares the text.
  public init(_ scenario: Scenario, _ result: OperationResult, style: TerminalStyle = TerminalStyle()) {
    self.result = result
    self.style = style
    effects = ComparisonText(scenario, result.comparison, style: style)
  }

  /// The whole text, ending in a line end.
  public var text: String {
    let worlds = result.comparison.variants.count + 1
    var lines =
      verdict + [
        "Each change alone, the same travellers and random numbers as today: "
          + "\(worlds) worlds.", RunLine.text(result.comparison.stamp),
      ]
    lines += effects.precision
    for (operation, rows) in blocks {
      lines += ["", "  " + style.bold(OperationWords.heading(operation))]
      if let question = OperationWords.question(operation) { lines.append("  " + question) }
      switch operation {
      case Operation.partial.rawValue: lines += partial(rows)
      case Operation.neutral.rawValue: lines += values(result.comparison)
      default: lines += effects.effectTable(rows)
      }
      if operation == ranked { lines += effects.ties }
    }
    lines +=
      untried + effects.footnotes(ranks: blocks.contains { $0.operation != Operation.neutral.rawValue })
    return lines.joined(separator: "\n") + "\n"
  }

  /// The answer in a sentence: of fixes or removals where they were tried, else of touchpoints' value.
  private var verdict: [String] {
    let variants = result.comparison.variants
    if variants.contains(where: { ["fix", "remove"].contains($0.operation) }) {
      return VerdictWords(result.comparison).lines.map { style.bold(DisplayText.safe($0)) }
    }
    if variants.contains(where: { $0.operation == Operation.neutral.rawValue }) {
      return [style.bold(DisplayText.safe(ValueWords(result.comparison).heading) + ".")]
    }
    return variants.first.flatMap { OperationWords.answer($0.operation, result.comparison) }
      .map { [style.bold(DisplayText.safe($0) + ".")] } ?? []
  }

  /// The operation whose ties the result knows.
  private var ranked: String {
    let hasFixes = result.comparison.variants.contains { $0.operation == Operation.fix.rawValue }
    return (hasFixes ? Operation.fix : .remove).rawValue
  }

  /// Variants by operation in the order of the result; all degrees of a partial fix are one block.
  private var blocks: [(operation: String, rows: [VariantResult])] {
    var blocks: [(operation: String, rows: [VariantResult])] = []
    for variant in result.comparison.variants {
      let operation =
        WhatIf.degree(of: variant.operation) == nil ? variant.operation : Operation.partial.rawValue
      if let at = blocks.firstIndex(where: { $0.operation == operation }) {
        blocks[at].rows.append(variant)
      } else {
        blocks.append((operation, [variant]))
      }
    }
    return blocks
  }

  /// One row per pain point, one column per degree, of the figure that the ranking is by.
  private func partial(_ rows: [VariantResult]) -> [String] {
    let names = rows.filter { WhatIf.degree(of: $0.operation) == WhatIf.degrees.last }.map(\.name)
    let metric = WhatIf.rankingMetric(result.comparison)
    let label = MetricWords(result.comparison.journey).effectLabel(metric)
    var table = TextTable([.left] + WhatIf.degrees.map { _ in .left })
    table.add([label] + WhatIf.degrees.map { "\($0)% of hits" })
    for name in names {
      table.add(
        [TerminalText.cut(name, to: 30)]
          + WhatIf.degrees.map { degree in
            let row = rows.first { $0.name == name && WhatIf.degree(of: $0.operation) == degree }
            return effects.effect(row?.metric(metric))
          }
      )
    }
    return table.lines()
  }

  private var untried: [String] {
    guard !result.inapplicable.isEmpty else { return [] }
    var table = TextTable([.left, .left, .left])
    for change in result.inapplicable {
      table.add([change.operation, TerminalText.cut(change.name, to: 30), DisplayText.safe(change.reason)])
    }
    return ["", "  " + style.bold("Could not be tried")] + table.lines()
  }
}
