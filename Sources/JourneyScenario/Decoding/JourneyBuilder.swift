import JourneyDiagnostics
import JourneyModel

/// Looks up the names of a draft and builds the journey; names that lead nowhere become findings.
struct JourneyBuilder {
  let draft: Draft
  var findings: Findings
  var assumptions: [String]
  private var touchpoints: [String: Mark] = [:]
  private var outcomes: [String: Mark?] = [:]
  private var channels: [String: Mark] = [:]
  private var stages: [String: Mark] = [:]
  private var personas: [String: Mark] = [:]

  init(draft: Draft, findings: Findings, assumptions: [String]) {
    self.draft = draft
    self.findings = findings
    self.assumptions = assumptions
  }

  /// The journey, complete where no finding is an error.
  mutating func build() -> Journey {
    declare()
    let declared = draft.outcomes.isEmpty ? [Outcome(name: "done", kind: .goal)] : draft.outcomes.map(\.value)
    var journey = Journey(
      name: draft.name,
      about: draft.about,
      run: draft.run,
      stages: draft.stages.map { Stage(name: $0.text) },
      channels: draft.channels.map(\.value),
      handoffs: handoffs(),
      touchpoints: draft.touchpoints.map(\.value),
      outcomes: declared + [
        Outcome(name: Outcome.leaveName, kind: .loss), Outcome(name: Outcome.timedOutName, kind: .neutral),
      ],
      paths: paths(),
      painPoints: draft.pains.map { pain($0) },
      personas: draft.personas.isEmpty ? [.everyone] : draft.personas.map { persona($0) },
      satisfaction: draft.satisfaction,
      retention: draft.retention,
      targets: draft.targets.map(\.value),
      observed: draft.observed.map(\.value),
      fiveAs: fiveAs()
    )
    checkPlaces()
    if let baseline = draft.personas.first?.value.baseline, !draft.retentionHasBaseline {
      journey.retention?.baseline = baseline
    }
    return journey
  }

  // MARK: Names

  private mutating func declare() {
    for stage in draft.stages { declare(stage, "stage", in: \.stages) }
    for part in draft.channels {
      if part.name.text == "any" {
        findings.add(
          .reservedName,
          at: part.name.mark,
          "\"any\" is reserved: hand-offs use it for any channel"
        )
      }
      declare(part.name, "channel", in: \.channels)
    }
    for part in draft.touchpoints {
      reserve(part.name, "touchpoint")
      declare(part.name, "touchpoint", in: \.touchpoints)
    }
    outcomes[Outcome.leaveName] = .some(nil)
    for part in draft.outcomes {
      if part.name.text != "done" { reserve(part.name, "outcome") }
      outcomes[part.name.text] = part.name.mark
      if let other = touchpoints[part.name.text] {
        findings.add(
          .duplicateName,
          at: part.name.mark,
          "\"\(part.name.text)\" is both a touchpoint and an outcome",
          notes: [.init("the touchpoint", at: other)]
        )
      }
    }
    if draft.outcomes.isEmpty { outcomes["done"] = .some(nil) }
    for part in draft.personas {
      if part.name.text == "any" {
        findings.add(
          .reservedName,
          at: part.name.mark,
          "\"any\" is reserved: pain points use it for any persona"
        )
      }
      personas[part.name.text] = part.name.mark
    }
    for part in draft.pains { checkName(part.name, "pain point") }
  }

  private mutating func declare(
    _ name: Draft.Name,
    _ kind: String,
    in table: WritableKeyPath<Self, [String: Mark]>
  ) {
    checkName(name, kind)
    if let first = self[keyPath: table].updateValue(name.mark, forKey: name.text) {
      self[keyPath: table][name.text] = first
      findings.add(
        .duplicateName,
        at: name.mark,
        "there are two \(kind)s called \"\(name.text)\"",
        notes: [.init("the other is here", at: first)]
      )
    }
  }

