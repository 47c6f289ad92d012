import JourneyModel

/// What a journey gives exactly, without simulating anybody: the mixture of its personas' chains.
public struct ExactAnswer: Sendable {
  /// The answer for one touchpoint.
  public struct Place: Sendable, Hashable {
    /// The touchpoint.
    public var name: String
    /// Expected visits per traveller.
    public var visits: Double
    /// Share of travellers who ever get there; nil where the graph is too large to say.
    public var reach: Double?
    /// Share of all goals that would be lost if whoever gets there left (removal effect, Anderl et al. 2016);
    /// nil where no goal is ever reached or the graph is too large to say.
    public var dependence: Double?
  }

  /// The answer for one outcome.
  public struct Ending: Sendable, Hashable {
    /// The outcome.
    public var name: String
    /// What it means.
    public var kind: OutcomeKind
    /// Its probability.
    public var probability: Double
  }

  /// Whether a simulation of the journey must agree with these figures.
  public var applies: Bool
  /// If not, which mechanisms stand in the way, in plain words; the figures then hold without them.
  public var reason: String?
  /// All outcomes in canonical order.
  public var outcomes: [Ending]
  /// All touchpoints in canonical order.
  public var touchpoints: [Place]
  /// Expected visits of a journey.
  public var steps: Double
  /// Variance of the number of visits.
  public var stepsVariance: Double
  /// Expected minutes of a journey.
  public var minutes: Double
  /// Expected cost of a journey, in the run's currency.
  public var cost: Double
  /// Probability to end in an outcome that is a goal.
  public var goal: Double
  /// Share of journeys with more visits than the run's longest journey.
  public var beyondCap: ForwardPropagation.Bounds

  /// How much is worked out.
  public enum Depth: Sendable {
    /// All but reach and dependence of touchpoints.
    case figures
    /// Everything.
    case everything
  }

  /// Solves a journey.
  ///
  /// - Returns: nil only where the graph is so large, tangled and slow that bounded work does not solve it.
  /// - Complexity: one elimination per distinct persona; see `ChainSolution`.
  public static func solve(_ journey: Journey, depth: Depth = .everything) -> ExactAnswer? {
    let personas = journey.personas.sorted { $0.name.precedesCanonically($1.name) }
    var groups: [Group] = []
    for persona in personas {
      let skeleton = MarkovSkeleton(of: journey, for: persona)
      if let index = groups.firstIndex(where: { $0.skeleton == skeleton }) {
        groups[index].personas.append(persona)
        continue
      }
      guard let solution = ChainSolution(skeleton.chain) else { return nil }
      groups.append(Group(personas: [persona], skeleton: skeleton, solution: solution))
    }
    return ExactAnswer(journey, groups, depth)
  }

  /// Personas that walk the same chain.
  private struct Group {
    var personas: [Persona]
    var skeleton: MarkovSkeleton
    var solution: ChainSolution

    var share: Double { personas.reduce(0) { $0 + $1.share.value } }
  }

  private init(_ journey: Journey, _ groups: [Group], _ depth: Depth) {
    let places = SkeletonPlaces(journey)
    func mean(_ figure: (Group) -> Double) -> Double {
      groups.reduce(0) { $1.share == 0 ? $0 : $0 + $1.share * figure($1) }
    }
    outcomes = places.outcomes.indices.map { number in
      let name = places.outcomes[number]
      let kind = journey.outcomes.first { $0.name == name }?.kind ?? .loss
      return Ending(name: name, kind: kind, probability: mean { $0.solution.outcomes[number] })
    }
    let isGoal = outcomes.map { $0.kind == .goal }
    let goal = outcomes.reduce(0) { $1.kind == .goal ? $0 + $1.probability : $0 }
    self.goal = goal
    let steps = mean(\.solution.steps)
    self.steps = steps
    stepsVariance = mean {
      let difference = $0.solution.steps - steps
      return $0.solution.stepsVariance + difference * difference
    }
    minutes = mean { $0.solution.total(of: $0.skeleton.minutesPerVisit) }
    cost = mean { $0.solution.total(of: $0.skeleton.costPerVisit) }
    touchpoints = places.touchpoints.indices.map { number in
      Place(
        name: places.touchpoints[number].name,
        visits: mean { $0.solution.visits[number] },
        reach: nil,
        dependence: nil
      )
    }
    var beyond = ForwardPropagation.Bounds(lower: 0, upper: 0)
    for group in groups where group.share > 0 {
      let share = ForwardPropagation(group.skeleton.chain).longer(than: journey.run.longestJourney)
      beyond.lower += group.share * share.lower
      beyond.upper += group.share * share.upper
    }
    beyondCap = beyond
    let walkers = groups.flatMap { group in
      group.personas.map { (persona: $0, skeleton: group.skeleton, visits: group.solution.visits) }
    }
    var reasons = Applicability.obstacles(journey, skeletons: walkers, beyondCap: beyond)
    if mean(\.solution.endless) > 0 {
      reasons.append("some journeys get where no outcome can be reached")
    }
    applies = reasons.isEmpty
    reason = reasons.isEmpty ? nil : reasons.joined(separator: "; ")
    if depth == .everything { addDependence(groups, isGoal) }
  }

  /// Says for each touchpoint who gets there and how many goals depend on it.
  private mutating func addDependence(_ groups: [Group], _ isGoal: [Bool]) {
    var reached = [Double](repeating: 0, count: touchpoints.count)
    var lost = reached
    for group in groups {
      guard let reach = group.solution.reach(),
        let goalFrom = group.solution.absorption(where: { isGoal[$0] })
      else { return }
      for number in touchpoints.indices {
        reached[number] += group.share * reach[number]
        lost[number] += group.share * reach[number] * goalFrom[number]
      }
    }
    for number in touchpoints.indices {
      touchpoints[number].reach = reached[number]
      touchpoints[number].dependence = goal > 0 ? lost[number] / goal : nil
    }
  }
}
