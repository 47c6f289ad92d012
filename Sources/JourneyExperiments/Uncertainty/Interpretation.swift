import JourneyModel
import JourneyProbability
import JourneyScenario
import JourneyStatistics

/// Turns draws of the inputs and runs under other rules into a result.
struct Interpretation {
  let inputs: ScenarioInputs
  let comparison: ComparisonResult
  let metric: MetricID
  let draws: [InputDraw]
  let failures: [InputProblem]
  /// For each variant of the comparison the number of its trial.
  let order: [Int?]
  let rules: [(rule: JudgementRule, result: ComparisonResult)]
  let uncertainty: UncertaintyPlan
  /// Whether one of the changes is chosen, instead of each for itself.
  let areAlternatives: Bool
  let seed: UInt64

  init(
    inputs: ScenarioInputs,
    comparison: ComparisonResult,
    metric: MetricID,
    draws: [Result<InputDraw, InputProblem>],
    order: [Int?],
    rules: [(rule: JudgementRule, result: ComparisonResult)],
    uncertainty: UncertaintyPlan,
    areAlternatives: Bool,
    seed: UInt64
  ) {
    self.inputs = inputs
    self.comparison = comparison
    self.metric = metric
    var failures: [InputProblem] = []
    self.draws = draws.compactMap { draw in
      switch draw {
      case .success(let draw): return draw
      case .failure(let problem):
        failures.append(problem)
        return nil
      }
    }
    self.failures = failures
    self.order = order
    self.rules = rules
    self.uncertainty = uncertainty
    self.areAlternatives = areAlternatives
    self.seed = seed
  }

  var result: UncertaintyResult {
    let effects = comparison.variants.indices.map { self.effects(of: $0, metric) }
    let money = outlooks()
    let standings = self.standings(effects)
    let variants = comparison.variants.enumerated().map { index, variant in
      UncertainVariant(
        name: variant.name,
        operation: variant.operation,
        differences: variant.metrics.compactMap { metric in
          self.effects(of: index, metric.id).flatMap { groups in
            LayeredEstimate(noise: metric.difference, groups).map { (metric.id, $0) }
          }
        },
        standing: standings[index],
        money: money[index]
      )
    }
    return UncertaintyResult(
      comparison: comparison,
      metric: metric,
      draws: draws.count,
      travellersPerDraw: uncertainty.travellers,
      failedDraws: (failures.count, failures.first?.message),
      drawn: inputs.drawn.map { inputs.inputs[$0] },
      fixed: inputs.fixed,
      levels: comparison.baseline.compactMap { figure in
        groups([(0, 1)], figure.id).flatMap { groups in
          LayeredEstimate(noise: figure.estimate, groups).map { (figure.id, $0.within(figure.id.unit)) }
        }
      },
      variants: variants,
      rules: rules.map { rule, result in
        RuleOutcome(
          name: rule.name,
          differences: comparison.variants.map { change($0, in: result)?.metric(metric)?.difference }
        )
      },
      travellersPerRule: rules.first?.result.stamp.travellers ?? 0,
      conclusions: conclusions(effects, standings, money),
      information: information(effects)
    )
  }

  // MARK: Draws

  /// A sum of worlds' figures, draw by batch; nil where a draw does not give it.
  private func groups(_ parts: [(world: Int, factor: Double)], _ metric: MetricID) -> [[Double]]? {
    var rows: [[Double]] = []
    for draw in draws {
      guard let row = draw.worlds.contrast(parts, metric) else { return nil }
      rows.append(row)
    }
    return rows.count > 1 ? rows : nil
  }

  /// The difference that a variant makes, draw by batch.
  private func effects(of variant: Int, _ metric: MetricID) -> [[Double]]? {
    order[variant].flatMap { groups([($0 + 1, 1), (0, -1)], metric) }
  }

  private var ranked: [Int] { WhatIf.ranked(among: comparison.variants) }

