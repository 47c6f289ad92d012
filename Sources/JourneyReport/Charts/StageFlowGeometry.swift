import JourneyStatistics

/// Where everything of a chart of moves between stages stands.
///
/// Places are told along the stages and across them, so that one geometry serves a wide drawing, whose stages follow
/// from left to right, and a narrow one, whose stages follow from top to bottom.
public struct StageFlowGeometry: Sendable {
  /// A stretch across the stages, at one place along them.
  public struct Edge: Sendable, Hashable {
    /// Place along the stages.
    public var along: Double
    /// Nearer end.
    public var low: Double
    /// Farther end.
    public var high: Double

    /// Its length.
    public var width: Double { high - low }
    /// Its middle.
    public var middle: Double { (low + high) / 2 }
  }

  /// A bar of a node.
  public struct Bar: Sendable {
    /// Index of the node.
    public var node: Int
    /// Where it begins.
    public var edge: Edge
  }

  /// A band between two edges; both are as wide as its amount.
  public struct Ribbon: Sendable {
    /// What it stands for.
    public enum Kind: Sendable, Hashable { case on, lost, back, begins, returns }

    /// What it stands for.
    public var kind: Kind
    /// Index of the node that it leaves, or comes to where it begins in nothing.
    public var node: Int
    /// Where it begins.
    public var from: Edge
    /// Where it ends.
    public var to: Edge
  }

  /// A box that catches what falls out behind a stage.
  public struct Box: Sendable {
    /// Index of the stage.
    public var stage: Int
    /// Whether it holds moves back; else losses.
    public var isBack: Bool
    /// Where it stands.
    public var edge: Edge
  }

  /// Sizes of a drawing.
  public struct Measures: Sendable {
    /// From one column to the next.
    public var step: Double
    /// Room before the first column.
    public var start: Double
    /// Room across for the fullest column, or for column and boxes together where `countsBoxes`.
    public var breadth: Double
    /// Whether boxes have to find room in `breadth`, too.
    public var countsBoxes: Bool
    /// Length of what comes from nowhere in the chart.
    public var stub: Double
    /// Thickness of a bar.
    public var bar: Double
    /// Room between bars.
    public var gap: Double
    /// Room before a box.
    public var beforeBox: Double
    /// Where boxes stand between two columns, as a share of the way.
    public var boxPlace: Double

    /// Sizes from their parts.
    public init(
      step: Double,
      start: Double,
      breadth: Double,
      countsBoxes: Bool,
      stub: Double,
      bar: Double,
      gap: Double,
      beforeBox: Double,
      boxPlace: Double
    ) {
      self.step = step
      self.start = start
      self.breadth = breadth
      self.countsBoxes = countsBoxes
      self.stub = stub
      self.bar = bar
      self.gap = gap
      self.beforeBox = beforeBox
      self.boxPlace = boxPlace
    }
  }

  /// The sizes asked for.
  public let measures: Measures
  /// Drawn width of one move per traveller.
  public let scale: Double
  /// The bars of nodes that anybody comes to.
  public let bars: [Bar]
  /// The bands.
  public let ribbons: [Ribbon]
  /// The boxes that catch what falls out.
  public let boxes: [Box]
  /// How far it all reaches across.
  public let reach: Double

  /// Moves per traveller below which what falls out of a stage has no box of its own.
  public static let leastFall = 0.005

  /// Where a column begins.
  public func along(_ column: Int) -> Double { measures.start + Double(column) * measures.step }

