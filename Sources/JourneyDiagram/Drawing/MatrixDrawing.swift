/// A matrix with every position decided, ready to be drawn in any format.
public struct MatrixDrawing: Sendable {
  /// The complete drawing as DOT text with positions.
  public let dot: String
  /// The sheet, in points.
  public let sheet: Box
  /// Where each row stands, names and cells together.
  public let rows: [Box]

  private static let margin = Scene.Size.margin
  private static let nameWidth = 196.0
  private static let cell = (width: 62.0, height: 25.0)
  private static let narrowest = 760.0
  /// Most rows, so that a drawing is bounded; more are the caller's to fold.
  public static let mostRows = 60

  /// Lays out `picture`; its time is linear in the number of cells.
  public init(of picture: MatrixPicture) {
    let palette = Palette.of(picture.theme)
    let width = max(
      Self.narrowest,
      2 * Self.margin + Self.nameWidth + Double(picture.columns.count) * Self.cell.width
    )
    var ink = Background()
    var writer = DotWriter()
    let room = width - 2 * Self.margin
    let titles = Lettering.wrap(picture.title, width: room, size: 24, bold: true, lines: 3)
    let answers = Lettering.wrap(picture.answer, width: room, size: 14.5, lines: 3)
    let headHeight = 30 * Double(titles.count) + 19 * Double(answers.count) + 46

    // Rows first, so that the sheet's height is known before it is filled.
    var placed: [(row: MatrixPicture.Row, box: Box)] = []
    var headings: [(name: String, top: Double)] = []
    var y = headHeight
    for group in picture.groups where !group.rows.isEmpty {
      if !group.name.isEmpty {
        headings.append((group.name, y))
        y += 24
      }
      for row in group.rows.prefix(max(0, Self.mostRows - placed.count)) {
        placed.append(
          (row, Box(left: Self.margin, top: y, right: width - Self.margin, bottom: y + Self.cell.height))
        )
        y += Self.cell.height + 2
      }
      y += 7
    }
    let notes = picture.caption.filter { !$0.isEmpty }
      .flatMap { Lettering.wrap($0, width: room, size: 12, lines: 3) }
    let sheet = Box(left: 0, top: 0, right: width, bottom: y + 24 + 16 * Double(notes.count) + 12)
    ink.rectangle(sheet, fill: palette.page)
    for (place, line) in titles.enumerated() {
      ink.write(
        line,
        at: Point(x: Self.margin, y: 32 + 30 * Double(place)),
        size: 24,
        colour: palette.ink,
        bold: true
      )
    }
    for (place, line) in answers.enumerated() {
      ink.write(
        line,
        at: Point(x: Self.margin, y: 30 * Double(titles.count) + 26 + 19 * Double(place)),
        size: 14.5,
        colour: palette.secondary
      )
    }
    for (place, name) in picture.columns.enumerated() {
      let x = Self.left(place) + Self.cell.width / 2
      let fitted = Lettering.fit(name, width: Self.cell.width - 4, size: 11.5, bold: true)
      ink.write(
        fitted,
        at: Point(x: x, y: headHeight - 9),
        size: 11.5,
        colour: palette.ink,
        bold: true,
        anchor: .middle
      )
    }
    for heading in headings {
      ink.segment(
        from: Point(x: Self.margin, y: heading.top + 2),
        to: Point(x: width - Self.margin, y: heading.top + 2),
        colour: palette.rule,
        width: 1
      )
      let fitted = Lettering.fit(heading.name, width: room, size: 12.5, bold: true)
      ink.write(
        fitted,
        at: Point(x: Self.margin, y: heading.top + 18),
        size: 12.5,
        colour: palette.secondary,
        bold: true
      )
    }
    ink.segment(
      from: Point(x: Self.margin, y: y + 4),
      to: Point(x: width - Self.margin, y: y + 4),
      colour: palette.rule,
      width: 1
    )
    for (place, line) in notes.enumerated() {
      ink.write(
        line,
        at: Point(x: Self.margin, y: y + 22 + 16 * Double(place)),
        size: 12,
        colour: palette.secondary
      )
    }

    writer.defaults(
      "graph",
      [
        ("pad", .number(0)), ("margin", .number(0)), ("bgcolor", .word(palette.page)),
        ("fontname", .word(Lettering.fonts)), ("_background", .verbatim(ink.text)),
        (
          "bb",
          .word(
            [sheet.left, -sheet.bottom, sheet.right, -sheet.top].map(DotNumber.text).joined(separator: ",")
          )
        ),
      ]
    )
    writer.defaults(
      "node",
      [
        ("shape", .word("box")), ("style", .word("filled")), ("fixedsize", .word("shape")),
        ("width", .word(DotNumber.inches(Self.cell.width - 2))),
        ("height", .word(DotNumber.inches(Self.cell.height))),
        ("margin", .number(0)), ("penwidth", .number(0)), ("fontname", .word(Lettering.fonts)),
      ]
    )
    for (index, item) in placed.enumerated() {
      Self.write(item.row, in: item.box, index: index, picture, palette, to: &writer)
    }
    dot = writer.text
    self.sheet = sheet
    rows = placed.map(\.box)
  }

