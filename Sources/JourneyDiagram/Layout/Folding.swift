/// Folds the least visited touchpoints of a large journey into "N others", so that a layout is bounded in time and a
/// reader in patience.
enum Folding {
  /// The picture with at most `mostCards` cards of its own (and never more than `limit`), the others folded into one per
  /// stage and lane (`perCell`), or per stage where that would still be many, or one altogether; and how many cards were
  /// kept. Cards stay where the order of the picture puts them. What only another picture of the journey has takes
  /// part in the choice, so that both are laid out alike, and is not counted.
  ///
  /// Busy is what carries most moves in and out, entries included; ties go to the earlier card. A card that would be
  /// folded alone stays itself. O(cards + flows), times a logarithm.
  static func folded(_ picture: JourneyPicture, limit: Int, perCell: Bool) -> (
    picture: JourneyPicture, kept: Int
  ) {
    var isKept = kept(picture, limit: limit)
    guard isKept.contains(false) else { return (picture, picture.shownCards) }
    var counts: [String: Int] = [:]
    func cell(_ card: Card) -> String { perCell ? "others-\(card.stage)-\(card.lane)" : "others" }
    for (index, card) in picture.cards.enumerated() where !isKept[index] {
      counts[cell(card), default: 0] += 1
    }
    let isPerStage = perCell && counts.count > mostOthers
    func place(_ card: Card) -> String { isPerStage ? "others-\(card.stage)" : cell(card) }
    var result = picture
    // What is of several channels lies in none of theirs.
    let sharedLane = isPerStage && picture.lanes.count > 1 ? picture.lanes.count : nil
    if isPerStage {
      if sharedLane != nil { result.lanes.append(severalChannels) }
      counts = [:]
      for (index, card) in picture.cards.enumerated() where !isKept[index] {
        counts[place(card), default: 0] += 1
      }
    }
    for (index, card) in picture.cards.enumerated() where !isKept[index] && counts[place(card)] == 1 {
      isKept[index] = true
    }

    var target: [String: String] = [:]
    var shown: [String: Int] = [:]
    var others: [Card] = []
    var isMade: Set<String> = []
    for (index, card) in picture.cards.enumerated() where !isKept[index] {
      let id = place(card)
      if isMade.insert(id).inserted {
        others.append(
          Card(
            id: id,
            name: "",
            stage: card.stage,
            lane: sharedLane ?? card.lane,
            isGrey: true,
            hasTabRoom: false
          )
        )
      }
      target[card.id] = id
      shown[id, default: 0] += card.isAbsent ? 0 : 1
    }
    let isAbout = picture.isAboutStage(limit: limit)
    for index in others.indices {
      let count = shown[others[index].id] ?? 0
      let noun = count == 1 ? "touchpoint" : "touchpoints"
      others[index].isAbsent = count == 0
      others[index].name = count == 1 ? "1 other" : "\(Coverage.grouped(count)) others"
      others[index].left = isAbout ? "of other stages" : "less visited \(noun)"
      let all = isAbout ? "\(noun) of other stages" : "less visited \(noun)"
      others[index].tooltip = "\(Coverage.grouped(count)) \(all), folded into one card"
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
    return (result, result.shownCards - others.count { !$0.isAbsent })
  }

  /// Cards for what was folded, at most, before lanes share one.
  private static let mostOthers = 15

  /// The lane of what was folded from several lanes.
  private static let severalChannels = Lane(
    name: "several channels",
    glyph: "…",
    colour: .custom(light: Palette.light.secondary, dark: Palette.dark.secondary)
  )

  /// Which cards stay themselves.
  private static func kept(_ picture: JourneyPicture, limit: Int) -> [Bool] {
    if picture.isAboutStage(limit: limit) { return picture.cards.map { $0.stage == picture.focus } }
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

extension JourneyPicture {
  /// Touchpoints of this picture, without those that only another one of the journey has.
  var shownCards: Int { cards.count { !$0.isAbsent } }

  /// Whether it is a page about a stage whose touchpoints can all have cards of their own.
  func isAboutStage(limit: Int) -> Bool {
    guard let focus else { return false }
    return (1...limit).contains(cards.count { $0.stage == focus })
  }
}
