import JourneyEngine
import JourneyModel
import JourneyStatistics

/// Turns one run's tallies into estimates.
struct Estimation {
  let journey: Journey
  let compiled: CompiledJourney
  let tally: RunTally
  /// The key figures of all travellers together, summed once.
  let figures: FigureTally
  let detail: DetailTally
  let travellers: Int

  /// Fails where a run counted no travellers or no details.
  init?(_ journey: Journey, _ compiled: CompiledJourney, _ tally: RunTally, figures: FigureTally) {
    guard let detail = tally.detail else { return nil }
    self.journey = journey
    self.compiled = compiled
    self.tally = tally
    self.figures = figures
    self.detail = detail
    travellers = detail.travellers.reduce(0, +)
    guard travellers > 0 else { return nil }
  }

  /// A share of all travellers.
  func share(_ count: Int) -> Estimate {
    .share(successes: count, of: travellers) ?? .exact(Double(count) / Double(travellers))
  }

  func outcomes() -> [OutcomeEstimate] {
    let numbers = compiled.outcomeNumber
    let width = compiled.outcomeNames.count
    return journey.outcomes.map { outcome in
      let number = numbers[outcome.name] ?? 0
      let count = detail.travellers.indices.reduce(0) { $0 + detail.outcomes[$1 * width + number] }
      let controlled = Estimate.controlledShare(
        detail.outcomeShares[number],
        counted: count,
        isControlled: figures.isControlled
      )
      return OutcomeEstimate(outcome: outcome, share: controlled ?? share(count), counted: share(count))
    }
  }

  func touchpoints() -> [TouchpointEstimate] {
    let numbers = compiled.touchpointNumber
    return journey.touchpoints.map { touchpoint in
      let number = numbers[touchpoint.name] ?? 0
      let sums = detail.touchpoints.groups[number]
      return TouchpointEstimate(
        name: touchpoint.name,
        stage: touchpoint.stage,
        channel: touchpoint.channel,
        visits: visits(sums),
        reach: share(sums.reached),
        satisfaction: journey.hasQuality ? perVisit(sums.score, sums) : nil,
        quality: journey.hasQuality ? perVisit(sums.quality, sums) : nil,
        leave: perVisit(sums.left, sums)?.within(0...1),
        dissatisfaction: dissatisfaction(sums),
        moments: moments(ofTouchpoint: number),
        feelings: feelings(number)
      )
    }
  }

  func stages() -> [StageEstimate] {
    let width = journey.stages.count
    return journey.stages.enumerated().map { number, stage in
      let sums = merged(detail.stages, number, width)
      return StageEstimate(
        name: stage.name,
        reach: share(sums.reached),
        satisfaction: journey.hasQuality ? perVisit(sums.score, sums) : nil,
        quantiles: quantiles(scores(stage: number), at: Self.bands),
        lost: share(sums.lost),
        goal: goalShare(stage: number)
      )
    }
  }

  func channels() -> [ChannelEstimate] {
    let width = journey.channels.count
    return journey.channels.enumerated().map { number, channel in
      let sums = merged(detail.channels, number, width)
      return ChannelEstimate(
        name: channel.name,
        visits: visits(sums),
        reach: share(sums.reached),
        satisfaction: journey.hasQuality ? perVisit(sums.score, sums) : nil,
        cost: .mean(sums.cost.among(travellers)) ?? .exact(0)
      )
    }
  }

  func flows() -> [FlowEstimate] {
    compiled.flows.enumerated()
      .filter { !$1.isReentry && detail.moves[$0] > 0 }
      .map { number, flow in
        FlowEstimate(
          from: flow.from,
          to: flow.to,
          perTraveller: Double(detail.moves[number]) / Double(travellers),
          forcedShare: Double(detail.forcedMoves[number]) / Double(detail.moves[number])
        )
      }
      .sorted {
        ($1.perTraveller, $0.from ?? "", $0.to.name) < ($0.perTraveller, $1.from ?? "", $1.to.name)
      }
  }

