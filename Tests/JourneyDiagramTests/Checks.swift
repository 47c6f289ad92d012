import Foundation
import JourneyDiagram
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Checks of a drawing's geometry that several suites share.
enum Checks {
  /// Pairs of boxes that overlap.
  static func overlaps(_ boxes: [Box]) -> [String] {
    boxes.indices.flatMap { first in
      boxes.indices.filter { $0 > first && boxes[first].overlaps(boxes[$0]) }.map {
        "boxes \(first) and \($0)"
      }
    }
  }

  /// Lines that run through a card or outcome that is not one of their ends.
  static func trespasses(_ routes: [Route], in scene: Scene) -> [String] {
    let boxes = scene.cards + scene.outcomes
    return routes.flatMap { route in
      boxes.indices.compactMap { box in
        guard box != route.from, box != route.to else { return nil }
        return route.curve.samples(per: 24).contains { boxes[box].contains($0) }
          ? "flow \(route.flow) (\(route.from) to \(route.to)) runs through box \(box)" : nil
      }
    }
  }

  /// Lines that leave or arrive beyond the side of their card, pen width included.
  static func looseEnds(_ routes: [Route], in scene: Scene) -> [String] {
    let boxes = scene.cards + scene.outcomes
    func isOn(_ point: Point, _ box: Box, width: Double) -> Bool {
      let half = width / 2
      let besides = abs(point.x - box.left) < 0.01 || abs(point.x - box.right) < 0.01
      if besides { return point.y - half >= box.top && point.y + half <= box.bottom }
      return point.x - half >= box.left && point.x + half <= box.right
    }
    return routes.flatMap { route in
      var faults: [String] = []
      if !isOn(route.curve.points[0], boxes[route.from], width: route.width) {
        faults.append("flow \(route.flow) starts off its card")
      }
      if let tip = route.curve.tip, !isOn(tip, boxes[route.to], width: route.width) {
        faults.append("flow \(route.flow) ends off its card")
      }
      return faults
    }
  }

  /// Lines of one card side that lie on each other.
  static func crowdedPorts(_ routes: [Route], in scene: Scene) -> [String] {
    var ports: [(box: Int, x: Double, y: Double, width: Double, flow: Int)] = []
    for route in routes {
      let start = route.curve.points[0]
      ports.append((route.from, start.x, start.y, route.width, route.flow))
      if let tip = route.curve.tip { ports.append((route.to, tip.x, tip.y, route.width, route.flow)) }
    }
    var faults: [String] = []
    for (place, first) in ports.enumerated() {
      for second in ports[(place + 1)...] where second.box == first.box && abs(second.x - first.x) < 0.01 {
        let apart = abs(second.y - first.y) - (first.width + second.width) / 2
        if apart < -0.02 {
          faults.append("flows \(first.flow) and \(second.flow) overlap at box \(first.box)")
        }
      }
    }
    return faults
  }

  /// Ids of the elements of a well-formed SVG; nil when it is not well formed.
  static func elementIDs(of svg: String) -> [String]? {
    let reader = IDReader()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = reader
    return parser.parse() ? reader.ids : nil
  }

  private final class IDReader: NSObject, XMLParserDelegate {
    var ids: [String] = []

    func parser(
      _ parser: XMLParser,
      didStartElement elementName: String,
      namespaceURI: String?,
      qualifiedName: String?,
      attributes: [String: String] = [:]
    ) {
      if let id = attributes["id"] { ids.append(id) }
    }
  }
}

extension Drawing {
  /// The drawing as SVG text.
  func svg() throws -> String { String(decoding: try render(.svg).bytes, as: UTF8.self) }
}

/// A short name in the list of test cases; the default would print the whole picture.
extension JourneyPicture: CustomTestStringConvertible {
  /// View, theme and sizes.
  public var testDescription: String {
    "\(view), \(theme), \(cards.count) cards, \(stages.count) stages, \(flows.count) flows"
  }
}
