import JourneyExperiments
import JourneyModel
import JourneyStatistics

/// Where travellers are visit by visit, cut down to what can be read: touchpoints that matter at some step, the others
/// together, and how journeys have ended.
public struct StepTable: Sendable {
  /// One cell.
  public struct Cell: Sendable, Hashable {
    /// The share in words, empty for none.
    public var text: String
    /// How strong its colour is, 0 to 7.
    public var level: Int
    /// The share with its interval.
    public var long: String
  }

  /// One row.
  public struct Row: Sendable, Hashable {
    /// A touchpoint, "12 others" or an outcome.
    public var name: String
    /// The look of its channel; nil for others and outcomes.
    public var look: ChannelLook?
    /// Its channel's place among the channels.
    public var channel: Int?
    /// Its shares by step.
    public var cells: [Cell]
  }

  /// The finding.
  public var finding: String
  /// Which rows are folded and what that means, in a sentence; empty where none is.
  public var folding: String
  /// Touchpoints under the names of their stages; one group without a name where there are no stages.
  public var groups: [(name: String, rows: [Row])]
  /// How journeys had ended before each step.
  public var ended: [Row]
  /// Steps shown.
  public var steps: Int

  /// Most touchpoints with a row of their own.
  static let mostRows = 24

  /// Cuts a matrix down.
  public init(_ matrix: StepMatrix, journey: Journey) {
    // Steps at which hardly anybody is left say nothing.
    let left = (0..<matrix.steps).map { step in matrix.touchpoints.reduce(0) { $0 + $1.counts[step] } }
    let lasting = left.lastIndex { Double($0) >= 0.005 * Double(matrix.travellers) } ?? 0
    let steps = min(matrix.steps, max(1, lasting + 1))
    self.steps = steps

    let peaks = matrix.touchpoints.map { row in row.counts.prefix(steps).max() ?? 0 }
    let ranked = peaks.sorted(by: >)
    var threshold = Int((0.01 * Double(matrix.travellers)).rounded(.up))
    if ranked.count > Self.mostRows { threshold = max(threshold, ranked[Self.mostRows] + 1) }
    var isShown = peaks.map { $0 >= threshold }
    if isShown.filter({ !$0 }).count == 1 { isShown = peaks.map { _ in true } }

    func cells(_ counts: [Int]) -> [Cell] {
      counts.prefix(steps).map { count in
        let share = Double(count) / Double(max(1, matrix.travellers))
        return Cell(
          text: count == 0 ? "" : Figure.percent(share),
          level: Self.bounds.filter { share >= $0 }.count,
          long: Figure(matrix.share(count), in: .share).long
        )
      }
    }
    let looks = ChannelLook.looks(of: journey)
    let channelOf = Dictionary(journey.channels.enumerated().map { ($1.name, $0) }) { first, _ in first }
    var groups = (journey.stages.map(\.name) + [""]).map { (name: $0, rows: [Row]()) }
    let stageOf = Dictionary(journey.stages.enumerated().map { ($1.name, $0) }) { first, _ in first }
    for (touchpoint, (row, isShown)) in zip(journey.touchpoints, zip(matrix.touchpoints, isShown))
    where isShown {
      let channel = touchpoint.channel.flatMap { channelOf[$0] }
      let group = touchpoint.stage.flatMap { stageOf[$0] } ?? journey.stages.count
      groups[group].rows.append(
        Row(name: row.name, look: channel.map { looks[$0] }, channel: channel, cells: cells(row.counts))
      )
    }
    let hidden = zip(matrix.touchpoints, isShown).filter { !$1 }.map(\.0)
    let hiddenCount = hidden.filter { $0.counts.contains { $0 > 0 } }.count
    if hiddenCount > 0 {
      let sums = (0..<matrix.steps).map { step in hidden.reduce(0) { $0 + $1.counts[step] } }
      groups[groups.count - 1].rows.append(
        Row(name: "\(DecimalText.count(hiddenCount)) others", look: nil, channel: nil, cells: cells(sums))
      )
      let share = DecimalText.fixed(100 * Double(threshold) / Double(max(1, matrix.travellers)), places: 1)
      folding = "Touchpoints that never hold \(share)% of travellers at one visit are together in “others”."
    } else {
      folding = ""
    }
    self.groups = groups.filter { !$0.rows.isEmpty }
    ended = matrix.ended.filter { $0.counts.prefix(steps).contains { $0 > 0 } }.map { row in
      let name = Language.outcome(row.name)
      return Row(name: name, look: nil, channel: nil, cells: cells(row.counts))
    }
    finding = StepWords.finding(matrix)
  }

  /// Lower bounds of the seven colours.
  static let bounds = [0.005, 0.02, 0.05, 0.1, 0.2, 0.35, 0.6]
}
