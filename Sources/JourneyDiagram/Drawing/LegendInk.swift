/// Draws the legend at the right above the frame.
struct LegendInk {
  let picture: JourneyPicture
  let palette: Palette
  /// Points of line width for a share of 1, and the largest share drawn.
  let perShare: Double
  let largest: Double

  private static let swatch = 54.0
  private static let small = 10.3

  /// Room that the legend takes at the right.
  var width: Double {
    switch picture.legend {
    case .none: 0
    case .heat: 7 * 58
    case .change: 440
    case .ofView:
      switch picture.view {
      case .map: (showsWidths ? 190 : 0) + (showsFeelings ? 5 * Self.swatch : 0)
      case .hotspots: 7 * 58
      case .difference: 440
      case .topPaths: 0
      }
    }
  }

  /// Draws it so that it ends at `right`, just above the frame.
  func draw(on sheet: inout Background, right: Double) {
    switch picture.legend {
    case .none: return
    case .heat(let bounds): heat(bounds, on: &sheet, right: right)
    case .change(let more, let fewer): change(more: more, fewer: fewer, on: &sheet, right: right)
    case .ofView:
      switch picture.view {
      case .map: map(on: &sheet, right: right)
      case .hotspots:
        let scale = HeatScale(touchpoints: picture.cards.count)
        heat(Array(scale.labels.dropFirst()), on: &sheet, right: right)
      case .difference: change(more: "more than before", fewer: "fewer than before", on: &sheet, right: right)
      case .topPaths: return
      }
    }
  }

  private var showsWidths: Bool { perShare > 0 && largest > 0 }
  private var showsFeelings: Bool { picture.cards.contains { $0.feelings != nil } }

  private func map(on sheet: inout Background, right: Double) {
    var left = right
    if showsFeelings {
      left -= 5 * Self.swatch
      sheet.write(
        "Bar in each card: how visits felt",
        at: Point(x: left, y: -49),
        size: 11.5,
        colour: palette.secondary
      )
      let words = ["very bad", "bad", "neutral", "good", "very good"]
      for (place, word) in words.enumerated() {
        let start = left + Double(place) * Self.swatch
        sheet.rectangle(
          Box(left: start, top: -38, right: start + Self.swatch, bottom: -31),
          fill: palette.feelings[place]
        )
        sheet.write(
          word,
          at: Point(x: start + Self.swatch / 2, y: -18),
          size: Self.small,
          colour: palette.secondary,
          anchor: .middle
        )
      }
      left -= 30
    }
    guard showsWidths else { return }
    left -= 160
    sheet.write(
      "Line width: share of journeys",
      at: Point(x: left, y: -49),
      size: 11.5,
      colour: palette.secondary
    )
    for (place, percent) in samples.enumerated() {
      let start = left + Double(place) * 57
      let width = max(LineWidths.thinnest, Double(percent) / 100 * perShare)
      sheet.rectangle(
        Box(left: start, top: -34.5 - width / 2, right: start + 42, bottom: -34.5 + width / 2),
        fill: palette.flow
      )
      sheet.write(
        "\(percent)%",
        at: Point(x: start + 21, y: -18),
        size: Self.small,
        colour: palette.secondary,
        anchor: .middle
      )
    }
  }

  /// Three round figures up to the largest share.
  private var samples: [Int] {
    let round = [1, 2, 5, 10, 20, 30, 50, 75, 100].filter { Double($0) / 100 <= largest * 1.001 }
    guard let top = round.last else { return [1] }
    let middle = round.last { $0 * 3 <= top }
    let low = round.last { $0 * 4 <= (middle ?? 0) }
    return [low, middle, top].compactMap { $0 }
  }

  private func heat(_ bounds: [String], on sheet: inout Background, right: Double) {
    let left = right - 7 * 58
    sheet.write(
      "Share of all dissatisfaction",
      at: Point(x: left, y: -59),
      size: 11.5,
      colour: palette.secondary
    )
    let first = bounds.first.map { "<\($0)%" } ?? ""
    for (place, colour) in palette.heat.enumerated() {
      let start = left + Double(place) * 58
      sheet.rectangle(
        Box(left: start, top: -50, right: start + 58, bottom: -38),
        fill: colour,
        line: place == 0 ? palette.cardLine : nil
      )
      let word = place == 0 ? first : bounds.indices.contains(place - 1) ? bounds[place - 1] : ""
      sheet.write(
        word,
        at: Point(x: start + 29, y: -25),
        size: Self.small,
        colour: palette.secondary,
        anchor: .middle
      )
    }
  }

  private func change(more: String, fewer: String, on sheet: inout Background, right: Double) {
    var end = right
    for (word, colour, dashed) in [(fewer, palette.fewer, true), (more, palette.more, false)] {
      let fitted = Lettering.fit(word, width: 150, size: 11)
      let start = end - Lettering.width(of: fitted, size: 11)
      sheet.write(fitted, at: Point(x: start, y: -30), size: 11, colour: palette.ink)
      sheet.segment(
        from: Point(x: start - 58, y: -34),
        to: Point(x: start - 8, y: -34),
        colour: colour,
        width: 4,
        dashed: dashed
      )
      end = start - 76
    }
  }
}
