/// Folds the least visited touchpoints of a large journey into "N others", so that a layout is bounded in time and a
/// reader in patience.
enum Folding {
  /// The picture with at most `mostCards` cards of its own (and never more than `limit`), the others folded into one per
  /// stage and lane (`perCell`), or per stage where that would still be many, or one altogether; and how many cards were
  /// kept. Cards stay where the order of the picture puts them.
  ///
  /// Busy is what carries most moves in and out, entries included; ties go to the earlier card. A card that would be
  /// folded alone stays itself. O(cards + flows), times a logarithm.
  static func folded(_ picture: JourneyPicture, limit: Int, perCell: Bool) -> (
    picture: JourneyPicture, kept: Int
  ) {
    var isKept = kept(picture, limit: limit)
    guard isKept.contains(false) else { return (picture, picture.cards.count) }
    var counts: [String: Int] = [:]
    func cell(_ card: Card) -> String { perCell ? "others-\(card.stage)-\(card.lane)" : "others" }
    for (index, card) in picture.cards.enumerated() where !isKept[index] {
      counts[cell(card), default: 0] += 1
    }
    let isPerStage = perCell && counts.count > mostOthers
    func place(_ card: Card) -> String { isPerStage ? "others-\(card.stage)" : cell(card) }
    if isPerStage {
      counts = [:]
      for (index, card) in picture.cards.enumerated() where !isKept[index] {
        counts[place(card), default: 0] += 1
      }
    }
    for (index, card) in picture.cards.enumerated() where !isKept[index] && counts[place(card)] == 1 {
      isKept[index] = true
    }

    var result = picture
    var target: [String: String] = [:]
    var others: [Card] = []
    var isMade: Set<String> = []
    for (index, card) in picture.cards.enumerated() where !isKept[index] {
      let id = place(card)
      if isMade.insert(id).inserted {
        others.append(
          Card(id: id, name: "", stage: card.stage, lane: card.lane, isGrey: true, hasTabRoom: false)
        )
      }
      target[card.id] = id
    }
    for index in others.indices {
      let count = counts[others[index].id] ?? 0
      others[index].name = "\(Coverage.grouped(count)) others"
      others[index].left = isPerStage ? "of several channels" : "less visited touchpoints"
      others[index].tooltip = "\(Coverage.grouped(count)) less visited touchpoints, folded into one card"
    }
    result.cards = picture.cards.indices.filter { isKept[$0] }.map { picture.cards[$0] } + others
    result.flows = merged(picture.flows, target: target)
    result.layoutFlows = merged(picture.layoutFlows, target: target)
    result.entries = []
    var entryPlace: [String: Int] = [:]
    for entry in picture.entries {
      let card = target[entry.card] ?? entry.card
      if let place = entryPlace[card] {
        result.entries[place].share += entry.share
      } else {
        entryPlace[card] = result.entries.count
        result.entries.append(Entry(card: card, share: entry.share))
      }
    }
    return (result, result.cards.count - others.count)
  }

  /// Cards for what was folded, at most, before lanes share one.
  private static let mostOthers = 15

  /// Which cards stay themselves.
  private static func kept(_ picture: JourneyPicture, limit: Int) -> [Bool] {
    if let focus = picture.focus {
      let inside = picture.cards.map { $0.stage == focus }
      if inside.contains(true), inside.filter({ $0 }).count <= limit { return inside }
    }
    let most = min(limit, max(1, picture.mostCards))
    guard picture.cards.count > most else { return picture.cards.map { _ in true } }
    let busyness = busyness(of: picture)
    let ranked = picture.cards.indices.sorted { left, right in
      let first = picture.keptCards.contains(picture.cards[left].id)
      let second = picture.keptCards.contains(picture.cards[right].id)
      if first != second { return first }
      return (busyness[left], -left) > (busyness[right], -right)
    }
    var isKept = [Bool](repeating: false, count: picture.cards.count)
    for index in ranked.prefix(most) { isKept[index] = true }
    return isKept
  }

  private static func busyness(of picture: JourneyPicture) -> [Double] {
    var index: [String: Int] = [:]
    for (place, card) in picture.cards.enumerated() where index[card.id] == nil { index[card.id] = place }
    var sums = [Double](repeating: 0, count: picture.cards.count)
    func add(_ id: String, _ share: Double) {
      guard let place = index[id], share.isFinite else { return }
      sums[place] += abs(share)
    }
    for flow in picture.layoutFlows.isEmpty ? picture.flows : picture.layoutFlows {
      add(flow.from, flow.share)
      if flow.to != flow.from { add(flow.to, flow.share) }
    }
    if picture.layoutFlows.isEmpty {
      for entry in picture.entries { add(entry.card, entry.share) }
    }
    return sums
  }

  /// Flows between the new cards, ordinary ones added up; what stays inside "others" disappears.
  private static func merged(_ flows: [Flow], target: [String: String]) -> [Flow] {
    struct Key: Hashable {
      let from: String
      let to: String
    }
    var result: [Flow] = []
    var place: [Key: Int] = [:]
    for flow in flows {
      guard target[flow.from] != nil || target[flow.to] != nil else {
        result.append(flow)
        continue
      }
      let from = target[flow.from] ?? flow.from
      let to = target[flow.to] ?? flow.to
      guard from != to, flow.share.isFinite else { continue }
      let key = Key(from: from, to: to)
      if let known = place[key] {
        result[known].share += flow.share
      } else {
        place[key] = result.count
        result.append(Flow(from: from, to: to, share: flow.share, style: .ghost))
      }
    }
    return result
  }
}
