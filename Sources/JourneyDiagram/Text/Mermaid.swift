/// Pictures as Mermaid text, which wikis and code hosts draw by themselves: round, but at hand.
public enum Mermaid {
  /// Lines that Mermaid's own layout can still take, beside those from the start.
  private static let mostLines = 60

  /// A flowchart: stages as subgraphs, touchpoints and outcomes as boxes, moves as arrows with their share, from the
  /// start to leaving, which cards have no room to say here.
  ///
  /// Folded and thinned out as the drawing is; what is hidden stands in a comment.
  public static func flowchart(of picture: JourneyPicture) -> String {
    let hasStages = !picture.stages.isEmpty
    let folded = Folding.folded(
      picture,
      limit: hasStages ? Drawing.mostCardsInGrid : DotFallback.mostCards,
      perCell: hasStages
    )
    let small = folded.picture
    let selection = FlowSelection(of: small, withLeaving: true)
    var coverage = selection.coverage
    coverage.touchpoints = (folded.kept, picture.shownCards)
    coverage.showsBusiest = picture.focus == nil
    var lines = ["---", "title: \"\(yaml(picture.title))\"", "---", "flowchart LR"]
    for note in [picture.answer] + picture.caption + [coverage.sentence] where !note.isEmpty {
      lines.append("  %% \(comment(note))")
    }
    lines += nodes(of: small)
    let entries = entries(of: small)
    if !entries.isEmpty { lines += ["  start((Start))"] + entries }
    var styles: [String] = []
    for (place, line) in selection.drawn.prefix(mostLines).enumerated() {
      let flow = small.flows[line.flow]
      let number = entries.count + place
      let (arrow, style) = look(flow, in: small)
      lines.append(
        "  n\(line.from) \(arrow)|\"\(MermaidText.label(label(flow, in: small.view)))\"| n\(line.to)"
      )
      if let style { styles.append("  linkStyle \(number) \(style)") }
    }
    return (lines + styles + classes(of: small) + [""]).joined(separator: "\n")
  }

  /// A Mermaid user journey: sections are stages, tasks are touchpoints with a score from 1 to 5, actors are channels.
  ///
  /// It knows no flows and no intervals: only the order of the picture and how visits feel, rounded.
  public static func journey(of picture: JourneyPicture) -> String {
    var lines = [
      "journey", "  title \(MermaidText.plain(picture.title))",
      "  %% Scores are the mean satisfaction of visits, 0 to 100 points, in fifths: 1 up to 20, 5 over 80,"
        + " and 3 where nothing is known.",
    ]
    let hasStages = !picture.stages.isEmpty
    let small = Folding.folded(picture, limit: Drawing.mostCardsInGrid, perCell: hasStages).picture
    let sections = hasStages ? small.stages.map(\.name) : [""]
    for (stage, name) in sections.enumerated() {
      let cards = small.cards.filter {
        !$0.isAbsent && (!hasStages || min(max(0, $0.stage), sections.count - 1) == stage)
      }
      guard !cards.isEmpty else { continue }
      if hasStages { lines.append("  section \(MermaidText.plain(name))") }
      for card in cards {
        let actor =
          small.lane(of: card).map { MermaidText.plain($0.name).replacing(",", with: "\u{201A}") }
          ?? "travellers"
        let score = card.score.map { Int(min(5, max(1, ($0 / 20).rounded(.up)))) } ?? 3
        lines.append("    \(MermaidText.plain(card.name)): \(score): \(actor)")
      }
    }
    return (lines + [""]).joined(separator: "\n")
  }

  // MARK: Parts

  /// Most arrows from the start.
  private static let mostEntries = 12

  /// Where journeys begin, the largest first.
  private static func entries(of picture: JourneyPicture) -> [String] {
    let entries = picture.entries.filter { $0.share.isFinite && $0.share >= 0.005 }.enumerated()
    let largest = entries.sorted { ($1.element.share, $0.offset) < ($0.element.share, $1.offset) }
    return largest.prefix(mostEntries).compactMap { _, entry in
      guard let card = picture.cards.firstIndex(where: { $0.id == entry.card }) else { return nil }
      return "  start -->|\"\(MermaidText.label(percent(entry.share)))\"| n\(card)"
    }
  }

