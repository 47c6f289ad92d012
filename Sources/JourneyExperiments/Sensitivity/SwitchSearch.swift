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

  private let sensitivity: Sensitivity
  private let metric: MetricID
  private let ranked: [VariantResult]
  private let metrics: [MetricID]

  init(_ sensitivity: Sensitivity) {
    self.sensitivity = sensitivity
    let comparison = sensitivity.comparison
    metric = WhatIf.rankingMetric(comparison)
    let singles = comparison.variants.filter { $0.name != WhatIf.together }
    let fixes = singles.filter { $0.operation == "fix" }
    ranked = fixes.isEmpty ? singles : fixes
    let own = WhatIf.rankingMetric(comparison)
    let wanted = Set([own, .clv] + comparison.journey.targets.map(\.metric))
    metrics = comparison.baseline.map(\.id).filter(wanted.contains)
  }

  /// A world's figures: today's and those of the ranked changes, with its money.
  private struct Point {
    var level: [MetricID: Double]
    var differences: [[MetricID: Double]]
    var arrivals: Double?
    var costs: [Double?]
  }

  /// A conclusion with the quantity that is above 0 while it holds.
  private struct Test {
    var kind: Conclusion.Kind
    var typed: Double
    /// Half the width of the typed quantity's interval.
    var doubt: Double
    var quantity: (Point) -> Double?
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
          guard let own = point.differences[best][metric] else { return nil }
          let others = point.differences.enumerated().compactMap {
            $0 == best ? nil : $1[metric].map { sign * $0 }
          }
          return others.max().map { sign * own - $0 }
        }
      )
    }
    for (index, variant) in ranked.enumerated() {
      guard let value = variant.yearlyValue(comparison.journey) else { continue }
      let net = value.gain.mean - value.cost
      let direction = net > 0 ? 1.0 : -1
      tests.append(
        Test(kind: .pays(name: variant.name, isPaying: net > 0), typed: abs(net), doubt: value.gain.halfWidth)
        {
          point in
          guard let gain = point.differences[index][.clv], let arrivals = point.arrivals,
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
          doubt: verdict.estimate.halfWidth
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
    guard !tests.isEmpty, let typed = try await points([[:]]).first ?? nil else {
      return (tests.map(\.kind), [])
    }
    let ends = searched.flatMap { at in far(at).map { (at, $0) } }
    let atEnds = try await points(ends.map { [$0.0: $0.1] })
    var open: [(test: Int, input: Int, inside: Double, outside: Double)] = []
    for (test, number) in tests.indices.flatMap({ test in ends.indices.map { (test, $0) } }) {
      guard let point = atEnds[number], let value = corrected(tests[test], point, typed), value < 0 else {
        continue
      }
      open.append((test, ends[number].0, sensitivity.inputs.inputs[ends[number].0].value, ends[number].1))
    }
    for step in 0..<Self.halvings where !open.isEmpty {
      let middles = open.map { middle($0.input, $0.inside, $0.outside) }
      let points = try await points(zip(open, middles).map { [$0.input: $1] })
      for (index, point) in points.enumerated() {
        let value = point.flatMap { corrected(tests[open[index].test], $0, typed) }
        if (value ?? -1) > 0 {
          open[index].inside = middles[index]
        } else {
          open[index].outside = middles[index]
        }
      }
      progress?(step)
    }
    let last = try await points(open.map { [$0.input: $0.outside] })
    let found = zip(open, last).map { found, point in
      let input = sensitivity.inputs.inputs[found.input]
      let value = middle(found.input, found.inside, found.outside)
      let (low, high) = sensitivity.ends(of: found.input)
      var instead: String?
      if case .first(let name) = tests[found.test].kind, let point {
        let order = ranked.indices.sorted {
          sign * (point.differences[$0][metric] ?? 0) > sign * (point.differences[$1][metric] ?? 0)
        }
        instead = order.map { ranked[$0].name }.first { $0 != name }
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

  private func closeness(_ found: SwitchingValue) -> Double {
    let scale = found.input.value == 0 ? 1 : abs(found.input.value)
    return abs(found.value - found.input.value) / scale
  }

  /// The quantity of the long run, moved by what the short runs say that the input does.
  private func corrected(_ test: Test, _ point: Point, _ typed: Point) -> Double? {
    guard let value = test.quantity(point), let before = test.quantity(typed) else { return nil }
    return test.typed + value - before
  }

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

  /// The figures of settings; nil where one cannot stand in the file.
  private func points(_ settings: [[Int: Double]]) async throws -> [Point?] {
    guard !settings.isEmpty else { return [] }
    var journeys: [Journey] = []
    var places: [(first: Int, arrivals: Double?, costs: [Double?])?] = []
    for setting in settings {
      guard
        let scenario = try? sensitivity.inputs.scenario(
          setting: setting,
          withVariants: sensitivity.choice.needsVariants
        )
      else {
        places.append(nil)
        continue
      }
      let trials = try sensitivity.choice.trials(scenario)
      let own = ranked.map { variant in
        trials.first { $0.name == variant.name && $0.operation == variant.operation }
      }
      guard own.allSatisfy({ $0 != nil }) else {
        places.append(nil)
        continue
      }
      places.append((journeys.count, scenario.baseline.arrivalsPerYear, own.map { $0?.cost }))
      journeys += [scenario.baseline] + own.compactMap { $0?.journey }
    }
    var plan = sensitivity.plan
    plan.travellers = min(plan.travellers, sensitivity.amount.travellers)
    let runs = try await groups(journeys, plan)
    return places.map { place in
      place.map { place in
        func values(_ world: Int) -> [MetricID: Double] {
          Dictionary(uniqueKeysWithValues: zip(metrics, runs[place.first + world]))
        }
        let level = values(0)
        return Point(
          level: level,
          differences: ranked.indices.map { index in
            values(index + 1).merging(level) { $0 - $1 }
          },
          arrivals: place.arrivals,
          costs: place.costs
        )
      }
    }
  }

  /// Each setting's worlds beside their own baseline, so that travellers whom a change cannot touch are walked once.
  private func groups(_ journeys: [Journey], _ plan: RunPlan) async throws -> [[Double]] {
    let size = ranked.count + 1
    return try await withThrowingTaskGroup(of: (Int, [[Double]]).self) { group in
      var next = 0
      func add(to group: inout ThrowingTaskGroup<(Int, [[Double]]), any Error>) {
        guard next < journeys.count else { return }
        let first = next
        next += size
        group.addTask {
          var own = plan
          own.threads = 1
          let part = Array(journeys[first..<(first + size)])
          let runs = try await WorldBatches.run(part, metrics: metrics, plan: own, batches: 1)
          return (first, runs.means.map { $0[0] })
        }
      }
      for _ in 0..<plan.threads { add(to: &group) }
      var result = [[Double]](repeating: [], count: journeys.count)
      while let (first, means) = try await group.next() {
        for (offset, row) in means.enumerated() { result[first + offset] = row }
        add(to: &group)
      }
      return result
    }
  }
}
