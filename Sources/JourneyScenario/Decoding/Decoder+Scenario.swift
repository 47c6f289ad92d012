import JourneyDiagnostics
import JourneyModel
import JourneyProbability

extension Decoder {
  /// Reads a whole document into the draft.
  mutating func decode(_ root: DocumentNode) {
    guard let entries = root.entries else {
      findings.add(.rootNotMapping, at: root.mark, "a scenario is a mapping of keys to values")
      return
    }
    for entry in entries {
      let name = entry.key.name
      path = [name]
      switch name {
      case "journey": draft.name = text(entry.value, name) ?? ""
      case "about": draft.about = text(entry.value, name)
      case "extends": _ = text(entry.value, name)
      case "run": decodeRun(entry.value)
      case "stages": decodeStages(entry.value)
      case "five as": decodeFiveAs(entry)
      case "channels": decodeChannels(entry.value)
      case "handoffs": decodeHandoffs(entry.value)
      case "touchpoints": decodeTouchpoints(entry.value)
      case "outcomes": decodeOutcomes(entry.value)
      case "paths": decodePaths(entry)
      case "pain points": decodePains(entry.value)
      case "personas": decodePersonas(entry)
      case "satisfaction": decodeSatisfaction(entry.value)
      case "retention": decodeRetention(entry)
      case "targets": decodeTargets(entry.value)
      case "observed": decodeObserved(entry.value)
      case "what if": decodeVariants(entry.value)
      default: unknown(entry, in: KeyCatalogue.scenario)
      }
    }
    path = []
    for key in KeyCatalogue.scenario.keys
    where key.isRequired && !entries.contains(where: { $0.key.name == key.name }) {
      missing(key.name, in: "a scenario", at: root.mark, example: key.example)
    }
  }

  private mutating func decodeRun(_ node: DocumentNode) {
    for entry in entries(node, of: "run") ?? [] {
      let (key, value) = (entry.key.name, entry.value)
      switch key {
      case "travellers":
        let count = self.value(value, key) { text throws(ValueProblem) in
          try CountValue.parse(text, in: 1...1_000_000_000_000, what: "the number of travellers")
        }
        if let count { draft.run.travellers = count }
      case "seed":
        if let seed = self.value(value, key, CountValue.seed) { draft.run.seed = seed }
      case "arrivals":
        draft.run.arrivalsPerSecond = self.value(value, key, RateValue.parse)
        findings.add(
          .noEffect,
          .note,
          at: entry.key.mark,
          "arrivals turn effects into money a year; they make nobody wait until channels are staffed"
        )
      case "longest journey":
        draft.longestJourney = value.mark
        let visits = self.value(value, key) { text throws(ValueProblem) in
          let number = text.split(at: " visits").flatMap { $0.right.isEmpty ? $0.left : nil } ?? text
          return try CountValue.parse(number, in: 1...1_000_000_000, what: "the longest journey in visits")
        }
        if let visits { draft.run.longestJourney = visits }
      case "give up after": draft.run.giveUpAfterSeconds = self.value(value, key, DurationValue.fixed)
      case "currency": draft.run.currency = text(value, key) ?? ""
      case "show as":
        let display = word(value, key) { text throws(ValueProblem) in
          try WordValue.parse(text, RunSettings.Display.self)
        }
        if let display { draft.run.display = display }
      default: unknown(entry, in: KeyCatalogue.run)
      }
    }
  }

  private mutating func decodeStages(_ node: DocumentNode) {
    guard case .sequence = node.content else {
      findings.add(
        .wrongShape,
        at: node.mark,
        "stages are a list of names",
        help: ["write [discover, choose, buy]"]
      )
      return
    }
    draft.stages = names(node, "a stage")
  }

  private mutating func decodeFiveAs(_ entry: DocumentEntry) {
    draft.fiveAsMark = entry.key.mark
    for entry in entries(entry.value, of: "five as") ?? [] {
      guard let step = FiveAs.Step(rawValue: entry.key.name) else {
        unknown(entry, in: KeyCatalogue.fiveAs)
        continue
      }
      if let name = name(entry.value, entry.key.name) { draft.fiveAs.append((step, name)) }
    }
  }