  private static func left(_ column: Int) -> Double { margin + nameWidth + Double(column) * cell.width }

  private static func write(
    _ row: MatrixPicture.Row,
    in box: Box,
    index: Int,
    _ picture: MatrixPicture,
    _ palette: Palette,
    to writer: inout DotWriter
  ) {
    let lane = row.lane.flatMap { picture.lanes.indices.contains($0) ? picture.lanes[$0] : nil }
    let sign = Glyph.of(lane)
    let signWidth = sign.isEmpty ? 0 : 17
    let room = Int(nameWidth) - 6 - signWidth
    let name = Markup.run(
      Lettering.fit(row.name, width: Double(room) - 2, size: 12, bold: true),
      size: 12,
      colour: palette.ink,
      bold: true
    )
    var cells: [Markup.Cell] = []
    if let lane, !sign.isEmpty {
      let colour = palette.channel(lane.colour, theme: picture.theme)
      cells.append(.sized(width: signWidth, height: 20, .run(sign, size: 11, colour: colour)))
    }
    cells.append(.sized(width: room, height: 20, name))
    writer.node(
      "m\(index)",
      [
        ("id", .text("row-\(index + 1)")), ("class", .word("row")),
        ("pos", .word(DotNumber.position(Point(x: box.left + nameWidth / 2 - 3, y: box.centre.y)))),
        ("width", .word(DotNumber.inches(nameWidth - 6))), ("fillcolor", .word(palette.page)),
        ("label", .label(.row(cells))), ("tooltip", .text(row.name)),
      ]
    )
    for (column, cell) in row.cells.prefix(picture.columns.count).enumerated() where !cell.text.isEmpty {
      let level = min(max(0, cell.level), palette.ramp.count)
      writer.node(
        "m\(index)c\(column)",
        [
          ("id", .text("cell-\(index + 1)-\(column + 1)")), ("class", .word("cell")),
          ("pos", .word(DotNumber.position(Point(x: left(column) + self.cell.width / 2, y: box.centre.y)))),
          ("fillcolor", .word(level == 0 ? palette.panel : palette.ramp[level - 1])),
          (
            "label",
            .label(
              .run(
                Lettering.fit(cell.text, width: self.cell.width - 8, size: 11.5),
                size: 11.5,
                colour: palette.onRamp(level)
              )
            )
          ),
          ("tooltip", .text(cell.tooltip.isEmpty ? "\(row.name): \(cell.text)" : cell.tooltip)),
        ]
      )
    }
  }

  /// The drawing as a file's bytes.
  public func render(_ format: Graphviz.Format) throws(GraphvizError) -> Graphviz.Output {
    try Drawing.render(dot, format)
  }
}
