import JourneyModel

/// Sums over a pilot's travellers of what each came to, by where it had been.
struct PilotSums {
  /// Sums of what those came to who were somewhere.
  struct Mean {
    private(set) var count = 0.0
    private(set) var sum = SIMD4<Double>.zero

    mutating func add(_ values: SIMD4<Double>) {
      count += 1
      sum += values
    }

    mutating func add(_ other: Mean) {
      count += other.count
      sum += other.sum
    }

    /// The mean, as if `strength` more had come to `middle`.
    func mean(towards middle: SIMD4<Double>, strength: Double) -> SIMD4<Double> {
      let weight = count + strength
      return weight > 0 ? (sum + strength * middle) / weight : middle
    }
  }

  /// Sums for the slope of what people come to over the quality of a visit.
  struct Slope {
    private var count = 0.0
    private var deviation = 0.0
    private var squares = 0.0
    private var sum = SIMD4<Double>.zero
    private var products = SIMD4<Double>.zero

    mutating func add(_ quality: Double, _ values: SIMD4<Double>) {
      count += 1
      deviation += quality
      squares += quality * quality
      sum += values
      products += quality * values
    }

    /// Least squares, drawn towards none.
    func slope(strength: Double) -> SIMD4<Double> {
      guard count > 2 else { return .zero }
      let spread = squares - deviation * deviation / count
      guard spread > 1e-9 * squares else { return .zero }
      return (products - deviation / count * sum) / (spread * (1 + strength / count))
    }
  }

  private(set) var all = Mean()
  private(set) var personas: [Mean]
  private(set) var arrivals: [Mean]
  private(set) var endings: [Mean]
  private(set) var hit: [Mean]
  private(set) var spared: [Mean]
  private(set) var slopes: [Slope]
  private let compiled: CompiledJourney

  init(_ compiled: CompiledJourney) {
    self.compiled = compiled
    let count = compiled.touchpoints.count
    let personas = compiled.personas.count
    self.personas = Array(repeating: Mean(), count: personas)
    arrivals = Array(repeating: Mean(), count: personas * count)
    endings = Array(repeating: Mean(), count: personas * (count + 1) * compiled.endings.count)
    hit = Array(repeating: Mean(), count: compiled.pains.count)
    spared = hit
    slopes = Array(repeating: Slope(), count: count)
  }

  /// Counts a traveller in. O(visits + pain points passed).
  mutating func add(_ journey: RecordedJourney, outcome: Int, came values: SIMD4<Double>) {
    let persona = journey.persona
    let count = compiled.touchpoints.count
    all.add(values)
    personas[persona].add(values)
    for stay in journey.stays {
      let place = Int(stay.place)
      arrivals[persona * count + place].add(values)
      slopes[place].add(stay.drawn, values)
      var next = Int(stay.firstHit)
      // Both run in canonical order.
      for pain in Int(compiled.touchpoints[place].firstPain)..<Int(compiled.touchpoints[place].endPain) {
        if next < Int(stay.endHit), Int(journey.hits[next]) == pain {
          hit[pain].add(values)
          next += 1
        } else {
          spared[pain].add(values)
        }
      }
    }
    let last = journey.stays.last.map { Int($0.place) } ?? count
    endings[(persona * (count + 1) + last) * compiled.endings.count + outcome].add(values)
  }

  /// What being hit changes, drawn towards none where few were.
  func effect(ofPain pain: Int, strength: Double) -> SIMD4<Double> {
    let both = hit[pain].count * spared[pain].count
    guard both > 0 else { return .zero }
    let size = both / (hit[pain].count + spared[pain].count)
    let middle = SIMD4<Double>.zero
    let change =
      hit[pain].mean(towards: middle, strength: 0) - spared[pain].mean(towards: middle, strength: 0)
    return size / (size + strength) * change
  }
}
