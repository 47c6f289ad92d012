import JourneyProbability
import Testing

@Suite("Survey read-out")
struct SurveyReadoutTests {
  // S ~ N(77, 15^2) and noise N(0, 10^2) add up to N(77, 325): one satisfaction with the noise of both.
  static let both = SurveyReadout(noise: 325.squareRoot())

  @Test("maps normal satisfaction to the known answers")
  func oracle() {
    let categories = Self.both.categories(5, points: 77)
    let known = [0.000784, 0.019282, 0.152777, 0.393240, 0.433917]
    for (chance, expected) in zip(categories, known) { #expect(Swift.abs(chance - expected) < 6e-7) }
    #expect(Swift.abs(Self.both.topTwo(points: 77) - 0.827157) < 6e-7)
    #expect(Swift.abs(Self.both.meanCategory(5, points: 77) - 4.24022) < 6e-6)
    let net = Self.both.promoter(points: 77) - Self.both.detractor(points: 77)
    #expect(Swift.abs(100 * net - 16.537122) < 6e-7)
  }

  @Test("comes to the same when satisfaction is drawn and only the noise is integrated")
  func integrated() {
    #expect(gap(noise: 10) < 5)
    // The twin: noise that is much too small.
    #expect(gap(noise: 6) > 5)
  }

  /// How many standard errors the simulated net promoter score lies from 16.537122.
  private func gap(noise: Double) -> Double {
    let readout = SurveyReadout(noise: noise)
    let satisfaction = Normal(mean: 77, standardDeviation: 15)
    let generator = Philox4x32(seed: 4)
    let travellers = 200_000
    var sum = 0.0
    var squares = 0.0
    for traveller in 0..<UInt32(travellers) {
      let points = satisfaction.quantile(generator.block(0, 0, traveller, 0).uniform1)
      let net = 100 * (readout.promoter(points: points) - readout.detractor(points: points))
      sum += net
      squares += net * net
    }
    let mean = sum / Double(travellers)
    let error = ((squares / Double(travellers) - mean * mean) / Double(travellers)).squareRoot()
    return Swift.abs(mean - 16.537122) / error
  }

  @Test("has chances that add up, whatever the points", arguments: [0.0, 17.3, 60, 99.9, 100])
  func sums(_ points: Double) {
    for noise in [0.0, 3, 10] {
      let readout = SurveyReadout(noise: noise)
      for count in [1, 5, 7, 11] {
        let chances = readout.categories(count, points: points)
        #expect(chances.count == count)
        #expect(Swift.abs(chances.reduce(0, +) - 1) < 1e-15)
        let mean = chances.enumerated().reduce(0) { $0 + Double($1.offset + 1) * $1.element }
        #expect(Swift.abs(mean - readout.meanCategory(count, points: points)) < 1e-14)
      }
      let eleven = readout.categories(11, points: points)
      #expect(Swift.abs(eleven[9] + eleven[10] - readout.promoter(points: points)) < 1e-14)
      #expect(Swift.abs(eleven[..<7].reduce(0, +) - readout.detractor(points: points)) < 1e-14)
      let five = readout.categories(5, points: points)
      #expect(Swift.abs(five[3] + five[4] - readout.topTwo(points: points)) < 1e-14)
    }
  }

  @Test("without noise cuts at 20, 40, 60 and 80, each cut belonging above")
  func noNoise() {
    let readout = SurveyReadout(noise: 0)
    let answers = [(0, 1), (19.99, 1), (20, 2), (40, 3), (59.99, 3), (60, 4), (80, 5), (100, 5)]
    for (points, category) in answers {
      #expect(readout.meanCategory(5, points: points) == Double(category))
    }
    #expect(readout.promoter(points: 900.0 / 11) == 1)
    #expect(readout.detractor(points: 700.0 / 11) == 0)
    #expect(readout.detractor(points: 63.6) == 1)
  }

  @Test("answers effort in seven steps of ease")
  func effort() {
    let answers: [(Double, Int)] = [
      (-5, 1), (0, 1), (14.2, 1), (14.3, 2), (50, 4), (99, 7), (100, 7), (130, 7),
    ]
    for (ease, category) in answers { #expect(SurveyReadout.effortCategory(ease: ease) == category) }
  }
}
