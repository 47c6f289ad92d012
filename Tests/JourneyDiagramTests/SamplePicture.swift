import JourneyDiagram

/// A made-up energy supplier that people move house with: 22 touchpoints, 5 stages, 5 channels.
enum SamplePicture {
  private struct Touchpoint {
    let id: String
    let name: String
    let stage: Int
    let lane: Int
    let reach: Double
    let leave: Double
    let felt: [Double]
    let heat: Double
    let pain: String?
    let change: Double
  }

  static let stages = [
    StageHeader(name: "Plan the move", note: "100% get here"),
    StageHeader(name: "Compare", note: "78% get here"),
    StageHeader(name: "Sign up", note: "49% get here"), StageHeader(name: "Move in", note: "38% get here"),
    StageHeader(name: "Live & renew", note: "33% get here"),
  ]

  static let lanes = [
    Lane(name: "Letter & mail", colour: .slot(4)), Lane(name: "Web", colour: .slot(0)),
    Lane(name: "App", colour: .slot(1)), Lane(name: "Visit at home", colour: .slot(2)),
    Lane(name: "Phone", colour: .slot(3)),
  ]

  private static func touch(
    _ id: String,
    _ name: String,
    _ stage: Int,
    _ lane: Int,
    reach: Double,
    leave: Double,
    felt: [Double],
    heat: Double,
    pain: String? = nil,
    change: Double = 0
  ) -> Touchpoint {
    Touchpoint(
      id: id,
      name: name,
      stage: stage,
      lane: lane,
      reach: reach,
      leave: leave,
      felt: felt,
      heat: heat,
      pain: pain,
      change: change
    )
  }

  private static let touchpoints = [
    touch("search", "Search results", 0, 1, reach: 0.44, leave: 0.12, felt: [2, 14, 44, 32, 8], heat: 0.05),
    touch("flyer", "Door flyer", 0, 0, reach: 0.21, leave: 0.31, felt: [5, 20, 50, 20, 5], heat: 0.06),
    touch(
      "removal",
      "Removal firm's tip",
      0,
      0,
      reach: 0.17,
      leave: 0.14,
      felt: [1, 6, 33, 44, 16],
      heat: 0.01
    ),
    touch(
      "estate",
      "Agent's welcome pack",
      0,
      3,
      reach: 0.18,
      leave: 0.1,
      felt: [1, 7, 32, 42, 18],
      heat: 0.01
    ),
    touch(
      "tariffs",
      "Tariff page",
      1,
      1,
      reach: 0.52,
      leave: 0.17,
      felt: [6, 18, 36, 30, 10],
      heat: 0.09,
      pain: "Price not final · 22%"
    ),
    touch(
      "portal",
      "Comparison portal",
      1,
      1,
      reach: 0.31,
      leave: 0.26,
      felt: [3, 12, 40, 35, 10],
      heat: 0.05
    ),
    touch(
      "meterapp",
      "Usage estimate",
      1,
      2,
      reach: 0.14,
      leave: 0.15,
      felt: [2, 9, 30, 41, 18],
      heat: 0.02
    ),
    touch(
      "advice",
      "Advice line",
      1,
      4,
      reach: 0.11,
      leave: 0.13,
      felt: [14, 23, 30, 25, 8],
      heat: 0.07,
      pain: "On hold 12 minutes · 35%"
    ),
    touch(
      "doorstep",
      "Doorstep adviser",
      1,
      3,
      reach: 0.1,
      leave: 0.35,
      felt: [6, 16, 40, 28, 10],
      heat: 0.03
    ),
    touch(
      "webform",
      "Online contract",
      2,
      1,
      reach: 0.33,
      leave: 0.22,
      felt: [22, 20, 25, 25, 8],
      heat: 0.15,
      pain: "Meter number unknown · 41%",
      change: -0.042
    ),
    touch(
      "identity",
      "Identity check",
      2,
      1,
      reach: 0.26,
      leave: 0.12,
      felt: [9, 20, 38, 27, 6],
      heat: 0.06
    ),
    touch(
      "appsign",
      "Sign up in app",
      2,
      2,
      reach: 0.13,
      leave: 0.08,
      felt: [1, 8, 30, 43, 18],
      heat: 0.01,
      change: 0.061
    ),
    touch(
      "phonesign",
      "Phone contract",
      2,
      4,
      reach: 0.07,
      leave: 0.1,
      felt: [3, 12, 34, 38, 13],
      heat: 0.01
    ),
    touch(
      "confirm",
      "Confirmation letter",
      3,
      0,
      reach: 0.29,
      leave: 0,
      felt: [4, 14, 46, 30, 6],
      heat: 0.04,
      pain: "Arrives after the move · 19%"
    ),
    touch(
      "reading",
      "Meter reading",
      3,
      2,
      reach: 0.25,
      leave: 0,
      felt: [12, 21, 31, 27, 9],
      heat: 0.11,
      pain: "Photo rejected · 28%",
      change: 0.034
    ),
    touch(
      "engineer",
      "Engineer's visit",
      3,
      3,
      reach: 0.14,
      leave: 0.04,
      felt: [14, 17, 25, 31, 13],
      heat: 0.08,
      pain: "Nobody came · 17%",
      change: -0.021
    ),
    touch("switchon", "Power on", 3, 3, reach: 0.35, leave: 0, felt: [3, 8, 28, 42, 19], heat: 0.03),
    touch(
      "whereis",
      "“When do I start?”",
      3,
      4,
      reach: 0.09,
      leave: 0.12,
      felt: [38, 23, 20, 15, 4],
      heat: 0.07,
      pain: "Told to call back · 44%",
      change: -0.03
    ),
    touch(
      "firstbill",
      "First bill",
      4,
      0,
      reach: 0.32,
      leave: 0.05,
      felt: [16, 22, 33, 24, 5],
      heat: 0.12,
      pain: "Estimate too high · 31%"
    ),
    touch(
      "account",
      "Online account",
      4,
      1,
      reach: 0.21,
      leave: 0.03,
      felt: [2, 10, 38, 38, 12],
      heat: 0.02
    ),
    touch(
      "tips",
      "Saving tips",
      4,
      2,
      reach: 0.17,
      leave: 0.02,
      felt: [1, 5, 28, 46, 20],
      heat: 0.01,
      change: 0.012
    ),
    touch(
      "complaint",
      "Bill complaint",
      4,
      4,
      reach: 0.08,
      leave: 0.33,
      felt: [35, 30, 20, 12, 3],
      heat: 0.06,
      pain: "Passed around · 38%",
      change: -0.008
    ),
  ]