  private var sign: Double { metric.higherIsBetter == false ? -1 : 1 }

  private func change(_ variant: VariantResult, in result: ComparisonResult) -> VariantResult? {
    result.variants.first { $0.name == variant.name && $0.operation == variant.operation }
  }

  // MARK: Ranks

  private func standings(_ effects: [[[Double]]?]) -> [Standing?] {
    let ranked = ranked.filter { comparison.variants[$0].metric(metric) != nil }
    var standings = [Standing?](repeating: nil, count: comparison.variants.count)
    func ranks(_ values: [Double]) -> [Int] {
      values.indices.map { one in
        1 + values.indices.count { values[$0] > values[one] || (values[$0] == values[one] && $0 < one) }
      }
    }
    let typed = ranks(ranked.map { sign * (comparison.variants[$0].metric(metric)?.difference.mean ?? 0) })
    let series = ranked.map { index in
      effects[index].flatMap { RandomEffects($0)?.shrunken }
    }
    var overInputs = ranked.map { _ in [Int]() }
    if series.allSatisfy({ $0 != nil }) {
      for draw in draws.indices {
        for (at, rank) in ranks(series.map { sign * ($0?[draw] ?? 0) }).enumerated() {
          overInputs[at].append(rank)
        }
      }
    }
    var overRules = typed.map { [$0] }
    for (_, result) in rules {
      let values = ranked.map { index in
        sign * (change(comparison.variants[index], in: result)?.metric(metric)?.difference.mean ?? 0)
      }
      for (at, rank) in ranks(values).enumerated() { overRules[at].append(rank) }
    }
    for (at, index) in ranked.enumerated() {
      let sorted = overInputs[at].sorted()
      let middle: ClosedRange<Int> =
        sorted.isEmpty
        ? typed[at]...typed[at]
        : sorted[
          Int(0.05 * Double(sorted.count))
        ]...sorted[
          min(sorted.count - 1, Int((0.95 * Double(sorted.count)).rounded(.up)) - 1)
        ]
      standings[index] = Standing(
        rank: typed[at],
        overInputs: middle,
        overRules: (overRules[at].min() ?? 1)...(overRules[at].max() ?? 1),
        firstShare: sorted.isEmpty ? (typed[at] == 1 ? 1 : 0) : share(sorted) { $0 == 1 }
      )
    }
    return standings
  }

  private func share<Value>(_ values: [Value], _ holds: (Value) -> Bool) -> Double {
    values.isEmpty ? 0 : Double(values.count(where: holds)) / Double(values.count)
  }

  // MARK: Money

  /// A year's gain less the cost by draw, noise taken out of the gain; nil where it is not in money.
  private func net(of variant: Int) -> [Double]? {
    guard let trial = order[variant], let groups = effects(of: variant, .clv),
      let gains = RandomEffects(groups)?.shrunken
    else { return nil }
    var values: [Double] = []
    for (draw, gain) in zip(draws, gains) {
      guard let arrivals = draw.arrivals, let cost = draw.costs[trial] else { return nil }
      values.append(gain * arrivals - cost)
    }
    return values
  }

  private func outlooks() -> [MoneyOutlook?] {
    let nets = comparison.variants.indices.map { net(of: $0) }
    let rivals = nets.indices.filter { nets[$0] != nil && comparison.variants[$0].name != WhatIf.together }
    return comparison.variants.enumerated().map { index, variant in
      guard let values = nets[index], let typed = variant.yearlyValue(comparison.journey) else { return nil }
      let sorted = values.sorted()
      func quantile(_ share: Double) -> Double {
        let place = share * Double(sorted.count - 1)
        let low = Int(place)
        let high = min(sorted.count - 1, low + 1)
        return sorted[low] + (sorted[high] - sorted[low]) * (place - Double(low))
      }
      let best = values.indices.count { draw in
        values[draw] > 0 && rivals.allSatisfy { $0 == index || (nets[$0]?[draw] ?? 0) < values[draw] }
      }
      let thresholds = draws.map { draw in
        (order[index].flatMap { draw.costs[$0] } ?? 0) / (draw.arrivals ?? 1)
      }
      let effects = self.effects(of: index, .clv).flatMap { RandomEffects($0) }
      return MoneyOutlook(
        positiveShare: effects?.chance(above: thresholds) ?? share(values) { $0 > 0 },
        median: quantile(0.5),
        middle80: quantile(0.1)...quantile(0.9),
        typed: typed.gain.mean - typed.cost,
        bestShare: variant.name == WhatIf.together ? 0 : Double(best) / Double(values.count)
      )
    }
  }

