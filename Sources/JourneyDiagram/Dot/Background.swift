/// The drawing under nodes and edges (lanes, headers, title, legend, caption), in Graphviz' xdot language.
///
/// Coordinates are points, y downwards; xdot's y grows upwards, so signs turn on the way out.
struct Background {
  /// Where a text stands relative to its point.
  enum Anchor: Int {
    case start = -1
    case middle = 0
    case end = 1
  }

  private var parts: [String] = []

  /// The operations as one string.
  var text: String { parts.joined(separator: " ") }

  mutating func polygon(_ points: [Point], fill: String, line: String? = nil) {
    let corners = points.map { "\(DotNumber.text($0.x)) \(DotNumber.text(-$0.y))" }.joined(separator: " ")
    // The pen is sticky: set it anew before each shape.
    parts.append("S 15 -setlinewidth(1)")
    parts.append("c \(line?.utf8.count ?? fill.utf8.count) -\(line ?? fill)")
    parts.append("C \(fill.utf8.count) -\(fill)")
    parts.append("P \(points.count) \(corners)")
  }

  mutating func rectangle(_ box: Box, fill: String, line: String? = nil) {
    let corners = [
      Point(x: box.left, y: box.top), Point(x: box.right, y: box.top), Point(x: box.right, y: box.bottom),
      Point(x: box.left, y: box.bottom),
    ]
    polygon(corners, fill: fill, line: line)
  }

  mutating func segment(from: Point, to: Point, colour: String, width: Double, dashed: Bool = false) {
    let pen = "setlinewidth(\(DotNumber.text(width)))"
    let style = dashed ? "dashed" : "solid"
    parts.append("S \(pen.utf8.count) -\(pen) S \(style.utf8.count) -\(style)")
    parts.append("c \(colour.utf8.count) -\(colour)")
    parts.append(
      "L 2 \(DotNumber.text(from.x)) \(DotNumber.text(-from.y)) \(DotNumber.text(to.x)) \(DotNumber.text(-to.y))"
    )
    parts.append("S 5 -solid")
  }

  /// Text whose baseline passes through `at`; empty text is left out.
  mutating func write(
    _ words: String,
    at: Point,
    size: Double,
    colour: String,
    bold: Bool = false,
    anchor: Anchor = .start
  ) {
    let safe = DotText.background(words)
    guard safe.contains(where: { !$0.isWhitespace }) else { return }
    let width = Lettering.width(of: words, size: size, bold: bold)
    parts.append("t \(bold ? 1 : 0) c \(colour.utf8.count) -\(colour)")
    parts.append("F \(DotNumber.text(size)) \(Lettering.fonts.utf8.count) -\(Lettering.fonts)")
    parts.append(
      "T \(DotNumber.text(at.x)) \(DotNumber.text(-at.y)) \(anchor.rawValue) \(DotNumber.text(width))"
        + " \(safe.utf8.count) -\(safe)"
    )
  }
}