  private static func nodes(of picture: JourneyPicture) -> [String] {
    var lines: [String] = []
    func node(_ index: Int, indent: String) -> String {
      let card = picture.cards[index]
      let figure = card.heat.map { "\($0.text) of dissatisfaction" } ?? card.left
      let second = figure.isEmpty ? "" : "<br/>\(MermaidText.label(figure))"
      return "\(indent)n\(index)[\"\(MermaidText.label(card.name))\(second)\"]"
    }
    let drawn = picture.cards.indices.filter { !picture.cards[$0].isAbsent }
    if picture.stages.isEmpty {
      lines += drawn.map { node($0, indent: "  ") }
    } else {
      for (stage, header) in picture.stages.enumerated() {
        let inside = drawn.filter { min(max(0, picture.cards[$0].stage), picture.stages.count - 1) == stage }
        guard !inside.isEmpty else { continue }
        lines.append("  subgraph s\(stage)[\"\(MermaidText.label(header.name))\"]")
        lines += inside.map { node($0, indent: "    ") } + ["  end"]
      }
    }
    for (index, outcome) in picture.outcomes.enumerated() {
      let place = picture.cards.count + index
      let name = MermaidText.label(
        [outcome.name, outcome.value].filter { !$0.isEmpty }.joined(separator: " ")
      )
      lines.append("  n\(place)([\"\(name)\"])")
    }
    return lines
  }

  private static func look(_ flow: Flow, in picture: JourneyPicture) -> (arrow: String, style: String?) {
    let palette = Palette.of(picture.theme)
    switch flow.style {
    case .path(let number): return ("==>", "stroke:\(palette.path(number))")
    case .more: return ("==>", "stroke:\(palette.more)")
    case .fewer: return ("-.->", "stroke:\(palette.fewer)")
    case .normal, .ghost:
      if LineWidths.isGhost(flow, in: picture.view) { return ("-->", "stroke:\(palette.ghostFlow)") }
      // As the box that it leads to is dashed.
      if picture.outcomes.contains(where: { $0.id == flow.to && $0.kind == .left }) { return ("-.->", nil) }
      return ("-->", flow.isFailureDemand ? "stroke:\(palette.failureFlow)" : nil)
    }
  }

  private static func label(_ flow: Flow, in view: PictureView) -> String {
    if let label = flow.label, !label.isEmpty { return label }
    if case .path(let number) = flow.style { return "\(number)" }
    return percent(flow.share)
  }

  private static func percent(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded())
    return tenths >= 100 ? "\(Int((share * 100).rounded()))%" : "\(tenths / 10).\(tenths % 10)%"
  }

  private static func classes(of picture: JourneyPicture) -> [String] {
    let palette = Palette.of(picture.theme)
    var members: [String: [String]] = [:]
    for (index, card) in picture.cards.enumerated() where !card.isAbsent {
      if let heat = card.heat, picture.view == .hotspots {
        members["heat\(min(max(0, heat.level), 6))", default: []].append("n\(index)")
      }
      if let change = card.change { members[change.rawValue, default: []].append("n\(index)") }
    }
    for (index, outcome) in picture.outcomes.enumerated() {
      members[outcome.kind.rawValue, default: []].append("n\(picture.cards.count + index)")
    }
    var looks: [String: String] = [
      OutcomeBox.Kind.goal.rawValue: "fill:\(palette.goal),color:\(palette.onStrong)",
      OutcomeBox.Kind.loss.rawValue: "fill:\(palette.loss),color:\(palette.onStrong)",
      OutcomeBox.Kind.neutral.rawValue: "fill:\(palette.neutral),color:\(palette.onStrong)",
      OutcomeBox.Kind.left.rawValue: "fill:\(palette.left),stroke-dasharray:4",
      Change.more.rawValue: "stroke:\(palette.more),stroke-width:2px",
      Change.fewer.rawValue: "stroke:\(palette.fewer),stroke-width:2px,stroke-dasharray:4",
    ]
    for level in 0...6 {
      looks["heat\(level)"] = "fill:\(palette.heat(level)),color:\(palette.onHeat(level))"
    }
    return members.keys.sorted().flatMap { name in
      [
        "  classDef \(name) \(looks[name] ?? "")",
        "  class \((members[name] ?? []).joined(separator: ",")) \(name)",
      ]
    }
  }

  private static func yaml(_ text: String) -> String {
    // Inside quotes only these two mean something; line breaks and control characters are gone already.
    MermaidText.cleaned(text).map { scalar in
      switch scalar {
      case "\"": "\u{201D}"
      case "\\": "\u{2216}"
      default: String(scalar)
      }
    }.joined()
  }

  /// A comment ends with its line, and must not look like a directive.
  private static func comment(_ text: String) -> String {
    MermaidText.plain(text).replacing("{", with: "(").replacing("}", with: ")")
  }
}
