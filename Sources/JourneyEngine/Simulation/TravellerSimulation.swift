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
  /// Whether chapters are kept, so that other worlds can carry on from them.
  private let keepsChapters: Bool
  /// The periods of the last traveller's life, where they are kept.
  private(set) var chapters: ContiguousArray<LifeChapter> = []

  /// - Parameters:
  ///   - recording: whether first journeys are written down, for control variates and sensitivities.
  ///   - sibling: a simulation whose table of survey answers is taken over where it is the same.
  ///   - keepsChapters: whether periods are kept, so that other worlds can carry on from them.
  init(
    _ compiled: CompiledJourney,
    seed: UInt64,
    periods: Int,
    recording: Bool = false,
    keepsChapters: Bool = false,
    sharing sibling: TravellerSimulation? = nil
  ) {
    self.keepsChapters = keepsChapters
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
    walker.painsHit = 0
    walker.placesMet = 0
    chapters.removeAll(keepingCapacity: true)
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
    guard walker.compiled.retention != nil else { return }
    let logitStay = walker.compiled.retentions[persona].logitStay(heterogeneity)
    let ending = walker.compiled.endings[firstEnd.outcome]
    if ending.stays == nil {
      // The mean of 1 - theta is the baseline.
      let stays = probabilityToStay(logitStay: logitStay, satisfaction: 0, reference: 0, logOddsPerPoint: 0)
      nature = stays - walker.compiled.retentions[persona].baseline
    }
    let first = LifeChapter(
      period: 1,
      persona: persona,
      logitStay: logitStay,
      expectation: firstExpectation,
      cumulative: firstExpectation,
      felt: firstSatisfaction,
      outcome: firstEnd.outcome,
      survival: 1,
      discount: 1,
      value: ending.income - firstEnd.cost,
      painsHit: walker.painsHit,
      placesMet: walker.placesMet
    )
    carryOn(traveller, from: first)
  }

  /// Lives on from where a life had come to.
  private mutating func carryOn(_ traveller: UInt64, from start: LifeChapter) {
    guard let retention = walker.compiled.retention else { return }
    var life = start
    for period in life.period...periods {
      if keepsChapters {
        (life.period, life.painsHit, life.placesMet) = (period, walker.painsHit, walker.placesMet)
        chapters.append(life)
      }
      let ending = walker.compiled.endings[life.outcome]
      life.cumulative =
        retention.anchorsOnPrevious
        ? cumulativeSatisfaction(after: period, previous: life.cumulative, newest: life.felt) : life.felt
      life.survival *=
        ending.stays
        ?? probabilityToStay(
          logitStay: life.logitStay,
          satisfaction: walker.compiled.hasQuality ? life.cumulative : retention.referencePoints,
          reference: retention.referencePoints,
          logOddsPerPoint: walker.compiled.logOddsPerPoint
        )
      columns[FigureColumn.survival + period - 1] = FixedPoint.scaled(life.survival)
      if period == periods || life.survival == 0 { break }
      life.expectation = adaptedExpectation(life.expectation, after: life.felt)
      var nobody = NoObserver()
      let end = walker.walk(
        traveller: traveller,
        persona: life.persona,
        period: UInt32(period),
        expectation: life.expectation,
        observer: &nobody
      )
      life.felt = satisfaction(end, expectation: life.expectation)
      life.outcome = end.outcome
      life.discount *= walker.compiled.discountPerPeriod
      life.value += life.survival * (walker.compiled.endings[end.outcome].income - end.cost) * life.discount
    }
    columns[FigureColumn.clv] = FixedPoint.scaled(life.value)
  }

  /// Lives the traveller that another world's simulation has just lived, from the first period that differs here.
  ///
  /// The two worlds must differ in nothing but `touch`, so that every journey before it is the same in both.
  ///
  /// - Parameters:
  ///   - chapters: the other world's life, and `contributions` and `nature` what came of it.
  /// - Returns: false where the first journey differs already; nothing is lived then.
  mutating func resume(
    _ traveller: UInt64,
    _ chapters: ContiguousArray<LifeChapter>,
    _ contributions: ContiguousArray<Int64>,
    nature: Double,
    touch: VariantTouch
  ) -> Bool {
    var last: LifeChapter?
    for chapter in chapters {
      if touch.isMet(pains: chapter.painsHit, places: chapter.placesMet) { break }
      last = chapter
    }
    guard let last else { return false }
    for index in columns.indices { columns[index] = contributions[index] }
    for period in last.period...periods { columns[FigureColumn.survival + period - 1] = 0 }
    self.nature = nature
    carryOn(traveller, from: last)
    return true
  }
}

/// What a life had come to when a period began: journeys so far, and how likely the customer is still there.
struct LifeChapter: Sendable {
  /// The number of journeys so far.
  var period: Int
  var persona: Int
  var logitStay: Double
  var expectation: Double
  var cumulative: Double
  /// Satisfaction with the last journey.
  var felt: Double
  /// How the last journey ended.
  var outcome: Int
  var survival: Double
  var discount: Double
  var value: Double
  /// Pain points that hit in the journeys so far, as `Walker` marks them.
  var painsHit: UInt64
  /// Touchpoints that were visited in the journeys so far, likewise.
  var placesMet: UInt64
}
