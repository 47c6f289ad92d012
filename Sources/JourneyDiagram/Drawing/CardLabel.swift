/// What stands in a card: name, one line of figures, and what the view is about.
struct CardLabel {
  let picture: JourneyPicture
  let palette: Palette
  /// Numbers of the ranked paths through each card.
  let pathNumbers: [[Int]]

  private static let inner = 136
  private static let small = 10.3

  /// Fill, outline, outline width and content of a card.
  struct Look {
    let fill: String
    let line: String
    let pen: Double
    let label: Markup
  }

  func look(_ index: Int) -> Look {
    let card = picture.cards[index]
    if card.isGrey { return ghost(card) }
    switch picture.view {
    case .map: return map(card)
    case .hotspots: return hotspot(card)
    case .topPaths: return pathNumbers[index].isEmpty ? ghost(card) : path(card, numbers: pathNumbers[index])
    case .difference: return difference(card)
    }
  }

  // MARK: Views

  private func map(_ card: Card) -> Look {
    let (name, isTall) = nameRows(card, ink: palette.ink, glyph: nil)
    var rows = name + [figures(card, left: palette.secondary, right: palette.bad, height: isTall ? 14 : 16)]
    if let third = feelingRow(card, height: isTall ? 13 : 15) { rows.append(third) }
    return Look(fill: palette.card, line: palette.cardLine, pen: 1, label: .rows(rows))
  }

  private func hotspot(_ card: Card) -> Look {
    let level = card.heat?.level ?? 0
    let ink = palette.onHeat(level)
    let (name, isTall) = nameRows(card, ink: ink, glyph: level >= 2 ? ink : nil)
    let height = isTall ? 26 : 30
    let big = isTall ? 17.0 : 19.0
    let text = card.heat?.text ?? ""
    let wide = max(30, Int(Lettering.width(of: text, size: big, bold: true).rounded(.up)) + 3)
    let right = min(wide, 80)
    let left = Self.inner - right
    let row = Markup.row([
      .sized(
        width: left,
        height: height,
        run(card.left, width: left, size: Self.small, colour: level >= 2 ? ink : palette.secondary)
      ),
      .sized(
        width: right,
        height: height,
        align: .right,
        run(text, width: right, size: big, colour: ink, bold: true)
      ),
    ])
    return Look(
      fill: palette.heat(level),
      line: level >= 4 ? palette.heat(5) : palette.cardLine,
      pen: 1,
      label: .rows(name + [.holding(row)])
    )
  }

  private func path(_ card: Card, numbers: [Int]) -> Look {
    let (name, _) = nameRows(card, ink: palette.ink, glyph: nil)
    var cells: [Markup.Cell] = []
    for number in numbers.prefix(7) {
      if !cells.isEmpty { cells.append(.sized(width: 4, height: 14)) }
      cells.append(
        .sized(
          width: 14,
          height: 14,
          align: .centre,
          fill: palette.path(number),
          .run("\(number)", size: Self.small, colour: palette.onPath, bold: true)
        )
      )
    }
    // Filled up to the whole width: Graphviz would spread the chips otherwise.
    let used = min(numbers.count, 7) * 18 - 4
    cells.append(.sized(width: Self.inner - used, height: 14))
    let rows =
      name + [.sized(width: Self.inner, height: 3), .holding(.row(cells)), .sized(width: 1, height: 6)]
    return Look(fill: palette.card, line: palette.flow, pen: 1.2, label: .rows(rows))
  }

  private func difference(_ card: Card) -> Look {
    let (name, isTall) = nameRows(card, ink: palette.ink, glyph: nil)
    let text: String
    let colour: String
    let line: String
    switch card.change {
    case .more: (text, colour, line) = ("▲ \(card.left)", palette.moreText, palette.more)
    case .fewer: (text, colour, line) = ("▼ \(card.left)", palette.fewerText, palette.fewer)
    case nil: (text, colour, line) = (card.left, palette.secondary, palette.cardLine)
    }
    let row = chipRow(card.chip, height: isTall ? 16 : 20) { width, height in
      .sized(
        width: width,
        height: height,
        run(text, width: width, size: Self.small, colour: colour)
      )
    }
    return Look(
      fill: card.change == nil ? palette.ghostCard : palette.card,
      line: line,
      pen: card.change == nil ? 1 : 1.6,
      label: .rows(name + [row])
    )
  }

  private func ghost(_ card: Card) -> Look {
    let (name, _) = nameRows(card, ink: palette.ghostText, glyph: palette.ghostText)
    let row = figures(card, left: palette.ghostText, right: palette.ghostText, height: 16)
    return Look(
      fill: palette.ghostCard,
      line: palette.ghostLine,
      pen: 1,
      label: .rows(name + [row, .sized(width: 1, height: 8)])
    )
  }

  // MARK: Rows