  /// Places a chart.
  public init(_ flow: StageFlow, _ measures: Measures) {
    self.measures = measures
    let columns = flow.stages.count + 1
    let members = (0..<columns).map { column in
      flow.nodes.indices.filter { flow.nodes[$0].column == column && flow.nodes[$0].size > 0 }
    }
    let sizes = members.map { $0.reduce(0) { $0 + flow.nodes[$1].size } }
    let gaps = members.map { measures.gap * Double(max(0, $0.count - 1)) }
    let falls = flow.stages.map { [$0.lost, $0.back.reduce(0, +)].map { $0 < Self.leastFall ? 0 : $0 } }
    // The widest scale at which every column, and every pair of columns with its boxes, finds room.
    var scale = Double.infinity
    for column in 0..<columns where sizes[column] > 0 {
      scale = min(scale, (measures.breadth - gaps[column]) / sizes[column])
      guard measures.countsBoxes, column < falls.count else { continue }
      let fallen = falls[column].reduce(0, +)
      let pads = measures.beforeBox * Double(falls[column].count { $0 > 0 })
      for side in [column, column + 1] {
        scale = min(scale, (measures.breadth - gaps[side] - pads) / (sizes[side] + fallen))
      }
    }
    scale = scale.isFinite ? max(1, scale) : 1
    self.scale = scale

    var edges = [Edge?](repeating: nil, count: flow.nodes.count)
    var bottoms: [Double] = []
    for column in 0..<columns {
      var place = 0.0
      let along = measures.start + Double(column) * measures.step
      for node in members[column] {
        let end = place + flow.nodes[node].size * scale
        edges[node] = Edge(along: along, low: place, high: end)
        place = end + measures.gap
      }
      bottoms.append(max(0, place - measures.gap))
    }
    bars = edges.enumerated().compactMap { node, edge in edge.map { Bar(node: node, edge: $0) } }

    var boxes: [Box] = []
    for stage in flow.stages.indices {
      var place = max(bottoms[stage], bottoms[stage + 1]) + measures.beforeBox
      let along =
        measures.start + measures.bar + Double(stage) * measures.step
        + (measures.step - measures.bar) * measures.boxPlace
      for (isBack, amount) in [(false, falls[stage][0]), (true, falls[stage][1])]
      where amount >= Self.leastFall {
        let end = place + amount * scale
        boxes.append(Box(stage: stage, isBack: isBack, edge: Edge(along: along, low: place, high: end)))
        place = end + measures.beforeBox
      }
    }
    self.boxes = boxes
    reach = (bottoms + boxes.map(\.edge.high)).max() ?? 0
    ribbons = Self.ribbons(flow, edges, boxes, measures, scale)
  }

  /// Bands leave a bar in the order on, back, lost; they come to it in the order begin, on, back.
  private static func ribbons(
    _ flow: StageFlow,
    _ edges: [Edge?],
    _ boxes: [Box],
    _ measures: Measures,
    _ scale: Double
  ) -> [Ribbon] {
    var ribbons: [Ribbon] = []
    var leaves = edges.map { $0?.low ?? 0 }
    var comes = leaves
    var boxed = boxes.map(\.edge.low)
    /// The next free stretch of a place that is filled in order.
    func next(_ places: inout [Double], _ index: Int, along: Double, _ amount: Double) -> Edge {
      let low = places[index]
      places[index] = low + amount * scale
      return Edge(along: along, low: low, high: places[index])
    }
    func stub(_ node: Int, _ amount: Double, _ kind: Ribbon.Kind) {
      guard amount > 0, let edge = edges[node] else { return }
      let to = next(&comes, node, along: edge.along, amount)
      let from = Edge(along: edge.along - measures.stub, low: to.low, high: to.high)
      ribbons.append(Ribbon(kind: kind, node: node, from: from, to: to))
    }
    for node in flow.nodes.indices { stub(node, flow.nodes[node].begins, .begins) }
    for link in flow.links {
      guard let from = edges[link.from], let to = edges[link.to] else { continue }
      let start = next(&leaves, link.from, along: from.along + measures.bar, link.amount)
      let end = next(&comes, link.to, along: to.along, link.amount)
      ribbons.append(Ribbon(kind: .on, node: link.from, from: start, to: end))
    }
    for (isBack, kind) in [(true, Ribbon.Kind.back), (false, .lost)] {
      for (index, box) in boxes.enumerated() where box.isBack == isBack {
        for node in flow.nodes.indices where flow.nodes[node].column == box.stage {
          let amount = isBack ? flow.nodes[node].goesBack : flow.nodes[node].lost
          guard amount > 0, let edge = edges[node] else { continue }
          let start = next(&leaves, node, along: edge.along + measures.bar, amount)
          let end = next(&boxed, index, along: box.edge.along, amount)
          ribbons.append(Ribbon(kind: kind, node: node, from: start, to: end))
        }
      }
    }
    for node in flow.nodes.indices { stub(node, flow.nodes[node].returns, .returns) }
    return ribbons
  }
}
