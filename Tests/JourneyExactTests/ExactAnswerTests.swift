import JourneyExact
import JourneyModel
import JourneyTestSupport
import Testing

@Suite("Exact answers")
struct ExactAnswerTests {
  /// Whether two numbers agree to the digits printed in the reference tables.
  private func agrees(_ value: Double?, _ printed: Double, within digits: Double = 0.6e-10) -> Bool {
    guard let value else { return false }
    return abs(value - printed) <= digits
  }

  private func solve(_ journey: Journey) throws -> ExactAnswer { try #require(ExactAnswer.solve(journey)) }

  private func place(_ name: String, of answer: ExactAnswer) throws -> ExactAnswer.Place {
    try #require(answer.touchpoints.first { $0.name == name })
  }

  @Test("K4: probability to buy from each state")
  func k4Absorption() throws {
    let skeleton = MarkovSkeleton(of: SampleJourneys.k4, for: .everyone)
    let solution = try #require(ChainSolution(skeleton.chain))
    let buy = try #require(skeleton.outcomes.firstIndex(of: "buy"))
    let from = try #require(solution.absorption(into: buy))
    let expected = [
      "landing": 0.2158750170, "product": 0.2999182227, "basket": 0.6309118168, "help": 0.3592408341,
    ]
    for (number, name) in skeleton.touchpoints.enumerated() {
      #expect(agrees(from[number], try #require(expected[name])), "\(name)")
    }
    #expect(!agrees(from[0], 0.2158750171), "a wrong last digit must be seen")
  }

  @Test("K4: visits, steps and their variance")
  func k4Visits() throws {
    let answer = try solve(SampleJourneys.k4)
    #expect(agrees(try place("landing", of: answer).visits, 1.1707782472))
    #expect(agrees(try place("product", of: answer).visits, 0.8538912362))
    #expect(agrees(try place("basket", of: answer).visits, 0.3707237290))
    #expect(agrees(try place("help", of: answer).visits, 0.2395393212))
    #expect(agrees(answer.steps, 2.6349325337))
    #expect(agrees(answer.stepsVariance, 2.8917690705))
    #expect(agrees(answer.goal, 0.2158750170))
    #expect(answer.applies)
    #expect(answer.reason == nil)
  }

  @Test("K4: share ended within some visits, and share that ever sees the basket")
  func k4Passage() throws {
    let skeleton = MarkovSkeleton(of: SampleJourneys.k4, for: .everyone)
    let ended = ForwardPropagation(skeleton.chain).endedWithin(10)
    for (visits, share) in [(1, 0.3), (2, 0.54), (3, 0.788), (5, 0.93829), (10, 0.9972370938)] {
      #expect(agrees(ended[visits], share), "within \(visits)")
    }
    #expect(agrees(try place("basket", of: solve(SampleJourneys.k4)).reach, 0.3269230769))
  }

  @Test("K4: dependence, closing and bypassing")
  func k4Operations() throws {
    let answer = try solve(SampleJourneys.k4)
    for (name, expected) in [("product", 0.8973250876), ("basket", 0.9554585577), ("help", 0.3534358853)] {
      #expect(agrees(try place(name, of: answer).dependence, expected), "\(name)")
      let severed = try solve(SampleJourneys.k4.applying(.sever(touchpoint: name)))
      #expect(agrees(1 - severed.goal / answer.goal, expected), "severing \(name)")
      #expect(try place(name, of: severed).visits == 0)
    }
    for (name, expected) in [("help", 0.2013071895), ("product", 0.1080729167), ("basket", 0.0193498452)] {
      let closed = try solve(SampleJourneys.k4.applying(.closeTouchpoint(name)))
      #expect(agrees(closed.goal, expected), "closing \(name)")
    }
    let bypassed = try solve(SampleJourneys.k4.applying(.bypass(touchpoint: "help")))
    #expect(abs(bypassed.goal - answer.goal) < 1e-15)
  }

  @Test("Gambler's ruin, three coins of ten")
  func gambler() throws {
    let answer = try solve(SampleJourneys.gambler(winning: 0.4, start: 3, goal: 10))
    #expect(agrees(answer.goal, 0.0419129685))
    #expect(agrees(answer.steps, 12.9043515726))
    #expect(!agrees(try solve(SampleJourneys.gambler(winning: 0.41, start: 3, goal: 10)).goal, 0.0419129685))
  }

  @Test(
    "Reference chains agree with an independent model checker to nine digits",
    .enabled(if: ProjectFiles.outsideData("markov-brp-16-2") != nil),
    arguments: [
      ("markov-brp-16-2", "brp-16-2.json"), ("markov-drunkards-walk", "drunkards-walk-5.json"),
      ("markov-knuth-yao-die", "knuth-yao-die.json"),
    ]
  )
  func referenceChains(folder: String, file: String) throws {
    let chain = try #require(try ReferenceChain.read(folder, file))
    let answer = try solve(chain.journey)
    func relative(_ value: Double, _ expected: Double) -> Double { abs(value - expected) / expected }
    #expect(relative(answer.steps, chain.expected.steps) < 1e-9)
    #expect(relative(answer.stepsVariance.squareRoot(), chain.expected.stepsDeviation) < 1e-9)
    func probability(_ name: String) throws -> Double {
      try #require(answer.outcomes.first { $0.name == name }).probability
    }
    for state in chain.absorbing.sorted() {
      let expected = try #require(chain.expected.absorption[state])
      #expect(relative(try probability(state), expected) < 1e-9, "\(state)")
    }
    for (group, states) in chain.groups.sorted(by: { $0.key < $1.key }) {
      let expected = try #require(chain.expected.groups[group])
      let sum = try states.reduce(0) { try $0 + probability($1) }
      #expect(relative(sum, expected) < 1e-9, "\(group)")
    }
    let skeleton = MarkovSkeleton(of: chain.journey, for: .everyone)
    let ended = ForwardPropagation(skeleton.chain).endedWithin(200)
    for (steps, share) in chain.expected.endedWithin.sorted(by: { $0.key < $1.key }) {
      #expect(abs(ended[try #require(Int(steps))] - share) < 1e-12, "within \(steps)")
    }
  }
}
