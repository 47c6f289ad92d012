import JourneyModel

/// What travellers could expect at each place of a pilot: the values by which surprises are measured.
///
/// The four lanes are the goal, satisfaction, being kept, and promoter points; a lane that a journey does not have is
/// zero throughout.
struct ControlValues: Sendable {
  /// On arrival at a touchpoint: `persona * touchpoints + touchpoint`.
  private(set) var arrivals: ContiguousArray<SIMD4<Double>>
  /// When a journey ends: `(persona * places + place) * outcomes + outcome`.
  private(set) var endings: ContiguousArray<SIMD4<Double>>
  /// What being hit changes, by pain point.
  private(set) var hits: ContiguousArray<SIMD4<Double>>
  /// What one more point of quality changes, by touchpoint.
  private(set) var slopes: ContiguousArray<SIMD4<Double>>
  private let touchpoints: Int
  private let outcomes: Int

  /// The value of going from a place to a touchpoint, or to an outcome.
  @inline(__always)
  func value(_ persona: Int, _ place: Int, _ code: CompiledJourney.Code) -> SIMD4<Double> {
    code >= 0
      ? arrivals[persona * touchpoints + Int(code)]
      : endings[(persona * (touchpoints + 1) + place) * outcomes + Int(~code)]
  }

  /// Means of what the pilot's travellers came to, those of few visits drawn towards those of all personas, and
  /// these towards the mean of everybody. O(personas x places x outcomes).
  init(_ sums: PilotSums, _ compiled: CompiledJourney) {
    let touchpoints = compiled.touchpoints.count
    let outcomes = compiled.endings.count
    let places = touchpoints + 1
    let personas = compiled.personas.count
    let strength = Self.strength
    let everybody = sums.all.mean(towards: .zero, strength: 0)
    let offsets = sums.personas.map { $0.mean(towards: everybody, strength: strength) - everybody }
    func pooled(_ parts: [PilotSums.Mean]) -> PilotSums.Mean {
      parts.reduce(into: PilotSums.Mean()) { $0.add($1) }
    }
    var arrivals = ContiguousArray(repeating: SIMD4<Double>.zero, count: personas * touchpoints)
    for place in 0..<touchpoints {
      let all = pooled((0..<personas).map { sums.arrivals[$0 * touchpoints + place] })
      let middle = all.mean(towards: everybody, strength: strength)
      for persona in 0..<personas {
        let index = persona * touchpoints + place
        arrivals[index] = sums.arrivals[index].mean(towards: middle + offsets[persona], strength: strength)
      }
    }
    var endings = ContiguousArray(repeating: SIMD4<Double>.zero, count: personas * places * outcomes)
    for outcome in 0..<outcomes {
      func index(_ persona: Int, _ place: Int) -> Int { (persona * places + place) * outcomes + outcome }
      // Whether an outcome is the goal is no matter of experience.
      var unseen = everybody
      unseen[0] = compiled.endings[outcome].kind == .goal ? 1 : 0
      let all = pooled(
        (0..<personas).flatMap { persona in (0..<places).map { sums.endings[index(persona, $0)] } }
      ).mean(towards: unseen, strength: strength)
      for place in 0..<places {
        let here = pooled((0..<personas).map { sums.endings[index($0, place)] })
          .mean(towards: all, strength: strength)
        for persona in 0..<personas {
          endings[index(persona, place)] =
            sums.endings[index(persona, place)].mean(towards: here, strength: strength)
        }
      }
    }
    self.touchpoints = touchpoints
    self.outcomes = outcomes
    self.arrivals = arrivals
    self.endings = endings
    hits = ContiguousArray(sums.hit.indices.map { sums.effect(ofPain: $0, strength: strength) })
    slopes = ContiguousArray(sums.slopes.map { $0.slope(strength: strength) })
  }

  /// Means of fewer visits than this are mostly those of the larger group.
  private static let strength = 20.0
}
