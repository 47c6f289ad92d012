import JourneyProbability
import JourneyStatistics

/// What one traveller brings under any set of changes, walking every distinct life once.
///
/// Draws are addressed and a change only makes a pain point rarer, so changes to pain points that did not hit under
/// a set T change nothing beyond T: a traveller whom h pain points hit lives at most 2^h lives, whatever the number
/// of sets that are asked about.
public struct SubsetWalker {
  private struct Life {
    var set: ChangeSet
    var steps: Int64
    /// The steps of all figures, where several are asked for.
    var all: ContiguousArray<Int64>
    /// The changes whose pain points hit.
    var touched: ChangeSet
    var journey: RecordedJourney?
    var nature: Double
  }

  /// The question.
  public let question: SubsetQuestion
  private var simulation: TravellerSimulation
  private var applied: ChangeSet = 0
  private var lives: [Life] = []
  private(set) var traveller: UInt64 = 0

  init(_ question: SubsetQuestion, plan: RunPlan) {
    self.question = question
    simulation = TravellerSimulation(
      question.baseline,
      seed: plan.seed,
      periods: plan.periods,
      recording: !question.controls.isEmpty
    )
  }

  /// Turns to a traveller.
  mutating func begin(_ traveller: UInt64) {
    self.traveller = traveller
    lives.removeAll(keepingCapacity: true)
  }

  /// The traveller's contribution under a set, in fixed-point steps.
  ///
  /// - Complexity: O(lives walked so far), and at most one walk per change that has not been met yet.
  public mutating func steps(under set: ChangeSet) -> Int64 { lived(under: set).steps }

  /// The same without what luck did, where the question knows controls of the set.
  public mutating func value(under set: ChangeSet) -> Int64 {
    let life = lived(under: set)
    guard life.steps != FixedPoint.outOfRange, let controls = question.controls[set],
      let journey = life.journey
    else { return life.steps }
    return life.steps &- controls.luck(on: question.column, journey, nature: life.nature)
  }

  /// The traveller's contributions to all figures of the question under a set, in its order and in steps.
  mutating func allSteps(under set: ChangeSet) -> ContiguousArray<Int64> {
    let life = lived(under: set)
    return life.all.isEmpty ? [life.steps] : life.all
  }

  /// The changes whose pain points hit the traveller today.
  mutating func touched() -> ChangeSet { life(under: 0).touched }

  /// Whether what luck did is taken out of the values of some sets.
  public var isControlled: Bool { !question.controls.isEmpty }

  private mutating func lived(under set: ChangeSet) -> Life {
    var walked: ChangeSet = 0
    while true {
      let life = life(under: walked)
      let open = life.touched & set & ~walked
      if open == 0 { return life }
      walked |= open
    }
  }

  /// What a set changes for the traveller against another, in steps; marked where either is out of range.
  public mutating func change(from before: ChangeSet, to after: ChangeSet) -> Int64 {
    let left = steps(under: before)
    let right = steps(under: after)
    return left == FixedPoint.outOfRange || right == FixedPoint.outOfRange
      ? FixedPoint.outOfRange : right &- left
  }

  /// The same of values, noise taken out.
  public mutating func controlledChange(from before: ChangeSet, to after: ChangeSet) -> Int64 {
    let left = value(under: before)
    let right = value(under: after)
    return left == FixedPoint.outOfRange || right == FixedPoint.outOfRange
      ? FixedPoint.outOfRange : right &- left
  }

  /// Whether no change can touch the traveller.
  public mutating func isUntouched() -> Bool { life(under: 0).touched == 0 }

  /// The traveller's own order of the changes: every order is equally likely.
  ///
  /// Fisher and Yates (1938) with addressed draws.
  public func order() -> [Int] {
    var order = Array(0..<question.count)
    guard order.count > 1 else { return order }
    for last in stride(from: order.count - 1, to: 0, by: -1) {
      let block = simulation.walker.random.block(
        at: DrawAddress(
          visit: UInt32(last / 4),
          site: question.baseline.travellerSite,
          traveller: traveller,
          period: 0,
          purpose: .order
        )
      )
      let other = Int(PhiloxBlock.uniform(block[last % 4]) * Double(last + 1))
      order.swapAt(last, min(other, last))
    }
    return order
  }

  private mutating func life(under set: ChangeSet) -> Life {
    if let known = lives.first(where: { $0.set == set }) { return known }
    apply(set)
    var nobody = NoObserver()
    _ = simulation.run(traveller, observer: &nobody)
    var touched: ChangeSet = 0
    for (index, change) in question.changes.enumerated()
    where change.pain & simulation.walker.painsHit != 0 {
      touched |= 1 << ChangeSet(index)
    }
    let life = Life(
      set: set,
      steps: simulation.columns[question.column],
      all: question.columns.count > 1
        ? ContiguousArray(question.columns.map { simulation.columns[$0] }) : [],
      touched: touched,
      journey: isControlled ? simulation.walker.journey : nil,
      nature: simulation.nature
    )
    lives.append(life)
    return life
  }

  private mutating func apply(_ set: ChangeSet) {
    var different = set ^ applied
    while different != 0 {
      let index = different.trailingZeroBitCount
      different &= different - 1
      let isOn = set >> ChangeSet(index) & 1 == 1
      for chance in question.changes[index].chances {
        simulation.walker.compiled.hits[chance.place] =
          isOn ? chance.value : question.baseline.hits[chance.place]
      }
    }
    applied = set
  }
}

/// What is counted of travellers under sets of changes. Tallies of disjoint travellers merge exactly.
public protocol SubsetTally: Sendable {
  /// Counts the traveller that the walker stands at.
  mutating func count(_ walker: inout SubsetWalker)
  /// Takes in a tally of other travellers.
  mutating func merge(_ other: Self)
}

extension Engine {
  /// Asks every traveller of a plan; the answer is the same bit for bit for any number of threads.
  ///
  /// - Throws: `CancellationError` where the task was cancelled.
  /// - Complexity: O(travellers x distinct lives x visits).
  public static func run<Tally: SubsetTally>(
    _ question: SubsetQuestion,
    into empty: Tally,
    plan: RunPlan,
    progress: (@Sendable (Int) -> Void)? = nil
  ) async throws -> Tally {
    try await inBlocks(plan, progress) {
      (tally: empty, walker: SubsetWalker(question, plan: plan))
    } run: { worker, travellers in
      for traveller in travellers {
        worker.walker.begin(traveller)
        worker.tally.count(&worker.walker)
      }
    } finish: {
      $0.tally
    } merge: {
      $0.merge($1)
    }
  }
}
