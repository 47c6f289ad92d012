import JourneyExperiments
import JourneyModel
import JourneyStatistics

/// Estimates by mean and half-width, for tests of sentences.
func estimate(_ mean: Double, _ halfWidth: Double) -> Estimate {
  Estimate(mean: mean, standardError: halfWidth / 1.96, low: mean - halfWidth, high: mean + halfWidth)
}

/// A stage by its mean satisfaction and the share of travellers lost there.
func stage(
  _ name: String,
  _ mean: Double,
  halfWidth: Double = 0.2,
  lost: Double = 0,
  lostHalf: Double = 0.001
)
  -> StageEstimate
{
  StageEstimate(
    name: name,
    reach: .exact(1),
    satisfaction: estimate(mean, halfWidth),
    quantiles: [mean - 20, mean - 8, mean, mean + 8, mean + 20],
    lost: estimate(lost, lostHalf)
  )
}

/// A touchpoint by its share of dissatisfaction.
func hotspot(_ name: String, _ share: Double, halfWidth: Double = 0.001) -> TouchpointEstimate {
  TouchpointEstimate(
    name: name,
    visits: .exact(1),
    reach: .exact(1),
    dissatisfaction: estimate(share, halfWidth),
    feelings: []
  )
}

/// A variant by its effects.
func variant(
  _ name: String,
  operation: String = "fix",
  pains: [String]? = nil,
  _ effects: [(MetricID, Estimate)]
)
  -> VariantResult
{
  VariantResult(
    name: name,
    operation: operation,
    painPoints: pains ?? [name],
    metrics: effects.map {
      MetricDifference(id: $0.0, baseline: .exact(0.4), variant: .exact(0.4 + $0.1.mean), difference: $0.1)
    }
  )
}