  private mutating func decodeChannels(_ node: DocumentNode) {
    for entry in entries(node, of: "channels") ?? [] {
      let name = Draft.Name(text: entry.key.name, mark: entry.key.mark)
      let channel = inside(name.text) { $0.decodeChannel(entry) }
      draft.channels.append(.init(value: channel, name: name))
    }
  }

  private mutating func decodeChannel(_ entry: DocumentEntry) -> Channel {
    var channel = Channel(name: entry.key.name)
    guard !entry.value.isNull else { return channel }
    for entry in entries(entry.value, of: "a channel") ?? [] {
      let (key, value) = (entry.key.name, entry.value)
      switch key {
      case "open":
        if let hours = text(value, key), hours != "always" {
          findings.add(
            .notSupported,
            at: value.mark,
            "opening hours other than always are not supported",
            help: ["write open: always"]
          )
        }
      case "staff", "sites", "retry":
        findings.add(
          .notSupported,
          at: entry.key.mark,
          "\(key) is not supported: channels never queue",
          help: ["remove \(key)"]
        )
      case "patience":
        _ = self.value(value, key, DurationValue.fixed)
        findings.add(
          .noEffect,
          .note,
          at: entry.key.mark,
          "patience has no effect until channels are staffed"
        )
      case "contact":
        channel.isOutbound = word(value, key, Self.contact) ?? false
      case "colour": channel.colour = word(value, key, ColourValue.parse)
      case "glyph": channel.glyph = text(value, key)
      default: unknown(entry, in: KeyCatalogue.channel)
      }
    }
    return channel
  }

  private static func contact(_ text: ValueText) throws(ValueProblem) -> Bool {
    guard text.string == "from us" else {
      throw ValueProblem(
        .wrongWord,
        "contact is \"from us\" or not written, not \"\(text.string)\"",
        part: text.range,
        replacement: "from us"
      )
    }
    return true
  }

  private mutating func decodeHandoffs(_ node: DocumentNode) {
    for entry in entries(node, of: "handoffs") ?? [] {
      let points = value(entry.value, entry.key.name) { text throws(ValueProblem) in
        try NumberValue.parse(text, in: -100...100, what: "the points of a hand-off", .badPoints)
      }
      guard let points else { continue }
      if entry.key.name == "default" {
        draft.handoffDefault = points
        continue
      }
      let text = ValueText(entry.key.written)
      guard let (left, right) = text.split(at: ">"), !left.isEmpty, !right.isEmpty,
        right.split(at: ">") == nil
      else {
        findings.add(
          .badHandoff,
          at: entry.key.mark,
          "\"\(entry.key.name)\" is not a hand-off",
          help: ["write default, web > phone, any > phone or web > any"]
        )
        continue
      }
      func end(_ side: ValueText) -> Draft.Name? {
        side.string == "any" ? nil : Draft.Name(text: side.string.nfc, mark: entry.key.mark)
      }
      draft.handoffs.append(.init(points: points, from: end(left), to: end(right), mark: entry.key.mark))
    }
  }

  private mutating func decodeTouchpoints(_ node: DocumentNode) {
    for entry in entries(node, of: "touchpoints") ?? [] {
      let part = inside(entry.key.name) { $0.decodeTouchpoint(entry) }
      draft.touchpoints.append(part)
    }
  }

  private mutating func decodeTouchpoint(_ entry: DocumentEntry) -> Draft.TouchpointPart {
    let name = Draft.Name(text: entry.key.name, mark: entry.key.mark)
    var part = Draft.TouchpointPart(value: Touchpoint(name: name.text), name: name)
    guard !entry.value.isNull else { return part }
    for entry in entries(entry.value, of: "a touchpoint") ?? [] {
      let (key, value) = (entry.key.name, entry.value)
      switch key {
      case "stage":
        part.stage = self.name(value, key)
        part.value.stage = part.stage?.text
      case "channel":
        part.channel = self.name(value, key)
        part.value.channel = part.channel?.text
      case "feels":
        part.feels = entry.key.mark
        part.value.feels = quality(value, key)
      case "takes": part.value.takes = self.value(value, key, DurationValue.parse)
      case "costs": part.value.costs = money(value, key) ?? 0
      case "matters": part.value.matters = factor(value, key) ?? 1
      case "kano":
        part.value.kano =
          word(value, key) { text throws(ValueProblem) in try WordValue.parse(text, Kano.self) }
          ?? .performance
      case "does": part.value.does = text(value, key)
      case "thinks": part.value.thinks = text(value, key)
      case "backstage": part.value.backstage = text(value, key)
      case "owner": part.value.owner = text(value, key)
      default: unknown(entry, in: KeyCatalogue.touchpoint)
      }
    }
    return part
  }

