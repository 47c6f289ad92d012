import JourneyModel
import JourneyStatistics

/// Sums from which one run tells what removing each pain point would bring, without a second run.
///
/// A traveller who was not hit at any of n visits with chance p lives the same journey where the pain point is gone,
/// and is (1 - p)^-n times as likely to live it there; one who was hit never does. So with the likelihood ratio
/// R = 0 for who was hit and (1 - p)^-n for the others, the effect of removing is E[(R - 1)(Y - mean Y)], exactly and
/// whatever the satisfaction model (likelihood ratio method; Glynn 1990, section 2). Where noise was taken out of Y,
/// what is expected of the pain point goes with it: the term R n p h, h being the effect of a hit on the surprises.
public struct RemovalTally: Sendable, Equatable {
  /// The figures whose changes are counted; each is a mean over all travellers.
  public let figures: [FigureDefinition]
  /// R - 1 (x) and (R - 1) Y - R n p h (y), of travellers who passed: `pain * figures.count + figure`.
  public private(set) var moments: ContiguousArray<PairMoments>

  init(_ compiled: CompiledJourney) {
    let wanted: Set<MetricID> = [.goal, .satisfaction, .kept, .cost]
    figures = compiled.figures(periods: 1).filter { wanted.contains($0.id) }
    moments = .init(repeating: PairMoments(), count: compiled.pains.count * figures.count)
  }

  /// Counts a traveller who passed a pain point in.
  ///
  /// - Parameters:
  ///   - ratio: R.
  ///   - expected: n p times the effect of a hit on the surprises of a figure, by the figure's place.
  @inline(__always)
  mutating func add(
    pain: Int,
    ratio: Double,
    columns: ContiguousArray<Int64>,
    expected: (_ figure: Int) -> Double
  ) {
    let scaled = FixedPoint.scaled(ratio - 1)
    for (index, figure) in figures.enumerated() {
      let change = FixedPoint.value(columns[figure.numerator]) * (ratio - 1) - ratio * expected(index)
      moments[pain * figures.count + index].add(scaledX: scaled, y: FixedPoint.scaled(change))
    }
  }

  mutating func merge(_ other: RemovalTally) {
    for index in moments.indices { moments[index].merge(other.moments[index]) }
  }
}

/// Tells from recorded journeys how likely each would be without each pain point.
struct RemovalCounter {
  private(set) var tally: RemovalTally
  private let compiled: CompiledJourney
  /// Chance times effect of a hit on a figure's surprises: `(persona * pains + pain) * figures + figure`.
  private let expectations: ContiguousArray<Double>
  private var passed: ContiguousArray<Int>
  private var isHit: ContiguousArray<Bool>
  private var touched: ContiguousArray<Int> = []

  init(_ compiled: CompiledJourney, _ controls: JourneyControls?) {
    self.compiled = compiled
    let tally = RemovalTally(compiled)
    self.tally = tally
    passed = .init(repeating: 0, count: compiled.pains.count)
    isHit = .init(repeating: false, count: compiled.pains.count)
    expectations = ContiguousArray(
      compiled.personas.indices.flatMap { persona in
        compiled.pains.indices.flatMap { pain in
          tally.figures.map { figure in
            let chance = compiled.hits[persona * compiled.pains.count + pain]
            return chance * (controls?.effect(ofPain: pain, on: figure.numerator) ?? 0)
          }
        }
      }
    )
  }

  /// Counts a traveller in. O(visits + pain points passed).
  mutating func count(_ journey: RecordedJourney, _ columns: ContiguousArray<Int64>) {
    guard !compiled.pains.isEmpty else { return }
    for stay in journey.stays {
      let touchpoint = compiled.touchpoints[Int(stay.place)]
      for pain in Int(touchpoint.firstPain)..<Int(touchpoint.endPain) {
        if passed[pain] == 0 { touched.append(pain) }
        passed[pain] += 1
      }
    }
    for pain in journey.hits { isHit[Int(pain)] = true }
    for pain in touched {
      let index = journey.persona * compiled.pains.count + pain
      let chance = compiled.hits[index]
      if chance > 0, chance < 1 {
        var ratio = 1.0
        if isHit[pain] { ratio = 0 } else { for _ in 0..<passed[pain] { ratio /= 1 - chance } }
        let visits = Double(passed[pain])
        let first = index * tally.figures.count
        tally.add(pain: pain, ratio: ratio, columns: columns) { visits * expectations[first + $0] }
      }
      passed[pain] = 0
      isHit[pain] = false
    }
    touched.removeAll(keepingCapacity: true)
  }
}
