import JourneyExperiments
import JourneyStatistics

/// Says how journeys go on, visit by visit.
public enum StepWords {
  /// The finding: after how many visits half of all journeys are over, and how many go on beyond the last step.
  public static func finding(_ matrix: StepMatrix) -> String {
    let total = Double(max(1, matrix.travellers))
    func over(before step: Int) -> Double { Double(matrix.ended.reduce(0) { $0 + $1.counts[step] }) / total }
    guard matrix.steps > 0 else { return "No journey makes a visit" }
    // Journeys over before visit number n have n - 1 visits or fewer.
    if let half = (1..<matrix.steps).first(where: { over(before: $0) >= 0.5 }) {
      let before = half - 1
      let more = over(before: half)
      let amount = Figure.percent(more)
      let visits = Language.count(before + 1, "visit")
      return before == 0
        ? "\(amount) of all journeys are over after one visit"
        : "\(amount) of all journeys are over after \(visits)"
    }
    let left = Figure.percent(1 - over(before: matrix.steps - 1))
    return "After \(Language.count(matrix.steps - 1, "visit")), \(left) of travellers are still on their way"
  }
}
