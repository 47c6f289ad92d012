import JourneyModel
import JourneyProbability
import JourneyStatistics

/// Simulates one traveller after another through all periods and gives each one's contribution to the figures.
struct TravellerSimulation {
  var walker: Walker
  /// The last traveller's contributions, by `FigureColumn`.
  private(set) var columns: ContiguousArray<Int64>
  /// How much likelier to stay than the average of its persona the last traveller is by nature; 0 for no customer.
  private(set) var nature = 0.0
  private let periods: Int
  private let readout: SurveyTable

  private let firstOutcome: Int

  /// - Parameters:
  ///   - recording: whether first journeys are written down, for control variates and sensitivities.
  ///   - sibling: a simulation whose table of survey answers is taken over where it is the same.
  init(
    _ compiled: CompiledJourney,
    seed: UInt64,
    periods: Int,
    recording: Bool = false,
    sharing sibling: TravellerSimulation? = nil
  ) {
    walker = Walker(compiled, seed: seed, recording: recording)
    self.periods = compiled.retention == nil ? 1 : periods
    firstOutcome = FigureColumn.outcome(0, periods: periods)
    columns = ContiguousArray(repeating: 0, count: firstOutcome + compiled.endings.count)
    let survey = SurveyReadout(noise: compiled.satisfaction.surveyNoise)
    let shared = sibling.flatMap { $0.readout.readout == survey ? $0.readout : nil }
    readout = shared ?? SurveyTable(survey)
  }

  /// Simulates a traveller; only the first journey is observed.
  ///
  /// - Returns: the persona's number and how the first journey ended.
  mutating func run(
    _ traveller: UInt64,
    observer: inout some WalkObserver
  ) -> (persona: Int, end: JourneyEnd) {
    let draws = travellerDraws(traveller)
    let persona = self.persona(draws.persona)
    let expectation = walker.compiled.personas[persona].expects
    observer.begin(persona: persona)
    walker.load.clear()
    let end = walker.walk(
      traveller: traveller,
      persona: persona,
      period: 0,
      expectation: expectation,
      observer: &observer
    )
    settle(traveller, persona, draws.heterogeneity, expectation, end)
    return (persona, end)
  }

  /// The block of draws that belong to the traveller itself.
  func travellerDraws(_ traveller: UInt64) -> PhiloxBlock {
    walker.random.block(
      at: DrawAddress(
        visit: 0,
        site: walker.compiled.travellerSite,
        traveller: traveller,
        period: 0,
        purpose: .traveller
      )
    )
  }

  /// The persona of a draw, by inversion in canonical order.
  func persona(_ word: UInt32) -> Int {
    let u = PhiloxBlock.uniform(word)
    var index = 0
    while walker.compiled.personas[index].cumulative <= u { index += 1 }
    return index
  }

  /// Satisfaction with a journey: what is remembered of it, what its end adds, clamped; the expectation if nothing.
  func satisfaction(_ end: JourneyEnd, expectation: Double) -> Double {
    guard let remembered = end.memory.satisfaction(walker.compiled.satisfaction.memory) else {
      return expectation
    }
    return clampedPoints(remembered + walker.compiled.endings[end.outcome].points)
  }

