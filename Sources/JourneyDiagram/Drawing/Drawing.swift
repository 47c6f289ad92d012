/// A picture with every position decided, ready to be drawn in any format.
public struct Drawing: Sendable {
  /// The complete drawing as DOT text with positions.
  public let dot: String
  /// Where everything stands.
  public let scene: Scene
  /// The drawn flows.
  public let routes: [Route]
  /// What is shown and what is hidden.
  public let coverage: Coverage
  /// The sheet, in points.
  public let sheet: Box

  /// Most touchpoints that a grid shows one by one, whatever the picture asks for.
  public static let mostCardsInGrid = 150
  /// Most stages and lanes of a grid.
  static let mostStages = 16
  static let mostLanes = 12

  /// Lays out `picture`: a grid when it has stages, else Graphviz' layers.
  ///
  /// The time is bounded for pictures of any size: large ones are simplified first.
  /// - Throws: `GraphvizError` when Graphviz is needed for the layout and fails.
  public init(of picture: JourneyPicture) throws(GraphvizError) {
    let isGrid =
      !picture.stages.isEmpty && picture.stages.count <= Self.mostStages
      && picture.lanes.count <= Self.mostLanes
    let folded = Folding.folded(
      picture,
      limit: isGrid ? Self.mostCardsInGrid : DotFallback.mostCards,
      perCell: isGrid
    )
    if let small = isGrid ? folded.picture : AutoColumns.arranged(folded.picture) {
      let selection = FlowSelection(of: small)
      let scene = GridPlan.scene(of: small, like: Self.whole(picture))
      let found = GridRouter.route(selection.drawn, of: small, in: scene)
      self.init(
        picture: small,
        original: picture,
        kept: folded.kept,
        selection: selection,
        scene: scene,
        found: found
      )
    } else {
      let layout = try DotFallback.layout(of: folded.picture, kept: folded.kept)
      self.init(
        picture: layout.picture,
        original: picture,
        kept: layout.kept,
        selection: layout.selection,
        scene: layout.scene,
        found: layout.found
      )
    }
  }

  private init(
    picture: JourneyPicture,
    original: JourneyPicture,
    kept: Int,
    selection: FlowSelection,
    scene: Scene,
    found: GridRouter.Result
  ) {
    var coverage = selection.coverage
    coverage.touchpoints = (kept, original.shownCards)
    coverage.showsBusiest = original.focus == nil
    if kept < original.shownCards {
      coverage.transitions.all = original.flows.count
    }
    let palette = Palette.of(picture.theme)
    let legend = LegendInk(
      picture: picture,
      palette: palette,
      perShare: found.perShare,
      largest: found.largest
    )
    let frame = FrameInk(
      picture: picture,
      palette: palette,
      scene: scene,
      bottom: found.bottom,
      legend: legend,
      coverage: coverage,
      hasBackward: found.routes.contains(where: \.isBackward),
      entries: found.entries
    )
    let (background, sheet) = frame.draw()
    dot =
      Composer(
        picture: picture,
        scene: scene,
        routes: found.routes,
        background: background,
        sheet: sheet
      ).dot()
    self.scene = scene
    routes = found.routes
    self.coverage = coverage
    self.sheet = sheet
  }

  /// The picture of the whole journey, whose order a page about a stage keeps; nil where it is the picture itself.
  private static func whole(_ picture: JourneyPicture) -> JourneyPicture? {
    guard picture.focus != nil else { return nil }
    var whole = picture
    whole.focus = nil
    return Folding.folded(whole, limit: mostCardsInGrid, perCell: true).picture
  }

  /// The drawing as a file's bytes. DOT text comes with its positions and needs no layout again (`neato -n2`).
  public func render(_ format: Graphviz.Format) throws(GraphvizError) -> Graphviz.Output {
    try Self.render(dot, format)
  }

  static func render(_ dot: String, _ format: Graphviz.Format) throws(GraphvizError) -> Graphviz.Output {
    if format == .dot { return Graphviz.Output(bytes: Array(dot.utf8), warnings: []) }
    var output = try Graphviz.render(dot: dot, engine: .asGiven, format: format)
    guard format == .svg else {
      // Whoever shows an SVG has fonts of their own.
      output.boxes = Fonts.missing(from: dot)
      return output
    }
    // Graphviz writes every hyphen as a character reference; as itself an id can be found by searching the file.
    let text = String(decoding: output.bytes, as: UTF8.self).replacing("&#45;", with: "-")
    return Graphviz.Output(bytes: Array(text.utf8), warnings: output.warnings)
  }
}
