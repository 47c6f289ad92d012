import JourneyDiagram
import JourneyStatistics

/// Writes a report document as a short text for pull requests and wikis: what it comes to, what to do, how sure that
/// is, and how to repeat it. The page has everything else; both read the same document and cannot disagree.
public enum ReportMarkdown {
  /// The text, in Markdown with tables and Mermaid as code hosts draw them.
  ///
  /// - Complexity: O(size of the document).
  public static func text(_ document: ReportDocument) -> String {
    MarkdownNode.document(
      top(document) + figures(document.keyFigures) + measured(document) + fixes(document) + sure(document)
        + others(document) + flow(document) + method(document)
    )
  }

  private static func top(_ document: ReportDocument) -> [MarkdownNode] {
    [
      .heading(1, document.verdict.headline),
      .paragraph([.strong(document.title), .plain(": " + document.provenance.joined(separator: ", "))]),
      .paragraph(document.verdict.explanation),
    ]
  }

  private static func figures(_ figures: [KeyFigure]) -> [MarkdownNode] {
    guard !figures.isEmpty else { return [] }
    return [
      .heading(2, "Key figures"),
      .table(
        [.words("Figure"), .figures("Today"), .figures("Interval"), .words("Target")],
        figures.map { key in
          [
            ReportTable.Cell(key.label), ReportTable.Cell(key.figure.short),
            ReportTable.Cell(
              (key.figure.interval.map { "\(MetricWords.level(key.estimate)): \($0)" } ?? "exact")
                + (key.plausible.map { "; \($0)" } ?? "")
            ),
            ReportTable.Cell(key.target?.text ?? "no target set"),
          ]
        }
      ),
    ]
  }

  /// Measured beside simulated.
  private static func measured(_ document: ReportDocument) -> [MarkdownNode] {
    guard let section = document.section(.observed) else { return [] }
    return [.heading(2, section.heading)]
      + section.blocks.compactMap { block in
        guard case .observed(let chart) = block else { return nil }
        return .table(
          [
            .words("What"), .figures("Measured"), .figures("Simulated"), .words("Simulated against measured"),
          ],
          chart.rows.map { row in
            [row.label, row.measured, row.simulated, row.verdict].map { ReportTable.Cell($0) }
          }
        )
      } + section.notes.map(MarkdownNode.words)
  }

  /// What to do: advice, worth and payback where fixes have a price, their effects in any case.
  private static func fixes(_ document: ReportDocument) -> [MarkdownNode] {
    var nodes: [MarkdownNode] = []
    if let section = document.section(.fixes) {
      nodes.append(.heading(2, section.heading))
      for case .forest(let forest) in section.blocks { nodes.append(.table(forest.summary)) }
      // Lines with inputs are drawn on the page alone.
      nodes += section.notes.filter { !$0.hasPrefix(ForestWords.inputLines) }.map(MarkdownNode.words)
    }
    if let section = document.section(.pay) {
      nodes.append(.heading(2, section.heading))
      for case .table(let table) in section.blocks { nodes.append(.table(table)) }
      nodes += section.notes.map(MarkdownNode.words)
    }
    return nodes
  }

  /// What survives doubt, and what does not.
  private static func sure(_ document: ReportDocument) -> [MarkdownNode] {
    guard let section = document.section(.sure) else { return [] }
    // What follows on how to read a chart has nothing to explain here.
    let reading = section.reading.prefix(
      upTo: section.reading.firstRange(of: " Bars:")?.lowerBound ?? section.reading.endIndex
    )
    var nodes: [MarkdownNode] = [.heading(2, section.heading), .words(String(reading))]
    for case .list(let title, let items) in section.blocks {
      if let title { nodes.append(.heading(3, title)) }
      nodes.append(.list(items))
    }
    return nodes
  }

  /// The findings of the parts that only the page shows.
  private static func others(_ document: ReportDocument) -> [MarkdownNode] {
    let told: Set<ReportSection.ID> = [.observed, .fixes, .pay, .sure, .flows, .method]
    let findings = document.sections.filter { !told.contains($0.id) }.map {
      "\($0.navigation): \($0.heading)"
    }
    return findings.isEmpty ? [] : [.heading(2, "What else the report shows"), .list(findings)]
  }

  /// The journey as a flowchart.
  private static func flow(_ document: ReportDocument) -> [MarkdownNode] {
    guard let section = document.section(.flows) else { return [] }
    let charts = section.blocks.compactMap { block -> MarkdownNode? in
      guard case .picture(let picture) = block else { return nil }
      return .fenced(Mermaid.flowchart(of: picture), language: "mermaid")
    }
    return charts.isEmpty ? [] : [.heading(2, section.heading)] + charts
  }

  /// The command that makes the same figures again.
  private static func method(_ document: ReportDocument) -> [MarkdownNode] {
    guard let section = document.section(.method) else { return [] }
    let commands = section.blocks.compactMap { block -> MarkdownNode? in
      guard case .command(let command) = block else { return nil }
      return .fenced(command, language: "sh")
    }
    return [.heading(2, section.heading)] + commands
  }
}

extension ForestTable {
  /// The rows with the effect of each change as costed, or as perfect where no price is given.
  var summary: ReportTable {
    let hasRanks = rows.contains { !$0.rank.isEmpty }
    return ReportTable(
      caption: "",
      columns: (hasRanks ? [.words("Rank")] : []) + [.words(rowHeading)] + columns.map { .figures($0.title) },
      rows: rows.map { row in
        (hasRanks ? [ReportTable.Cell(row.rank)] : [])
          + [ReportTable.Cell(row.title, detail: row.isTotal ? row.touchpoint : row.fix ?? "")]
          + row.cells.map { cell in
            guard let effect = cell.costed ?? cell.perfect else { return ReportTable.Cell("–") }
            let sign = effect.tone == .bad ? "✗ " : ""
            return ReportTable.Cell(effect.text.map { sign + $0.long } ?? "no real change")
          }
      }
    )
  }
}