  static let outcomes = [
    OutcomeBox(
      id: "gone",
      name: "Left before signing",
      value: "51.2%",
      interval: "see “leave” in the cards",
      kind: .left
    ),
    OutcomeBox(id: "renewed", name: "Renewed", value: "17.9%", interval: "95% CI 17.7 to 18.1", kind: .goal),
    OutcomeBox(
      id: "stays",
      name: "Stays, no renewal",
      value: "22.4%",
      interval: "95% CI 22.2 to 22.6",
      kind: .neutral
    ),
    OutcomeBox(
      id: "switched",
      name: "Switched away",
      value: "8.5%",
      interval: "95% CI 8.3 to 8.6",
      kind: .loss
    ),
  ]

  private static let moves: [(String, String, Double)] = [
    ("search", "tariffs", 0.24), ("search", "portal", 0.14), ("search", "meterapp", 0.03),
    ("flyer", "tariffs", 0.06),
    ("flyer", "doorstep", 0.05), ("flyer", "advice", 0.03), ("removal", "tariffs", 0.09),
    ("removal", "advice", 0.02),
    ("removal", "portal", 0.04), ("estate", "tariffs", 0.07), ("estate", "doorstep", 0.04),
    ("estate", "phonesign", 0.03),
    ("tariffs", "portal", 0.09), ("portal", "tariffs", 0.05), ("tariffs", "meterapp", 0.06),
    ("tariffs", "webform", 0.19),
    ("tariffs", "advice", 0.04), ("tariffs", "tariffs", 0.03), ("portal", "webform", 0.11),
    ("portal", "appsign", 0.04),
    ("meterapp", "appsign", 0.07), ("meterapp", "webform", 0.03), ("advice", "phonesign", 0.05),
    ("advice", "tariffs", 0.03),
    ("doorstep", "phonesign", 0.02), ("doorstep", "webform", 0.03), ("webform", "identity", 0.22),
    ("webform", "advice", 0.026), ("identity", "confirm", 0.2), ("identity", "reading", 0.03),
    ("appsign", "reading", 0.09), ("appsign", "confirm", 0.03), ("phonesign", "confirm", 0.05),
    ("phonesign", "engineer", 0.02), ("confirm", "reading", 0.14), ("confirm", "engineer", 0.08),
    ("confirm", "switchon", 0.05), ("confirm", "whereis", 0.03), ("reading", "switchon", 0.18),
    ("reading", "whereis", 0.04), ("reading", "reading", 0.02), ("engineer", "switchon", 0.11),
    ("engineer", "whereis", 0.02), ("whereis", "engineer", 0.03), ("whereis", "switchon", 0.04),
    ("whereis", "switched", 0.017), ("switchon", "firstbill", 0.26), ("switchon", "account", 0.08),
    ("switchon", "tips", 0.05), ("firstbill", "account", 0.12), ("firstbill", "complaint", 0.06),
    ("firstbill", "stays", 0.09), ("firstbill", "switched", 0.03), ("account", "tips", 0.08),
    ("account", "renewed", 0.08), ("account", "stays", 0.06), ("tips", "renewed", 0.1),
    ("tips", "stays", 0.05),
    ("complaint", "switched", 0.03), ("complaint", "account", 0.02), ("complaint", "stays", 0.02),
    ("firstbill", "tariffs", 0.016), ("flyer", "gone", 0.07), ("webform", "gone", 0.07),
    ("removal", "webform", 0.004),
  ]

