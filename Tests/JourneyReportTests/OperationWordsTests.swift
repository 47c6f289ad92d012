import JourneyExperiments
import JourneyModel
import JourneyReport
import Testing

@Suite("What is said of changes to places")
struct OperationWordsTests {
  private func first(_ operation: String, _ effects: [(String, Double, Double)]) -> String {
    let result = ComparisonResult(
      journey: Retailer.journey,
      stamp: RetailerRun.stamp,
      baseline: RetailerRun.metrics,
      variants: effects.map {
        variant($0.0, operation: operation, pains: [], [(.kept, estimate($0.1, $0.2))])
      },
      ties: []
    )
    let scenario = Scenario(path: "a.yaml", digest: "", baseline: Retailer.journey)
    let text = OperationText(scenario, OperationResult(comparison: result, inapplicable: [])).text
    return String(text.split(separator: "\n").first ?? "")
  }

  @Test("what would do good is named with its size, a tie as a tie")
  func good() {
    #expect(
      first("close", [("Chat", 0.02, 0.002), ("Till", 0.01, 0.002)])
        == "Closing “Chat” would do good: 20 more of 1,000 travellers are kept as customers (18 to 22)."
    )
    #expect(
      first("bypass", [("Chat", 0.02, 0.002), ("Till", 0.019, 0.002)])
        == "Bypassing “Chat” and “Till” would do good, too close to tell apart."
    )
  }

  @Test("no good is said as such, and harm where it is certain")
  func none() {
    #expect(
      first("close channel", [("Web", 0.001, 0.002)]) == "Closing any of them does no good for certain."
    )
    #expect(
      first("close channel", [("Web", 0.001, 0.002), ("App", -0.1, 0.002)])
        == "Closing any of them does no good for certain, and some do harm."
    )
  }

  @Test("what most depends on is named where it is certain")
  func dependence() {
    #expect(
      first("dependence", [("Web", -0.1, 0.002), ("App", -0.2, 0.002)])
        == "Most depends on “App”: 200 fewer of 1,000 travellers are kept as customers (198 to 202) without it."
    )
    #expect(
      first("dependence", [("Web", -0.001, 0.002)]) == "Nothing depends on any of them for certain."
    )
  }
}
