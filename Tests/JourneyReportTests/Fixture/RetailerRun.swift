import JourneyExperiments
import JourneyModel
import JourneyStatistics

/// Results for the fictitious retailer, worked out from its numbers by expected flows: no luck, no engine.
enum RetailerRun {
  static let travellers = 200_000
  static let stamp = RunStamp(travellers: travellers, seed: 1, periods: 12, version: "1.0.0")

  static func share(_ value: Double) -> Estimate {
    let deviation = (max(0, value * (1 - value)) / Double(travellers)).squareRoot()
    return around(value, deviation)
  }

  static func around(_ mean: Double, _ standardError: Double) -> Estimate {
    Estimate(
      mean: mean,
      standardError: standardError,
      low: mean - 1.96 * standardError,
      high: mean + 1.96 * standardError
    )
  }

  /// Expected visits per place and moves per traveller.
  static let world:
    (visits: [String: Double], flows: [(from: String?, to: String, count: Double, forced: Double)]) = {
      var visits: [String: Double] = [:]
      var flows: [(from: String?, to: String, count: Double, forced: Double)] = []
      for (name, weight) in Retailer.start { flows.append((nil, name, weight / 100, 0)) }
      for _ in 0..<60 {
        var next: [String: Double] = [:]
        for (name, weight) in Retailer.start { next[name, default: 0] += weight / 100 }
        flows.removeAll { $0.from != nil }
        for place in Retailer.places {
          let here = visits[place.name] ?? 0
          let pain = Retailer.pains.first { $0.at == place.name }
          let forced = here * (pain.map { $0.hits * ($0.sendsTo.first?.1 ?? 0) } ?? 0)
          if let target = pain?.sendsTo.first?.0 {
            next[target, default: 0] += forced
            flows.append((place.name, target, forced, 1))
          }
          let total = place.leave + place.next.reduce(0) { $0 + $1.1 }
          for (name, weight) in place.next + [("leave", place.leave)] where weight > 0 {
            let count = (here - forced) * weight / total
            next[name, default: 0] += count
            flows.append((place.name, name, count, 0))
          }
        }
        visits = next
      }
      return (visits, flows.sorted { $0.count > $1.count })
    }()

  static func felt(_ place: Retailer.Place) -> Double {
    let pain = Retailer.pains.first { $0.at == place.name }
    return place.feels - (pain.map { $0.hits * $0.hurts } ?? 0)
  }

  static func loss(_ place: Retailer.Place) -> Double {
    let pain = Retailer.pains.first { $0.at == place.name }
    return max(0.5, 70 - place.feels) * 0.5 + (pain.map { $0.hits * $0.hurts } ?? 0)
  }

  static let touchpoints: [TouchpointEstimate] = {
    let total = Retailer.places.reduce(0) { $0 + (world.visits[$1.name] ?? 0) * loss($1) }
    return Retailer.places.map { place in
      let visits = world.visits[place.name] ?? 0
      let mean = felt(place)
      let bad = min(0.6, max(0.02, (66 - mean) / 40))
      return TouchpointEstimate(
        name: place.name,
        stage: place.stage,
        channel: place.channel,
        visits: around(visits, visits.squareRoot() / 440),
        reach: share(min(1, visits * 0.96)),
        satisfaction: around(mean, 0.03),
        quality: around(place.feels, 0.03),
        leave: share(place.leave / 100),
        dissatisfaction: around(visits * loss(place) / total, 0.0006),
        feelings: [bad * 0.4, bad * 0.6, 0.3, 0.6 - bad * 0.8, 0.1 - bad * 0.2].map { max(0, $0) }
      )
    }
  }()

  static let stages: [StageEstimate] = Retailer.stages.map { stage in
    let here = touchpoints.filter { $0.stage == stage }
    let visits = here.reduce(0) { $0 + $1.visits.mean }
    let mean = here.reduce(0) { $0 + $1.visits.mean * ($1.satisfaction?.mean ?? 0) } / visits
    let lost = world.flows.filter { flow in
      ["leave", "lost for good"].contains(flow.to) && here.contains { $0.name == flow.from }
    }
    return StageEstimate(
      name: stage,
      reach: share(min(1, visits * (stage == "Discover" ? 1 : 0.78))),
      satisfaction: around(mean, 0.04),
      quantiles: [mean - 21, mean - 8, mean + 1, mean + 9, mean + 17],
      lost: share(lost.reduce(0) { $0 + $1.count })
    )
  }

  static func outcome(_ name: String) -> Double {
    world.flows.filter { $0.to == name }.reduce(0) { $0 + $1.count }
  }

