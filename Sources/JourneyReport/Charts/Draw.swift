/// Where a text stands relative to its place.
enum TextAnchor: String { case start, middle, end }

/// Marks of a chart as elements; colours come from the style sheet, so that light and dark need no second drawing.
enum Draw {
  /// A drawing with a finding for those who cannot see it.
  static func canvas(
    width: Double,
    height: Double,
    classes: String,
    finding: String,
    stretched: Bool = false,
    _ marks: [HTMLNode]
  ) -> HTMLNode {
    var attributes: [HTMLAttribute] = [
      .classes("chart " + classes),
      HTMLAttribute(.viewBox, "0 0 \(SVGNumber.text(width)) \(SVGNumber.text(height))"),
      HTMLAttribute(.role, "img"),
      HTMLAttribute(.label, finding),
    ]
    if stretched {
      attributes.append(HTMLAttribute(.preserveAspectRatio, "none"))
      attributes.append(HTMLAttribute(.style, "--h:\(SVGNumber.text(height))px"))
    }
    return .el(.svg, attributes, marks)
  }

  static func line(_ from: ChartPoint, _ to: ChartPoint, _ classes: String) -> HTMLNode {
    .el(
      .line,
      [
        .classes(classes), HTMLAttribute(.x1, from.x), HTMLAttribute(.y1, from.y), HTMLAttribute(.x2, to.x),
        HTMLAttribute(.y2, to.y),
      ]
    )
  }

  static func path(_ path: SVGPath, _ classes: String, look: ChannelLook? = nil, tooltip: String? = nil)
    -> HTMLNode
  {
    .el(
      .path,
      [.classes(look.map { "\(classes) ch\($0.slot)" } ?? classes), HTMLAttribute(.d, path.text)]
        + (look.map(Self.ownColour) ?? []),
      tooltip.map { [.el(.title, $0)] } ?? []
    )
  }

  static func rectangle(_ box: ChartBox, _ classes: String, look: ChannelLook? = nil) -> HTMLNode {
    .el(
      .rect,
      [
        .classes(look.map { "\(classes) ch\($0.slot)" } ?? classes), HTMLAttribute(.x, box.left),
        HTMLAttribute(.y, box.top), HTMLAttribute(.width, box.width), HTMLAttribute(.height, box.height),
      ] + (look.map(Self.ownColour) ?? [])
    )
  }

  static func circle(_ centre: ChartPoint, radius: Double, _ classes: String) -> HTMLNode {
    .el(
      .circle,
      [
        .classes(classes), HTMLAttribute(.cx, centre.x), HTMLAttribute(.cy, centre.y),
        HTMLAttribute(.r, radius),
      ]
    )
  }

  static func text(
    _ words: String,
    _ place: ChartPoint,
    _ classes: String,
    anchor: TextAnchor = .start
  ) -> HTMLNode {
    var attributes: [HTMLAttribute] = [
      .classes(classes), HTMLAttribute(.x, place.x), HTMLAttribute(.y, place.y),
    ]
    if anchor != .start { attributes.append(HTMLAttribute(.textAnchor, anchor.rawValue)) }
    return .el(.text, attributes, [.text(words)])
  }

  /// The analyst's own colour of a channel, which stands in for the palette's.
  static func ownColour(_ look: ChannelLook) -> [HTMLAttribute] {
    look.colour.map { [HTMLAttribute(.style, "--ch:" + $0.text)] } ?? []
  }
}
