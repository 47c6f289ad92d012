import JourneyEngine
import JourneyModel
import JourneyScenario
import JourneyStatistics

/// Looks for the values of inputs at which a conclusion changes.
///
/// A conclusion is a quantity that is above 0: the lead of the best change over the second, a year's gain less the
/// cost, the distance to a target. Its value with inputs as typed is that of the long run; what an input does to it is
/// measured by paired runs of fewer travellers. Both far ends of an input are tried, and where the sign there is
/// another, the place between is found by bisection.
struct SwitchSearch: Sendable {
  /// How far from the typed value is searched: down to a fifth, and up to five times; for shares and points towards
  /// the limit, until a fifth of the distance is left.
  static let reach = 5.0
  /// Halvings of the distance: to one part in 256.
  static let halvings = 8
  /// Travellers of the paired runs.
  static let travellers = 5_000

  private let sensitivity: Sensitivity
  private let metric: MetricID
  private let ranked: [VariantResult]
  private let metrics: [MetricID]
  private let typed: CompiledJourney

  init(_ sensitivity: Sensitivity) {
    self.sensitivity = sensitivity
    let comparison = sensitivity.comparison
    metric = WhatIf.rankingMetric(comparison)
    ranked = WhatIf.ranked(among: comparison.variants).map { comparison.variants[$0] }
    typed = sensitivity.typed
    let own = WhatIf.rankingMetric(comparison)
    let wanted = Set([own, .clv] + comparison.journey.targets.map(\.metric))
    metrics = comparison.baseline.map(\.id).filter(wanted.contains)
  }

  /// A world's figures: today's and those of the ranked changes, with its money.
  private struct Point {
    var level: [MetricID: Double]
    var differences: [Int: [MetricID: Double]]
    var arrivals: Double?
    var costs: [Double?]

    /// The same point with some of the changes only.
    func keeping(_ changes: [Int]) -> Point {
      var copy = self
      copy.differences = differences.filter { changes.contains($0.key) }
      return copy
    }
  }

  /// A conclusion with the quantity that is above 0 while it holds.
  private struct Test {
    var kind: Conclusion.Kind
    var typed: Double
    /// Half the width of the typed quantity's interval.
    var doubt: Double
    /// The changes that it is about; nil for all.
    var changes: [Int]?
    var quantity: (Point) -> Double?
  }

  /// A conclusion that changes between two values of an input.
  private struct Opening {
    var test: Int
    var input: Int
    var inside: Double
    var outside: Double
    /// The changes that are compared.
    var changes: [Int]
  }

  private var sign: Double { metric.higherIsBetter == false ? -1 : 1 }

  private var tests: [Test] {
    var tests: [Test] = []
    let comparison = sensitivity.comparison
    func typed(_ index: Int) -> Estimate? { ranked[index].metric(metric)?.difference }
    let order = ranked.indices.sorted { sign * (typed($0)?.mean ?? 0) > sign * (typed($1)?.mean ?? 0) }
    if order.count > 1, let first = typed(order[0]), let second = typed(order[1]) {
      let best = order[0]
      tests.append(
        Test(
          kind: .first(name: ranked[best].name),
          typed: sign * (first.mean - second.mean),
          doubt: max(first.halfWidth, second.halfWidth)
        ) { point in
          guard let own = point.differences[best]?[metric] else { return nil }
          let others = point.differences.compactMap { $0 == best ? nil : $1[metric].map { sign * $0 } }
          return others.max().map { sign * own - $0 }
        }
      )
    }
    for (index, variant) in ranked.enumerated() {
      guard let value = variant.yearlyValue(comparison.journey) else { continue }
      let net = value.gain.mean - value.cost
      let direction = net > 0 ? 1.0 : -1
      tests.append(
        Test(
          kind: .pays(name: variant.name, isPaying: net > 0),
          typed: abs(net),
          doubt: value.gain.halfWidth,
          changes: [index]
        ) { point in
          guard let gain = point.differences[index]?[.clv], let arrivals = point.arrivals,
            let cost = point.costs[index]
          else { return nil }
          return direction * (gain * arrivals - cost)
        }
      )
    }
    for verdict in SimulationResult.verdicts(comparison.journey, comparison.baseline)
    where verdict.verdict != .undecided {
      let target = verdict.target
      let isMet = verdict.verdict == .met
      let direction = (target.comparison == .atLeast) == isMet ? 1.0 : -1
      tests.append(
        Test(
          kind: .target(target, isMet: isMet),
          typed: direction * (verdict.estimate.mean - target.value),
          doubt: verdict.estimate.halfWidth,
          changes: []
        ) { point in point.level[target.metric].map { direction * ($0 - target.value) } }
      )
    }
    // What noise cannot settle as typed has no place where it changes.
    return tests.filter { $0.typed > $0.doubt }
  }

