/// How much leads from card to card and from cards to outcomes, as far as the layout looks at it.
struct LayoutWeights {
  /// By pair of box indices (cards first, then outcomes); repeats of a card are left out.
  private(set) var weights: [Pair: Double] = [:]

  /// O(cards + layout flows).
  init(_ picture: JourneyPicture) {
    var index: [String: Int] = [:]
    for (place, card) in picture.cards.enumerated() where index[card.id] == nil { index[card.id] = place }
    for (place, outcome) in picture.outcomes.enumerated() where index[outcome.id] == nil {
      index[outcome.id] = picture.cards.count + place
    }
    for flow in picture.layoutFlows where flow.share.isFinite && flow.share > 0 {
      guard let from = index[flow.from], let to = index[flow.to], from < picture.cards.count, from != to
      else { continue }
      weights[Pair(from: from, to: to), default: 0] += flow.share
    }
  }
}
