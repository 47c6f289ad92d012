import JourneyDiagram
import JourneyTestSupport
import Testing

@Suite("Contrast of what is drawn", .serialized)
struct DrawingContrastTests {
  /// The drawings of the four views of a picture and of a table of steps.
  static func drawings(_ theme: Theme) throws -> [(
    name: String, shapes: PaintedShapes, colours: [String: String]
  )] {
    var all: [(String, PaintedShapes, [String: String])] = []
    for view in PictureView.allCases {
      all.append(
        ("\(view)", PaintedShapes(try Drawing(of: SamplePicture.picture(view)).svg()), recolouring(theme))
      )
    }
    // A page writes these steps as a table, so nothing recolours their drawing.
    let matrix = MatrixDrawing(of: MatrixDrawingTests.matrix(rows: 20, columns: 12, theme: theme))
    all.append(("steps", PaintedShapes(String(decoding: try matrix.render(.svg).bytes, as: UTF8.self)), [:]))
    return all
  }

  /// Light colours as they are, and what the style sheet makes of them in the dark.
  static func recolouring(_ theme: Theme) -> [String: String] {
    guard theme == .dark else { return [:] }
    var pairs: [String: String] = [:]
    for rule in Palette.darkRules(scope: ".gv").split(separator: "}") {
      let pieces = rule.split(separator: "\"")
      guard rule.contains("[fill="), pieces.count > 2, let colour = rule.split(separator: ":").last else {
        continue
      }
      pairs[String(pieces[1])] = String(colour)
    }
    return pairs
  }

  /// Roles that nothing is read from, with the reason why.
  static let decoration: [String: String] = [
    "page": "a ground", "panel": "a ground", "header": "a ground", "card": "a ground", "left": "a ground",
    "ghost-card": "a ground of what is out of focus", "ghost-line": "out of focus",
    "ghost-flow": "out of focus",
    "rule": "separates what stands apart anyway", "card-line": "outlines a card whose name stands in it",
    "tab": "a ground", "tab-line": "outlines a tab whose words stand in it",
    "worse": "a ground of words", "better": "a ground of words",
  ]

  /// Ramps of areas: each class carries its words or figures, and classes are told apart by luminance in tests of
  /// their own.
  static func isRamp(_ role: String) -> Bool { role.hasPrefix("heat-") || role.hasPrefix("feeling-") }

  static let roles: [String: String] = Dictionary(
    Palette.light.roles.map { ($0.hex.lowercased(), $0.name) }
      + Palette.light.ramp.map { ($0.lowercased(), "heat-share") }
  ) { first, _ in first }

  /// Texts with less than 4.5:1 on what lies under them.
  static func faintTexts(_ drawing: PaintedShapes, _ colours: [String: String]) -> (
    checked: Int, faults: [String]
  ) {
    var faults: [String] = []
    var checked = 0
    for (index, shape) in drawing.shapes.enumerated() where shape.kind == "text" {
      guard let fill = shape.fill, let ground = drawing.ground(under: shape.middle, before: index) else {
        faults.append("“\(shape.text)” has no colour or no ground")
        continue
      }
      checked += 1
      let found = Contrast.ratio(colours[fill] ?? fill, colours[ground] ?? ground)
      // A channel's sign is a mark: its name stands on the lane or beside it.
      let isSign = shape.text.count == 1 && roles[fill]?.hasPrefix("channel-") == true
      if found < (isSign ? 3 : 4.5) { faults.append("“\(shape.text)” \(fill) on \(ground): \(found)") }
    }
    return (checked, faults)
  }

  /// Marks with less than 3:1 on what lies under them.
  static func faintMarks(_ drawing: PaintedShapes, _ colours: [String: String]) -> (
    checked: Int, faults: [String]
  ) {
    var faults: [String] = []
    var checked = 0
    for (index, shape) in drawing.shapes.enumerated() where shape.kind != "text" {
      guard let paint = shape.fill ?? shape.stroke else { continue }
      let role = roles[paint] ?? "unknown"
      if decoration[role] != nil || isRamp(role) { continue }
      // Where a shape has an outline of its own, that is its edge.
      let edge = shape.stroke ?? paint
      let places =
        shape.fill == nil ? Array(shape.points.dropFirst().dropLast()) + [shape.middle] : [shape.middle]
      for place in places {
        guard let ground = drawing.ground(under: place, before: index) else { continue }
        checked += 1
        let back = colours[ground] ?? ground
        let seen = [paint, edge].map { colour in
          Contrast.ratio(Contrast.blend(colours[colour] ?? colour, over: back, alpha: shape.alpha), back)
        }
        let found = seen.max() ?? 0
        if found < 3 { faults.append("\(role) \(shape.kind) on \(roles[ground] ?? ground): \(found)") }
      }
    }
    return (checked, Array(Set(faults)).sorted())
  }

  @Test("Every text has 4.5 to 1 on what lies under it", arguments: Theme.allCases)
  func texts(theme: Theme) throws {
    for (name, shapes, colours) in try Self.drawings(theme) {
      let (checked, faults) = Self.faintTexts(shapes, colours)
      #expect(checked > 20, "\(name)")
      #expect(faults == [], "\(name)")
    }
  }

  @Test("Every mark has 3 to 1 on what lies under it", arguments: Theme.allCases)
  func marks(theme: Theme) throws {
    for (name, shapes, colours) in try Self.drawings(theme) where name != "steps" {
      let (checked, faults) = Self.faintMarks(shapes, colours)
      #expect(checked > 20, "\(name)")
      #expect(faults == [], "\(name)")
    }
  }

  @Test("A pale text and a pale mark are found out")
  func twin() throws {
    let svg = try Drawing(of: SamplePicture.picture(.map)).svg()
    let pale = PaintedShapes(
      svg.replacing("\"#566370\"", with: "\"#9aa4ae\"").replacing("\"#647380\"", with: "\"#c7cdd3\"")
    )
    #expect(!Self.faintTexts(pale, [:]).faults.isEmpty)
    #expect(!Self.faintMarks(pale, [:]).faults.isEmpty)
  }
}