  /// The name in one line, or smaller in two; whether it took two.
  private func nameRows(_ card: Card, ink: String, glyph: String?) -> (rows: [Markup.Cell], isTall: Bool) {
    let sign = picture.lanes.isEmpty ? "" : Glyph.of(picture.lane(of: card))
    let colour =
      glyph ?? picture.lane(of: card).map { palette.channel($0.colour, theme: picture.theme) } ?? ink
    let room = Double(Self.inner) - (sign.isEmpty ? 2 : Lettering.width(of: sign + " ", size: 11.5) + 2)
    func line(_ text: String, size: Double, sign: String, height: Int) -> Markup.Cell {
      let name = Markup.run(text, size: size, colour: ink, bold: true)
      let content =
        sign.isEmpty
        ? name
        : .line([.run(sign, size: 11, colour: colour), .run(" ", size: size, colour: ink), name])
      return .sized(width: Self.inner, height: height, content)
    }
    for size in [12.0, 11.2] where Lettering.width(of: card.name, size: size, bold: true) <= room {
      return ([line(card.name, size: size, sign: sign, height: 18)], false)
    }
    let lines = Lettering.wrap(card.name, width: room, size: 10.6, bold: true, lines: 2)
    let rows = lines.enumerated().map { place, text in
      line(text, size: 10.6, sign: place == 0 ? sign : "", height: 13)
    }
    return (rows.isEmpty ? [line("", size: 12, sign: sign, height: 18)] : rows, lines.count > 1)
  }

  private func figures(_ card: Card, left: String, right: String, height: Int) -> Markup.Cell {
    let wanted = Lettering.width(of: card.right, size: Self.small)
    let rightWidth = card.right.isEmpty ? 0 : min(76, Int(wanted.rounded(.up)) + 4)
    let leftWidth = Self.inner - rightWidth
    var cells: [Markup.Cell] = [
      .sized(
        width: leftWidth,
        height: height,
        run(card.left, width: leftWidth, size: Self.small, colour: left)
      )
    ]
    if rightWidth > 0 {
      cells.append(
        .sized(
          width: rightWidth,
          height: height,
          align: .right,
          run(card.right, width: rightWidth, size: Self.small, colour: right)
        )
      )
    }
    return .holding(.row(cells))
  }

  private func feelingRow(_ card: Card, height: Int) -> Markup.Cell? {
    guard card.feelings != nil || card.chip != nil else { return nil }
    return chipRow(card.chip, height: height) { width, height in
      .holding(bar(card.feelings, width: width), width: width, height: height)
    }
  }

  /// Something at the left and, when there is one, the chip at the right.
  private func chipRow(_ chip: Chip?, height: Int, left: (Int, Int) -> Markup.Cell) -> Markup.Cell {
    guard let chip, !chip.text.isEmpty else { return .holding(.row([left(Self.inner, height)])) }
    let (fill, ink) = colours(of: chip.tone)
    let text = Lettering.fit(chip.text, width: 38, size: 10.5, bold: true)
    let width = max(30, Int(Lettering.width(of: text, size: 10.5, bold: true).rounded(.up)) + 6)
    return .holding(
      .row([
        left(Self.inner - width - 6, height), .sized(width: 6, height: height),
        .sized(
          width: width,
          height: min(height, 15),
          align: .centre,
          fill: fill,
          .run(text, size: 10.5, colour: ink, bold: true)
        ),
      ])
    )
  }

  private func colours(of tone: Chip.Tone) -> (fill: String, ink: String) {
    switch tone {
    case .heat(let level): (palette.heat(level), palette.onHeat(level))
    case .better: (palette.better, palette.betterText)
    case .worse: (palette.worse, palette.worseText)
    }
  }

  /// Shares as cells whose widths add up exactly: a wider table would end the process inside Graphviz.
  private func bar(_ feelings: Feelings?, width: Int) -> Markup {
    let widths = Apportionment.largestRemainder(feelings?.shares ?? [], total: width)
    let cells = zip(widths, palette.feelings).filter { $0.0 > 0 }.map { cell, colour in
      Markup.Cell.sized(width: cell, height: 7, fill: colour)
    }
    return .row(cells.isEmpty ? [.sized(width: width, height: 7)] : cells)
  }

  private func run(_ text: String, width: Int, size: Double, colour: String, bold: Bool = false) -> Markup {
    .run(
      Lettering.fit(text, width: Double(width) - 1, size: size, bold: bold),
      size: size,
      colour: colour,
      bold: bold
    )
  }
}

/// Signs of channels.
enum Glyph {
  private static let filled = ["●", "▲", "■", "◆", "✚"]
  private static let outlined = ["○", "△", "□", "◇", "✚"]

  static func of(_ lane: Lane?) -> String {
    guard let lane else { return "" }
    if let glyph = lane.glyph, let first = glyph.first { return String(first) }
    guard case .slot(let slot) = lane.colour else { return "●" }
    let round = max(0, slot)
    return round < filled.count ? filled[round] : outlined[round % outlined.count]
  }
}

/// Whole parts of a whole.
enum Apportionment {
  /// Whole numbers in proportion to `shares` that add up to `total` (Hamilton's method); all 0 when there are no shares.
  static func largestRemainder(_ shares: [Double], total: Int) -> [Int] {
    let sum = shares.reduce(0, +)
    guard sum > 0, sum.isFinite else { return shares.map { _ in 0 } }
    let exact = shares.map { $0 / sum * Double(total) }
    var parts = exact.map { Int($0.rounded(.down)) }
    let order = exact.indices.sorted {
      (exact[$1] - Double(parts[$1]), $0) < (exact[$0] - Double(parts[$0]), $1)
    }
    for index in order.prefix(max(0, total - parts.reduce(0, +))) { parts[index] += 1 }
    return parts
  }
}

extension JourneyPicture {
  /// The lane that a card lies in; nil without lanes.
  func lane(of card: Card) -> Lane? {
    lanes.isEmpty ? nil : lanes[min(max(0, card.lane), lanes.count - 1)]
  }
}
