import JourneyDiagram

/// A drawing that Graphviz made of a picture, fit for a page that holds several.
///
/// It is text that is written into a page as it stands, so nothing but a rendered picture can become one: Graphviz
/// escapes every name that it draws.
public struct InlineDrawing: Sendable {
  let svg: String
  /// The width at which its text has its own size, in pixels.
  let width: Double
  /// Whether there is room for a table beside it on a page across: it is more than four sevenths as high as wide.
  let isDeep: Bool

  /// Draws a picture without its title and caption, which the page says itself.
  ///
  /// - Throws: `GraphvizError` when Graphviz gives no drawing.
  public init(_ picture: JourneyPicture, idPrefix: String) throws(GraphvizError) {
    var bare = picture
    bare.title = ""
    bare.answer = ""
    bare.caption = []
    bare.marks = ""
    // The page lists the paths in a table.
    bare.paths = []
    // In a page the map stands above: paths and changes need no grey lines under them.
    if picture.view == .topPaths || picture.view == .difference {
      bare.flows.removeAll { $0.style == .normal || $0.style == .ghost }
    }
    bare.theme = .light
    let drawing = try Drawing(of: bare)
    svg = SVGEmbedding.inline(try drawing.render(.svg).bytes, idPrefix: idPrefix, label: picture.title)
    width = drawing.sheet.right - drawing.sheet.left
    isDeep = drawing.sheet.height * 7 > width * 4
  }
}

/// Rules of a style sheet that are made from colours alone.
public struct ColourRules: Sendable {
  let text: String

  /// Turns inlined drawings dark when the system or the reader asks for it.
  static func darkDrawings(lanes: [Lane]) -> ColourRules {
    // Nested, so that where they apply is said once and not in each of a hundred rules.
    let rules = Palette.darkRules(scope: "", lanes: lanes).split(whereSeparator: \.isWhitespace).joined()
    return ColourRules(
      text: "@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]) .drawing{\(rules)}}"
        + "@media screen{:root[data-theme=dark] .drawing{\(rules)}}"
    )
  }
}
