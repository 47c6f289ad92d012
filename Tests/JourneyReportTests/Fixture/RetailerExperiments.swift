import JourneyExperiments
import JourneyModel
import JourneyReport
import JourneyStatistics

/// What-if runs and variants of the fictitious retailer, made up so that every kind of row occurs.
enum RetailerExperiments {
  static func difference(_ id: MetricID, _ effect: Double, _ standardError: Double) -> MetricDifference {
    let base = RetailerRun.simulation.metric(id) ?? .exact(0)
    return MetricDifference(
      id: id,
      baseline: base,
      variant: RetailerRun.around(base.mean + effect, base.standardError),
      difference: RetailerRun.around(effect, standardError)
    )
  }

  static func metrics(_ goal: Double, _ kept: Double, _ felt: Double) -> [MetricDifference] {
    [
      difference(.goal, goal, 0.0006), difference(.kept, kept, 0.0006),
      difference(.satisfaction, felt, 0.012),
      difference(.clv, goal * 300, 0.2), difference(.cost, -goal, 0.002),
      difference(.visits, goal * 4, 0.003),
    ]
  }

  static let effects: [(name: String, goal: Double, kept: Double, felt: Double)] = [
    ("Forced to open account", 0.0192, 0.0181, 0.61), ("Stock shown is wrong", 0.0078, 0.0073, 0.5),
    ("Voucher fails", 0.0071, 0.0064, 0.22), ("Parcel late, no warning", 0.0002, 0.0131, 0.83),
    ("Only weekday slots", 0.0003, 0.0041, 0.26), ("Refund takes 9 days", -0.0002, 0.0036, 0.2),
    ("Agent can’t see order", 0.0001, 0.0035, 0.21), ("Desk queue", 0, 0.0024, 0.15),
    ("Must print label", 0.0001, 0.0016, 0.1),
  ]

  static let whatIf: ComparisonResult = {
    let pains = Dictionary(uniqueKeysWithValues: Retailer.pains.map { ($0.name, $0) })
    let names = effects.map(\.name)
    let fixes = effects.map { effect in
      VariantResult(
        name: effect.name,
        operation: "fix",
        painPoints: [effect.name],
        cost: pains[effect.name]?.cost,
        metrics: metrics(effect.goal * 0.8, effect.kept * 0.8, effect.felt * 0.8)
      )
    }
    let removals = effects.map { effect in
      VariantResult(
        name: effect.name,
        operation: "remove",
        painPoints: [effect.name],
        metrics: metrics(effect.goal, effect.kept, effect.felt)
      )
    }
    let together = [
      VariantResult(
        name: "all together",
        operation: "fix",
        painPoints: names,
        cost: Retailer.pains.reduce(0) { $0 + $1.cost },
        metrics: metrics(0.0262, 0.046, 2.4)
      ),
      VariantResult(
        name: "all together",
        operation: "remove",
        painPoints: names,
        metrics: metrics(0.032, 0.056, 3)
      ),
    ]
    return ComparisonResult(
      journey: Retailer.journey,
      stamp: RetailerRun.stamp,
      baseline: RetailerRun.metrics,
      variants: fixes + removals + together,
      ties: [["Stock shown is wrong", "Voucher fails"]]
    )
  }()

  static let variants = ComparisonResult(
    journey: Retailer.journey,
    stamp: RetailerRun.stamp,
    baseline: RetailerRun.metrics,
    variants: [
      VariantResult(
        name: "Collect first",
        operation: "variant",
        painPoints: [],
        because: "Shops have room; parcels cost most.",
        metrics: [
          difference(.goal, 0.0031, 0.0006), difference(.satisfaction, 0.004, 0.012),
          difference(.kept, 0.0027, 0.0007), difference(.clv, 1.1, 0.3), difference(.cost, -0.12, 0.003),
        ]
      ),
      VariantResult(
        name: "One order view",
        operation: "variant",
        painPoints: [],
        because: "Agents see what customers see.",
        metrics: [
          difference(.goal, 0.0228, 0.0011), difference(.satisfaction, 0.95, 0.02),
          difference(.kept, 0.0157, 0.0009), difference(.clv, 5.2, 0.4), difference(.cost, 0.018, 0.003),
        ]
      ),
    ],
    ties: []
  )

  static let input = ReportInput(
    scenario: Scenario(
      path: "alder.yaml",
      digest: String(repeating: "4f1c", count: 16),
      baseline: Retailer.journey,
      assumptions: ["“severe” counts as 25 points."],
      evidence: Evidence(
        numbers: 214,
        marks: (0..<12).map {
          Evidence.Mark(path: "touchpoints.\($0).feels", value: 70, kind: $0 < 7 ? .guess : .relative(0.2))
        }
      )
    ),
    simulation: RetailerRun.simulation,
    whatIf: whatIf,
    variants: variants,
    command: "journey report alder.yaml --travellers 200000 --seed 1"
  )
}