  /// Searches inputs, all tests at once.
  func run(
    _ searched: [Int],
    progress: Progress?
  ) async throws -> (tested: [Conclusion.Kind], found: [SwitchingValue]) {
    let tests = tests
    let all = Array(ranked.indices)
    guard !tests.isEmpty, let typed = try await points([([:], all)]).first ?? nil else {
      return (tests.map(\.kind), [])
    }
    let ends = searched.flatMap { at in far(at).map { (at, $0) } }
    let atEnds = try await points(ends.map { ([$0.0: $0.1], all) })
    var open: [Opening] = []
    for (test, number) in tests.indices.flatMap({ test in ends.indices.map { (test, $0) } }) {
      guard let point = atEnds[number], let value = corrected(tests[test], point, typed), value < 0 else {
        continue
      }
      let (at, outside) = ends[number]
      open.append(
        Opening(
          test: test,
          input: at,
          inside: sensitivity.inputs.inputs[at].value,
          outside: outside,
          changes: tests[test].changes ?? firstTwo(point, tests[test])
        )
      )
    }
    for step in 0..<Self.halvings where !open.isEmpty {
      let middles = open.map { middle($0.input, $0.inside, $0.outside) }
      let points = try await points(zip(open, middles).map { ([$0.input: $1], $0.changes) })
      for (index, point) in points.enumerated() {
        let value = point.flatMap {
          corrected(tests[open[index].test], $0, typed.keeping(open[index].changes))
        }
        if (value ?? -1) > 0 {
          open[index].inside = middles[index]
        } else {
          open[index].outside = middles[index]
        }
      }
      progress?(step)
    }
    let found = open.map { found in
      let input = sensitivity.inputs.inputs[found.input]
      let value = middle(found.input, found.inside, found.outside)
      let (low, high) = sensitivity.ends(of: found.input)
      var instead: String?
      if case .first(let name) = tests[found.test].kind {
        instead = found.changes.map { ranked[$0].name }.first { $0 != name }
      }
      return SwitchingValue(
        conclusion: tests[found.test].kind,
        input: input,
        value: value,
        precision: abs(found.inside - found.outside) / 2,
        instead: instead,
        isWithinRange: value >= low && value <= high
      )
    }
    return (tests.map(\.kind), found.sorted { closeness($0) < closeness($1) })
  }

  /// The change that ranks first as typed, and the best of the others at a point.
  private func firstTwo(_ point: Point, _ test: Test) -> [Int] {
    guard case .first(let name) = test.kind, let first = ranked.firstIndex(where: { $0.name == name }) else {
      return []
    }
    func effect(_ index: Int) -> Double { sign * (point.differences[index]?[metric] ?? 0) }
    let rival = ranked.indices.filter { $0 != first }.max { (effect($0), $1) < (effect($1), $0) }
    return [first] + (rival.map { [$0] } ?? [])
  }

  private func closeness(_ found: SwitchingValue) -> Double {
    let scale = found.input.value == 0 ? 1 : abs(found.input.value)
    return abs(found.value - found.input.value) / scale
  }

  /// The quantity of the long run, moved by what the short runs say that the input does.
  private func corrected(_ test: Test, _ point: Point, _ typed: Point) -> Double? {
    guard let value = test.quantity(point), let before = test.quantity(typed) else { return nil }
    var long = test.typed
    if case .first = test.kind {
      // The lead over those that are at the point, as the long run has it.
      let effects = typed.differences.keys.map { (index: $0, effect: effect(of: $0)) }
      guard let first = effects.max(by: { $0.effect < $1.effect }),
        let rival = effects.filter({ $0.index != first.index }).map(\.effect).max()
      else { return nil }
      long = first.effect - rival
    }
    return long + value - before
  }

