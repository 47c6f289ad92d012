import JourneyModel

/// A set of changes: bit z stands for change z.
public typealias ChangeSet = UInt64

/// Which changes may be combined in any way, and the figure by which their combinations are judged.
public struct SubsetQuestion: Sendable {
  /// The most changes that one question can hold.
  public static let limit = 64

  /// The chances that a change lowers: where in the table of chances, and to what.
  struct Change: Sendable {
    /// The pain point's bit in what a walker has met.
    var pain: UInt64
    var chances: [(place: Int, value: Double)]
  }

  let baseline: CompiledJourney
  let changes: [Change]
  /// The columns of the figures asked for; combinations are judged by the first.
  let columns: [Int]
  var column: Int { columns[0] }
  /// Control variates of the worlds under some sets; elsewhere contributions are left as they are.
  private(set) var controls: [ChangeSet: JourneyControls] = [:]

  /// How many changes there are.
  public var count: Int { changes.count }
  /// All changes together.
  public var everything: ChangeSet { count == 64 ? ~0 : (1 << ChangeSet(count)) - 1 }

  /// Prepares a question.
  ///
  /// - Parameters:
  ///   - baseline: the journey without changes.
  ///   - weakened: one journey per change, each like the baseline but for pain points that hit less often.
  ///   - metric: a figure that is a mean over all travellers.
  /// - Returns: nil where a change does more than that, two change the same pain point, there are more than
  ///   `limit`, or the journey gives no such figure.
  public init?(_ baseline: CompiledJourney, weakened: [CompiledJourney], metric: MetricID, periods: Int) {
    self.init(baseline, weakened: weakened, metrics: [metric], periods: periods)
  }

  /// The same for several figures at once, which all of a traveller's lives tell together.
  ///
  /// - Parameter metrics: at least one, all means over all travellers; combinations are judged by the first.
  public init?(
    _ baseline: CompiledJourney,
    weakened: [CompiledJourney],
    metrics: [MetricID],
    periods: Int
  ) {
    let figures = baseline.figures(periods: periods)
    let columns = metrics.compactMap { metric in
      figures.first { $0.id == metric && $0.isMeanOverTravellers }?.numerator
    }
    guard weakened.count <= Self.limit, !metrics.isEmpty, columns.count == metrics.count else { return nil }
    var changes: [Change] = []
    var taken = Set<Int>()
    for journey in weakened {
      guard let pain = baseline.painsWeakened(in: journey) else { return nil }
      let chances = baseline.hits.indices.compactMap { place in
        journey.hits[place] == baseline.hits[place] ? nil : (place: place, value: journey.hits[place])
      }
      for chance in chances where !taken.insert(chance.place).inserted { return nil }
      changes.append(Change(pain: pain, chances: chances))
    }
    self.baseline = baseline
    self.changes = changes
    self.columns = columns
  }

  /// The same question with noise taken out of what is told of some sets and of none.
  ///
  /// - Returns: the question as it is where the plan asks for no controls.
  /// - Complexity: O(sets x pilot travellers x visits).
  public func controlled(_ sets: [ChangeSet], _ plan: RunPlan) async throws -> SubsetQuestion {
    guard plan.isControlled else { return self }
    let sets = Array(Set(sets + [0]).subtracting(controls.keys)).sorted()
    let learnt = try await Engine.learnControls(sets.map(world), plan)
    var question = self
    for (set, controls) in zip(sets, learnt) { question.controls[set] = controls }
    return question
  }

  /// The sets of one change, and all changes together.
  public var singlesAndAll: [ChangeSet] { (0..<count).map { 1 << ChangeSet($0) } + [everything] }

  private func world(under set: ChangeSet) -> CompiledJourney {
    var world = baseline
    for (index, change) in changes.enumerated() where set >> ChangeSet(index) & 1 == 1 {
      for chance in change.chances { world.hits[chance.place] = chance.value }
    }
    return world
  }
}
