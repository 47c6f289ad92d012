import JourneyExperiments
import Testing

@Suite("Pairwise model")
struct PairwiseModelTests {
  /// A game of `count` fixes with complements and substitutes, from a fixed sequence.
  private func model(_ count: Int) -> PairwiseModel {
    func number(_ seed: Int, _ modulus: Int) -> Double { Double((seed * 7_919 + 104_729) % modulus) }
    var extra = Array(repeating: Array(repeating: 0.0, count: count), count: count)
    for z in 0..<count {
      for y in 0..<z {
        extra[z][y] = number(z * 31 + y, 13) / 4 - 1.5
        extra[y][z] = extra[z][y]
      }
    }
    return PairwiseModel(
      alone: (0..<count).map { number($0, 17) / 2 - 1 },
      extra: extra,
      costs: (0..<count).map { 10 + number($0, 23) * 5 }
    )
  }

  @Test("The best sets are those of looking at every set, for many budgets", arguments: [1, 4, 9])
  func best(count: Int) {
    let model = model(count)
    for budget in stride(from: 0.0, through: 700, by: 35) {
      let all = (UInt64(0)..<(1 << UInt64(count))).filter { model.cost($0) <= budget }
        .map(model.value).sorted(by: >)
      let best = model.best(5, budget: budget)
      #expect(best.count == min(5, all.count))
      for (choice, value) in zip(best, all) {
        #expect(abs(choice.value - value) < 1e-9)
        #expect(abs(model.value(choice.set) - choice.value) < 1e-9)
        #expect(model.cost(choice.set) == choice.cost && choice.cost <= budget)
      }
    }
  }

  @Test("No set outdoes a point of the frontier at its cost, and every budget's best lies on it")
  func frontier() {
    let model = model(8)
    let frontier = model.frontier()
    #expect(frontier.first?.set == 0)
    for (left, right) in zip(frontier, frontier.dropFirst()) {
      #expect(left.cost < right.cost && left.value < right.value)
    }
    for budget in stride(from: 0.0, through: 600, by: 20) {
      #expect(model.best(1, budget: budget).first?.value == frontier.last { $0.cost <= budget }?.value)
    }
  }

  @Test("Complements: a list by benefit per money misses the pair that is worth most")
  func greedy() {
    let model = PairwiseModel(
      alone: [3, 1, 1],
      extra: [[0, 0, 0], [0, 0, 9], [0, 9, 0]],
      costs: [10, 10, 10]
    )
    #expect(model.greedy(budget: 20).value == 4)
    #expect(model.best(1, budget: 20).first?.set == 0b110)
    #expect(model.best(1, budget: 20).first?.value == 11)
  }

  @Test("What harms is never bought, and nothing is bought with no money")
  func harm() {
    let model = PairwiseModel(alone: [-1, -2], extra: [[0, 0.5], [0.5, 0]], costs: [0, 5])
    #expect(model.best(1, budget: 100).first?.set == 0)
    #expect(model.greedy(budget: 100).set == 0)
    #expect(PairwiseModel(alone: [4], extra: [[0]], costs: [5]).best(3, budget: 4).map(\.set) == [0])
  }
}
