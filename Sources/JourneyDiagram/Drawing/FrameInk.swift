/// Draws what lies under cards and lines: sheet, title, lanes, headers, legend, caption and the list of paths.
struct FrameInk {
  let picture: JourneyPicture
  let palette: Palette
  let scene: Scene
  /// Where the lanes end.
  let bottom: Double
  let legend: LegendInk
  let coverage: Coverage
  /// Whether a line leads back to an earlier stage.
  let hasBackward: Bool
  /// Bars where journeys begin.
  let entries: [(card: Int, y: Double, width: Double)]

  /// The operations and the sheet they cover.
  func draw() -> (background: Background, sheet: Box) {
    let titleLines = Lettering.wrap(
      picture.title,
      width: scene.width - 2 * Scene.Size.margin,
      size: 26,
      bold: true,
      lines: 2
    )
    let notes = captionLines
    let listTop = bottom + 22 + 20 + 16 * Double(notes.count)
    let sheet = Box(
      left: 0,
      top: top(titleLines.count),
      right: scene.width,
      bottom: picture.paths.isEmpty
        ? listTop : listTop + 12 + pathLines.reduce(0) { $0 + Self.height(of: $1) }
    )
    var ink = Background()
    ink.rectangle(sheet, fill: palette.page)
    header(titleLines, on: &ink)
    legend.draw(on: &ink, right: scene.width - Scene.Size.margin)
    lanes(on: &ink)
    stages(on: &ink)
    for entry in entries { self.entry(entry, on: &ink) }
    caption(notes, on: &ink)
    paths(from: listTop, on: &ink)
    return (ink, sheet)
  }

  /// Where the sheet begins: a page that says title and answer itself gets no empty space for them.
  private func top(_ titleLines: Int) -> Double {
    if titleLines > 0 { return -108 - 32 * Double(titleLines - 1) }
    return picture.answer.isEmpty && legend.width == 0 ? -12 : -74
  }

  private func header(_ lines: [String], on ink: inout Background) {
    for (place, line) in lines.enumerated() {
      let y = -70 - 32 * Double(lines.count - 1 - place)
      ink.write(line, at: Point(x: Scene.Size.margin, y: y), size: 26, colour: palette.ink, bold: true)
    }
    let used = legend.width
    let room = scene.width - 2 * Scene.Size.margin - (used > 0 ? used + 24 : 0)
    // A long answer is set smaller before it is cut.
    let sizes = [15, 13.6, 12.4, 11.4]
    func wrapped(_ size: Double) -> [String] {
      Lettering.wrap(picture.answer, width: room, size: size, lines: 2)
    }
    let size = sizes.first { wrapped($0).last?.hasSuffix("…") != true } ?? 11.4
    for (place, line) in wrapped(size).enumerated() {
      ink.write(
        line,
        at: Point(x: Scene.Size.margin, y: -44 + 19 * Double(place)),
        size: size,
        colour: palette.secondary
      )
    }
  }

  private func lanes(on ink: inout Background) {
    for band in scene.bands {
      ink.rectangle(band.box, fill: palette.panel)
      guard picture.lanes.indices.contains(band.lane) else { continue }
      let lane = picture.lanes[band.lane]
      let colour = palette.channel(lane.colour, theme: picture.theme)
      var stripe = band.box
      stripe.right = stripe.left + 4
      ink.rectangle(stripe, fill: colour)
      let words = Lettering.wrap(lane.name, width: 66, size: 13, bold: true, lines: 3)
      let middle = band.box.centre.y
      guard !words.isEmpty else { continue }
      ink.write(Glyph.of(lane), at: Point(x: 32, y: middle + 4.5), size: 14, colour: colour)
      for (place, word) in words.enumerated() {
        let y = middle + 4.5 + (Double(place) - Double(words.count - 1) / 2) * 15
        ink.write(word, at: Point(x: 50, y: y), size: 13, colour: palette.ink, bold: true)
      }
    }
    if scene.kind != .grid { channels(on: &ink) }
  }

  /// Without lanes the channels are explained in a line.
  private func channels(on ink: inout Background) {
    var x = Scene.Size.margin
    for lane in picture.lanes {
      let name = Lettering.fit(lane.name, width: 120, size: 11.5)
      let end = x + 16 + Lettering.width(of: name, size: 11.5)
      if end > scene.width - Scene.Size.margin { return }
      let colour = palette.channel(lane.colour, theme: picture.theme)
      ink.write(Glyph.of(lane), at: Point(x: x, y: -5), size: 11.5, colour: colour)
      ink.write(name, at: Point(x: x + 15, y: -5), size: 11.5, colour: palette.secondary)
      x = end + 18
    }
  }

  private func stages(on ink: inout Background) {
    for header in scene.headers {
      let box = header.box
      let notch = header.stage == 0 ? 0.0 : 12.0
      ink.polygon(
        [
          Point(x: box.left, y: box.top), Point(x: box.right - 12, y: box.top),
          Point(x: box.right, y: box.centre.y), Point(x: box.right - 12, y: box.bottom),
          Point(x: box.left, y: box.bottom), Point(x: box.left + notch, y: box.centre.y),
        ],
        fill: palette.header
      )
      stage(picture.stages[header.stage], in: box, on: &ink)
    }
    guard let first = scene.outcomes.first, scene.kind == .grid else { return }
    ink.write(
      picture.outcomes.count == 1 ? "Outcome" : "Outcomes",
      at: Point(x: first.centre.x, y: 22),
      size: 16,
      colour: palette.ink,
      bold: true,
      anchor: .middle
    )
  }