  /// The effect of a change in the long run, so that more is better.
  private func effect(of index: Int) -> Double { sign * (ranked[index].metric(metric)?.difference.mean ?? 0) }

  private func far(_ at: Int) -> [Double] {
    let input = sensitivity.inputs.inputs[at]
    guard input.value != 0 else { return [] }
    let limit = input.limit.map { input.value < 0 ? -$0 : $0 }
    let up = limit.map { $0 - ($0 - input.value) / Self.reach } ?? input.value * Self.reach
    let range = sensitivity.ends(of: at)
    let down = input.value / Self.reach
    // The input's own range is always within the search.
    return input.value > 0
      ? [min(down, range.low), max(up, range.high)] : [max(down, range.high), min(up, range.low)]
  }

  /// Half way, by ratio for numbers without a limit.
  private func middle(_ at: Int, _ inside: Double, _ outside: Double) -> Double {
    let isBounded = sensitivity.inputs.inputs[at].limit != nil
    let isOneSided = inside * outside > 0
    guard !isBounded, isOneSided else { return (inside + outside) / 2 }
    return (inside * outside).squareRoot() * (inside < 0 ? -1 : 1)
  }

  /// The figures of settings with some of the changes; nil where one cannot stand in the file.
  ///
  /// Each setting's worlds are walked beside their own baseline, so that travellers whom a change cannot touch are
  /// walked once.
  private func points(_ settings: [(values: [Int: Double], changes: [Int])]) async throws -> [Point?] {
    try await withThrowingTaskGroup(of: (Int, Point?).self) { group in
      var next = 0
      func add(to group: inout ThrowingTaskGroup<(Int, Point?), any Error>) {
        guard next < settings.count else { return }
        let number = next
        next += 1
        let (values, changes) = settings[number]
        group.addTask { (number, try await point(values, changes)) }
      }
      for _ in 0..<sensitivity.plan.threads { add(to: &group) }
      var result = [Point?](repeating: nil, count: settings.count)
      while let (number, point) = try await group.next() {
        result[number] = point
        add(to: &group)
      }
      return result
    }
  }

  private func point(_ values: [Int: Double], _ changes: [Int]) async throws -> Point? {
    let choice = sensitivity.choice
    guard
      let scenario = try? sensitivity.inputs.scenario(
        setting: values,
        withVariants: choice.needsVariants && !changes.isEmpty
      )
    else { return nil }
    let trials = changes.isEmpty ? [] : try choice.trials(scenario)
    let own = changes.compactMap { index in
      trials.first { $0.name == ranked[index].name && $0.operation == ranked[index].operation }
    }
    guard own.count == changes.count else { return nil }
    var plan = sensitivity.plan
    plan.threads = 1
    plan.travellers = min(plan.travellers, Self.travellers)
    // Later periods matter to money alone, and money to changes with a cost.
    let isOfLater = sensitivity.comparison.journey.targets.contains { $0.metric.needsLaterPeriods }
    plan.periods = isOfLater || (metrics.contains(.clv) && !changes.isEmpty) ? plan.periods : 1
    let runs = try await WorldBatches.run(
      [scenario.baseline] + own.map(\.journey),
      metrics: metrics,
      plan: plan,
      batches: 1,
      sharing: typed
    )
    func figures(_ world: Int) -> [MetricID: Double] {
      Dictionary(uniqueKeysWithValues: zip(metrics, runs.means[world][0])).filter(\.value.isFinite)
    }
    let level = figures(0)
    var point = Point(
      level: level,
      differences: [:],
      arrivals: scenario.baseline.arrivalsPerYear,
      costs: [Double?](repeating: nil, count: ranked.count)
    )
    for (at, index) in changes.enumerated() {
      point.differences[index] = figures(at + 1).merging(level) { $0 - $1 }
      point.costs[index] = own[at].cost
    }
    return point
  }
}
