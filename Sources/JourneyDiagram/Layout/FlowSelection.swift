/// Chooses the flows that are drawn: all that carry the view's message, of the others those that matter.
struct FlowSelection {
  /// Flows under this share of journeys are hidden unless too little would be left.
  static let usualThreshold = 0.015
  /// The threshold rises until no more than so many lines remain; a journey of many touchpoints may have more.
  static func mostLines(cards: Int) -> Int { min(160, 60 + max(0, cards - 40)) }
  /// The threshold falls until so much of all moves is shown, or the lines are used up.
  static let leastCoverage = 0.8

  /// A flow with ends as box indices (cards first, then outcomes).
  struct Drawn: Equatable {
    let flow: Int
    let from: Int
    let to: Int
  }

  /// In the picture's order.
  private(set) var drawn: [Drawn] = []
  private(set) var coverage = Coverage()

  /// O(flows × log flows).
  ///
  /// - Parameter withLeaving: whether leaving has lines; a drawing writes it in the cards.
  init(of picture: JourneyPicture, withLeaving: Bool = false) {
    let mostLines = Self.mostLines(cards: picture.cards.count)
    let candidates = Self.candidates(of: picture, withLeaving: withLeaving)
    func share(_ candidate: Drawn) -> Double { picture.flows[candidate.flow].share }
    func isMessage(_ candidate: Drawn) -> Bool {
      switch picture.flows[candidate.flow].style {
      case .path, .more, .fewer: true
      case .normal, .ghost: false
      }
    }

    // Ties are broken by place, so the choice never depends on the sort.
    let messages = candidates.filter(isMessage).sorted {
      (share($0), -$0.flow) > (share($1), -$1.flow)
    }.prefix(mostLines)
    // A move that carries a message is not drawn a second time as background.
    let loud = Set(messages.map { Pair(from: $0.from, to: $0.to) })
    let others = candidates.filter { !isMessage($0) }.sorted { (share($0), -$0.flow) > (share($1), -$1.flow) }
    let threshold = Self.threshold(of: others.map(share), room: mostLines)
    let above = others.filter { share($0) >= threshold }.prefix(mostLines)
    let lifelines = Self.lifelines(others.dropFirst(above.count), above)
    let kept = above + lifelines
    let quiet = kept.filter { !loud.contains(Pair(from: $0.from, to: $0.to)) }
    drawn = (Array(messages) + quiet).sorted { $0.flow < $1.flow }

    // Paths overlay the same moves again, so coverage counts ordinary flows; a difference has nothing but messages.
    let counted = others.isEmpty ? candidates : others
    let shown = others.isEmpty ? Array(messages) : Array(kept)
    let total = counted.map(share).reduce(0, +)
    coverage.transitions = (shown.count, counted.count)
    coverage.moves = total > 0 ? min(1, shown.map(share).reduce(0, +) / total) : 1
    let isCutByTie = above.count < others.count && share(others[above.count]) >= threshold
    coverage.threshold = kept.count < others.count && !isCutByTie ? threshold : 0
    coverage.hasLifelines = !lifelines.isEmpty
    coverage.touchpoints = (picture.cards.count, picture.cards.count)
  }

  /// Flows with a size between known ends.
  private static func candidates(of picture: JourneyPicture, withLeaving: Bool) -> [Drawn] {
    var index: [String: Int] = [:]
    for (place, card) in picture.cards.enumerated() where index[card.id] == nil { index[card.id] = place }
    for (place, outcome) in picture.outcomes.enumerated() where index[outcome.id] == nil {
      index[outcome.id] = picture.cards.count + place
    }
    // A journey that makes the same move twice still has one line for it.
    struct OnPath: Hashable {
      let number: Int
      let pair: Pair
    }
    var seen: Set<OnPath> = []
    return picture.flows.enumerated().compactMap { place, flow in
      guard flow.share.isFinite, flow.share > 0, let from = index[flow.from], let to = index[flow.to],
        from < picture.cards.count
      else { return nil }
      let leaves = to >= picture.cards.count && picture.outcomes[to - picture.cards.count].kind == .left
      if leaves, !withLeaving { return nil }
      if case .path(let number) = flow.style,
        !seen.insert(OnPath(number: number, pair: Pair(from: from, to: to))).inserted
      {
        return nil
      }
      return Drawn(flow: place, from: from, to: to)
    }
  }

  /// The largest flow into each touchpoint and outcome that would have no line at all, and the largest out of it: a
  /// card that nothing leads to is a riddle. `hidden` falls by size.
  private static func lifelines(_ hidden: ArraySlice<Drawn>, _ drawn: ArraySlice<Drawn>) -> [Drawn] {
    var hasWayIn = Set(drawn.flatMap { [$0.from, $0.to] })
    var hasWayOut = hasWayIn
    return hidden.filter { flow in
      guard flow.from != flow.to else { return false }
      let isWayIn = hasWayIn.insert(flow.to).inserted
      let isWayOut = hasWayOut.insert(flow.from).inserted
      return isWayIn || isWayOut
    }
  }

  /// `shares` fall. The result is rounded up to a figure that a caption can state.
  private static func threshold(of shares: [Double], room: Int) -> Double {
    guard room > 0 else { return .infinity }
    let total = shares.reduce(0, +)
    var threshold = usualThreshold
    let usual = shares.prefix { $0 >= usualThreshold }
    if usual.count < room, usual.reduce(0, +) < leastCoverage * total {
      var sum = 0.0
      var count = 0
      while count < min(room, shares.count), sum < leastCoverage * total || count < 8 {
        sum += shares[count]
        count += 1
      }
      threshold = count == shares.count ? 0 : floor(shares[count - 1])
    }
    if shares.count > room, shares[room] >= threshold {
      threshold = above(shares[room])
      // Many flows of one size: some of them are better than none, though no threshold describes them.
      if shares.prefix(while: { $0 >= threshold }).count < room / 2 { threshold = shares[room - 1] }
    }
    return threshold
  }

  /// Step of a stated threshold: a tenth of a point, finer for small flows.
  private static func step(_ share: Double) -> Double { share >= 0.002 ? 0.001 : 0.0001 }

  private static func floor(_ share: Double) -> Double {
    let step = step(share)
    return (share / step).rounded(.down) * step
  }

  private static func above(_ share: Double) -> Double {
    let step = step(share)
    return ((share / step).rounded(.down) + 1) * step
  }
}