  private mutating func checkName(_ name: Draft.Name, _ kind: String) {
    if name.text.trimmed.isEmpty {
      findings.add(.badName, at: name.mark, "a \(kind) needs a name")
    } else if name.text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
      findings.add(.badName, at: name.mark, "the name of a \(kind) is one line without control characters")
    }
  }

  private mutating func reserve(_ name: Draft.Name, _ kind: String) {
    if ReservedNames.all.contains(name.text) {
      findings.add(
        .reservedName,
        at: name.mark,
        "\"\(name.text)\" is reserved and cannot name a \(kind)",
        help: ["choose another name"]
      )
    }
  }

  private mutating func unknown(_ name: Draft.Name, _ kind: String, among known: some Sequence<String>) {
    let nearest = Suggestion.nearest(to: name.text, among: known)
    findings.add(
      .unknownName,
      at: name.mark,
      "no \(kind) is called \"\(name.text)\"" + (nearest.map { "; did you mean \"\($0)\"?" } ?? ""),
      replacement: nearest.flatMap { name.mark.text?.nfc == name.text ? (text: $0, say: "write \($0)") : nil }
    )
  }

  private mutating func destination(_ name: Draft.Name, from place: String) -> Destination? {
    if touchpoints[name.text] != nil { return .touchpoint(name.text) }
    if outcomes[name.text] != nil { return .outcome(name.text) }
    if name.text == Outcome.timedOutName || name.text == "START" || name.text == "RETURN" {
      findings.add(.reservedName, at: name.mark, "nothing can lead to \"\(name.text)\"")
    } else {
      let known = draft.touchpoints.map(\.name.text) + draft.outcomes.map(\.name.text) + ["leave"]
      unknown(name, "touchpoint or outcome", among: known)
    }
    return nil
  }

  // MARK: Parts

  private mutating func handoffs() -> Handoffs {
    for part in draft.handoffs {
      for name in [part.from, part.to].compactMap({ $0 }) where channels[name.text] == nil {
        unknown(name, "channel", among: draft.channels.map(\.name.text))
      }
    }
    let used = Set(draft.touchpoints.compactMap(\.value.channel))
    if draft.handoffDefault == nil, used.count > 1, draft.touchpoints.first?.feels != nil {
      assumptions.append("changing channel costs 3 points where handoffs say nothing else")
    }
    return Handoffs(
      standard: draft.handoffDefault ?? -3,
      rules: draft.handoffs.map { .init(from: $0.from?.text, to: $0.to?.text, points: $0.points) }
    )
  }

  private mutating func row(_ row: Draft.Row) -> PathRow {
    var options: [PathRow.Option] = []
    options.reserveCapacity(row.options.count)
    var total = 0.0
    for option in row.options {
      guard let to = destination(option.to, from: row.place.text) else {
        total += 1
        continue
      }
      total += option.weight
      options.append(.init(to: to, weight: option.weight))
    }
    if row.isBroken { return PathRow(options) }
    if row.options.isEmpty {
      findings.add(
        .emptyRow,
        at: row.place.mark,
        "the row of \"\(row.place.text)\" is empty",
        help: ["add leave: 1, or where it leads"]
      )
    } else if total == 0 {
      findings.add(.emptyRow, at: row.place.mark, "all weights in the row of \"\(row.place.text)\" are 0")
    } else if !total.isFinite {
      findings.add(
        .badNumber,
        at: row.place.mark,
        "the weights in the row of \"\(row.place.text)\" are too large to add"
      )
    }
    return PathRow(options)
  }

  private mutating func paths() -> Paths {
    var rows: [String: PathRow] = [:]
    for part in draft.rows {
      rows[part.place.text] = row(part)
      if touchpoints[part.place.text] == nil {
        unknown(part.place, "touchpoint", among: draft.touchpoints.map(\.name.text))
      }
    }
    if let mark = draft.pathsMark {
      if draft.start == nil {
        findings.add(
          .missingRow,
          at: mark,
          "paths need a row START, where journeys begin",
          help: ["add START: {…: 1}"]
        )
      }
      for part in draft.touchpoints where rows[part.name.text] == nil {
        if !draft.personas.isEmpty,
          draft.personas.allSatisfy({ $0.rows.contains { $0.place.text == part.name.text } })
        {
          continue
        }
        findings.add(
          .missingRow,
          at: part.name.mark,
          "\"\(part.name.text)\" has no row in paths: where does it lead?",
          help: ["add \(part.name.text): {leave: 1} to paths, or where it leads"]
        )
      }
    }
    let start = draft.start.map { row($0) } ?? PathRow([])
    let returning = draft.returning.map { row($0) }
    return Paths(start: start, returning: returning, rows: rows)
  }

  private mutating func pain(_ part: Draft.PainPart) -> PainPoint {
    var pain = part.value
    if touchpoints[part.at.text] == nil {
      unknown(part.at, "touchpoint", among: draft.touchpoints.map(\.name.text))
    }
    for name in part.hitsPersonas where personas[name.text] == nil {
      unknown(name, "persona", among: draft.personas.map(\.name.text))
    }
    var forced: [PainPoint.Forced] = []
    for option in part.sendsTo {
      guard let to = destination(option.to, from: part.name.text), let share = Probability(option.weight)
      else { continue }
      forced.append(.init(to: to, probability: share))
    }
    pain.sendsTo = forced.sorted { $0.to.name.precedesCanonically($1.to.name) }
    return pain
  }

  private mutating func persona(_ part: Draft.PersonaPart) -> Persona {
    var persona = part.value
    for name in part.prefers where channels[name.text] == nil {
      unknown(name, "channel", among: draft.channels.map(\.name.text))
    }
    persona.start = part.start.map { row($0) }
    persona.returning = part.returning.map { row($0) }
    for own in part.rows {
      persona.rows[own.place.text] = row(own)
      if touchpoints[own.place.text] == nil {
        unknown(own.place, "touchpoint", among: draft.touchpoints.map(\.name.text))
      }
    }
    return persona
  }

  /// The five A's; a name may be a stage or an outcome.
  private mutating func fiveAs() -> FiveAs? {
    guard let mark = draft.fiveAsMark else { return nil }
    var places: [FiveAs.Step: FiveAs.Place] = [:]
    for (step, name) in draft.fiveAs {
      let isStage = stages[name.text] != nil
      let isOutcome = outcomes[name.text] != nil || name.text == Outcome.timedOutName
      if isStage, isOutcome {
        findings.add(
          .ambiguousName,
          at: name.mark,
          "\"\(name.text)\" is both a stage and an outcome; five as could mean either",
          help: ["rename one of them"]
        )
      } else if !isStage, !isOutcome {
        let known = draft.stages.map(\.text) + draft.outcomes.map(\.name.text)
        unknown(name, "stage or outcome", among: known)
      }
      places[step] = isStage ? .stage(name.text) : .outcome(name.text)
    }
    for key in ["aware", "act"] where !draft.fiveAs.contains(where: { $0.step.rawValue == key }) {
      if key == "act", draft.fiveAs.contains(where: { $0.step == .advocate }) { continue }
      findings.add(
        .missingKey,
        at: mark,
        key == "aware"
          ? "five as needs the key \"aware\": both ratios are shares of those who are"
          : "five as needs the key \"act\" or \"advocate\": without one there is no ratio",
        help: [
          key == "aware"
            ? "add aware: discover, a stage of yours" : "add act: bought, a stage or outcome of yours"
        ]
      )
    }
    return FiveAs(places)
  }

  private mutating func checkPlaces() {
    for part in draft.touchpoints {
      if let stage = part.stage, stages[stage.text] == nil {
        unknown(stage, "stage", among: draft.stages.map(\.text))
      }
      if let channel = part.channel, channels[channel.text] == nil {
        unknown(channel, "channel", among: draft.channels.map(\.name.text))
      }
    }
    for part in draft.observed {
      if let name = part.touchpoint, touchpoints[name.text] == nil {
        unknown(name, "touchpoint", among: draft.touchpoints.map(\.name.text))
      }
    }
  }
}
