import JourneyExact
import JourneyModel
import JourneyTestSupport
import Testing

@Suite("The Markov skeleton of a journey")
struct MarkovSkeletonTests {
  private func probability(_ value: Double) throws -> Probability { try #require(Probability(value)) }

  /// The shares of a touchpoint's row, or of the entry, by name.
  private func shares(_ skeleton: MarkovSkeleton, at place: String?) throws -> [String: Double] {
    var row = skeleton.chain.entry
    if let place { row = skeleton.chain.rows[try #require(skeleton.touchpoints.firstIndex(of: place))] }
    var shares: [String: Double] = [:]
    for move in row.moves { shares[skeleton.touchpoints[move.to]] = move.probability }
    for end in row.ends { shares[skeleton.outcomes[end.to]] = end.probability }
    return shares
  }

  private func expect(_ shares: [String: Double], _ expected: [String: Double]) {
    for name in Set(shares.keys).union(expected.keys).sorted() {
      #expect(abs((shares[name] ?? 0) - (expected[name] ?? 0)) < 1e-15, "\(name)")
    }
  }

  private var shop: Journey {
    var journey = SampleJourneys.chain(
      start: ["web": 3, "store": 1, "leave": 1],
      rows: [
        "web": ["store": 2, "basket": 4, "done": 1, "leave": 3],
        "store": ["web": 1, "done": 1],
        "basket": ["done": 1],
      ],
      goals: ["done"]
    )
    journey.channels = [Channel(name: "online"), Channel(name: "shop")]
    for index in journey.touchpoints.indices {
      journey.touchpoints[index].channel = journey.touchpoints[index].name == "store" ? "shop" : "online"
    }
    return journey
  }

  @Test("Preferences bend the choice of touchpoints, after leaving, and leave outcomes alone")
  func preferences() throws {
    let fan = Persona(name: "fan", share: .one, prefers: ["shop": 3])
    let skeleton = MarkovSkeleton(of: shop, for: fan)
    // Leaving 3 of 10; the rest shares 7 as store 6 : basket 4 : done 1.
    expect(
      try shares(skeleton, at: "web"),
      ["leave": 0.3, "store": 0.7 * 6 / 11, "basket": 0.7 * 4 / 11, "done": 0.7 / 11]
    )
    // In the entry, leaving is an option like any other: web 3, store 3, leave 1.
    expect(try shares(skeleton, at: nil), ["web": 3 / 7.0, "store": 3 / 7.0, "leave": 1 / 7.0])
  }

  @Test("Whoever had chosen a closed touchpoint chooses again among all that is left")
  func closing() throws {
    let fan = Persona(name: "fan", share: .one, prefers: ["shop": 3])
    let skeleton = MarkovSkeleton(of: try shop.applying(.closeTouchpoint("store")), for: fan)
    // Basket 4, done 1 and leave 3 remain.
    expect(try shares(skeleton, at: "web"), ["leave": 3 / 8.0, "basket": 4 / 8.0, "done": 1 / 8.0])
    expect(try shares(skeleton, at: nil), ["web": 3 / 4.0, "leave": 1 / 4.0])
  }

  @Test("Whoever gets to a severed touchpoint leaves, also at the entry")
  func severing() throws {
    let skeleton = MarkovSkeleton(of: try shop.applying(.sever(touchpoint: "store")), for: .everyone)
    expect(try shares(skeleton, at: "web"), ["leave": 0.5, "basket": 0.4, "done": 0.1])
    expect(try shares(skeleton, at: nil), ["web": 0.6, "leave": 0.4])
  }

  @Test("A persona's own rows take the place of the shared ones")
  func ownRows() throws {
    let own = PathRow([.init(to: .touchpoint("web"), weight: 1), .init(to: .leave, weight: 3)])
    let persona = Persona(name: "own", share: .one, start: own, rows: ["basket": own])
    let skeleton = MarkovSkeleton(of: shop, for: persona)
    expect(try shares(skeleton, at: nil), ["web": 0.25, "leave": 0.75])
    expect(try shares(skeleton, at: "basket"), ["web": 0.25, "leave": 0.75])
    expect(try shares(skeleton, at: "store"), ["web": 0.5, "done": 0.5])
  }

  @Test(
    "Pain points are folded exactly: every way in which they can hit and force, weighed",
    arguments: 0..<40
  )
  func folding(seed: Int) throws {
    var state = UInt64(seed &* 7_919 &+ 17)
    func unit() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 40) / Double(1 << 24)
    }
    let targets: [Destination] = [
      .touchpoint("basket"), .touchpoint("store"), .outcome("done"), .outcome("leave"),
    ]
    var journey = shop
    if seed % 4 == 3 { journey = try journey.applying(.closeTouchpoint("store")) }
    for number in 0..<(1 + seed % 5) {
      var sends: [PainPoint.Forced] = []
      var left = 1.0
      for target in targets where unit() < 0.5 {
        let share = left * unit()
        left -= share
        sends.append(.init(to: target, probability: try probability(share)))
      }
      journey.painPoints.append(
        PainPoint(
          name: "pain \(number)",
          at: "web",
          hits: try probability(unit()),
          leaves: try probability(unit() < 0.3 ? 0 : unit()),
          sendsTo: sends
        )
      )
    }
    let actual = try shares(MarkovSkeleton(of: journey, for: .everyone), at: "web")
    // The row without pain points: leave 3 of 10, or of 8 where the store (2) is closed.
    let isClosed = journey.closed.contains("store")
    let total = isClosed ? 8.0 : 10
    let staying = (total - 3) / total
    var plain = ["basket": 4 / total, "done": 1 / total]
    if !isClosed { plain["store"] = 2 / total }
    var expected: [String: Double] = ["leave": 3 / total]
    func walk(_ rest: ArraySlice<PainPoint>, weight: Double, stays: Double, forced: String?) {
      guard let pain = rest.first else {
        expected["leave", default: 0] += staying * weight * (1 - stays)
        if let forced, forced != "free" {
          expected[forced, default: 0] += staying * weight * stays
        } else {
          for (name, share) in plain { expected[name, default: 0] += share * weight * stays }
        }
        return
      }
      let later = rest.dropFirst()
      let hit = weight * pain.hits.value
      walk(later, weight: weight * (1 - pain.hits.value), stays: stays, forced: forced)
      var left = 1.0
      for move in pain.sendsTo {
        left -= move.probability.value
        walk(
          later,
          weight: hit * move.probability.value,
          stays: stays * (1 - pain.leaves.value),
          forced: forced ?? (journey.isOpen(move.to) ? move.to.name : "free")
        )
      }
      walk(later, weight: hit * left, stays: stays * (1 - pain.leaves.value), forced: forced)
    }
    walk(journey.painPoints[...], weight: 1, stays: 1, forced: nil)
    for name in Set(actual.keys).union(expected.keys).sorted() {
      #expect(abs((actual[name] ?? 0) - (expected[name] ?? 0)) < 1e-14, "\(name)")
    }
    #expect(abs(actual.values.reduce(0, +) - 1) < 1e-14)
  }

  @Test("The order in which a file lists things changes nothing")
  func order() throws {
    var journey = shop
    let leaving = try probability(0.2)
    journey.painPoints = try ["slow", "crash", "queue"].map {
      PainPoint(
        name: $0,
        at: "web",
        hits: try probability(0.3),
        leaves: leaving,
        sendsTo: [.init(to: .touchpoint("store"), probability: try probability($0 == "crash" ? 0.9 : 0.2))]
      )
    }
    var turned = journey
    turned.touchpoints.reverse()
    turned.painPoints.reverse()
    turned.outcomes.reverse()
    #expect(MarkovSkeleton(of: journey, for: .everyone) == MarkovSkeleton(of: turned, for: .everyone))
  }

  @Test("Minutes and cost of a visit hold the pain points' share")
  func timeAndCost() throws {
    var journey = shop
    let web = try #require(journey.touchpoints.firstIndex { $0.name == "web" })
    journey.touchpoints[web].takes = .lognormal(medianSeconds: 240, p90Seconds: 720)
    journey.touchpoints[web].costs = 2
    journey.painPoints = [
      PainPoint(
        name: "queue",
        at: "web",
        hits: try probability(0.25),
        delays: .fixed(seconds: 120),
        costs: 4
      )
    ]
    let skeleton = MarkovSkeleton(of: journey, for: .everyone)
    let place = try #require(skeleton.touchpoints.firstIndex(of: "web"))
    // Median 4 and 90th percentile 12 minutes: mean 5.776134.
    #expect(abs(skeleton.minutesPerVisit[place] - (5.776134 + 0.5)) < 1e-6)
    #expect(skeleton.costPerVisit[place] == 3)
    #expect(skeleton.minutesPerVisit.reduce(0, +) == skeleton.minutesPerVisit[place])
  }
}
