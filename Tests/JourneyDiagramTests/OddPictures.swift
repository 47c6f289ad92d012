import JourneyDiagram

/// Pictures at the limits of what a scenario can hold.
enum OddPictures {
  /// Names that break careless writers of DOT, XML or HTML.
  static let hostileNames = [
    "<R&D>", "\"quoted\"", "]]>", "a name of sixty characters, to see how it wraps in a card….",
    "顧客サービスセンター窓口",
    "🏠🚚📦 moving day", "", " ", "back\\slash \\N \\G", "&lt;b&gt; &amp;", "--> <!-- x",
    "tab\tand\nline\u{0}\u{1}\u{7F}",
    "Äpfel & Öl — “süß”", "مركز الاتصال", "e\u{301}\u{302}\u{303} stacked", "x</TD></TABLE>>", "%s%n%d",
    "${HOME}`id`",
    "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen", "{a|b}<c>", "'; DROP TABLE--",
    "\u{202E}reversed",
  ]

  /// The sample with hostile text in every label.
  static func hostile(_ view: PictureView, hasStages: Bool = true) -> JourneyPicture {
    var picture = SamplePicture.picture(view)
    func name(_ index: Int) -> String { hostileNames[index % hostileNames.count] }
    var ids: [String: String] = [:]
    for index in picture.cards.indices {
      let id = "\(name(index))/\(index)"
      ids[picture.cards[index].id] = id
      picture.cards[index].id = id
      picture.cards[index].name = name(index)
      picture.cards[index].left = name(index + 1)
      picture.cards[index].right = name(index + 2)
      picture.cards[index].tooltip = name(index + 3)
      if index % 2 == 0 {
        picture.cards[index].chip = Chip(text: name(index + 4), tone: .heat(index % 9 - 1))
      }
      if index % 3 == 0 { picture.cards[index].painTab = name(index + 5) }
      if view == .hotspots {
        picture.cards[index].heat = Heat(level: index - 4, text: name(index + 6), rank: index)
      }
    }
    for index in picture.outcomes.indices {
      picture.outcomes[index].name = name(index + 4)
      picture.outcomes[index].value = name(index + 3)
      picture.outcomes[index].interval = name(index + 2)
      picture.outcomes[index].tooltip = name(index)
    }
    for index in picture.flows.indices {
      picture.flows[index].from = ids[picture.flows[index].from] ?? picture.flows[index].from
      picture.flows[index].to = ids[picture.flows[index].to] ?? picture.flows[index].to
      picture.flows[index].label = name(index)
      picture.flows[index].tooltip = name(index + 1)
    }
    for index in picture.entries.indices {
      picture.entries[index].card = ids[picture.entries[index].card] ?? ""
    }
    for index in picture.stages.indices {
      picture.stages[index] = StageHeader(name: name(index), note: name(index + 3))
    }
    for index in picture.lanes.indices { picture.lanes[index].name = name(index + 2) }
    for index in picture.paths.indices {
      picture.paths[index].steps = name(index)
      picture.paths[index].figures = [name(index + 1), name(index + 2)]
    }
    picture.title = name(0) + name(1) + name(2) + name(8) + name(9)
    picture.answer = hostileNames.joined(separator: " ")
    picture.caption = hostileNames
    if !hasStages { picture.stages = [] }
    return picture
  }

  /// A generated journey: `cards` spread over stages and lanes, each leading on to a few later ones.
  static func generated(
    cards: Int,
    stages: Int,
    lanes: Int,
    outcomes: Int = 3,
    degree: Int = 3,
    view: PictureView = .map
  ) -> JourneyPicture {
    var state: UInt64 = 88_172_645_463_325_252
    func next(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(max(1, bound)))
    }
    var picture = JourneyPicture(
      title: "A generated journey of \(cards) touchpoints",
      answer: "Made up by a counter.",
      caption: ["No figure here means anything."],
      stages: (0..<stages).map { StageHeader(name: "Stage \($0 + 1)", note: "\(100 - $0)% get here") },
      lanes: (0..<lanes).map { Lane(name: "Channel \($0 + 1)", colour: .slot($0)) },
      cards: [],
      view: view
    )
    picture.outcomes = (0..<outcomes).map {
      OutcomeBox(
        id: "end\($0)",
        name: "Outcome \($0 + 1)",
        value: "\($0)%",
        kind: OutcomeBox.Kind.allCases[$0 % 3]
      )
    }
    for index in 0..<cards {
      picture.cards.append(
        Card(
          id: "c\(index)",
          name: "Touchpoint \(index)",
          stage: stages > 0 ? index * stages / max(1, cards) : 0,
          lane: next(lanes),
          left: "\(next(100))% of journeys",
          feelings: Feelings(
            veryBad: Double(next(9)),
            bad: Double(next(9)),
            neutral: Double(next(9)),
            good: Double(next(9)),
            veryGood: Double(next(9))
          )
        )
      )
    }
    var seen: Set<String> = []
    for index in 0..<cards {
      for _ in 0..<degree {
        let step = next(max(2, cards / 6)) - cards / 40
        let to = index + step
        let target = to >= cards ? "end\(next(max(1, outcomes)))" : "c\(max(0, to))"
        guard seen.insert("\(index) \(target)").inserted else { continue }
        picture.flows.append(Flow(from: "c\(index)", to: target, share: Double(next(1000) + 1) / 4000))
      }
    }
    if cards > 0 { picture.entries = [Entry(card: "c0", share: 1)] }
    return picture
  }
}
