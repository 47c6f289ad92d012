import JourneyModel

extension SampleJourneys {
  /// The small scenario that switches on every rule of a visit at once, with answers known by enumeration.
  public static func tiny1(gamma: Double = 0.5, painFixed: Bool = false) -> Journey {
    func p(_ value: Double) -> Probability { Probability(value) ?? .zero }
    var run = RunSettings()
    run.longestJourney = 6
    var satisfaction = SatisfactionModel()
    satisfaction.expects = 70
    satisfaction.moodToLeave = gamma
    return Journey(
      name: "Tiny-1",
      run: run,
      channels: [Channel(name: "web"), Channel(name: "phone")],
      handoffs: Handoffs(standard: -4),
      touchpoints: [
        Touchpoint(
          name: "A",
          channel: "web",
          feels: .discrete([.init(points: 60, probability: p(0.5)), .init(points: 80, probability: p(0.5))])
        ),
        Touchpoint(
          name: "B",
          channel: "phone",
          feels: .discrete([.init(points: 50, probability: p(0.3)), .init(points: 90, probability: p(0.7))])
        ),
      ],
      outcomes: [
        Outcome(name: "done", kind: .goal), Outcome(name: "leave", kind: .loss),
        Outcome(name: "timed out", kind: .neutral),
      ],
      paths: Paths(
        start: PathRow([.init(to: .touchpoint("A"), weight: 1)]),
        rows: [
          "A": PathRow([
            .init(to: .leave, weight: 0.05), .init(to: .touchpoint("B"), weight: 0.95 * 0.4),
            .init(to: .outcome("done"), weight: 0.95 * 0.6),
          ]),
          "B": PathRow([
            .init(to: .leave, weight: 0.10), .init(to: .touchpoint("A"), weight: 0.90 * 0.2),
            .init(to: .outcome("done"), weight: 0.90 * 0.8),
          ]),
        ]
      ),
      painPoints: [
        PainPoint(
          name: "glitch",
          at: "A",
          hits: painFixed ? .zero : p(0.2),
          hurts: .constant(15),
          leaves: p(0.1)
        )
      ],
      satisfaction: satisfaction,
      retention: RetentionModel(
        base: .everyone,
        everySeconds: 86_400,
        baseline: p(0.85),
        polarisation: 0,
        anchorsOnPrevious: false
      )
    )
  }
}
