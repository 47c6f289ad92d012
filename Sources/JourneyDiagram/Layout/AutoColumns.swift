/// Columns for a journey that names no stages and whose moves lead everywhere: touchpoints from early to late, by the
/// mean number of the visit. Layers of a graph drawing program are better where moves have a direction; where most
/// pairs are connected both ways, they give a tangle.
enum AutoColumns {
  /// Moves per touchpoint from which a journey counts as a tangle.
  private static let dense = 2.0
  /// Share of all moves under which the drawn lines say too little of a journey for layers to mean anything.
  private static let scattered = 0.7
  /// Touchpoints under which there is nothing to untangle.
  private static let fewest = 8

  /// `picture` with columns, or nil where layers will do. Decided by the layout flows alone, so that all pictures of a
  /// journey agree. O(layout flows × rounds).
  static func arranged(_ picture: JourneyPicture) -> JourneyPicture? {
    guard picture.stages.isEmpty, picture.cards.count >= fewest, !picture.layoutFlows.isEmpty else {
      return nil
    }
    var base = picture
    base.flows = picture.layoutFlows
    base.view = .map
    let selection = FlowSelection(of: base)
    let drawn = selection.drawn.filter { $0.from != $0.to && $0.to < picture.cards.count }
    let isDense = Double(drawn.count) > dense * Double(picture.cards.count)
    guard isDense || selection.coverage.moves < scattered else { return nil }

    let visits = meanVisits(picture)
    let order = picture.cards.indices.sorted { (visits[$0], $0) < (visits[$1], $1) }
    let lanes = max(1, picture.lanes.count)
    let perColumn = lanes > 1 ? 2 * lanes : 4
    let columns = min(7, max(3, (order.count + perColumn - 1) / perColumn))
    var result = picture
    var ranges = [(low: Double, high: Double)](repeating: (.infinity, 0), count: columns)
    for (place, card) in order.enumerated() {
      let column = place * columns / order.count
      result.cards[card].stage = column
      // Where lines lead everywhere, they need room between the cards.
      result.cards[card].hasTabRoom = true
      ranges[column] = (min(ranges[column].low, visits[card]), max(ranges[column].high, visits[card]))
    }
    result.stages = ranges.enumerated().map { column, range in
      let name = column == 0 ? "Early" : column == columns - 1 ? "Late" : ""
      return StageHeader(name: name, note: "mean visit \(tenths(range.low)) to \(tenths(range.high))")
    }
    result.caption.append("No stages are named, so columns follow the mean number of the visit.")
    return result
  }

  /// The mean number of the visit at which travellers are at each card, from what leads there: m = Σ w (m' + 1) / Σ w
  /// over the moves into it, an entry counting as visit 1. By repeated substitution.
  private static func meanVisits(_ picture: JourneyPicture) -> [Double] {
    var index: [String: Int] = [:]
    for (place, card) in picture.cards.enumerated() where index[card.id] == nil { index[card.id] = place }
    var into = [[(from: Int?, share: Double)]](repeating: [], count: picture.cards.count)
    for flow in picture.layoutFlows where flow.share.isFinite && flow.share > 0 {
      guard let to = index[flow.to] else { continue }
      // What comes from no card is an entry.
      into[to].append((index[flow.from], flow.share))
    }
    var visits = [Double](repeating: 1, count: picture.cards.count)
    for _ in 0..<200 {
      for card in visits.indices where !into[card].isEmpty {
        let total = into[card].reduce(0) { $0 + $1.share }
        let sum = into[card].reduce(0) { $0 + $1.share * (($1.from.map { visits[$0] } ?? 0) + 1) }
        visits[card] = min(999, sum / total)
      }
    }
    return visits
  }

  private static func tenths(_ value: Double) -> String {
    let tenths = Int((min(value, 999) * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