  // MARK: Conclusions

  /// The least share of draws in which a conclusion that survives holds.
  static let survival = 0.95

  private func conclusions(
    _ effects: [[[Double]]?],
    _ standings: [Standing?],
    _ money: [MoneyOutlook?]
  ) -> [Conclusion] {
    var list: [Conclusion] = []
    // Where noise leaves several in front, or none, nobody would conclude that one is first.
    if ranked.count > 1, case .one(let name) = Lead(of: ranked.map { comparison.variants[$0] }, in: metric),
      let first = ranked.first(where: { comparison.variants[$0].name == name }),
      let standing = standings[first]
    {
      list.append(
        judged(.first(name: name), share: standing.firstShare) { rank(of: first, in: $0) == 1 }
      )
    }
    for index in ranked {
      let variant = comparison.variants[index]
      guard let difference = variant.metric(metric)?.difference, difference.excludesZero else { continue }
      let direction = difference.mean > 0 ? 1.0 : -1
      let chance = effects[index].flatMap { RandomEffects($0)?.chance(above: draws.map { _ in 0 }) }
      list.append(
        judged(
          .moves(name: variant.name, isBetter: direction == sign),
          share: chance.map { direction > 0 ? $0 : 1 - $0 } ?? 1
        ) { result in
          (change(variant, in: result)?.metric(metric)?.difference.mean ?? 0) * direction > 0
        }
      )
    }
    for index in ranked {
      guard let outlook = money[index] else { continue }
      let variant = comparison.variants[index]
      let isPaying = outlook.typed > 0
      list.append(
        judged(
          .pays(name: variant.name, isPaying: isPaying),
          share: isPaying ? outlook.positiveShare : 1 - outlook.positiveShare
        ) { result in
          guard let value = change(variant, in: result)?.yearlyValue(comparison.journey) else { return true }
          return (value.gain.mean > value.cost) == isPaying
        }
      )
    }
    return list + targets
  }

  private var targets: [Conclusion] {
    SimulationResult.verdicts(comparison.journey, comparison.baseline).compactMap { verdict in
      guard verdict.verdict != .undecided else { return nil }
      let (target, isMet) = (verdict.target, verdict.verdict == .met)
      func isSame(_ value: Double) -> Bool {
        (target.comparison == .atLeast ? value >= target.value : value <= target.value) == isMet
      }
      let isAbove = (target.comparison == .atLeast) == isMet
      let chance = groups([(0, 1)], target.metric)
        .flatMap { RandomEffects($0)?.chance(above: draws.map { _ in target.value }) }
      return judged(
        .target(target, isMet: isMet),
        share: chance.map { isAbove ? $0 : 1 - $0 } ?? 1
      ) { result in
        result.baseline.first { $0.id == target.metric }.map { isSame($0.estimate.mean) } ?? true
      }
    }
  }

  private func judged(
    _ kind: Conclusion.Kind,
    share: Double,
    _ holds: (ComparisonResult) -> Bool
  ) -> Conclusion {
    let failing = rules.filter { !holds($0.result) }.map(\.rule.name)
    return Conclusion(
      kind: kind,
      inputShare: share,
      failingRules: failing,
      isRobust: share >= Self.survival && failing.isEmpty
    )
  }

