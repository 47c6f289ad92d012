/// Ends of one or more flows, as box indices.
struct Pair: Hashable {
  let from: Int
  let to: Int
}

/// Graphviz' plain format: positions and curves as lines of words, in inches, y upwards. Here in points, y downwards.
struct PlainLayout {
  private(set) var width = 0.0
  private(set) var height = 0.0
  /// Centres.
  private(set) var nodes: [Int: Point] = [:]
  /// Curves: start, then control points and ends.
  private(set) var edges: [Pair: [Point]] = [:]
  /// Edges that lead back and were asked to leave where others arrive.
  var backward: Set<Pair> = []

  init(_ text: String) {
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ")
      switch words.first {
      case "graph" where words.count >= 4:
        width = Self.points(words[2])
        height = Self.points(words[3])
      case "node" where words.count >= 4:
        guard let index = Int(words[1].dropFirst()) else { continue }
        nodes[index] = point(words[2], words[3])
      case "edge" where words.count >= 4:
        // Ports follow the name after a colon.
        guard let from = Self.index(words[1]), let to = Self.index(words[2]), let count = Int(words[3]),
          count > 0, words.count >= 4 + 2 * count
        else { continue }
        edges[Pair(from: from, to: to)] = (0..<count).map { point(words[4 + 2 * $0], words[5 + 2 * $0]) }
      default: continue
      }
    }
  }

  private static func index(_ word: Substring) -> Int? {
    word.split(separator: ":").first.flatMap { Int($0.dropFirst()) }
  }

  private static func points(_ word: Substring) -> Double { (Double(word) ?? 0) * 72 }

  private func point(_ x: Substring, _ y: Substring) -> Point {
    Point(x: Self.points(x), y: height - Self.points(y))
  }
}
