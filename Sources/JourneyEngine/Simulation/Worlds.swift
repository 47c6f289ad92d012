import JourneyModel

/// A baseline and the worlds beside it, ready to be run as often as wished.
public struct Worlds: Sendable {
  /// The journey that is counted in detail.
  public let baseline: CompiledJourney
  /// The journeys that are compared with it, traveller by traveller.
  public let variants: [CompiledJourney]
  /// Controls of the baseline, then of each variant; empty where nothing is controlled.
  let controls: [JourneyControls?]

  private init(_ baseline: CompiledJourney, _ variants: [CompiledJourney], _ controls: [JourneyControls?]) {
    self.baseline = baseline
    self.variants = variants
    self.controls = controls
  }

  /// Prepares worlds for runs with a plan's seed and periods: where the plan wants noise taken out, it is learnt here
  /// what to take.
  ///
  /// - Throws: `CancellationError` where the task was cancelled.
  /// - Complexity: O(worlds x pilot travellers x visits).
  public init(
    _ baseline: CompiledJourney,
    variants: [CompiledJourney] = [],
    plan: RunPlan
  ) async throws {
    let worlds = [baseline] + variants.map { $0.isPairedPlainly ? nil : $0 }
    let controls = plan.isControlled ? try await Engine.learnControls(worlds, plan) : []
    self.init(baseline, variants, controls)
  }

  /// The same with some of the variants only, by their places, in the order given.
  public func keeping(_ places: [Int]) -> Worlds {
    Worlds(
      baseline,
      places.map { variants[$0] },
      controls.isEmpty ? [] : [controls[0]] + places.map { controls[$0 + 1] }
    )
  }
}
