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
    // Half, give or take the intervals.
    let even = Self.whatIf(
      [("Forced to open account", 0.02, 0.001), ("Voucher fails", 0.01, 0.001)],
      together: 0.04
    )
    #expect(
      Self.headline(even)
        == "Do this first: let guests pay. It brings about half of what both fixes bring together."
    )
    // 0.019 of 0.051 is over a third at the worst ends of the intervals.
    let third = Self.whatIf(
      [("Forced to open account", 0.02, 0.001), ("Voucher fails", 0.01, 0.001)],
      together: 0.05
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
        == "Do one of these first: “let guests pay” or “check vouchers early”. "
        + "Which brings more cannot be told."
    )
    let three = Self.whatIf(
      [("Desk queue", 0.02, 0.002), ("Voucher fails", 0.019, 0.002), ("x", 0.02, 0.01)],
      together: nil
    )
    #expect(Self.headline(three) == "Three fixes lead; which of them brings most cannot be told.")
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

  @Test("money decides where all fixes have a worth and a cost, among those that pay back first")
  func worth() {
    func headline(_ comparison: ComparisonResult) -> String { Self.lines(comparison)[0] }
    let same = Self.money((2, 0.1), (1, 0.1))
    #expect(headline(same) == "Do this first: check vouchers early.")
    #expect(Self.lines(same).last == "It is worth £2,000 a year (1,900 to 2,100).")
    let other = Self.money((1, 0.1), (2, 0.1))
    #expect(headline(other).hasPrefix("Do this first: "))
    #expect(!headline(other).contains("vouchers"))
    #expect(Self.lines(other).last == "It is worth £2,000 a year (1,900 to 2,100).")
    let tie = Self.lines(Self.money((2, 0.6), (1.9, 0.6)))
    #expect(tie[0].hasSuffix("Which is worth more cannot be told."))
    #expect(tie.count == 3 && tie.dropFirst().allSatisfy { $0.contains("” is worth £") })
  }

  @Test("what surely pays comes before what may, and where nothing pays that is the headline")
  func advice() {
    var one = Self.money((2, 0.1), (3, 0.1))
    one.variants[1].cost = 9_000
    #expect(Self.lines(one)[0] == "Do this first: check vouchers early.")
    one.variants[0].cost = 6_000
    #expect(Self.lines(one)[0].hasPrefix("Test this first: "))
    for index in 0..<2 { one.variants[index].cost = 1_000_000 }
    #expect(Self.lines(one)[0] == "No fix pays back within five years.")
    #expect(Self.lines(one)[1].hasPrefix("“check vouchers early”: 20 more of 1,000 travellers"))
    // The twin: with one cost unknown, money cannot decide.
    one.variants[1].cost = nil
    #expect(Self.lines(one)[0] == "Do this first: check vouchers early.")
  }

  @Test("a goal that nobody reaches is the headline, and what the first fix worsens is said")
  func warnings() {
    var never = Self.whatIf([("Voucher fails", 0.02, 0.001)], together: nil)
    never.baseline = [MetricEstimate(id: .goal, estimate: .exact(0))]
    #expect(Self.lines(never)[0] == "Nobody reaches “bought”, and no fix changes that.")
    var harm = Self.whatIf([("Voucher fails", 0.02, 0.001)], together: nil)
    harm.variants[0].metrics.append(
      MetricDifference(
        id: .satisfaction,
        baseline: .exact(60),
        variant: .exact(59),
        difference: estimate(-1, 0.1)
      )
    )
    #expect(Self.lines(harm).last == "It worsens satisfaction.")
  }

  @Test("two changes side by side are counted among as many people")
  func denominators() {
    let tie = Self.whatIf([("Voucher fails", 0.02, 0.002), ("Desk queue", 0.02, 0.0008)], together: nil)
    let lines = Self.lines(tie).dropFirst()
    #expect(lines.count == 2 && lines.allSatisfy { $0.contains("of 10,000 travellers") }, "\(lines)")
  }
}
