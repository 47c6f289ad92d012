/// Places cards in stage columns and channel lanes. Only structure counts: stages and lanes, places of cards, room for
/// their tabs, outcomes, and the picture's layout flows. Figures never move a box.
enum GridPlan {
  /// Most cards on top of each other in one lane before a stage gets a second column.
  static let tallestCell = 6

  /// Room for a lane's name and, beside it, for lines that come back to the first column.
  private static let firstCentre = 232.0
  private static let pitch = 226.0
  private static let outcomePitch = 202.0
  /// Space between the cards of a cell, and above and below them in their lane.
  private static let cardGap = 13.0
  private static let lanePadding = 9.0
  private static let laneGap = 8.0
  private static let lanesTop = Scene.Size.header + 14
  private static let narrowest = 960.0

  /// The scene of a picture that has at least one stage; in the order of the whole journey's, where it is a part of one.
  /// O(cards + stages × lanes).
  static func scene(of picture: JourneyPicture, like whole: JourneyPicture? = nil) -> Scene {
    let stages = max(1, picture.stages.count)
    var cells = cells(of: picture)
    let spans = spans(of: cells)
    let spaces = picture.cards.map { space(of: $0) }
    let heights = laneHeights(cells, spans: spans, spaces: spaces)
    var order = order(of: picture)
    if let whole { order.follow(Self.order(of: whole), of: whole, in: picture) }
    cells = order.cells
    let bands = bands(heights: heights, order: order.lanes, outcomes: picture.outcomes.count)
    let columnCount = spans.reduce(0, +)
    let pitch = pitch(columns: columnCount, hasOutcomes: !picture.outcomes.isEmpty)

    let nowhere = Box(left: 0, top: 0, right: 0, bottom: 0)
    var scene = Scene(
      kind: .grid,
      cards: [Box](repeating: nowhere, count: picture.cards.count),
      outcomes: [],
      width: 0,
      bottom: bands.last?.box.bottom ?? lanesTop
    )
    scene.columnOf = [Int](repeating: 0, count: picture.cards.count + picture.outcomes.count)

    for stage in 0..<stages {
      let first = scene.columns.count
      for column in 0..<spans[stage] {
        let centre = firstCentre + Double(first + column) * pitch
        scene.columns.append(
          Scene.Column(
            left: centre - Scene.Size.card.width / 2,
            right: centre + Scene.Size.card.width / 2,
            members: []
          )
        )
      }
      if picture.stages.indices.contains(stage) {
        let left = scene.columns[first].left - 9
        let right = left + Double(spans[stage]) * pitch - 4
        scene.headers.append(
          Scene.Header(stage: stage, box: Box(left: left, top: 0, right: right, bottom: Scene.Size.header))
        )
      }
      for band in bands {
        place(
          cells[stage][band.lane],
          columns: first..<first + spans[stage],
          middle: band.box.centre.y,
          spaces: spaces,
          in: &scene
        )
      }
    }
    placeOutcomes(of: picture, in: &scene, pitch: pitch)
    let right = scene.width - Scene.Size.margin
    scene.bands = bands.map { band in
      var box = band.box
      box.left = Scene.Size.margin
      box.right = right
      return Scene.Band(lane: band.lane, box: box)
    }
    return scene
  }

  /// Cards by stage and lane.
  private static func cells(of picture: JourneyPicture) -> [[[Int]]] {
    let (stages, lanes) = (max(1, picture.stages.count), max(1, picture.lanes.count))
    var cells = [[[Int]]](repeating: [[Int]](repeating: [], count: lanes), count: stages)
    for (index, card) in picture.cards.enumerated() {
      cells[clamp(card.stage, stages)][clamp(card.lane, lanes)].append(index)
    }
    return cells
  }

  private static func order(of picture: JourneyPicture) -> GridOrder {
    let cells = cells(of: picture)
    let spans = spans(of: cells)
    let spaces = picture.cards.map { space(of: $0) }
    let heights = laneHeights(cells, spans: spans, spaces: spaces)
    return GridOrder(picture, cells: cells, spans: spans, spaces: spaces, laneHeights: heights)
  }

  /// How many columns each stage takes: one, or more when a cell would be too tall.
  private static func spans(of cells: [[[Int]]]) -> [Int] {
    let tallest = cells.joined().map(\.count).max() ?? 0
    let limit = max(tallestCell, Int((Double(tallest) * 1.5).squareRoot().rounded(.up)))
    return cells.map { stage in
      let most: Int = stage.map(\.count).max() ?? 0
      return max(1, (most + limit - 1) / limit)
    }
  }

  /// Height that a card takes, with its tab.
  private static func space(of card: Card) -> Double {
    Scene.Size.card.height + (card.hasTabRoom ? Scene.Size.tab.height - 0.5 : 0)
  }

  /// The cards of a cell, one list per column of its stage.
  static func stacks(_ cell: [Int], columns: Int) -> [[Int]] {
    let perColumn = max(1, (cell.count + columns - 1) / columns)
    return stride(from: 0, to: cell.count, by: perColumn).map {
      Array(cell[$0..<min(cell.count, $0 + perColumn)])
    }
  }

  /// Middle heights of a stack's cards, relative to the middle of their lane.
  static func heights(of stack: [Int], spaces: [Double]) -> [Double] {
    let total = stack.reduce(0) { $0 + spaces[$1] } + cardGap * Double(max(0, stack.count - 1))
    var top = -total / 2
    return stack.map { card in
      defer { top += spaces[card] + cardGap }
      return top + Scene.Size.card.height / 2
    }
  }

