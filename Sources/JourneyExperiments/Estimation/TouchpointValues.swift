import JourneyModel
import JourneyProbability
import JourneyStatistics

/// What the present quality of a touchpoint, its hand-offs and its pain points add to the journey.
///
/// Measured against a world in which every visit there is just what its traveller expects, all else as it is.
public struct TouchpointValue: Sendable, Hashable {
  /// What the figures let us say.
  public enum Effect: String, Sendable, Hashable, CaseIterable {
    /// It betters at least one figure and worsens none.
    case creates = "creates value"
    /// It worsens at least one figure and betters none.
    case erodes = "erodes value"
    /// It betters some figures and worsens others.
    case mixed = "mixed"
    /// It changes no figure for certain.
    case none = "no real difference"
  }

  /// What it adds to one figure.
  public struct Contribution: Sendable, Hashable {
    /// The figure.
    public var id: MetricID
    /// Today minus the neutral world, paired.
    public var value: Estimate
    /// The chance of so large a contribution by luck, adjusted by Holm's method for all touchpoints and figures.
    public var adjustedP: Double

    /// Whether it holds at 95 % for all touchpoints and figures together.
    public var isReal: Bool { adjustedP < 0.05 && value.mean != 0 }
    /// Whether it is a contribution for the better.
    public var isGood: Bool { (value.mean > 0) == (id.higherIsBetter ?? true) }
  }

  /// The touchpoint.
  public var name: String
  /// What it adds to each figure, in display order.
  public var contributions: [Contribution]
  /// Its rank by the figure that ranks, 1 adding most; those that cannot be told apart share one.
  public var rank: Int
  /// Whether others share its rank.
  public var isTied: Bool

  /// What the figures let us say.
  public var effect: Effect {
    let real = contributions.filter(\.isReal)
    guard !real.isEmpty else { return .none }
    let good = real.count(where: \.isGood)
    return good == real.count ? .creates : good == 0 ? .erodes : .mixed
  }

  /// What it adds to one figure, or nil where that does not apply.
  public func contribution(_ id: MetricID) -> Contribution? { contributions.first { $0.id == id } }
}

extension ComparisonResult {
  /// The figures by which touchpoints are judged.
  public static let valueFigures: [MetricID] = [.satisfaction, .goal, .kept, .clv]

  /// What each touchpoint that was tried as `neutral` adds today, the one that adds most first.
  ///
  /// - Complexity: O(n log n) in touchpoints times figures.
  public var touchpointValues: [TouchpointValue] {
    let neutral = variants.filter { $0.operation == Operation.neutral.rawValue }
    var values = neutral.map { variant in
      TouchpointValue(
        name: variant.name,
        contributions: Self.valueFigures.compactMap { id in
          variant.metric(id).map {
            let value = $0.difference.scaled(by: -1)
            return .init(id: id, value: value, adjustedP: value.chanceOfNothing)
          }
        },
        rank: 0,
        isTied: false
      )
    }
    let adjusted = Multiplicity.holm(values.flatMap { $0.contributions.map(\.adjustedP) })
    var next = adjusted.makeIterator()
    for index in values.indices {
      for figure in values[index].contributions.indices {
        values[index].contributions[figure].adjustedP = next.next() ?? 1
      }
    }
    return ranked(values)
  }

  /// By the figure that ranks; a rank is led by its greatest, and joined while that cannot be told from the leader.
  private func ranked(_ values: [TouchpointValue]) -> [TouchpointValue] {
    let metric = WhatIf.rankingMetric(self)
    func added(_ value: TouchpointValue) -> Estimate { value.contribution(metric)?.value ?? .exact(0) }
    var ranked = values.sorted { left, right in
      let (a, b) = (added(left).mean, added(right).mean)
      return a == b ? left.name.precedesCanonically(right.name) : a > b
    }
    let widening = TieRule.widening(comparisons: max(1, ranked.count - 1))
    var leader = 0
    for index in ranked.indices {
      if index > 0, !TieRule.isTied(added(ranked[leader]), added(ranked[index]), widening: widening) {
        leader = index
      }
      ranked[index].rank = leader + 1
    }
    for index in ranked.indices { ranked[index].isTied = ranked.count { $0.rank == ranked[index].rank } > 1 }
    return ranked
  }
}

extension Estimate {
  /// The chance of a mean so far from 0 if it were 0, by Student's t; 1 for exactly 0, 0 for what does not vary.
  fileprivate var chanceOfNothing: Double {
    guard mean != 0 else { return 1 }
    guard standardError > 0 else { return 0 }
    return 2 * StudentT(degrees: Double(max(1, count - 1))).tails(-abs(mean / standardError)).lower
  }
}
