import JourneyModel

/// A fictitious retailer of furniture, written down for tests of reports: 23 touchpoints, 5 stages, 5 channels.
enum Retailer {
  struct Place {
    var name: String
    var stage: String
    var channel: String
    var feels: Double
    var leave: Double
    var next: [(String, Double)]
    var thinks: String?
    var owner: String?
    var backstage: String?
  }

  static let stages = ["Discover", "Consider", "Buy", "Receive", "Use & return"]
  static let channels = ["Email & social", "Web", "App", "In person", "Contact centre"]

  static let places: [Place] = [
    place("Social ad", 0, 0, 62, 28, [("Product page", 60), ("Stock check", 12)]),
    place("Newsletter", 0, 0, 70, 19, [("Product page", 70), ("Reviews", 11)], nil, "Marketing", "CRM"),
    place(
      "Search results",
      0,
      1,
      68,
      13,
      [("Product page", 80), ("Reviews", 7)],
      "Does anyone make oak shelves that fit?",
      "Marketing",
      "Ad platform"
    ),
    place("Shop window", 0, 3, 78, 8, [("Showroom visit", 92)]),
    place(
      "Product page",
      1,
      1,
      74,
      14,
      [("Reviews", 24), ("Stock check", 18), ("Basket", 34), ("Showroom visit", 10)],
      "Is it really in stock at my shop?",
      "Merchandising",
      "Product data, stock service"
    ),
    place("Reviews", 1, 1, 76, 16, [("Basket", 60), ("Room view", 24)]),
    place("Room view", 1, 2, 82, 10, [("App checkout", 52), ("Stock check", 38)]),
    place("Stock check", 1, 2, 66, 22, [("App checkout", 38), ("Showroom visit", 24), ("Advice chat", 16)]),
    place("Showroom visit", 1, 3, 84, 26, [("Till", 62), ("Product page", 12)]),
    place("Advice chat", 1, 4, 72, 14, [("Basket", 56), ("Phone order", 30)]),
    place(
      "Basket",
      2,
      1,
      70,
      18,
      [("Web checkout", 82)],
      "Why do I need an account to pay?",
      "Digital",
      "Checkout, identity"
    ),
    place("Web checkout", 2, 1, 66, 14, [("Order updates", 86)], nil, "Digital", "Payments"),
    place("App checkout", 2, 2, 80, 6, [("Delivery slot", 50), ("Order updates", 44)]),
    place("Till", 2, 3, 82, 2, [("Order updates", 30), ("Click & collect", 20), ("bought", 48)]),
    place("Phone order", 2, 4, 74, 8, [("Order updates", 92)]),
    place("Order updates", 3, 0, 75, 0, [("Delivery slot", 55), ("Home delivery", 45)]),
    place("Delivery slot", 3, 2, 66, 2, [("Home delivery", 98)]),
    place(
      "Home delivery",
      3,
      3,
      74,
      0,
      [("Set-up guide", 60), ("bought", 40)],
      "Where is it? Nobody told me.",
      "Logistics",
      "Carrier interface"
    ),
    place("Click & collect", 3, 3, 73, 0, [("Set-up guide", 40), ("bought", 60)]),
    place("Where is it?", 3, 4, 52, 6, [("Home delivery", 94)]),
    place(
      "Set-up guide",
      4,
      2,
      77,
      0,
      [("bought", 82), ("Return form", 12), ("Complaint call", 6)],
      "Nine days for my own money.",
      "Service",
      "Payments, CRM"
    ),
    place("Return form", 4, 1, 55, 4, [("Refund wait", 96)]),
    place("Refund wait", 4, 0, 50, 6, [("bought", 60), ("lost for good", 34)]),
    place("Complaint call", 4, 4, 48, 12, [("bought", 50), ("lost for good", 38)]),
  ]

  private static func place(
    _ name: String,
    _ stage: Int,
    _ channel: Int,
    _ feels: Double,
    _ leave: Double,
    _ next: [(String, Double)],
    _ thinks: String? = nil,
    _ owner: String? = nil,
    _ backstage: String? = nil
  ) -> Place {
    Place(
      name: name,
      stage: stages[stage],
      channel: channels[channel],
      feels: feels,
      leave: leave,
      next: next,
      thinks: thinks,
      owner: owner,
      backstage: backstage
    )
  }

  static let start: [(String, Double)] = [
    ("Social ad", 27), ("Newsletter", 15), ("Search results", 39), ("Shop window", 19),
  ]

  struct Pain {
    var name: String
    var at: String
    var hits: Double
    var hurts: Double
    var fix: String
    var cost: Double
    var sendsTo: [(String, Double)] = []
  }