  private static let scale = HeatScale(touchpoints: touchpoints.count)

  private static func whole(_ share: Double) -> String { "\(Int((share * 100).rounded()))%" }

  private static func points(_ change: Double) -> String {
    let tenths = Int((abs(change) * 1000).rounded())
    return (change < 0 ? "−" : "+") + "\(tenths / 10).\(tenths % 10)"
  }

  private static func card(_ touchpoint: Touchpoint, view: PictureView) -> Card {
    let level = scale.level(of: touchpoint.heat)
    var card = Card(
      id: touchpoint.id,
      name: touchpoint.name,
      stage: touchpoint.stage,
      lane: touchpoint.lane,
      tooltip: "\(touchpoint.name): reached by \(whole(touchpoint.reach)) of journeys"
    )
    switch view {
    case .map:
      card.left = "\(whole(touchpoint.reach)) of journeys"
      card.right = touchpoint.leave >= 0.1 ? "\(whole(touchpoint.leave)) leave" : ""
      let felt = touchpoint.felt
      card.feelings = Feelings(
        veryBad: felt[0],
        bad: felt[1],
        neutral: felt[2],
        good: felt[3],
        veryGood: felt[4]
      )
      card.chip = level >= 3 ? Chip(text: whole(touchpoint.heat), tone: .heat(level)) : nil
      card.painTab = touchpoint.pain
    case .hotspots:
      card.left = "\(Int(touchpoint.felt[0] + touchpoint.felt[1]))% of visits bad"
      let rank = touchpoints.filter { $0.heat > touchpoint.heat }.count + 1
      card.heat = Heat(level: level, text: whole(touchpoint.heat), rank: rank <= 5 ? rank : nil)
      card.painTab = touchpoint.pain
    case .topPaths:
      card.left = "\(whole(touchpoint.reach)) of journeys"
    case .difference:
      card.left = touchpoint.change == 0 ? "no real change" : "\(points(touchpoint.change)) pts"
      card.change = touchpoint.change > 0 ? .more : touchpoint.change < 0 ? .fewer : nil
      if abs(touchpoint.change) > 0.02 {
        card.chip = Chip(text: points(-touchpoint.change / 2), tone: touchpoint.change < 0 ? .worse : .better)
      }
    }
    return card
  }

  private static let routes = [
    ["search", "tariffs", "webform", "identity", "confirm", "reading", "switchon", "firstbill", "stays"],
    ["search", "portal", "webform", "identity", "confirm", "switchon", "firstbill", "account", "renewed"],
    ["removal", "tariffs", "webform", "identity", "confirm", "reading", "switchon", "tips", "renewed"],
    ["search", "tariffs", "meterapp", "appsign", "reading", "switchon", "tips", "renewed"],
    ["estate", "phonesign", "confirm", "engineer", "switchon", "firstbill", "stays"],
  ]

