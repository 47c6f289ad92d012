/// Places cards in stage columns and channel lanes. Only structure counts: names of stages and lanes, places of cards,
/// number of outcomes. Figures never move a box.
enum GridPlan {
  /// Most cards on top of each other in one lane before a stage gets a second column.
  static let tallestCell = 6

  /// Room for a lane's name and, beside it, for lines that come back to the first column.
  private static let firstCentre = 232.0
  private static let pitch = 226.0
  private static let outcomePitch = 202.0
  private static let row = 88.0
  private static let laneGap = 8.0
  private static let lanesTop = Scene.Size.header + 14
  private static let narrowest = 960.0

  /// The scene of a picture that has at least one stage. O(cards + stages × lanes).
  static func scene(of picture: JourneyPicture) -> Scene {
    let stages = max(1, picture.stages.count)
    let lanes = max(1, picture.lanes.count)
    var cells = [[[Int]]](repeating: [[Int]](repeating: [], count: lanes), count: stages)
    for (index, card) in picture.cards.enumerated() {
      cells[clamp(card.stage, stages)][clamp(card.lane, lanes)].append(index)
    }
    let spans = spans(of: cells)
    let bands = bands(rows: rows(of: cells, spans: spans), outcomes: picture.outcomes.count)
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
        place(cells[stage][band.lane], columns: first..<first + spans[stage], band: band, in: &scene)
      }
    }
    placeOutcomes(picture.outcomes.count, in: &scene, pitch: pitch)
    let right = scene.width - Scene.Size.margin
    scene.bands = bands.map { band in
      var box = band.box
      box.left = Scene.Size.margin
      box.right = right
      return Scene.Band(lane: band.lane, box: box)
    }
    return scene
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

  /// How many rows each lane needs.
  private static func rows(of cells: [[[Int]]], spans: [Int]) -> [Int] {
    let lanes = cells.first?.count ?? 0
    var rows = [Int](repeating: 0, count: lanes)
    for (stage, span) in zip(cells, spans) {
      for lane in 0..<lanes { rows[lane] = max(rows[lane], (stage[lane].count + span - 1) / span) }
    }
    return rows
  }

  /// Stands a cell's cards in the middle of their lane, column after column.
  private static func place(
    _ cell: [Int],
    columns: Range<Int>,
    band: Scene.Band,
    in scene: inout Scene
  ) {
    let perColumn = max(1, (cell.count + columns.count - 1) / columns.count)
    for (place, card) in cell.enumerated() {
      let column = place / perColumn
      let inColumn = min(perColumn, cell.count - column * perColumn)
      let rowsFromMiddle = Double(place % perColumn) - Double(inColumn - 1) / 2
      let target = columns.lowerBound + column
      let centre = Point(
        x: scene.columns[target].left + Scene.Size.card.width / 2,
        y: band.box.centre.y + rowsFromMiddle * row
      )
      scene.cards[card] = Box(centre: centre, width: Scene.Size.card.width, height: Scene.Size.card.height)
      scene.columnOf[card] = target
      scene.columns[target].members.append(card)
    }
  }

  /// Outcomes share the height of the lanes evenly, in their own column at the right.
  private static func placeOutcomes(_ count: Int, in scene: inout Scene, pitch: Double) {
    let lastRight = scene.columns.last?.right ?? firstCentre
    guard count > 0 else {
      scene.width = max(narrowest, lastRight + 40)
      return
    }
    let half = Scene.Size.outcome.width / 2
    let centre = lastRight - half + outcomePitch + (pitch - Self.pitch)
    let each = (scene.bottom - lanesTop) / Double(count)
    for index in 0..<count {
      let middle = Point(x: centre, y: lanesTop + each * (Double(index) + 0.5))
      scene.outcomes.append(
        Box(centre: middle, width: Scene.Size.outcome.width, height: Scene.Size.outcome.height)
      )
      scene.columnOf[scene.cards.count + index] = scene.columns.count
    }
    let members = (0..<count).map { scene.cards.count + $0 }
    scene.columns.append(Scene.Column(left: centre - half, right: centre + half, members: members))
    scene.width = max(narrowest, centre + half + 22)
  }

  /// Lanes with cards, one under the other; they stretch when the outcomes need more height.
  private static func bands(rows: [Int], outcomes: Int) -> [Scene.Band] {
    var heights: [Double] = rows.map { (count: Int) -> Double in
      switch count {
      case 0: 0
      case 1: row + 14
      default: Double(count) * row
      }
    }
    if heights.allSatisfy({ $0 == 0 }), !heights.isEmpty { heights[0] = row + 14 }
    let used = heights.filter { $0 > 0 }
    let total = used.reduce(0, +) + laneGap * Double(used.count - 1)
    let wanted = Double(outcomes) * (Scene.Size.outcome.height + 12)
    let extra = max(0, wanted - total) / Double(max(1, used.count))
    var top = lanesTop
    return heights.enumerated().compactMap { lane, height in
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