  private func rank(of variant: Int, in result: ComparisonResult) -> Int {
    func value(_ index: Int) -> Double {
      sign * (change(comparison.variants[index], in: result)?.metric(metric)?.difference.mean ?? 0)
    }
    return 1 + ranked.count { value($0) > value(variant) }
  }

  // MARK: Information

  private func information(_ effects: [[[Double]]?]) -> InformationOutlook? {
    let priced = ranked.compactMap { net(of: $0) }
    let isMoney = !priced.isEmpty && priced.count == ranked.count
    var columns = priced
    if !isMoney {
      columns = ranked.compactMap { index in
        effects[index].flatMap { RandomEffects($0)?.shrunken.map { sign * $0 } }
      }
      guard columns.count == ranked.count else { return nil }
    }
    let benefits = draws.indices.map { draw in columns.map { $0[draw] } }
    let isEach = isMoney && !areAlternatives
    guard let value = InformationValue(benefits, decision: isEach ? .each : .one, seed: seed) else {
      return nil
    }
    let worths = inputs.questions.map { question in
      InformationWorth(question: question, worth: value.of(scores(question)))
    }
    return InformationOutlook(
      decision: isEach ? .eachByMoney : isMoney ? .oneByMoney : .oneByMetric(metric),
      everything: value.ofEverything(),
      questions: worths.sorted { ($0.worth?.mean ?? -.infinity) > ($1.worth?.mean ?? -.infinity) }
    )
  }

  /// The normal scores of the draws behind a question; of a row that was seen all but its last, which follows.
  private func scores(_ question: String) -> [[Double]] {
    var members = inputs.drawn.filter { inputs.inputs[$0].question == question }
    if members.count > 1 {
      members.sort { inputs.inputs[$0].path.precedesCanonically(inputs.inputs[$1].path) }
      members.removeLast()
    }
    return draws.map { draw in
      members.map { Normal.standardQuantile(inputs.uniform(of: $0, draw: draw.number, seed: seed)) }
    }
  }
}

extension LayeredEstimate {
  /// Both kinds of doubt from draws by batches; nil where the draws give no figure.
  init?(noise: Estimate, _ groups: [[Double]]) {
    guard let effects = RandomEffects(groups) else { return nil }
    let count = Double(effects.means.count)
    let own = effects.ownVariance
    // The noise of the long run with typed inputs, the inputs, and the chance of these draws.
    let variance =
      noise.standardError * noise.standardError + max(0, own) + effects.between / Double(effects.size) / count
    let error = variance.squareRoot()
    let student = StudentT(degrees: count - 1)
    let (wide, narrow) = (
      error * student.upperQuantile(tail: 0.025), error * student.upperQuantile(tail: 0.05)
    )
    self.noise = noise
    inputs = Estimate(
      mean: effects.mean,
      standardError: error,
      low: effects.mean - wide,
      high: effects.mean + wide,
      level: 0.95,
      kind: .mean,
      count: effects.means.count
    )
    inputs90 = (effects.mean - narrow)...(effects.mean + narrow)
    inputVariance = own
    inputVarianceInterval = effects.ownVarianceInterval()
    positiveShare = effects.chance(above: effects.means.map { _ in 0 })
  }

  /// Intervals without what a figure of such a unit cannot be.
  func within(_ unit: MetricUnit) -> LayeredEstimate {
    let possible: ClosedRange<Double>? =
      switch unit {
      case .share: 0...1
      case .points: 0...100
      default: nil
      }
    guard let possible else { return self }
    var copy = self
    copy.inputs = inputs.within(possible)
    var narrow = inputs
    (narrow.low, narrow.high) = (inputs90.lowerBound, inputs90.upperBound)
    narrow = narrow.within(possible)
    copy.inputs90 = narrow.low...narrow.high
    return copy
  }
}