  static let pains: [Pain] = [
    Pain(
      name: "Stock shown is wrong",
      at: "Stock check",
      hits: 0.27,
      hurts: 24,
      fix: "show true stock",
      cost: 120_000
    ),
    Pain(
      name: "Voucher fails",
      at: "Basket",
      hits: 0.12,
      hurts: 28,
      fix: "check vouchers early",
      cost: 15_000
    ),
    Pain(
      name: "Forced to open account",
      at: "Web checkout",
      hits: 0.38,
      hurts: 26,
      fix: "let guests pay",
      cost: 60_000
    ),
    Pain(
      name: "Only weekday slots",
      at: "Delivery slot",
      hits: 0.3,
      hurts: 18,
      fix: "add weekend slots",
      cost: 90_000
    ),
    Pain(
      name: "Parcel late, no warning",
      at: "Home delivery",
      hits: 0.24,
      hurts: 30,
      fix: "warn before the slot",
      cost: 35_000,
      sendsTo: [("Where is it?", 0.2)]
    ),
    Pain(
      name: "Desk queue",
      at: "Click & collect",
      hits: 0.26,
      hurts: 20,
      fix: "staff the desk",
      cost: 48_000
    ),
    Pain(
      name: "Agent can’t see order",
      at: "Where is it?",
      hits: 0.52,
      hurts: 20,
      fix: "one order view",
      cost: 110_000
    ),
    Pain(
      name: "Must print label",
      at: "Return form",
      hits: 0.41,
      hurts: 16,
      fix: "label-free returns",
      cost: 22_000
    ),
    Pain(
      name: "Refund takes 9 days",
      at: "Refund wait",
      hits: 0.46,
      hurts: 22,
      fix: "refund on drop-off",
      cost: 30_000
    ),
  ]

  static let personas = [
    Persona(
      name: "Plan-ahead Priya",
      share: probability(0.34),
      goal: "Reads every review. Buys on the web, once sure."
    ),
    Persona(
      name: "App-first Aaron",
      share: probability(0.31),
      goal: "Lives in the app. Leaves fast when it lies."
    ),
    Persona(name: "In-store Ingrid", share: probability(0.2), quote: "I want to touch it first."),
    Persona(name: "Hurried Hugo", share: probability(0.15), goal: "Needs it Thursday."),
  ]

  static func probability(_ value: Double) -> Probability { Probability(value) ?? .zero }

  static func destination(_ name: String) -> Destination {
    ["bought", "lost for good", "leave"].contains(name) ? .outcome(name) : .touchpoint(name)
  }

  static let journey: Journey = {
    var rows: [String: PathRow] = [:]
    for place in places {
      var options = place.next.map { PathRow.Option(to: destination($0.0), weight: $0.1) }
      if place.leave > 0 { options.append(PathRow.Option(to: .leave, weight: place.leave)) }
      rows[place.name] = PathRow(options)
    }
    var run = RunSettings()
    run.currency = "£"
    run.travellers = 200_000
    var journey = Journey(
      name: "Alder & Finch Home",
      about: "A fictitious retailer of furniture.",
      run: run,
      stages: stages.map { Stage(name: $0) },
      channels: channels.map { Channel(name: $0) },
      touchpoints: places.map {
        Touchpoint(
          name: $0.name,
          stage: $0.stage,
          channel: $0.channel,
          feels: .normal(mean: $0.feels, deviation: 11),
          thinks: $0.thinks,
          backstage: $0.backstage,
          owner: $0.owner
        )
      },
      outcomes: [
        Outcome(name: "bought", kind: .goal), Outcome(name: "lost for good", kind: .loss),
        Outcome(name: "leave", kind: .loss), Outcome(name: "timed out", kind: .neutral),
      ],
      paths: Paths(start: PathRow(start.map { .init(to: .touchpoint($0.0), weight: $0.1) }), rows: rows),
      painPoints: pains.map { pain in
        PainPoint(
          name: pain.name,
          at: pain.at,
          hits: probability(pain.hits),
          hurts: .constant(pain.hurts),
          sendsTo: pain.sendsTo.map { .init(to: destination($0.0), probability: probability($0.1)) },
          fix: Fix(name: pain.fix, costs: pain.cost, works: probability(0.8))
        )
      },
      personas: personas,
      retention: RetentionModel(
        base: .goal,
        everySeconds: 30 * 86_400,
        baseline: probability(0.9),
        value: .init(marginPerPurchase: 60, periods: 12)
      )
    )
    journey.targets = [
      Target(metric: .goal, comparison: .atLeast, value: 0.48),
      Target(metric: .satisfaction, comparison: .atLeast, value: 63),
      Target(metric: .cost, comparison: .atMost, value: 2.4),
    ]
    journey.observed = [
      Observation(label: "goal", quantity: .metric(.goal), value: 0.4),
      Observation(label: "leave at Basket", quantity: .leaveAt("Basket"), value: 0.21),
      Observation(
        label: "satisfaction at Home delivery",
        quantity: .satisfactionAt("Home delivery"),
        value: 64
      ),
      Observation(label: "visits of Where is it?", quantity: .visitsOf("Where is it?"), value: 0.021),
    ]
    return journey
  }()
}
