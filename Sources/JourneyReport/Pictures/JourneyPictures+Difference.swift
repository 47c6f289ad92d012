import JourneyDiagram
import JourneyExperiments
import JourneyModel
import JourneyStatistics

extension JourneyPictures {
  /// A variant minus today: more solid, fewer dashed, both with sign and words; what did not change for certain is grey.
  ///
  /// The run of these pictures must be today's.
  ///
  /// - Parameter metrics: the key figures of the same variant, for the answer line.
  public func difference(
    _ change: MapChange,
    metrics: VariantResult? = nil,
    theme: Theme = .light
  ) -> JourneyPicture {
    let places = Dictionary(change.places.map { ($0.name, $0) }) { first, _ in first }
    let certain = change.moves.filter { $0.change.excludesZero && $0.from != nil && !leaves($0) }
    let threshold = threshold(certain)
    let shown = certain.filter { abs($0.change.mean) >= threshold }
    var cards = frame.cards { touchpoint, card in dress(&card, places[touchpoint.name]) }
    for index in cards.indices where cards[index].isAbsent {
      // What only the variant has is drawn as it comes about.
      guard let place = places[cards[index].name] else { continue }
      cards[index].isAbsent = false
      dress(&cards[index], place)
    }
    var finding = change
    if frame.stage != nil {
      let stages = Dictionary(frame.layout.union.touchpoints.map { ($0.name, $0.stage) }) { first, _ in first
      }
      finding.places.removeAll { !frame.isAbout(stages[$0.name] ?? nil) }
      finding.ends = []
    }
    var picture = frame.picture(
      view: .difference,
      title: titled(DifferenceWords.title(finding)),
      answer: DifferenceWords.answer(change, metrics: metrics, words: words),
      caption: [
        provenance + " The same travellers and random numbers in both worlds (paired).",
        "Lines: change of moves per 100 travellers; under \(points(threshold)), or with an interval that holds zero, grey"
          + " (\(shown.count) of \(change.moves.count) moves that changed at all are coloured).",
      ],
      theme: theme,
      cards: cards
    )
    if hasChips(cards) {
      picture.marks = "Chip: change of dissatisfaction in percent of all of today’s; + is worse."
    }
    picture.legend = .change(more: "more travellers than today", fewer: "fewer travellers than today")
    let known = Dictionary(
      shown.map { move in (PictureFrame.id(move.from ?? "") + "\u{0}" + PictureFrame.id(move.to), move) }
    ) { first, _ in first }
    picture.flows = picture.flows.filter { known[$0.from + "\u{0}" + $0.to] == nil }
    for index in picture.flows.indices { picture.flows[index].isFailureDemand = false }
    for move in shown {
      guard let from = move.from else { continue }
      let figure = Figure(difference: move.change, in: .share)
      picture.flows.append(
        Flow(
          from: PictureFrame.id(from),
          to: PictureFrame.id(move.to),
          share: abs(move.change.mean),
          label: figure.value,
          style: move.change.mean > 0 ? .more : .fewer,
          tooltip: "\(from) → \(move.to.name): \(figure.value) moves per 100 travellers"
            + (figure.interval.map { " (\($0))" } ?? "")
        )
      )
    }
    let ends = Dictionary(change.ends.map { (PictureFrame.id(.outcome($0.name)), $0) }) { first, _ in first }
    for index in picture.outcomes.indices {
      guard let end = ends[picture.outcomes[index].id] else { continue }
      let text =
        end.share.excludesZero
        ? "\(Figure(difference: end.share, in: .share).short) with it" : "no real change"
      picture.outcomes[index].interval = text
      picture.outcomes[index].tooltip += ", " + text
    }
    return picture
  }

  /// Most changed moves in colour; the threshold rises until no more remain.
  private static let mostChanges = 24
  /// Changes under a tenth of a point are never drawn.
  private static let least = 0.001

  private func threshold(_ moves: [MapChange.Move]) -> Double {
    let sizes = moves.map { abs($0.change.mean) }.sorted(by: >)
    guard sizes.count > Self.mostChanges else { return Self.least }
    // Rounded up to a tenth of a point that the caption can state.
    return max(Self.least, (sizes[Self.mostChanges] * 1_000).rounded(.down) / 1_000 + 0.001)
  }

  private func leaves(_ move: MapChange.Move) -> Bool { move.to == .leave }

  private func points(_ share: Double) -> String { DecimalText.fixed(share * 100, places: 1) }

  private func hasChips(_ cards: [Card]) -> Bool { cards.contains { $0.chip != nil } }

  private func dress(_ card: inout Card, _ place: MapChange.Place?) {
    guard let place, place.reach.excludesZero, abs(place.reach.mean) >= 0.0005 else {
      card.left = "no real change"
      card.tooltip = "\(card.name): no real change"
      addChip(&card, place)
      return
    }
    let figure = Figure(difference: place.reach, in: .share)
    card.change = place.reach.mean > 0 ? .more : .fewer
    card.left = figure.short
    card.tooltip = "\(card.name): \(figure.long) of travellers come here"
    addChip(&card, place)
  }

  private func addChip(_ card: inout Card, _ place: MapChange.Place?) {
    guard let change = place?.dissatisfaction, change.excludesZero, abs(change.mean) >= 0.002 else { return }
    let figure = Figure(difference: change, in: .share)
    card.chip = Chip(text: figure.value, tone: change.mean > 0 ? .worse : .better)
    card.tooltip += ", dissatisfaction \(figure.long) of all of today’s"
  }
}