  private static let changes: [(String, String, Double)] = [
    ("tariffs", "webform", -0.031), ("portal", "appsign", 0.024), ("meterapp", "appsign", 0.037),
    ("webform", "identity", -0.028), ("appsign", "reading", 0.052), ("confirm", "whereis", -0.018),
    ("reading", "switchon", 0.041), ("engineer", "switchon", -0.012), ("tips", "renewed", 0.009),
    ("firstbill", "complaint", -0.007), ("confirm", "engineer", -0.016),
  ]

  /// The picture in a view.
  static func picture(_ view: PictureView, theme: Theme = .light) -> JourneyPicture {
    let failing: Set<String> = ["whereis", "complaint", "switched"]
    let base = moves.map { Flow(from: $0.0, to: $0.1, share: $0.2, isFailureDemand: failing.contains($0.1)) }
    var picture = JourneyPicture(
      title: "",
      stages: stages,
      lanes: lanes,
      cards: touchpoints.map { card($0, view: view) },
      outcomes: outcomes,
      flows: base,
      entries: [
        Entry(card: "search", share: 0.44), Entry(card: "flyer", share: 0.21),
        Entry(card: "removal", share: 0.17),
        Entry(card: "estate", share: 0.18),
      ],
      view: view,
      theme: theme
    )
    switch view {
    case .map:
      picture.title = "Where the move breaks: the online contract, the first bill and the meter reading"
      picture.answer =
        "48.8% of people sign (95% CI 48.6 to 49.0). Three touchpoints carry 38% of all dissatisfaction."
      picture.caption = [
        "20,000 simulated journeys × 16 replications, seed 7, scenario energy-move.yaml. Intervals are 95%. Red lines lead to failure demand.",
        "Coloured chip: share of all dissatisfaction at this touchpoint (from 4.5%). Tab under a card: pain point, and how often a visit meets it.",
      ]
    case .hotspots:
      picture.title = "Five touchpoints hold 57% of all dissatisfaction"
      picture.answer =
        "Colour and number: share of every bad moment in the simulation. 1 to 5 are where it collects."
      picture.caption = ["20,000 simulated journeys × 16 replications, seed 7, scenario energy-move.yaml."]
    case .topPaths:
      picture.title = "The five commonest ways to sign are only 9% of contracts"
      picture.answer = "Every household takes its own route: 20,000 journeys, 4,118 different ones."
      picture.caption = ["20,000 simulated journeys, seed 7. A journey is the exact sequence of touchpoints."]
      for (place, route) in routes.enumerated() {
        for (from, to) in zip(route, route.dropFirst()) {
          picture.flows.append(Flow(from: from, to: to, share: 0.01, style: .path(place + 1)))
        }
        let names = route.map { id in
          touchpoints.first { $0.id == id }?.name ?? outcomes.first { $0.id == id }?.name ?? id
        }
        picture.paths.append(
          RankedPath(
            number: place + 1,
            steps: names.joined(separator: " → "),
            figures: [
              "\(353 - 60 * place) journeys · \(4 - place / 2).2% of contracts",
              "satisfaction 7\(4 - place) of 100",
            ]
          )
        )
      }
    case .difference:
      picture.title = "“Read by photo” moves people to the app, and saves calls"
      picture.answer = "Variant minus baseline. Contracts +0.42 points (95% CI +0.36 to +0.48), calls −9%."
      picture.caption = [
        "Same random numbers in both (paired). Changes under 0.3 points, or whose interval includes zero, are grey."
      ]
      picture.legend = .change(more: "more people than today", fewer: "fewer people than today")
      for change in changes {
        picture.flows.removeAll { $0.from == change.0 && $0.to == change.1 }
        picture.flows.append(
          Flow(
            from: change.0,
            to: change.1,
            share: abs(change.2),
            label: points(change.2),
            style: change.2 > 0 ? .more : .fewer
          )
        )
      }
    }
    return picture
  }

  /// The same journey without stages, as a log gives it.
  static func withoutStages(_ view: PictureView = .map) -> JourneyPicture {
    var picture = picture(view)
    picture.stages = []
    return picture
  }
}
