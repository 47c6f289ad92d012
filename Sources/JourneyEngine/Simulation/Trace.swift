import JourneyModel
import JourneyProbability
import JourneyStatistics

/// One traveller's first journey, step by step, replayed by number.
public struct Trace: Sendable, Hashable {
  /// A pain point that hit.
  public struct Hit: Sendable, Hashable {
    /// The pain point.
    public var pain: String
    /// Points lost.
    public var severity: Double
    /// Seconds lost.
    public var delaySeconds: Double
  }

  /// One visit: what was drawn, felt and decided.
  public struct Step: Sendable, Hashable {
    /// The touchpoint.
    public var touchpoint: String
    /// Earlier visits to it.
    public var earlierVisits: Int
    /// Pain points that hit.
    public var hits: [Hit]
    /// Points for changing channel.
    public var handoff: Double
    /// Quality in points, after hand-off and pains; nil in a plain chain.
    public var quality: Double?
    /// What was expected on arrival, in points.
    public var expectation: Double
    /// Score of the visit in points; nil in a plain chain.
    public var score: Double?
    /// Mood after the visit, in points.
    public var mood: Double
    /// Length of the visit, delays included.
    public var seconds: Double
    /// Cost to serve.
    public var cost: Double
    /// Probability to give up after this visit; nil where nobody was asked.
    public var probabilityToLeave: Double?
    /// The uniform number that decided on leaving.
    public var leaveDraw: Double?
    /// Where it went on to.
    public var next: Destination
    /// Whether a pain point forced that move.
    public var isForced: Bool
  }

  /// The traveller's number.
  public var traveller: UInt64
  /// Its persona.
  public var persona: String
  /// What it expected at the start, in points.
  public var expectation: Double
  /// Where it entered.
  public var entry: Destination
  /// The visits in order.
  public var steps: [Step]
  /// How the journey ended.
  public var outcome: String
  /// Satisfaction with the journey in points; nil in a plain chain.
  public var satisfaction: Double?
  /// Probability to stay for another period; nil for who is no customer.
  public var probabilityToStay: Double?
  /// Elapsed time.
  public var seconds: Double
  /// Cost to serve.
  public var cost: Double

  /// Replays a traveller's first journey exactly as a run with that seed lives it.
  ///
  /// - Complexity: O(visits).
  public init(_ compiled: CompiledJourney, traveller: UInt64, seed: UInt64) {
    var simulation = TravellerSimulation(compiled, seed: seed, periods: 1)
    var recorder = TraceRecorder(compiled)
    let (persona, end) = simulation.run(traveller, observer: &recorder)
    self.traveller = traveller
    self.persona = compiled.personaNames[persona]
    expectation = compiled.personas[persona].expects
    entry = recorder.entry ?? .leave
    steps = recorder.steps
    outcome = compiled.outcomeNames[end.outcome]
    satisfaction = compiled.hasQuality ? simulation.satisfaction(end, expectation: expectation) : nil
    let isCustomer = compiled.retention != nil && simulation.columns[FigureColumn.customer] > 0
    probabilityToStay = isCustomer ? FixedPoint.value(simulation.columns[FigureColumn.survival]) : nil
    seconds = end.seconds
    cost = end.cost
    guard !compiled.isPlain else { return }
    for index in steps.indices where steps[index].probabilityToLeave != nil {
      let number = compiled.touchpointNumber[steps[index].touchpoint] ?? 0
      let draws = simulation.walker.random.block(
        at: DrawAddress(
          visit: UInt32(steps[index].earlierVisits),
          site: compiled.touchpoints[number].site,
          traveller: traveller,
          period: 0,
          purpose: .visit
        )
      )
      steps[index].leaveDraw = PhiloxBlock.uniform(draws.leave)
    }
  }
}

/// Writes down what it sees.
private struct TraceRecorder: WalkObserver {
  private(set) var entry: Destination?
  private(set) var steps: [Trace.Step] = []
  private var hits: [Trace.Hit] = []
  private let compiled: CompiledJourney

  init(_ compiled: CompiledJourney) { self.compiled = compiled }

  mutating func begin(persona: Int) {}

  mutating func moved(flow: Int32, forced: Bool) {
    let to = compiled.flows[Int(flow)].to
    guard let last = steps.indices.last else {
      entry = to
      return
    }
    steps[last].next = to
    steps[last].isForced = forced
  }

  mutating func hit(pain: Int, severity: Double, delaySeconds: Double) {
    hits.append(Trace.Hit(pain: compiled.painNames[pain], severity: severity, delaySeconds: delaySeconds))
  }

  mutating func visited(_ visit: Visit) {
    steps.append(
      Trace.Step(
        touchpoint: compiled.touchpointNames[visit.touchpoint],
        earlierVisits: visit.earlier,
        hits: hits,
        handoff: visit.handoff,
        quality: compiled.hasQuality ? visit.quality : nil,
        expectation: visit.expectation,
        score: compiled.hasQuality ? visit.score : nil,
        mood: visit.mood,
        seconds: visit.seconds,
        cost: visit.cost,
        probabilityToLeave: nil,
        leaveDraw: nil,
        next: .leave,
        isForced: false
      )
    )
    hits = []
  }

  mutating func decided(touchpoint: Int, probabilityToLeave: Double, left: Bool) {
    guard let last = steps.indices.last else { return }
    steps[last].probabilityToLeave = probabilityToLeave
  }
}
