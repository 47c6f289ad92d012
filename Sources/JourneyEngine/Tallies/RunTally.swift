import JourneyModel
import JourneyStatistics

/// All that a run counted; tallies of disjoint sets of travellers merge exactly, in any order.
public struct RunTally: Sendable {
  /// Key figures by persona, in canonical order.
  public internal(set) var figures: [FigureTally]
  /// Everything else about first journeys, or nil where it was not asked for.
  public internal(set) var detail: DetailTally?
  /// Paired changes by variant, in the order given.
  public internal(set) var variants: [VariantTally]
  /// Income, contacts and their time; nil where arrivals do not say how many a year there are.
  public internal(set) var load: LoadTally?

  init(
    _ baseline: CompiledJourney,
    variants: [CompiledJourney],
    periods: Int,
    isControlled: Bool
  ) {
    let figures = baseline.figures(periods: periods)
    self.figures = baseline.personas.map { _ in FigureTally(figures, isControlled: isControlled) }
    self.variants = variants.map { variant in
      let ids = Set(variant.figures(periods: periods).map(\.id))
      return VariantTally(
        // The curves over many periods would cost more than the rest of a world of which many are tried.
        figures.filter { ids.contains($0.id) && !(variant.isPairedPlainly && $0.isOfCurve) },
        load: variant.isPairedPlainly ? nil : LoadTally(variant, against: baseline)
      )
    }
    load = LoadTally(baseline)
  }

  /// The key figures of all travellers together.
  public var allFigures: FigureTally {
    var total = figures[0]
    for tally in figures.dropFirst() { total.merge(tally) }
    return total
  }

  /// Takes another run's tally in: same journeys, other travellers.
  public mutating func merge(_ other: RunTally) {
    for index in figures.indices { figures[index].merge(other.figures[index]) }
    if let detail = other.detail { self.detail?.merge(detail) }
    for index in variants.indices { variants[index].merge(other.variants[index]) }
    if let load = other.load { self.load?.merge(load) }
  }
}

/// Paired sums of one variant against the baseline, traveller by traveller.
public struct VariantTally: Sendable {
  /// The figures that apply to both, in the order of `changes`.
  public let figures: [FigureDefinition]
  /// The changes; their baseline part is filled in from the run's own figures.
  public private(set) var changes: ContiguousArray<PairedRatioMoments>
  /// Whether anybody's life changed in a figure. Where nobody's did, there is no change: what the worlds' control
  /// variates leave between them is noise.
  public private(set) var isLived: ContiguousArray<Bool>
  /// Changes of income, contacts and their time; nil where the two cannot be compared.
  public private(set) var load: LoadTally?
  /// How many more travellers reach a goal than in the baseline, counted as they are.
  public private(set) var goalChange = 0

  init(_ figures: [FigureDefinition], load: LoadTally? = nil) {
    self.figures = figures
    self.load = load
    changes = ContiguousArray(repeating: PairedRatioMoments(), count: figures.count)
    isLived = ContiguousArray(repeating: false, count: figures.count)
  }

  /// Takes note of what changed in a traveller's life, noise and all.
  mutating func live(_ variant: ContiguousArray<Int64>, baseline: ContiguousArray<Int64>) {
    for (index, figure) in figures.enumerated() where !isLived[index] {
      isLived[index] =
        variant[figure.numerator] != baseline[figure.numerator]
        || variant[figure.denominator] != baseline[figure.denominator]
    }
  }

  /// Counts in a traveller whose contributions changed; all others change nothing.
  ///
  /// - Parameter goalChange: 1 for a traveller who reaches a goal in the variant only, -1 for the opposite.
  mutating func add(
    _ variant: ContiguousArray<Int64>,
    baseline: ContiguousArray<Int64>,
    goalChange: Int
  ) {
    self.goalChange += goalChange
    for index in figures.indices {
      let figure = figures[index]
      changes[index].addChange(
        scaledNumerator: variant[figure.numerator],
        denominator: variant[figure.denominator],
        baselineNumerator: baseline[figure.numerator],
        baselineDenominator: baseline[figure.denominator]
      )
    }
  }

  /// Counts in how the load of such a traveller changed.
  mutating func add(_ variant: ChannelLoad, baseline: ChannelLoad) {
    load?.add(variant, baseline: baseline)
  }

  mutating func merge(_ other: VariantTally) {
    if let load = other.load { self.load?.merge(load) }
    goalChange += other.goalChange
    for index in changes.indices {
      changes[index].merge(other.changes[index])
      isLived[index] = isLived[index] || other.isLived[index]
    }
  }
}
