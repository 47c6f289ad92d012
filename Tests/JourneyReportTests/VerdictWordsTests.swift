import JourneyExperiments
import JourneyModel
import JourneyReport
import JourneyStatistics
import Testing

@Suite("The verdict")
struct VerdictWordsTests {
  static func whatIf(_ effects: [(String, Double, Double)], together: Double?) -> ComparisonResult {
    var variants = effects.map { variant($0.0, [(.kept, estimate($0.1, $0.2))]) }
    if let together {
      variants.append(variant("all together", pains: effects.map(\.0), [(.kept, estimate(together, 0.001))]))
    }
    return ComparisonResult(
      journey: Retailer.journey,
      stamp: RetailerRun.stamp,
      baseline: RetailerRun.metrics,
      variants: variants,
      ties: []
    )
  }

  static func headline(_ whatIf: ComparisonResult?, targets: [TargetVerdict.Verdict] = []) -> String {
    var simulation = RetailerRun.simulation
    simulation.targets = targets.map {
      TargetVerdict(target: Retailer.journey.targets[0], estimate: .exact(0.4), verdict: $0)
    }
    return VerdictWords(simulation: simulation, whatIf: whatIf).verdict.headline
  }

  @Test("names the first thing to do, and its share only where the intervals bear it")
  func first() {
    let half = Self.whatIf(
      [("Forced to open account", 0.02, 0.001), ("Voucher fails", 0.01, 0.001)],
      together: 0.03
    )
    #expect(
      Self.headline(half)
        == "Do this first: let guests pay. It brings over half of what both fixes bring together."
    )
    // 0.019 of 0.041 is under a half but over a third at the worst ends of the intervals.
    let third = Self.whatIf(
      [("Forced to open account", 0.02, 0.001), ("Voucher fails", 0.01, 0.001)],
      together: 0.04
    )
    #expect(
      Self.headline(third)
        == "Do this first: let guests pay. It brings over a third of what both fixes bring together."
    )
    let less = Self.whatIf(
      [("Forced to open account", 0.02, 0.001), ("Voucher fails", 0.01, 0.001)],
      together: 0.08
    )
    #expect(Self.headline(less) == "Do this first: let guests pay.")
  }

  @Test("says a tie as a tie")
  func tie() {
    let two = Self.whatIf(
      [("Forced to open account", 0.02, 0.002), ("Voucher fails", 0.019, 0.002)],
      together: nil
    )
    #expect(
      Self.headline(two)
        == "Do one of these first: “let guests pay” or “check vouchers early”. They bring about the same."
    )
    let three = Self.whatIf(
      [("Desk queue", 0.02, 0.002), ("Voucher fails", 0.019, 0.002), ("x", 0.02, 0.01)],
      together: nil
    )
    #expect(Self.headline(three) == "Three fixes bring about the same; none leads for certain.")
  }

  @Test("says that no fix makes a real change")
  func none() {
    let nothing = Self.whatIf([("Voucher fails", 0.001, 0.002)], together: nil)
    #expect(
      Self.headline(nothing, targets: [.met]) == "No single fix makes a real change. The target is met."
    )
  }

  @Test(
    "speaks of targets where nothing was tried",
    arguments: [
      (
        [TargetVerdict.Verdict.missed, .met, .undecided],
        "One of three targets is missed: reach “bought”; one is too close to call: reach “bought”."
      ), ([.undecided, .met], "One of two targets is too close to call: reach “bought”."),
      ([.met, .met], "Both targets are met."),
    ]
  )
  func targets(verdicts: [TargetVerdict.Verdict], text: String) {
    #expect(Self.headline(nil, targets: verdicts) == text)
  }

  @Test("gives the main figure where there is nothing else")
  func figure() {
    #expect(Self.headline(nil).hasPrefix("466 of 1,000 travellers reach “bought” ("))
  }

  private static func lines(_ whatIf: ComparisonResult) -> [String] { VerdictWords(whatIf).lines }

  @Test("the second line counts people, for a lead and for a tie of two, and is left out beyond")
  func people() {
    let lead = Self.whatIf([("Voucher fails", 0.02, 0.001), ("Desk queue", 0.01, 0.001)], together: nil)
    #expect(Self.lines(lead).last == "20 more of 1,000 travellers are kept as customers (19 to 21).")
    let tie = Self.whatIf(
      [("Voucher fails", 0.02, 0.002), ("Forced to open account", 0.019, 0.002)],
      together: nil
    )
    #expect(
      Self.lines(tie).dropFirst() == [
        "“check vouchers early”: 20 more of 1,000 travellers are kept as customers (18 to 22).",
        "“let guests pay”: 19 more of 1,000 travellers are kept as customers (17 to 21).",
      ]
    )
    let nothing = Self.whatIf([("Voucher fails", 0.001, 0.002)], together: nil)
    #expect(Self.lines(nothing).count == 1)
  }

  /// Two fixes with their worth per traveller; `kept` leads with the first.
  private static func money(_ first: (Double, Double), _ second: (Double, Double)) -> ComparisonResult {
    var result = whatIf([("Voucher fails", 0.02, 0.001), ("Desk queue", 0.01, 0.001)], together: nil)
    result.journey.run.arrivalsPerSecond = 1_000.0 / (365 * 86_400)
    for (index, worth) in [first, second].enumerated() {
      result.variants[index].cost = 10
      result.variants[index].metrics.append(
        MetricDifference(
          id: .clv,
          baseline: .exact(10),
          variant: .exact(10),
          difference: estimate(worth.0, worth.1)
        )
      )
    }
    return result
  }

  @Test("money is said where one fix leads in it for certain: the same or another")
  func worth() {
    #expect(Self.lines(Self.money((2, 0.1), (1, 0.1))).last == "It is worth £2,000 a year (1,900 to 2,100).")
    let other = Self.lines(Self.money((1, 0.1), (2, 0.1)))
    #expect(other.last?.hasPrefix("In money “") == true)
    #expect(other.last?.hasSuffix("leads: worth £2,000 a year (1,900 to 2,100).") == true)
    #expect(Self.lines(Self.money((2, 0.6), (1, 0.6))).count == 2)
    #expect(Self.lines(Self.money((0.05, 0.1), (0.04, 0.1))).count == 2)
  }
}
