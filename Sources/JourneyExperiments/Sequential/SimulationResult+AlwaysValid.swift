import JourneyModel
import JourneyStatistics

extension SimulationResult {
  /// The same figures with the intervals that the run's stamp asks for, and verdicts by them.
  func withIntervals(_ certainty: Certainty) -> SimulationResult {
    guard case .always = certainty else { return self }
    func wide(_ estimate: Estimate) -> Estimate { certainty.interval(estimate) }
    var result = self
    result.metrics = metrics.map { $0.with(wide) }
    for index in outcomes.indices {
      result.outcomes[index].share = wide(outcomes[index].share)
      result.outcomes[index].counted = wide(outcomes[index].counted)
    }
    for index in touchpoints.indices { result.touchpoints[index] = touchpoints[index].with(wide) }
    for index in stages.indices {
      result.stages[index].reach = wide(stages[index].reach)
      result.stages[index].lost = wide(stages[index].lost)
      result.stages[index].satisfaction = stages[index].satisfaction.map(wide)
    }
    for index in channels.indices {
      result.channels[index].visits = wide(channels[index].visits)
      result.channels[index].reach = wide(channels[index].reach)
      result.channels[index].satisfaction = channels[index].satisfaction.map(wide)
      result.channels[index].cost = wide(channels[index].cost)
    }
    for index in pains.indices {
      result.pains[index].hits = wide(pains[index].hits)
      result.pains[index].reach = wide(pains[index].reach)
      result.pains[index].incidence = pains[index].incidence.map(wide)
      result.pains[index].exposure = pains[index].exposure.map(wide)
      result.pains[index].effects = pains[index].effects.map { $0.with(wide) }
    }
    for index in personas.indices {
      result.personas[index].share = wide(personas[index].share)
      result.personas[index].metrics = personas[index].metrics.map { $0.with(wide) }
      result.personas[index].satisfactionByStage = personas[index].satisfactionByStage.map { $0.map(wide) }
    }
    result.year = year.map { $0.with(wide) }
    result.retentionCurve = retentionCurve.map(wide)
    result.keptCurve = keptCurve.map(wide)
    for index in typedDifferences.indices {
      result.typedDifferences[index].simulated = wide(typedDifferences[index].simulated)
    }
    result.typedDifferences.removeAll { $0.simulated.covers($0.typed) }
    result.targets = Self.verdicts(journey, result.metrics)
    for index in observed.indices {
      result.observed[index].simulated = observed[index].simulated.map(wide)
    }
    return result
  }
}

extension MetricEstimate {
  func with(_ interval: (Estimate) -> Estimate) -> MetricEstimate {
    var copy = self
    copy.estimate = interval(estimate)
    return copy
  }
}

extension YearFigure {
  func with(_ interval: (Estimate) -> Estimate) -> YearFigure {
    var copy = self
    copy.estimate = interval(estimate)
    return copy
  }
}

extension MetricDifference {
  func with(_ interval: (Estimate) -> Estimate) -> MetricDifference {
    var copy = self
    copy.baseline = interval(baseline)
    copy.variant = interval(variant)
    copy.difference = interval(difference)
    return copy
  }
}

extension TouchpointEstimate {
  fileprivate func with(_ interval: (Estimate) -> Estimate) -> TouchpointEstimate {
    var copy = self
    copy.visits = interval(visits)
    copy.reach = interval(reach)
    copy.satisfaction = satisfaction.map(interval)
    copy.quality = quality.map(interval)
    copy.leave = leave.map(interval)
    copy.dissatisfaction = dissatisfaction.map(interval)
    copy.moments = moments.map { $0.with(interval) }
    return copy
  }
}
