import JourneyModel

extension SampleJourneys {
  /// A journey of five steps with as many pain points, of all kinds, each with a fix and its costs.
  ///
  /// Every third pain point makes people leave, every fourth sends them back, so that fixes are worth more together
  /// (who does not leave meets the next one) or less.
  public static func troubled(pains: Int) -> Journey {
    func p(_ value: Double) -> Probability { Probability(value) ?? .zero }
    let steps = (1...5).map { "step \($0)" }
    var rows: [String: PathRow] = [:]
    for (index, step) in steps.enumerated() {
      let isLast = index + 1 == steps.count
      let next: Destination = isLast ? .outcome("bought") : .touchpoint(steps[index + 1])
      rows[step] = PathRow([.init(to: next, weight: 0.9), .init(to: .leave, weight: 0.1)])
    }
    return Journey(
      name: "Troubled",
      touchpoints: steps.map { Touchpoint(name: $0, feels: .normal(mean: 74, deviation: 10)) },
      outcomes: [
        Outcome(name: "bought", kind: .goal), Outcome(name: Outcome.leaveName, kind: .loss),
        Outcome(name: Outcome.timedOutName, kind: .neutral),
      ],
      paths: Paths(start: PathRow([.init(to: .touchpoint("step 1"), weight: 1)]), rows: rows),
      painPoints: (0..<pains).map { pain($0, at: steps[$0 % steps.count]) },
      retention: RetentionModel(
        base: .goal,
        everySeconds: 30 * 86_400,
        baseline: p(0.8),
        value: .init(marginPerPurchase: 50, discountPerYear: 0.08, periods: 3)
      )
    )
  }

  private static func pain(_ index: Int, at step: String) -> PainPoint {
    func p(_ value: Double) -> Probability { Probability(value) ?? .zero }
    let costs = 1_000 * Double(10 + (index * 37) % 80)
    return PainPoint(
      name: "pain \(index + 10)",
      at: step,
      hits: p(0.08 + 0.03 * Double((index * 7) % 5)),
      hurts: .constant(12 + Double((index * 5) % 17)),
      leaves: index % 3 == 0 ? p(0.25) : .zero,
      sendsTo: index % 4 == 3 ? [.init(to: .touchpoint("step 1"), probability: p(0.6))] : [],
      fix: Fix(costs: costs, works: p(0.5 + 0.1 * Double(index % 5)))
    )
  }
}