  /// Name and note beside each other, or one above the other when the name is long.
  private func stage(_ stage: StageHeader, in box: Box, on ink: inout Background) {
    let left = box.left + (stage == picture.stages.first ? 14 : 20)
    let right = box.right - 17
    let noteWidth = Lettering.width(of: stage.note, size: 11.5)
    let room = right - left - (stage.note.isEmpty ? 0 : noteWidth + 8)
    for size in [16.0, 14.8, 13.6] where Lettering.width(of: stage.name, size: size, bold: true) <= room {
      ink.write(stage.name, at: Point(x: left, y: 22.5), size: size, colour: palette.ink, bold: true)
      ink.write(
        stage.note,
        at: Point(x: right, y: 21.5),
        size: 11.5,
        colour: palette.secondary,
        anchor: .end
      )
      return
    }
    let name = Lettering.fit(stage.name, width: right - left, size: 13, bold: true)
    let lift = stage.note.isEmpty ? 0.0 : 7.0
    ink.write(name, at: Point(x: left, y: 22 - lift), size: 13, colour: palette.ink, bold: true)
    let note = Lettering.fit(stage.note, width: right - left, size: 10.3)
    ink.write(note, at: Point(x: left, y: 28.5), size: 10.3, colour: palette.secondary)
  }

  private func entry(_ entry: (card: Int, y: Double, width: Double), on ink: inout Background) {
    let card = scene.cards[entry.card]
    let isQuiet = picture.view == .topPaths || picture.view == .difference
    let width = entry.width
    ink.rectangle(
      Box(left: card.left - 17, top: entry.y - width / 2, right: card.left + 2, bottom: entry.y + width / 2),
      fill: isQuiet ? palette.ghostFlow : palette.entry
    )
  }

  private var captionLines: [String] {
    // Some fonts run a little wider than the measured one.
    let room = (scene.width - 2 * Scene.Size.margin) * 0.97
    let isFlow = picture.view == .map || picture.view == .hotspots
    let back = hasBackward && isFlow ? "Dashed lines lead back to an earlier stage." : ""
    let hidden = [back, picture.view == .difference ? coverage.greySentence : coverage.sentence]
      .filter { !$0.isEmpty }.joined(separator: " ")
    let last = [picture.caption.last ?? "", picture.marks].filter { !$0.isEmpty }.joined(separator: " ")
    let sentences = picture.caption.dropLast() + [last, hidden]
    var lines: [String] = []
    for sentence in sentences where !sentence.isEmpty {
      // What was hidden follows on where there is room.
      if sentence == hidden, let last = lines.last,
        Lettering.width(of: last + " " + sentence, size: 12) <= room
      {
        lines[lines.count - 1] = last + " " + sentence
      } else {
        lines += Lettering.wrap(sentence, width: room, size: 12, lines: 3)
      }
    }
    return lines
  }

  private func caption(_ lines: [String], on ink: inout Background) {
    let top = bottom + 22
    guard !lines.isEmpty else { return }
    ink.segment(
      from: Point(x: Scene.Size.margin, y: top),
      to: Point(x: scene.width - Scene.Size.margin, y: top),
      colour: palette.rule,
      width: 1
    )
    for (place, line) in lines.enumerated() {
      ink.write(
        line,
        at: Point(x: Scene.Size.margin, y: top + 18 + 16 * Double(place)),
        size: 12,
        colour: palette.secondary
      )
    }
  }

  // MARK: The list of paths

  /// Widths of the columns of figures at the right of the list.
  private var figureWidths: [Double] {
    (0..<(picture.paths.map(\.figures.count).max() ?? 0)).map { column in
      let widths = picture.paths.map {
        $0.figures.indices.contains(column) ? Lettering.width(of: $0.figures[column], size: 12) : 0
      }
      return min(300, (widths.max() ?? 0) * 1.03 + 26)
    }
  }

  /// Each path's touchpoints in lines that leave room for its figures; what is longer ends in "…".
  private var pathLines: [[String]] {
    let room = scene.width - 2 * Scene.Size.margin - 49 - figureWidths.reduce(0, +)
    return picture.paths.map { Lettering.wrap($0.steps, width: room * 0.97, size: 12.5, lines: 3) }
  }

  private static func height(of lines: [String]) -> Double { 6 + 16 * Double(max(1, lines.count)) }

  private func paths(from top: Double, on ink: inout Background) {
    let widths = figureWidths
    let start = scene.width - Scene.Size.margin - widths.reduce(0, +)
    var y = top + 8
    for (path, lines) in zip(picture.paths, pathLines) {
      let box = Box(left: Scene.Size.margin, top: y - 4, right: Scene.Size.margin + 16, bottom: y + 12)
      ink.rectangle(box, fill: palette.path(path.number))
      ink.write(
        "\(path.number)",
        at: Point(x: box.centre.x, y: y + 8),
        size: 10.5,
        colour: palette.onPath,
        bold: true,
        anchor: .middle
      )
      for (place, line) in lines.enumerated() {
        let at = Point(x: box.right + 9, y: y + 8.5 + 16 * Double(place))
        ink.write(line, at: at, size: 12.5, colour: palette.ink)
      }
      var x = start
      for (figure, width) in zip(path.figures, widths) {
        let fitted = Lettering.fit(figure, width: width - 12, size: 12)
        ink.write(fitted, at: Point(x: x, y: y + 8.5), size: 12, colour: palette.ink)
        x += width
      }
      y += Self.height(of: lines)
    }
  }
}
