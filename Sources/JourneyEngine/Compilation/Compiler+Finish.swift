import JourneyModel
import JourneyProbability
import RealModule

extension JourneyCompiler {
  /// The finished tables.
  func finished(sharing sibling: CompiledJourney?) -> CompiledJourney {
    var levels: ContiguousArray<CompiledQuality.Level> = []
    let model = journey.satisfaction
    let retention = journey.retention
    let channelNumber = numbered(journey.channels.map(\.name))
    let stageNumber = numbered(journey.stages.map(\.name))
    let outbound = Set(journey.channels.filter(\.isOutbound).map(\.name))
    let compiledTouchpoints = touchpoints.enumerated().map { number, touchpoint in
      let (gain, loss) = surprise(touchpoint.kano, model)
      return CompiledJourney.Touchpoint(
        site: (sites[.touchpoint, touchpoint.name] ?? 0),
        channel: touchpoint.channel.flatMap { channelNumber[$0] } ?? -1,
        stage: touchpoint.stage.flatMap { stageNumber[$0] } ?? -1,
        isOutbound: touchpoint.channel.map(outbound.contains) ?? false,
        isNeutral: journey.neutral.contains(touchpoint.name),
        isServed: touchpoint.isServed,
        quality: quality(touchpoint.feels, &levels),
        duration: CompiledDuration(touchpoint.takes),
        cost: touchpoint.costs,
        matters: touchpoint.matters,
        gain: gain,
        loss: loss,
        firstPain: painRange[number].0,
        endPain: painRange[number].1
      )
    }
    return CompiledJourney(
      journey: journey,
      isPlain: isPlain,
      hasQuality: journey.hasQuality,
      touchpoints: ContiguousArray(compiledTouchpoints),
      qualityLevels: levels,
      pains: compiledPains,
      hits: hits(),
      forcedMoves: forcedMoves,
      rows: rows,
      options: options,
      optionShares: optionShares,
      personas: compiledPersonas(),
      retentions: retentions(sharing: sibling),
      endings: ContiguousArray(outcomes.map(ending)),
      handoffs: handoffTable(),
      channelCount: journey.channels.count,
      stageCount: journey.stages.count,
      countsLoad: journey.run.arrivalsPerSecond != nil,
      leaveCode: code(.leave).code,
      timedOutCode: code(.outcome(Outcome.timedOutName)).code,
      satisfaction: model,
      longestJourney: journey.run.longestJourney,
      giveUpAfterSeconds: journey.run.giveUpAfterSeconds ?? .infinity,
      retention: retention,
      logOddsPerPoint: retention.map { .log($0.oddsPer10Points) / 10 } ?? 0,
      discountPerPeriod: discountPerPeriod(retention),
      normal: .shared,
      startSite: (sites[.start, "START"] ?? 0),
      travellerSite: (sites[.traveller, ""] ?? 0),
      touchpointNames: touchpoints.map(\.name),
      outcomeNames: outcomes.map(\.name),
      painNames: painNamesInOrder(),
      personaNames: personas.map(\.name),
      flows: flows.flows,
      collisions: sites.collisions
    )
  }

  private func painNamesInOrder() -> [String] {
    compiledPains.map { journey.painPoints[Int($0.original)].name }
  }

  /// Chances by persona, then by pain point in compiled order.
  private func hits() -> ContiguousArray<Double> {
    ContiguousArray(
      personas.flatMap { persona in
        compiledPains.map { journey.painPoints[Int($0.original)].hits(for: persona.name).value }
      }
    )
  }

  private func compiledPersonas() -> ContiguousArray<CompiledJourney.Persona> {
    var cumulative = 0.0
    let total = personas.reduce(0) { $0 + $1.share.value }
    var compiled: ContiguousArray<CompiledJourney.Persona> = []
    for (index, persona) in personas.enumerated() {
      cumulative += persona.share.value / total
      let moodToLeave = persona.moodToLeave ?? journey.satisfaction.moodToLeave
      compiled.append(
        .init(
          cumulative: cumulative,
          expects: persona.expects ?? journey.satisfaction.expects,
          moodToLeavePerPoint: journey.hasQuality ? moodToLeave / 10 : 0,
          firstRow: firstRowOfPersona[index]
        )
      )
    }
    // A persona without share is never drawn, and the last one with a share takes the end of the interval.
    if let last = personas.lastIndex(where: { $0.share.value > 0 }) {
      for index in last..<personas.count { compiled[index].cumulative = 2 }
    }
    return compiled
  }

  private func retentions(sharing sibling: CompiledJourney?) -> ContiguousArray<CompiledRetention> {
    guard let model = journey.retention else { return [] }
    if let sibling, sibling.journey.retention?.baseline == model.baseline,
      sibling.journey.retention?.polarisation == model.polarisation,
      sibling.personaNames == personas.map(\.name),
      Set(sibling.journey.personas.map { [$0.name: $0.baseline] })
        == Set(journey.personas.map { [$0.name: $0.baseline] })
    {
      return sibling.retentions
    }
    return ContiguousArray(
      personas.map {
        CompiledRetention(baseline: $0.baseline ?? model.baseline, polarisation: model.polarisation)
      }
    )
  }

  private func ending(_ outcome: Outcome) -> CompiledJourney.Ending {
    let margin = journey.retention?.value?.marginPerPurchase ?? 0
    return .init(
      kind: outcome.kind,
      points: outcome.points ?? (outcome.kind == .loss ? -journey.satisfaction.leavingCosts : 0),
      income: outcome.value ?? (outcome.kind == .goal ? margin : 0),
      stays: outcome.retention?.value
    )
  }

  private func handoffTable() -> ContiguousArray<Double> {
    ContiguousArray(
      journey.channels.flatMap { from in
        journey.channels.map { to in journey.handoffs.points(from: from.name, to: to.name) }
      }
    )
  }

  private func quality(
    _ law: QualityLaw?,
    _ levels: inout ContiguousArray<CompiledQuality.Level>
  ) -> CompiledQuality {
    switch law {
    case nil: return CompiledQuality(kind: .none, mean: 0, deviation: 0)
    case .constant(let points): return CompiledQuality(kind: .constant, mean: points, deviation: 0)
    case .normal(let mean, let deviation):
      return CompiledQuality(kind: .normal, mean: mean, deviation: deviation)
    case .discrete(let typed):
      let first = Int32(levels.count)
      let total = typed.reduce(0) { $0 + $1.probability.value }
      var cumulative = 0.0
      for level in typed where level.probability.value > 0 {
        cumulative += level.probability.value / total
        levels.append(.init(cumulative: cumulative, points: level.points))
      }
      levels[levels.count - 1].cumulative = 2
      return CompiledQuality(
        kind: .discrete,
        mean: 0,
        deviation: 0,
        firstLevel: first,
        endLevel: Int32(levels.count)
      )
    }
  }

  /// d = (1 + annual rate)^(every / 365 d) - 1, as the factor 1 / (1 + d).
  private func discountPerPeriod(_ retention: RetentionModel?) -> Double {
    guard let retention, let value = retention.value else { return 1 }
    return .pow(1 + value.discountPerYear, -retention.everySeconds / (365 * 86_400))
  }
}

/// Numbers of names in the analyst's order: only tallies use them, never a draw.
private func numbered(_ names: [String]) -> [String: Int32] {
  Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, Int32($0)) })
}
