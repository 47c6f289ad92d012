import JourneyEngine
import JourneyModel
import JourneyStatistics

extension WhatIf {
  /// The shares of hits, in percent, that a partial fix is tried with.
  public static let degrees = [25, 50, 100]
  /// The operation of trials that close a channel; those that close a touchpoint are `close`.
  public static let closeChannel = "close channel"

  /// The share of hits in percent of a partial fix's operation (`fix 25%`), or nil for any other operation.
  public static func degree(of operation: String) -> Int? {
    degrees.first { operation == "fix \($0)%" }
  }

  /// The trials of operations on every part of a journey that they can be done to, or on those named.
  ///
  /// A name may be a pain point, a touchpoint or a channel; an operation takes those that it can be done to.
  ///
  /// - Throws: `InterventionProblem.unknown` where none of the operations can be done to a name.
  public static func trials(
    _ journey: Journey,
    _ operations: [Operation],
    only names: [String] = []
  ) throws(InterventionProblem) -> OperationTrials {
    let targets = OperationTargets(journey, names)
    for name in names where !operations.contains(where: { targets.take(name, $0) }) {
      throw .unknown(name: name)
    }
    var result = OperationTrials(trials: [], inapplicable: [])
    for operation in operations {
      switch operation {
      case .fix:
        for pain in targets.pains where pain.fix == nil {
          result.refuse(pain.name, "fix", "no fix is written for it")
        }
        result.trials += try ofPains(journey, targets, "fix")
      case .remove: result.trials += try ofPains(journey, targets, "remove")
      case .partial:
        for degree in degrees {
          guard let share = Probability(Double(degree) / 100) else { continue }
          for pain in targets.pains {
            let intervention = Intervention.lessen(painPoint: pain.name, by: share)
            result.add(pain.name, "fix \(degree)%", intervention, to: journey, pains: [pain.name])
          }
        }
      case .neutral where !journey.hasQuality: break  // Nothing is better or worse than expected there.
      case .neutral:
        for place in targets.touchpoints {
          result.add(place, "neutral", .neutral(touchpoint: place), to: journey)
        }
      case .bypass:
        for place in targets.touchpoints {
          result.add(place, "bypass", .bypass(touchpoint: place), to: journey)
        }
      case .close:
        for place in targets.touchpoints { result.add(place, "close", .closeTouchpoint(place), to: journey) }
        for channel in targets.channels {
          result.add(channel, closeChannel, .closeChannel(channel), to: journey)
        }
      case .dependence:
        for place in targets.touchpoints {
          result.add(place, "dependence", .sever(touchpoint: place), to: journey)
        }
      }
    }
    return result
  }

  private static func ofPains(
    _ journey: Journey,
    _ targets: OperationTargets,
    _ operation: String
  ) throws(InterventionProblem) -> [Trial] {
    guard !targets.pains.isEmpty else { return [] }
    return try trials(journey, only: targets.pains.map(\.name)).filter { $0.operation == operation }
  }

  /// Runs the trials of operations and puts them in order.
  ///
  /// - Parameter precision: if there is one, the plan's travellers are the most that may be sent.
  public static func run(
    _ journey: Journey,
    _ trials: OperationTrials,
    plan: RunPlan,
    precision: Precision? = nil,
    progress: Progress? = nil,
    expecting: Progress? = nil
  ) async throws -> OperationResult {
    let result =
      if let precision {
        try await run(
          journey,
          trials.trials,
          plan: plan,
          precision: precision,
          progress: progress,
          expecting: expecting
        )
      } else {
        try await run(journey, trials.trials, plan: plan, progress: progress)
      }
    return OperationResult(comparison: arranged(result, trials.trials), inapplicable: trials.inapplicable)
  }

  /// Operations as they were asked for; within one the best effect first, for dependence the greatest loss, and
  /// for neutral the touchpoint whose present quality adds most.
  static func arranged(_ result: ComparisonResult, _ trials: [Trial]) -> ComparisonResult {
    var operations: [String] = []
    for trial in trials where !operations.contains(trial.operation) { operations.append(trial.operation) }
    let metric = rankingMetric(result)
    func place(_ variant: VariantResult) -> (Int, Double, String) {
      let effect = variant.metric(metric)?.difference.mean ?? 0
      let isTotal = variant.name == together && variant.painPoints.count > 1
      let isLoss = ["dependence", "neutral"].contains(variant.operation)
      return (isTotal ? 1 : 0, isLoss ? effect : -effect, variant.name)
    }
    var arranged = result
    arranged.variants = operations.flatMap { operation in
      result.variants.filter { $0.operation == operation }.sorted { place($0) < place($1) }
    }
    return arranged
  }
}

/// The parts of a journey that operations are done to.
private struct OperationTargets {
  let pains: [PainPoint]
  let touchpoints: [String]
  let channels: [String]

  init(_ journey: Journey, _ names: [String]) {
    func isWanted(_ name: String) -> Bool { names.isEmpty || names.contains(name) }
    pains = journey.painPoints.filter { isWanted($0.name) }
    touchpoints = journey.touchpoints.map(\.name).filter(isWanted)
    channels = journey.channels.map(\.name).filter(isWanted)
  }

  /// Whether an operation can be done to the part of that name.
  func take(_ name: String, _ operation: Operation) -> Bool {
    if operation.isOfPainPoints { return pains.contains { $0.name == name } }
    return touchpoints.contains(name) || (operation == .close && channels.contains(name))
  }
}

extension OperationTrials {
  fileprivate mutating func refuse(_ name: String, _ operation: String, _ reason: String) {
    inapplicable.append(InapplicableChange(name: name, operation: operation, reason: reason))
  }

  /// Adds a trial, or the reason why there is none.
  fileprivate mutating func add(
    _ name: String,
    _ operation: String,
    _ intervention: Intervention,
    to journey: Journey,
    pains: [String] = []
  ) {
    do throws(InterventionProblem) {
      let changed = try journey.applying(intervention)
      trials.append(Trial(name: name, operation: operation, painPoints: pains, journey: changed))
    } catch {
      refuse(name, operation, error.message)
    }
  }
}
