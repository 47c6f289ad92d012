import Foundation
import JourneyDiagram

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What a drawing paints, in the order in which it does.
final class PaintedShapes: NSObject, XMLParserDelegate {
  /// One painted element.
  struct Shape {
    /// `polygon`, `polyline`, `path`, `ellipse` or `text`.
    let kind: String
    let fill: String?
    let stroke: String?
    /// Opacity of its fill or, where it has none, its stroke.
    let alpha: Double
    let isDashed: Bool
    /// Corners of shapes and points on lines; of a text the middle of its letters.
    let points: [Point]
    var text = ""
    /// Size of text, in points.
    let size: Double

    var left: Double { points.map(\.x).min() ?? 0 }
    var right: Double { points.map(\.x).max() ?? 0 }
    var top: Double { points.map(\.y).min() ?? 0 }
    var bottom: Double { points.map(\.y).max() ?? 0 }
    var middle: Point { Point(x: (left + right) / 2, y: (top + bottom) / 2) }

    func covers(_ point: Point) -> Bool {
      left <= point.x && point.x <= right && top <= point.y && point.y <= bottom
    }
  }

  private(set) var shapes: [Shape] = []
  private var attributes: [String: String]?
  private var words = ""

  init(_ svg: String) {
    super.init()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = self
    _ = parser.parse()
  }

  /// The colour under a point just before shape `index` is painted: the topmost filling that covers it.
  func ground(under point: Point, before index: Int) -> String? {
    shapes[..<index].last { $0.kind != "text" && $0.fill != nil && $0.alpha == 1 && $0.covers(point) }?.fill
  }

  func parser(
    _ parser: XMLParser,
    didStartElement name: String,
    namespaceURI: String?,
    qualifiedName: String?,
    attributes given: [String: String] = [:]
  ) {
    if name == "text" {
      attributes = given
      words = ""
    } else if ["polygon", "polyline", "path", "ellipse"].contains(name) {
      add(name, given, points: Self.points(name, given))
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { words += string }

  func parser(
    _ parser: XMLParser,
    didEndElement name: String,
    namespaceURI: String?,
    qualifiedName: String?
  ) {
    guard name == "text", let given = attributes else { return }
    attributes = nil
    let size = Double(given["font-size"] ?? "") ?? 0
    let width = Lettering.width(of: words, size: size, bold: given["font-weight"] == "bold")
    let start = Double(given["x"] ?? "") ?? 0
    let shift = given["text-anchor"] == "middle" ? 0 : given["text-anchor"] == "end" ? -width / 2 : width / 2
    let middle = Point(x: start + shift, y: (Double(given["y"] ?? "") ?? 0) - size * 0.35)
    add("text", given, points: [middle], size: size)
    shapes[shapes.count - 1].text = words
  }

  private func add(_ kind: String, _ given: [String: String], points: [Point], size: Double = 0) {
    func colour(_ name: String) -> String? {
      given[name].flatMap { $0.hasPrefix("#") ? $0.lowercased() : nil }
    }
    let fill = colour("fill")
    let opacity = given[fill == nil ? "stroke-opacity" : "fill-opacity"]
    shapes.append(
      Shape(
        kind: kind,
        fill: fill,
        stroke: colour("stroke"),
        alpha: opacity.flatMap { Double($0) } ?? 1,
        isDashed: given["stroke-dasharray"] != nil,
        points: points,
        size: size
      )
    )
  }

  private static func points(_ kind: String, _ given: [String: String]) -> [Point] {
    func number(_ name: String) -> Double { Double(given[name] ?? "") ?? 0 }
    if kind == "ellipse" {
      let (x, y, wide, high) = (number("cx"), number("cy"), number("rx"), number("ry"))
      return [Point(x: x - wide, y: y - high), Point(x: x + wide, y: y + high)]
    }
    let text = given["points"] ?? given["d"] ?? ""
    let numbers = text.split { !"0123456789.-e".contains($0) }.compactMap { Double($0) }
    let all = stride(from: 0, to: numbers.count - 1, by: 2).map { Point(x: numbers[$0], y: numbers[$0 + 1]) }
    // Of a curve's points every third is on it.
    guard kind == "path", text.contains("C") else { return all }
    return all.enumerated().filter { $0.offset % 3 == 0 }.map(\.element)
  }
}
