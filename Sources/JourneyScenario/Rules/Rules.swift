import JourneyModel

/// What every rule looks at: the draft with its places and the journey built from it.
struct RuleContext {
  let draft: Draft
  let journey: Journey
}

/// One rule of a scenario: looks, and says what it finds.
protocol Rule: Sendable {
  static func check(_ context: RuleContext, into findings: inout Findings)
}

/// All rules, in the order in which they are checked.
enum Rules {
  /// Rules that need nothing but the draft.
  static let ofParts: [any Rule.Type] = [
    FeelsOnAllOrNone.self, PersonaShares.self, MemoryWeights.self, NeedsRetention.self, NeedsFeels.self,
  ]

  /// Rules about where journeys can go; they need a journey without errors so far.
  static let ofTheGraph: [any Rule.Type] = [
    Reachability.self, TypedTotals.self, LongJourneys.self,
  ]
}
