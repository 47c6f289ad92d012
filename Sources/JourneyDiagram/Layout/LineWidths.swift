/// Pen widths: linear in the flow, bounded so that the lines of every card side fit beside each other.
struct LineWidths {
  /// Points for a share of 1.
  let perShare: Double
  /// The same for what is drawn in the background's voice.
  let ghostPerShare: Double
  /// Width of each drawn flow.
  let lines: [Double]
  /// Largest share that a width stands for.
  let largest: Double

  /// Widest line and thinnest line in points.
  static let widest = 9.0
  static let thinnest = 0.6
  static let path = 3.4

  /// `sides` groups line numbers that share a card side, with the height they have together.
  init(
    of picture: JourneyPicture,
    drawn: [FlowSelection.Drawn],
    sides: [(lines: [Int], height: Double)]
  ) {
    // In a difference the changes have a scale of their own beside the quiet rest.
    var largest = 0.0
    var largestGhost = 0.0
    for flow in drawn.map({ picture.flows[$0.flow] }) where !Self.isPath(flow) {
      if Self.isGhost(flow, in: picture.view) {
        largestGhost = max(largestGhost, flow.share)
      } else {
        largest = max(largest, flow.share)
      }
    }
    if picture.view == .map || picture.view == .hotspots {
      for entry in picture.entries where entry.share.isFinite { largest = max(largest, entry.share) }
    } else {
      for entry in picture.entries where entry.share.isFinite {
        largestGhost = max(largestGhost, entry.share)
      }
    }
    // Changes come in bundles through the same gaps: narrower, they stay apart.
    let factor = picture.view == .hotspots ? 0.8 : picture.view == .difference ? 0.6 : 1
    let scale = largest > 0 ? Self.widest * factor / largest : 0
    let ghostScale = largestGhost > 0 ? Self.widest / 2 / largestGhost : 0
    func width(_ flow: Flow) -> Double {
      if Self.isPath(flow) { return Self.path }
      let isGhost = Self.isGhost(flow, in: picture.view)
      return max(Self.thinnest, flow.share * (isGhost ? ghostScale : scale))
    }
    let plain = drawn.map { width(picture.flows[$0.flow]) }
    var squeeze = 1.0
    for side in sides {
      let sum = side.lines.map { plain[$0] }.reduce(0, +)
      if sum > side.height { squeeze = min(squeeze, side.height / sum) }
    }
    perShare = scale * squeeze
    ghostPerShare = ghostScale * squeeze
    self.largest = largest
    lines = plain.map { max(min($0, 0.3), $0 * squeeze) }
  }

  /// Width of the bar of an entry.
  func entry(_ share: Double, in view: PictureView) -> Double {
    let perShare = view == .topPaths || view == .difference ? ghostPerShare : perShare
    return max(1, min(Self.widest, share * perShare))
  }

  private static func isPath(_ flow: Flow) -> Bool {
    if case .path = flow.style { return true }
    return false
  }

  /// Whether a flow is background in a view.
  static func isGhost(_ flow: Flow, in view: PictureView) -> Bool {
    switch flow.style {
    case .ghost: true
    case .normal: view == .topPaths || view == .difference
    case .path, .more, .fewer: false
    }
  }
}
