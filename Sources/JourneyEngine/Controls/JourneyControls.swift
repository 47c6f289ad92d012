import JourneyModel
import JourneyProbability
import JourneyStatistics

/// Control variates of one journey: what the luck of a traveller's draws did to its figures, on average.
///
/// Every draw of a first journey (persona, entry, quality, pain points, leaving, moving on) gets a surprise: a value
/// that depends on what came of it, minus the mean of that value given all that happened before. So each surprise has
/// mean zero whatever the values are and however moods feed back, and a figure from which surprises are taken has the
/// same mean and less noise (approximating martingales; Henderson & Glynn 2002, section 3). The better the values say
/// what is to come, the more noise goes: on a plain Markov chain with its exact values nothing is left.
///
/// Values are learnt from a pilot with travellers of its own (`learn`), so that they know nothing of the run that they
/// serve. They depend on the journey, the seed and the number of periods alone: the same world has the same figures in
/// every command. A class, because every traveller of every world passes it on: nothing is copied.
public final class JourneyControls: Sendable {
  let compiled: CompiledJourney
  let values: ControlValues
  /// How much of each surprise is taken from each figure's column.
  let weights: [ControlWeight]
  /// Mean value of a draw among the options of a place: `persona * places + place`.
  private let onward: ContiguousArray<SIMD4<Double>>
  /// Mean value before anything is drawn.
  private let startMean: SIMD4<Double>
  /// Sum over the pain points of a touchpoint of chance x effect: `persona * places + place`.
  private let painMeans: ContiguousArray<SIMD4<Double>>
  private let qualityMeans: ContiguousArray<Double>
  private let places: Int

  init(_ compiled: CompiledJourney, _ values: ControlValues, weights: [ControlWeight]) {
    self.compiled = compiled
    self.values = values
    self.weights = weights
    places = compiled.touchpoints.count + 1
    qualityMeans = ContiguousArray(compiled.touchpoints.map { compiled.meanQuality($0.quality) })
    var onward: ContiguousArray<SIMD4<Double>> = []
    var painMeans: ContiguousArray<SIMD4<Double>> = []
    var startMean = SIMD4<Double>.zero
    var before = 0.0
    for (number, persona) in compiled.personas.enumerated() {
      for place in 0..<places {
        onward.append(compiled.meanOnward(persona: number, place: place, values))
        painMeans.append(compiled.meanOfPains(persona: number, place: place, values))
      }
      let share = min(1, persona.cumulative) - before
      before = min(1, persona.cumulative)
      startMean += share * onward[number * places + compiled.startPlace]
    }
    self.onward = onward
    self.painMeans = painMeans
    self.startMean = startMean
  }

  /// The sum of a journey's surprises.
  ///
  /// The journey may have been walked in another world, if that differs in chances to be hit only and none of the
  /// pain points concerned hit: then it is the same journey in both.
  ///
  /// - Complexity: O(visits + pain points hit).
  func surprises(_ journey: RecordedJourney) -> SIMD4<Double> {
    let first = journey.persona * places
    var sum = values.value(journey.persona, compiled.startPlace, journey.entry) - startMean
    for (number, stay) in journey.stays.enumerated() {
      let place = Int(stay.place)
      sum += (stay.drawn - qualityMeans[place]) * values.slopes[place] - painMeans[first + place]
      for hit in Int(stay.firstHit)..<Int(stay.endHit) { sum += values.hits[Int(journey.hits[hit])] }
      // The move beyond the cap is no draw's: that it is the last is known before.
      guard stay.isDrawn, number + 1 < compiled.longestJourney else { continue }
      let stays = meanOnward(stay, of: journey)
      let leaves = values.value(journey.persona, place, compiled.leaveCode)
      sum += values.value(journey.persona, place, stay.next) - stays - stay.leaving * (leaves - stays)
    }
    return sum
  }

  /// The mean value of going on from a visit, given what hit there.
  @inline(__always)
  private func meanOnward(_ stay: RecordedJourney.Stay, of journey: RecordedJourney) -> SIMD4<Double> {
    let place = Int(stay.place)
    let routed = onward[journey.persona * places + place]
    var expected = routed
    var hit = Int(stay.endHit) - 1
    // From the last hit to the first: whoever is not sent elsewhere by one may be by the next.
    while hit >= Int(stay.firstHit) {
      expected = compiled.meanForced(
        by: Int(journey.hits[hit]),
        persona: journey.persona,
        place: place,
        values,
        routed: routed,
        otherwise: expected
      )
      hit -= 1
    }
    return expected
  }