  mutating func money(_ node: DocumentNode, _ key: String, mayBeNegative: Bool = false) -> Double? {
    value(node, key) { text throws(ValueProblem) in try MoneyValue.parse(text, mayBeNegative: mayBeNegative) }
  }

  mutating func factor(_ node: DocumentNode, _ key: String) -> Double? {
    value(node, key) { text throws(ValueProblem) in
      try NumberValue.parse(text, in: 0...Double.infinity, what: key)
    }
  }

  private mutating func quality(_ node: DocumentNode, _ key: String) -> QualityLaw? {
    guard let entries = node.entries else {
      let law = value(node, key, QualityValue.parse)
      if case .normal(let mean, let deviation)? = law {
        let clamped = Normal(mean: mean, standardDeviation: deviation).meanClamped(from: 0, to: 100)
        if abs(clamped - mean) > 0.5 {
          let shown = (clamped * 10).rounded() / 10
          assume(
            "\(path.last ?? key) feels \(NumberValue.shown(shown)) on average, not \(NumberValue.shown(mean)): quality ends at 0 and 100"
          )
        }
      }
      return law
    }
    var levels: [QualityLaw.Level] = []
    for entry in entries {
      var points: Double?
      do { points = try PointsValue.parse(ValueText(entry.key.written)) } catch {
        report(error, at: entry.key.mark)
      }
      let probability = value(entry.value, key, ProbabilityValue.parse)
      if let points, let probability { levels.append(.init(points: points, probability: probability)) }
    }
    guard levels.count == entries.count else { return .constant(0) }
    let total = levels.reduce(0) { $0 + $1.probability.value }
    if abs(total - 1) > 1e-9 {
      findings.add(
        .qualityTotal,
        at: node.mark,
        "the probabilities of a quality total \(ProbabilityValue.shown(total)), not 100 %"
      )
    }
    levels.sort { $0.points < $1.points }
    return .discrete(levels)
  }

  private mutating func decodeOutcomes(_ node: DocumentNode) {
    for entry in entries(node, of: "outcomes") ?? [] {
      let name = Draft.Name(text: entry.key.name, mark: entry.key.mark)
      let outcome = inside(name.text) { $0.decodeOutcome(entry) }
      draft.outcomes.append(.init(value: outcome, name: name))
    }
  }

  private mutating func decodeOutcome(_ entry: DocumentEntry) -> Outcome {
    var outcome = Outcome(name: entry.key.name, kind: .neutral)
    func kind(_ text: ValueText) throws(ValueProblem) -> OutcomeKind {
      try WordValue.parse(text, OutcomeKind.self)
    }
    guard let entries = entry.value.entries else {
      outcome.kind = word(entry.value, entry.key.name, kind) ?? .neutral
      return outcome
    }
    for entry in entries {
      let (key, value) = (entry.key.name, entry.value)
      switch key {
      case "kind": outcome.kind = word(value, key, kind) ?? .neutral
      case "value": outcome.value = money(value, key, mayBeNegative: true)
      case "points":
        outcome.points = self.value(value, key) { text throws(ValueProblem) in
          try NumberValue.parse(text, in: -100...100, what: "the points of an outcome", .badPoints)
        }
      case "retention": outcome.retention = self.value(value, key, ProbabilityValue.parse)
      default: unknown(entry, in: KeyCatalogue.outcome)
      }
    }
    if !entries.contains(where: { $0.key.name == "kind" }) {
      missing("kind", in: "an outcome", at: entry.key.mark, example: "goal")
    }
    return outcome
  }
}