  func pains() -> [PainEstimate] {
    let numbers = compiled.painNumber
    let touchpointNumbers = compiled.touchpointNumber
    return journey.painPoints.map { pain in
      let number = numbers[pain.name] ?? 0
      let hits = detail.hits[number].among(travellers)
      let place = detail.touchpoints.groups[touchpointNumbers[pain.at] ?? 0]
      return PainEstimate(
        pain: pain,
        hits: .mean(hits) ?? .exact(hits.sum.value / Double(travellers)),
        reach: share(detail.hitTravellers[number]),
        incidence: .share(
          successes: Int(hits.sum.value.rounded()),
          of: Int(place.score.x.value.rounded())
        ),
        effects: effects(ofPain: number, pain),
        exposure: visits(place)
      )
    }
  }

  func personas() -> [PersonaEstimate] {
    let numbers = compiled.personaNumber
    let stageCount = journey.stages.count
    let channelCount = journey.channels.count
    return journey.personas.map { persona in
      let number = numbers[persona.name] ?? 0
      let own = detail.travellers[number]
      let channelVisits = journey.channels.indices.map {
        detail.channels.groups[number * channelCount + $0].score.x.value
      }
      let allVisits = channelVisits.reduce(0, +)
      return PersonaEstimate(
        persona: persona,
        share: share(own),
        metrics: tally.figures[number].estimates(),
        satisfactionByStage: journey.stages.indices.map { stage in
          let sums = detail.stages.groups[number * stageCount + stage]
          return journey.hasQuality ? .ratio(sums.score.among(own)) : nil
        },
        quantilesByStage: journey.stages.indices.map { stage in
          quantiles(scores(persona: number, stage: stage), at: Self.bands)
        },
        channelShares: channelVisits.map { allVisits > 0 ? $0 / allVisits : 0 }
      )
    }
  }

  // MARK: Parts

  private static let bands = [0.1, 0.25, 0.5, 0.75, 0.9]

  private func visits(_ sums: GroupTally.Sums) -> Estimate {
    .mean(sums.score.xMoments(among: travellers)) ?? .exact(sums.score.x.value / Double(travellers))
  }

  /// A ratio per visit, with an interval that allows for travellers who come several times.
  private func perVisit(_ moments: PairMoments, _ sums: GroupTally.Sums) -> Estimate? {
    sums.reached > 0 ? .ratio(moments.among(travellers)) : nil
  }

  /// Share of all dissatisfaction, by the delta method over all travellers.
  private func dissatisfaction(_ sums: GroupTally.Sums) -> Estimate? {
    let all = detail.dissatisfaction
    guard journey.hasQuality, all.sum.steps > 0 else { return nil }
    return .ratio(
      PairMoments(
        count: all.count,
        x: all.sum,
        y: sums.dissatisfaction.y,
        xx: all.squares,
        xy: sums.dissatisfaction.xy,
        yy: sums.dissatisfaction.yy
      )
    )?.within(0...1)
  }

  private func feelings(_ touchpoint: Int) -> [Double] {
    guard journey.hasQuality else { return [] }
    let counts = detail.feelings[touchpoint * 5..<touchpoint * 5 + 5]
    let total = counts.reduce(0, +)
    return total > 0 ? counts.map { Double($0) / Double(total) } : []
  }

  private func merged(_ tally: GroupTally, _ number: Int, _ width: Int) -> GroupTally.Sums {
    var sums = tally.groups[number]
    for persona in 1..<max(1, detail.travellers.count) {
      sums.merge(tally.groups[persona * width + number])
    }
    return sums
  }

  private func scores(persona: Int, stage: Int) -> [Int] {
    guard !detail.scoreCounts.isEmpty else { return [] }
    let first = (persona * journey.stages.count + stage) * DetailTally.scoreBins
    return Array(detail.scoreCounts[first..<first + DetailTally.scoreBins])
  }

  private func scores(stage: Int) -> [Int] {
    var total = scores(persona: 0, stage: stage)
    for persona in 1..<max(1, detail.travellers.count) {
      for (bin, count) in scores(persona: persona, stage: stage).enumerated() { total[bin] += count }
    }
    return total
  }
}

extension PairMoments {
  /// The moments of x alone over more travellers, who contributed nothing.
  fileprivate func xMoments(among travellers: Int) -> MomentSums {
    MomentSums(count: travellers, sum: x, squares: xx)
  }
}
