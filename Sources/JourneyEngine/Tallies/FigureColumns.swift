import JourneyModel
import JourneyStatistics

/// What one traveller contributes to the figures, as fixed-point steps, one column per quantity.
enum FigureColumn {
  static let one = 0
  static let goal = 1
  static let satisfaction = 2
  static let respondent = 3
  static let csatTop2 = 4
  static let csat = 5
  static let nps = 6
  static let ces = 7
  static let customer = 8
  static let cost = 9
  static let minutes = 10
  static let visits = 11
  static let timedOut = 12
  static let clv = 13
  /// Survival after k periods is column `survival + k - 1`.
  static let survival = 14

  /// Whether the first journey ended in an outcome, by its number.
  static func outcome(_ number: Int, periods: Int) -> Int { survival + periods + number }
}

/// A figure as a ratio of two columns' sums over travellers.
public struct FigureDefinition: Sendable, Hashable {
  /// Which figure.
  public var id: MetricID
  var numerator: Int
  /// `FigureColumn.one` for a mean over all travellers.
  var denominator: Int

  /// Whether the figure is a point of a retention curve.
  var isOfCurve: Bool {
    switch id {
    case .retentionAfter, .keptAfter: true
    default: false
    }
  }

  /// Whether the figure is a mean over all travellers.
  public var isMeanOverTravellers: Bool { denominator == FigureColumn.one }
}

extension CompiledJourney {
  /// The figures that this journey can give, in display order.
  ///
  /// - Parameter periods: periods simulated; the retention curves have as many points.
  public func figures(periods: Int) -> [FigureDefinition] {
    func mean(_ id: MetricID, _ column: Int) -> FigureDefinition {
      FigureDefinition(id: id, numerator: column, denominator: FigureColumn.one)
    }
    // Where no outcome is a goal, there is nothing to reach.
    var list = endings.contains { $0.kind == .goal } ? [mean(.goal, FigureColumn.goal)] : []
    if hasQuality {
      list.append(mean(.satisfaction, FigureColumn.satisfaction))
      for (id, column) in [
        (MetricID.csat, FigureColumn.csat), (.csatTop2, FigureColumn.csatTop2), (.nps, FigureColumn.nps),
        (.ces, FigureColumn.ces),
      ] {
        list.append(FigureDefinition(id: id, numerator: column, denominator: FigureColumn.respondent))
      }
    }
    if retention != nil {
      func kept(_ id: MetricID, _ period: Int) -> FigureDefinition {
        mean(id, FigureColumn.survival + period - 1)
      }
      func retained(_ id: MetricID, _ period: Int) -> FigureDefinition {
        FigureDefinition(
          id: id,
          numerator: FigureColumn.survival + period - 1,
          denominator: FigureColumn.customer
        )
      }
      list += [retained(.retention, 1), kept(.kept, 1)]
      if periods > 1 {
        list += (1...periods).map { retained(.retentionAfter($0), $0) }
        list += (1...periods).map { kept(.keptAfter($0), $0) }
      }
      if journey.retention?.value != nil { list.append(mean(.clv, FigureColumn.clv)) }
    }
    if touchpoints.contains(where: { $0.cost != 0 }) || pains.contains(where: { $0.cost != 0 }) {
      list.append(mean(.cost, FigureColumn.cost))
    }
    if touchpoints.contains(where: { $0.duration.kind != .none })
      || pains.contains(where: { $0.delay.kind != .none })
    {
      list.append(mean(.minutes, FigureColumn.minutes))
    }
    return list + [mean(.visits, FigureColumn.visits), mean(.timedOut, FigureColumn.timedOut)]
  }
}

/// Sums over travellers of the columns that a list of figures needs.
public struct FigureTally: Sendable, Equatable {
  /// The figures, in the order of `moments`.
  public let figures: [FigureDefinition]
  /// Denominator (x) and numerator (y) of each figure.
  public private(set) var moments: ContiguousArray<PairMoments>
  /// Travellers who reached a goal, counted as they are.
  public private(set) var goals = 0
  /// Whether noise was taken out of the contributions, so that shares are means like others.
  public let isControlled: Bool

  init(_ figures: [FigureDefinition], isControlled: Bool) {
    self.figures = figures
    self.isControlled = isControlled
    moments = ContiguousArray(repeating: PairMoments(), count: figures.count)
  }

  /// Counts one traveller in.
  mutating func add(_ columns: ContiguousArray<Int64>, reachedGoal: Bool) {
    if reachedGoal { goals += 1 }
    for index in figures.indices {
      moments[index].add(
        scaledX: columns[figures[index].denominator],
        y: columns[figures[index].numerator]
      )
    }
  }

  /// Takes another tally of the same figures in.
  public mutating func merge(_ other: FigureTally) {
    goals += other.goals
    for index in moments.indices { moments[index].merge(other.moments[index]) }
  }
}