  static let metrics: [MetricEstimate] = [
    MetricEstimate(id: .goal, estimate: share(outcome("bought"))),
    MetricEstimate(id: .satisfaction, estimate: around(63.42, 0.035)),
    MetricEstimate(id: .nps, estimate: around(-18.3, 0.2)),
    MetricEstimate(id: .retention, estimate: share(0.874)),
    MetricEstimate(id: .kept, estimate: share(outcome("bought") * 0.874)),
    MetricEstimate(id: .clv, estimate: around(118.2, 0.41)),
    MetricEstimate(id: .cost, estimate: around(2.401, 0.004)),
    MetricEstimate(id: .visits, estimate: around(4.27, 0.005)),
    MetricEstimate(id: .timedOut, estimate: share(0)),
  ]

  static let personas: [PersonaEstimate] = Retailer.personas.enumerated().map { index, persona in
    let shift = [0.5, -1.5, 2.5, -3.0][index]
    let means = stages.enumerated().map { stage, estimate in
      (estimate.satisfaction?.mean ?? 0) + shift + (stage == 2 && index != 2 ? -3 : stage == 4 ? -2 : 1)
    }
    return PersonaEstimate(
      persona: persona,
      share: share(persona.share.value),
      metrics: [
        MetricEstimate(id: .goal, estimate: around(0.38 + shift / 60, 0.002)),
        MetricEstimate(id: .satisfaction, estimate: around(63.4 + shift, 0.07)),
        MetricEstimate(id: .retention, estimate: around(0.874 + shift / 200, 0.001)),
      ],
      satisfactionByStage: means.map { around($0, 0.1) },
      quantilesByStage: means.map { [$0 - 20, $0 - 8, $0 + 1, $0 + 9, $0 + 16] },
      channelShares: [
        [0.15, 0.44, 0.17, 0.2, 0.04], [0.21, 0.36, 0.25, 0.16, 0.02], [0.1, 0.33, 0.14, 0.4, 0.03],
        [0.16, 0.42, 0.17, 0.21, 0.04],
      ][index]
    )
  }

  static let simulation = SimulationResult(
    journey: Retailer.journey,
    stamp: stamp,
    metrics: metrics,
    outcomes: Retailer.journey.outcomes.map { OutcomeEstimate(outcome: $0, share: share(outcome($0.name))) },
    touchpoints: touchpoints,
    stages: stages,
    channels: Retailer.channels.map { channel in
      let visits = touchpoints.filter { $0.channel == channel }.reduce(0) { $0 + $1.visits.mean }
      return ChannelEstimate(
        name: channel,
        visits: around(visits, 0.002),
        reach: share(min(1, visits * 0.8)),
        satisfaction: around(66, 0.05),
        cost: around(0.4, 0.001)
      )
    },
    flows: world.flows.map {
      FlowEstimate(
        from: $0.from,
        to: Retailer.destination($0.to),
        perTraveller: $0.count,
        forcedShare: $0.forced
      )
    },
    pains: Retailer.journey.painPoints.map { pain in
      let visits = world.visits[pain.at] ?? 0
      return PainEstimate(
        pain: pain,
        hits: around(visits * pain.hits.value, 0.0005),
        reach: share(min(1, visits * pain.hits.value)),
        incidence: share(pain.hits.value)
      )
    },
    personas: personas,
    retentionCurve: (1...12).map { around(0.42 + 0.5 / (1 + 0.28 * Double($0)) + 0.06 / Double($0), 0.0015) },
    keptCurve: (1...12).map { around((0.42 + 0.5 / (1 + 0.28 * Double($0))) * outcome("bought"), 0.001) },
    typedDifferences: [
      TypedDifference(
        quantity: .leaving(touchpoint: "Web checkout"),
        typed: 0.14,
        simulated: share(0.191),
        reason: "bad moods make people leave more"
      ),
      TypedDifference(
        quantity: .quality(touchpoint: "Home delivery"),
        typed: 74,
        simulated: around(66.8, 0.06),
        reason: "“Parcel late, no warning” takes points"
      ),
    ],
    targets: [
      TargetVerdict(target: Retailer.journey.targets[0], estimate: metrics[0].estimate, verdict: .missed),
      TargetVerdict(target: Retailer.journey.targets[1], estimate: metrics[1].estimate, verdict: .met),
      TargetVerdict(target: Retailer.journey.targets[2], estimate: metrics[6].estimate, verdict: .undecided),
    ],
    observed: [
      ObservationComparison(observation: Retailer.journey.observed[0], simulated: metrics[0].estimate),
      ObservationComparison(observation: Retailer.journey.observed[1], simulated: share(0.205)),
      ObservationComparison(observation: Retailer.journey.observed[2], simulated: around(66.8, 0.06)),
      ObservationComparison(observation: Retailer.journey.observed[3], simulated: around(0.0162, 0.0003)),
    ],
    exact: ExactComparison(
      applies: false,
      reason: "moods change who leaves",
      lines: [],
      agrees: true,
      greatestZ: 0
    )
  )
}