  /// How high each lane has to be; 0 without cards.
  private static func laneHeights(_ cells: [[[Int]]], spans: [Int], spaces: [Double]) -> [Double] {
    (0..<(cells.first?.count ?? 0)).map { lane in
      let tallest = zip(cells, spans).flatMap { stage, span in stacks(stage[lane], columns: span) }
        .map { stack in stack.reduce(0) { $0 + spaces[$1] } + cardGap * Double(stack.count - 1) }.max()
      return tallest.map { $0 + 2 * lanePadding } ?? 0
    }
  }

  /// Stands a cell's cards in the middle of their lane, column after column.
  private static func place(
    _ cell: [Int],
    columns: Range<Int>,
    middle: Double,
    spaces: [Double],
    in scene: inout Scene
  ) {
    for (offset, stack) in stacks(cell, columns: columns.count).enumerated() {
      let target = columns.lowerBound + offset
      for (card, height) in zip(stack, heights(of: stack, spaces: spaces)) {
        let centre = Point(x: scene.columns[target].left + Scene.Size.card.width / 2, y: middle + height)
        scene.cards[card] = Box(centre: centre, width: Scene.Size.card.width, height: Scene.Size.card.height)
        scene.columnOf[card] = target
        scene.columns[target].members.append(card)
      }
    }
  }

  /// Outcomes stand in their own column at the right, each as near as possible to where its journeys come from; those
  /// that no line leads to stand below. Without layout flows they share the height evenly.
  private static func placeOutcomes(of picture: JourneyPicture, in scene: inout Scene, pitch: Double) {
    let lastRight = scene.columns.last?.right ?? firstCentre
    let count = picture.outcomes.count
    guard count > 0 else {
      scene.width = max(narrowest, lastRight + 40)
      return
    }
    let half = Scene.Size.outcome.width / 2
    let centre = lastRight - half + outcomePitch + (pitch - Self.pitch)
    let wishes = outcomeWishes(picture, scene)
    let order = (0..<count).sorted { (wishes[$0], $0) < (wishes[$1], $1) }
    let places = Corridors.spread(
      order.map { wishes[$0] },
      widths: order.map { _ in Scene.Size.outcome.height },
      spacing: 12,
      within: Corridors.Strip(top: lanesTop, bottom: scene.bottom)
    )
    var middles = [Double](repeating: 0, count: count)
    for (outcome, place) in zip(order, places) { middles[outcome] = place }
    for index in 0..<count {
      scene.outcomes.append(
        Box(
          centre: Point(x: centre, y: middles[index]),
          width: Scene.Size.outcome.width,
          height: Scene.Size.outcome.height
        )
      )
      scene.columnOf[scene.cards.count + index] = scene.columns.count
    }
    scene.columns.append(
      Scene.Column(left: centre - half, right: centre + half, members: order.map { scene.cards.count + $0 })
    )
    scene.width = max(narrowest, centre + half + 22)
  }

  private static func outcomeWishes(_ picture: JourneyPicture, _ scene: Scene) -> [Double] {
    let count = picture.outcomes.count
    guard !picture.layoutFlows.isEmpty else {
      let each = (scene.bottom - lanesTop) / Double(count)
      return (0..<count).map { lanesTop + each * (Double($0) + 0.5) }
    }
    let ends = LayoutWeights(picture)
    return (0..<count).map { outcome in
      let sources = ends.weights.filter { $0.key.to == scene.cards.count + outcome }
        .sorted { $0.key.from < $1.key.from }
      let total = sources.reduce(0) { $0 + $1.value }
      guard total > 0, picture.outcomes[outcome].kind != .left else { return scene.bottom }
      return sources.reduce(0) { $0 + $1.value * scene.cards[$1.key.from].centre.y } / total
    }
  }

  /// Lanes with cards, one under the other; they stretch when the outcomes need more height.
  private static func bands(heights: [Double], order: [Int], outcomes: Int) -> [Scene.Band] {
    var heights = heights
    if heights.allSatisfy({ $0 == 0 }), !heights.isEmpty {
      heights[0] = Scene.Size.card.height + 2 * lanePadding
    }
    let used = heights.filter { $0 > 0 }
    let total = used.reduce(0, +) + laneGap * Double(used.count - 1)
    let wanted = Double(outcomes) * (Scene.Size.outcome.height + 12)
    let extra = max(0, wanted - total) / Double(max(1, used.count))
    var top = lanesTop
    return order.compactMap { lane in
      let height = heights[lane]
      guard height > 0 else { return nil }
      defer { top += height + extra + laneGap }
      return Scene.Band(lane: lane, box: Box(left: 0, top: top, right: 0, bottom: top + height + extra))
    }
  }

  /// Columns of a short journey move apart, so that title and legend have room.
  private static func pitch(columns: Int, hasOutcomes: Bool) -> Double {
    let fixed = firstCentre + 97 + (hasOutcomes ? outcomePitch : 0)
    let gaps = Double(max(0, columns - 1)) + (hasOutcomes ? 1 : 0)
    guard gaps > 0 else { return pitch }
    let missing = narrowest - fixed - Double(max(0, columns - 1)) * pitch
    return pitch + min(max(0, missing / gaps), 190)
  }

  private static func clamp(_ index: Int, _ count: Int) -> Int { min(max(0, index), count - 1) }
}
