import JourneyDiagnostics
import JourneyModel

/// Simulated journeys beside cases that the fit has not seen, and beside the log's own drift.
///
/// No model of the earlier cases can be expected closer to the later ones than the earlier cases themselves are: that
/// distance, the drift, is the yardstick.
public struct HoldoutComparison: Sendable, Hashable {
  /// The cases that the fit has not seen.
  public var heldOut: JourneyProfile
  /// The cases that it was fitted to.
  public var fitted: JourneyProfile
  /// What was simulated.
  public var simulated: JourneyProfile

  /// Creates a comparison.
  public init(heldOut: JourneyProfile, fitted: JourneyProfile, simulated: JourneyProfile) {
    self.heldOut = heldOut
    self.fitted = fitted
    self.simulated = simulated
  }

  /// From simulated to held-out journeys.
  public var distance: ProfileDistance { ProfileDistance(simulated, heldOut) }
  /// From the fitted cases to the held-out ones.
  public var drift: ProfileDistance { ProfileDistance(fitted, heldOut) }

  /// The comparison as a table for people.
  public var table: String {
    let (distance, drift) = (distance, drift)
    var rows = [["", "held out", "fitted to", "simulated"]]
    let profiles = [heldOut, fitted, simulated]
    rows.append(["Journeys"] + profiles.map { grouped($0.journeys) })
    rows.append(["Visits per journey"] + profiles.map { Self.fixed($0.meanLength, 2) })
    for name in outcomeNames {
      rows.append(
        ["Ends in \(DisplayText.safe(name))"]
          + profiles.map { Self.fixed(100 * $0.share(ofOutcome: name), 1) + "%" }
      )
    }
    func row(_ title: String, _ part: (ProfileDistance) -> Double, _ digits: Int) -> [String] {
      [title, "", Self.fixed(part(drift), digits), Self.fixed(part(distance), digits)]
    }
    rows.append(["Distance from the held-out journeys", "", "", ""])
    rows.append(row("  all moves (total variation)", \.moves, 4))
    rows.append(row("  moves between touchpoints", \.edges, 4))
    rows.append(row("  visits, largest gap (KS)", \.lengthKS, 4))
    rows.append(row("  visits, area between (Wasserstein)", \.lengthWasserstein, 3))
    rows.append(row("  outcomes (total variation)", \.outcomes, 4))
    let widths = (0..<4).map { column in rows.map { $0[column].count }.max() ?? 0 }
    var text = ""
    for row in rows {
      var line = "  " + row[0] + String(repeating: " ", count: widths[0] - row[0].count)
      for column in 1..<4 {
        line += String(repeating: " ", count: 3 + widths[column] - row[column].count) + row[column]
      }
      while line.last == " " { line.removeLast() }
      text += line + "\n"
    }
    return text + verdict(distance, drift)
  }

  private func verdict(_ distance: ProfileDistance, _ drift: ProfileDistance) -> String {
    let yardstick =
      "The column “fitted to” is the log's own drift: what a perfect copy of those cases would show.\n"
    guard drift.moves > 0 else { return yardstick }
    let ratio = distance.moves / drift.moves
    return yardstick + "Simulated moves are \(Self.fixed(ratio, 2)) times as far away as that.\n"
      + lengths(distance, drift)
  }

  /// A warning where journeys end too early or too late although every move is as frequent as it should be.
  ///
  /// A gap of 0.05 in the share of journeys of some length or less is one that a decision could notice.
  private func lengths(_ distance: ProfileDistance, _ drift: ProfileDistance) -> String {
    guard distance.lengthKS > 0.05, distance.lengthKS > 2 * drift.lengthKS else { return "" }
    return
      "Journey lengths are not: their largest gap is \(Self.fixed(distance.lengthKS, 2)). A chain of moves forgets how "
      + "long a journey has lasted.\n"
  }

  /// Outcomes of any of the three, in canonical order.
  private var outcomeNames: [String] {
    Set(heldOut.outcomes.keys).union(fitted.outcomes.keys).union(simulated.outcomes.keys)
      .sorted { $0.precedesCanonically($1) }
  }

  /// A number of at least 0 with so many digits after the point.
  private static func fixed(_ value: Double, _ digits: Int) -> String {
    guard value.isFinite else { return "-" }
    let scale = (0..<digits).reduce(1) { scale, _ in scale * 10 }
    let scaled = Int((value * Double(scale)).rounded())
    let fraction = String(scaled % scale)
    return "\(grouped(scaled / scale))." + String(repeating: "0", count: digits - fraction.count) + fraction
  }
}