  private mutating func settle(
    _ traveller: UInt64,
    _ persona: Int,
    _ heterogeneity: UInt32,
    _ expectation: Double,
    _ end: JourneyEnd
  ) {
    let ending = walker.compiled.endings[end.outcome]
    let felt = satisfaction(end, expectation: expectation)
    let one = FixedPoint.scaled(1)
    let isRespondent = walker.compiled.hasQuality && end.visits > 0
    columns[FigureColumn.one] = one
    columns[FigureColumn.goal] = ending.kind == .goal ? one : 0
    walker.load.income = ending.income
    columns[FigureColumn.satisfaction] = FixedPoint.scaled(felt)
    columns[FigureColumn.respondent] = isRespondent ? one : 0
    if isRespondent {
      let answer = readout.answer(points: felt)
      columns[FigureColumn.csatTop2] = FixedPoint.scaled(answer.topTwo)
      columns[FigureColumn.csat] = FixedPoint.scaled(answer.category)
      columns[FigureColumn.nps] = FixedPoint.scaled(100 * (answer.promoter - answer.detractor))
      columns[FigureColumn.ces] = FixedPoint.scaled(
        Double(SurveyReadout.effortCategory(ease: 100 - end.effort))
      )
    } else {
      for column in [FigureColumn.csatTop2, FigureColumn.csat, FigureColumn.nps, FigureColumn.ces] {
        columns[column] = 0
      }
    }
    columns[FigureColumn.cost] = FixedPoint.scaled(end.cost)
    columns[FigureColumn.minutes] = FixedPoint.scaled(end.seconds / 60)
    columns[FigureColumn.visits] = FixedPoint.scaled(Double(end.visits))
    columns[FigureColumn.timedOut] = ~Int32(end.outcome) == walker.compiled.timedOutCode ? one : 0
    for outcome in walker.compiled.endings.indices {
      columns[firstOutcome + outcome] = outcome == end.outcome ? one : 0
    }
    nature = 0
    guard let retention = walker.compiled.retention else { return }
    let isCustomer = retention.base == .everyone || ending.kind == .goal
    columns[FigureColumn.customer] = isCustomer ? one : 0
    for period in 0..<periods { columns[FigureColumn.survival + period] = 0 }
    columns[FigureColumn.clv] = FixedPoint.scaled(ending.income - end.cost)
    if isCustomer { live(traveller, persona, heterogeneity, expectation, end, felt) }
  }

  /// Carries a customer's probability to be still there through the periods (expected, not drawn, retention).
  private mutating func live(
    _ traveller: UInt64,
    _ persona: Int,
    _ heterogeneity: UInt32,
    _ firstExpectation: Double,
    _ firstEnd: JourneyEnd,
    _ firstSatisfaction: Double
  ) {
    guard let retention = walker.compiled.retention else { return }
    let logitStay = walker.compiled.retentions[persona].logitStay(heterogeneity)
    var expectation = firstExpectation
    var cumulative = firstExpectation
    var felt = firstSatisfaction
    var ending = walker.compiled.endings[firstEnd.outcome]
    if ending.stays == nil {
      // The mean of 1 - theta is the baseline.
      let stays = probabilityToStay(logitStay: logitStay, satisfaction: 0, reference: 0, logOddsPerPoint: 0)
      nature = stays - walker.compiled.retentions[persona].baseline
    }
    var survival = 1.0
    var discount = 1.0
    var value = ending.income - firstEnd.cost
    for period in 1...periods {
      cumulative =
        retention.anchorsOnPrevious
        ? cumulativeSatisfaction(after: period, previous: cumulative, newest: felt) : felt
      survival *=
        ending.stays
        ?? probabilityToStay(
          logitStay: logitStay,
          satisfaction: walker.compiled.hasQuality ? cumulative : retention.referencePoints,
          reference: retention.referencePoints,
          logOddsPerPoint: walker.compiled.logOddsPerPoint
        )
      columns[FigureColumn.survival + period - 1] = FixedPoint.scaled(survival)
      if period == periods || survival == 0 { break }
      expectation = adaptedExpectation(expectation, after: felt)
      var nobody = NoObserver()
      let end = walker.walk(
        traveller: traveller,
        persona: persona,
        period: UInt32(period),
        expectation: expectation,
        observer: &nobody
      )
      felt = satisfaction(end, expectation: expectation)
      ending = walker.compiled.endings[end.outcome]
      discount *= walker.compiled.discountPerPeriod
      value += survival * (ending.income - end.cost) * discount
    }
    columns[FigureColumn.clv] = FixedPoint.scaled(value)
  }
}
