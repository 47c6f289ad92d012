import JourneyDiagnostics
import JourneyModel

extension Decoder {
  /// Reads `pain points`.
  mutating func decodePains(_ node: DocumentNode) {
    for entry in entries(node, of: "pain points") ?? [] {
      if let part = inside(entry.key.name, { $0.decodePain(entry) }) { draft.pains.append(part) }
    }
  }

  private mutating func decodePain(_ entry: DocumentEntry) -> Draft.PainPart? {
    let name = Draft.Name(text: entry.key.name, mark: entry.key.mark)
    guard let entries = entries(entry.value, of: "a pain point") else { return nil }
    var pain = PainPoint(name: name.text, at: "", hits: .zero)
    var at: Draft.Name?
    var hitsPersonas: [Draft.Name] = []
    var sendsTo: [Draft.Option] = []
    var sendsToMark: Mark?
    for entry in entries {
      let (key, value) = (entry.key.name, entry.value)
      switch key {
      case "at": at = self.name(value, key)
      case "hits":
        let (hits, byPersona, names) = hits(value, pain: name.text)
        pain.hits = hits
        pain.hitsByPersona = byPersona
        hitsPersonas = names
      case "hurts":
        if let (law, word) = self.value(value, key, SeverityValue.parse) {
          pain.hurts = law
          if let word, case .constant(let points) = law {
            assume("\(word) means \(NumberValue.shown(points)) points")
          }
        }
      case "delays": pain.delays = self.value(value, key, DurationValue.parse)
      case "leaves": pain.leaves = self.value(value, key, ProbabilityValue.parse) ?? .zero
      case "sends to":
        sendsToMark = entry.key.mark
        sendsTo = inside(key) { $0.sendsTo(value) }
      case "costs": pain.costs = money(value, key) ?? 0
      case "fix": pain.fix = inside(key) { $0.fix(value) }
      default: unknown(entry, in: KeyCatalogue.painPoint)
      }
    }
    for key in KeyCatalogue.painPoint.keys
    where key.isRequired && !entries.contains(where: { $0.key.name == key.name }) {
      missing(key.name, in: "the pain point \"\(name.text)\"", at: name.mark, example: key.example)
    }
    guard let at else { return nil }
    pain.at = at.text
    return .init(
      value: pain,
      name: name,
      at: at,
      hitsPersonas: hitsPersonas,
      sendsTo: sendsTo,
      sendsToMark: sendsToMark
    )
  }

  private mutating func hits(
    _ node: DocumentNode,
    pain: String
  ) -> (Probability, [String: Probability], [Draft.Name]) {
    guard let entries = node.entries else {
      return (value(node, "hits", ProbabilityValue.parse) ?? .zero, [:], [])
    }
    var standard: Probability?
    var byPersona: [String: Probability] = [:]
    var names: [Draft.Name] = []
    for entry in entries {
      let chance = inside("hits") { $0.value(entry.value, entry.key.name, ProbabilityValue.parse) } ?? .zero
      if entry.key.name == "any" {
        standard = chance
      } else {
        byPersona[entry.key.name] = chance
        names.append(.init(text: entry.key.name, mark: entry.key.mark))
      }
    }
    return (standard ?? .zero, byPersona, names)
  }

  private mutating func sendsTo(_ node: DocumentNode) -> [Draft.Option] {
    var options: [Draft.Option] = []
    for entry in entries(node, of: "sends to") ?? [] {
      guard let share = value(entry.value, entry.key.name, ProbabilityValue.parse) else { continue }
      options.append(.init(to: .init(text: entry.key.name, mark: entry.key.mark), weight: share.value))
    }
    let total = options.reduce(0) { $0 + $1.weight }
    if total > 1 + 1e-9 {
      findings.add(
        .sendsToTotal,
        at: node.mark,
        "the forced moves total \(ProbabilityValue.shown(total)), more than 100 %"
      )
    }
    return options
  }

  private mutating func fix(_ node: DocumentNode) -> Fix? {
    guard let entries = entries(node, of: "a fix") else { return nil }
    var fix = Fix()
    for entry in entries {
      let (key, value) = (entry.key.name, entry.value)
      switch key {
      case "name": fix.name = text(value, key)
      case "costs": fix.costs = money(value, key)
      case "works": fix.works = self.value(value, key, ProbabilityValue.parse) ?? .one
      case "lead time": fix.leadTimeSeconds = self.value(value, key, DurationValue.fixed)
      case "owner": fix.owner = text(value, key)
      default: unknown(entry, in: KeyCatalogue.fix)
      }
    }
    return fix
  }

  /// Reads `personas`.
  mutating func decodePersonas(_ entry: DocumentEntry) {
    draft.personasMark = entry.key.mark
    for entry in entries(entry.value, of: "personas") ?? [] {
      if let part = inside(entry.key.name, { $0.decodePersona(entry) }) { draft.personas.append(part) }
    }
  }

  private mutating func decodePersona(_ entry: DocumentEntry) -> Draft.PersonaPart? {
    let name = Draft.Name(text: entry.key.name, mark: entry.key.mark)
    guard let entries = entries(entry.value, of: "a persona") else { return nil }
    var part = Draft.PersonaPart(
      value: Persona(name: name.text, share: .zero),
      name: name,
      prefers: [],
      rows: []
    )
    for entry in entries {
      let (key, value) = (entry.key.name, entry.value)
      switch key {
      case "share":
        guard let share = self.value(value, key, ProbabilityValue.parse) else { continue }
        part.share = value.mark
        part.value.share = share
      case "expects": part.value.expects = self.value(value, key, PointsValue.parse)
      case "prefers": inside(key) { $0.decodePrefers(value, into: &part) }
      case "patience":
        part.value.patience = factor(value, key) ?? 1
        findings.add(
          .noEffect,
          .note,
          at: entry.key.mark,
          "patience has no effect until channels are staffed"
        )
      case "baseline": part.value.baseline = self.value(value, key, ProbabilityValue.parse)
      case "mood to leave": part.value.moodToLeave = factor(value, key)
      case "starts": setRow(inside(key) { $0.row(entry) }, place: "START", in: &part)
      case "paths":
        inside(key) { decoder in
          for entry in decoder.entries(value, of: "paths") ?? [] {
            decoder.setRow(decoder.inside(entry.key.name) { $0.row(entry) }, place: entry.key.name, in: &part)
          }
        }
      case "goal": part.value.goal = text(value, key)
      case "quote": part.value.quote = text(value, key)
      default: unknown(entry, in: KeyCatalogue.persona)
      }
    }
    if !entries.contains(where: { $0.key.name == "share" }) {
      missing("share", in: "the persona \"\(name.text)\"", at: name.mark, example: "45%")
    }
    return part
  }

  private mutating func decodePrefers(_ node: DocumentNode, into part: inout Draft.PersonaPart) {
    for entry in entries(node, of: "prefers") ?? [] {
      guard let factor = factor(entry.value, entry.key.name) else { continue }
      part.prefers.append(.init(text: entry.key.name, mark: entry.key.mark))
      part.value.prefers[entry.key.name] = factor
    }
  }

  private mutating func setRow(_ row: Draft.Row?, place: String, in part: inout Draft.PersonaPart) {
    guard let row else { return }
    switch place {
    case "START":
      if let first = part.start {
        findings.add(
          .twoRows,
          at: row.place.mark,
          "\"\(part.name.text)\" has two entry rows",
          notes: [.init("the other is here", at: first.place.mark)],
          help: ["keep starts, or START in paths"]
        )
      }
      part.start = row
    case "RETURN": part.returning = row
    default: part.rows.append(row)
    }
  }
}
