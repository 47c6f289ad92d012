import JourneyDiagram
import Testing

@Suite("Tables of steps", .serialized)
struct MatrixDrawingTests {
  static func matrix(rows: Int, columns: Int, names: [String] = ["Basket"], theme: Theme = .light)
    -> MatrixPicture
  {
    func row(_ index: Int) -> MatrixPicture.Row {
      MatrixPicture.Row(
        name: names[index % names.count],
        lane: index % 3 == 0 ? nil : index % 2,
        cells: (0..<columns).map { column in
          MatrixPicture.Cell(
            text: (index + column) % 4 == 0
              ? "" : names.count > 1 ? names[(index + column) % names.count] : "\(index)%",
            level: (index + column) % 9 - 1
          )
        }
      )
    }
    return MatrixPicture(
      title: names.joined(separator: " "),
      answer: names.joined(separator: ", "),
      caption: names,
      columns: (0..<columns).map { "\(names[0]) \($0)" },
      lanes: [Lane(name: "Web", colour: .slot(0)), Lane(name: "App", colour: .slot(6))],
      groups: [
        MatrixPicture.Group(name: names[0], rows: (0..<rows).map(row)),
        MatrixPicture.Group(name: "Ended", rows: [row(rows)]),
      ],
      theme: theme
    )
  }

  static let matrices = [
    matrix(rows: 20, columns: 12), matrix(rows: 20, columns: 12, theme: .dark), matrix(rows: 1, columns: 1),
    matrix(rows: 0, columns: 0), matrix(rows: 200, columns: 12),
    matrix(rows: 22, columns: 12, names: OddPictures.hostileNames),
  ]

  @Test("Graphviz has nothing to complain about, whatever the names and sizes", arguments: matrices.indices)
  func silent(index: Int) throws {
    let drawing = MatrixDrawing(of: Self.matrices[index])
    for format in [Graphviz.Format.svg, .png, .pdf] {
      let output = try drawing.render(format)
      #expect(output.warnings == [])
      #expect(output == (try drawing.render(format)))
    }
    #expect(Checks.overlaps(drawing.rows) == [])
    #expect(drawing.rows.count <= MatrixDrawing.mostRows)
    #expect(drawing.rows.allSatisfy { $0.bottom < drawing.sheet.bottom && $0.right <= drawing.sheet.right })
  }

  @Test(
    "The SVG is well formed, its ids are unique and its text is never under 10 points",
    arguments: matrices.indices
  )
  func wellFormed(index: Int) throws {
    let svg = String(decoding: try MatrixDrawing(of: Self.matrices[index]).render(.svg).bytes, as: UTF8.self)
    let ids = try #require(Checks.elementIDs(of: svg))
    #expect(Set(ids).count == ids.count)
    let sizes = svg.split(separator: "font-size=\"").dropFirst().compactMap { piece in
      piece.split(separator: "\"").first.flatMap { Double($0) }
    }
    #expect(sizes.allSatisfy { $0 >= 10 })
  }

  @Test("Shares can be read on their colours", arguments: Theme.allCases)
  func contrast(theme: Theme) {
    func luminance(_ hex: String) -> Double {
      let digits = Array(hex.dropFirst())
      let parts = stride(from: 0, to: 6, by: 2).map { place -> Double in
        let value = Double(Int(String(digits[place...place + 1]), radix: 16) ?? 0) / 255
        return value <= 0.04045 ? value / 12.92 : Self.power((value + 0.055) / 1.055)
      }
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
    let palette = Palette.of(theme)
    for level in 0...7 {
      let (a, b) = (
        luminance(palette.onRamp(level)), luminance(level == 0 ? palette.panel : palette.ramp[level - 1])
      )
      #expect((max(a, b) + 0.05) / (min(a, b) + 0.05) >= 4.5, "\(theme) \(level)")
    }
  }

  /// x to the power of 2.4, by Newton's method for the fifth root: no Foundation is needed for it.
  private static func power(_ x: Double) -> Double {
    var root = 1.0
    for _ in 0..<60 { root -= (root * root * root * root * root - x * x) / (5 * root * root * root * root) }
    return x * x * root
  }
}