  /// How much more leaving after a visit is worth than going on (less, as a rule).
  func gainOfLeaving(_ stay: RecordedJourney.Stay, of journey: RecordedJourney) -> SIMD4<Double> {
    values.value(journey.persona, Int(stay.place), compiled.leaveCode) - meanOnward(stay, of: journey)
  }

  /// What of a column's surprises a hit makes, on average: what the column loses or gains by it, as far as is known.
  func effect(ofPain pain: Int, on column: Int) -> Double {
    guard let weight = weights.first(where: { $0.column == column }) else { return 0 }
    return (weight.surprises * values.hits[pain]).sum()
  }

  /// Takes the surprises out of a traveller's contributions.
  ///
  /// - Parameters:
  ///   - columns: the contributions as they are, by `FigureColumn`.
  ///   - nature: how much likelier to stay than the average of its persona a customer is by nature.
  ///   - result: written to; has as many columns.
  func control(
    _ columns: ContiguousArray<Int64>,
    _ journey: RecordedJourney,
    nature: Double,
    into result: inout ContiguousArray<Int64>
  ) {
    for index in columns.indices { result[index] = columns[index] }
    let surprises = surprises(journey)
    for weight in weights where columns[weight.column] != FixedPoint.outOfRange {
      result[weight.column] = columns[weight.column] &- weight.luck(surprises, nature: nature)
    }
  }

  /// What luck did to one column, in fixed-point steps.
  func luck(on column: Int, _ journey: RecordedJourney, nature: Double) -> Int64 {
    guard let weight = weights.first(where: { $0.column == column }) else { return 0 }
    return weight.luck(surprises(journey), nature: nature)
  }
}

/// How much of each surprise is taken from one column.
struct ControlWeight: Sendable {
  var column: Int
  var surprises: SIMD4<Double>
  var nature: Double

  /// What luck did, in fixed-point steps.
  @inline(__always)
  func luck(_ surprises: SIMD4<Double>, nature: Double) -> Int64 {
    FixedPoint.scaled((self.surprises * surprises).sum() + self.nature * nature)
  }
}

extension CompiledJourney {
  /// The mean of a quality as drawn, in points.
  fileprivate func meanQuality(_ law: CompiledQuality) -> Double {
    switch law.kind {
    case .none: return 0
    case .constant: return law.mean
    case .normal:
      return Normal(mean: law.mean, standardDeviation: law.deviation).meanClamped(from: 0, to: 100)
    case .discrete:
      var mean = 0.0
      var before = 0.0
      for index in Int(law.firstLevel)..<Int(law.endLevel) {
        let end = min(1, qualityLevels[index].cumulative)
        mean += (end - before) * qualityLevels[index].points
        before = end
      }
      return mean
    }
  }

  /// The mean value of where a persona goes on to from a place, when nothing sends it elsewhere.
  fileprivate func meanOnward(persona: Int, place: Int, _ values: ControlValues) -> SIMD4<Double> {
    let row = rows[personas[persona].firstRow + place]
    var sum = SIMD4<Double>.zero
    var total = 0.0
    for index in Int(row.first)..<Int(row.end) where !options[index].isClosed {
      total += options[index].weight
      sum += options[index].weight * values.value(persona, place, options[index].target)
    }
    return total > 0 ? sum / total : values.value(persona, place, leaveCode)
  }

  /// The mean effect of the pain points of a place, nothing known of who is hit.
  fileprivate func meanOfPains(persona: Int, place: Int, _ values: ControlValues) -> SIMD4<Double> {
    guard place < touchpoints.count else { return .zero }
    var sum = SIMD4<Double>.zero
    for pain in Int(touchpoints[place].firstPain)..<Int(touchpoints[place].endPain) {
      sum += hits[persona * pains.count + pain] * values.hits[pain]
    }
    return sum
  }

  /// The mean value of where a pain point that hit sends people, or whom it leaves alone goes on to.
  ///
  /// - Parameters:
  ///   - routed: mean value of an ordinary move.
  ///   - otherwise: mean value for those whom this one does not send.
  @inline(__always)
  fileprivate func meanForced(
    by pain: Int,
    persona: Int,
    place: Int,
    _ values: ControlValues,
    routed: SIMD4<Double>,
    otherwise: SIMD4<Double>
  ) -> SIMD4<Double> {
    var sum = SIMD4<Double>.zero
    var before = 0.0
    for index in Int(pains[pain].firstMove)..<Int(pains[pain].endMove) {
      let move = forcedMoves[index]
      let end = min(1, move.cumulative)
      sum += (end - before) * (move.target.map { values.value(persona, place, $0) } ?? routed)
      before = end
    }
    return sum + (1 - before) * otherwise
  }
}
