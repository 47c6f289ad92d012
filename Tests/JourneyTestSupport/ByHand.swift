import JourneyModel

extension SampleJourneys {
  /// A journey in which all travellers are alike, so that every figure can be worked out by hand.
  ///
  /// A (web, 60) then B (phone, 80, 4 points for the change of channel), nobody leaves, 70 is expected: 67.375 points.
  public static func byHand(pain: Bool = false) -> Journey {
    func only(_ to: Destination) -> PathRow { PathRow([.init(to: to, weight: 1)]) }
    var satisfaction = SatisfactionModel()
    satisfaction.expects = 70
    return Journey(
      name: "By hand",
      channels: [Channel(name: "web"), Channel(name: "phone")],
      handoffs: Handoffs(standard: -4),
      touchpoints: [
        Touchpoint(name: "A", channel: "web", feels: .constant(60)),
        Touchpoint(name: "B", channel: "phone", feels: .constant(80)),
        Touchpoint(name: "nowhere", channel: "web", feels: .constant(10)),
      ],
      outcomes: [
        Outcome(name: "done", kind: .goal), Outcome(name: "leave", kind: .loss),
        Outcome(name: "timed out", kind: .neutral),
      ],
      paths: Paths(
        start: only(.touchpoint("A")),
        rows: ["A": only(.touchpoint("B")), "B": only(.outcome("done")), "nowhere": only(.outcome("done"))]
      ),
      painPoints: pain ? [PainPoint(name: "wait", at: "B", hits: .one, hurts: .constant(10), costs: 3)] : [],
      satisfaction: satisfaction,
      retention: RetentionModel(
        base: .everyone,
        everySeconds: 86_400,
        baseline: Probability(0.85) ?? .zero,
        polarisation: 0,
        anchorsOnPrevious: false
      )
    )
  }
}
