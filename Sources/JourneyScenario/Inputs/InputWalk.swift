import JourneyModel

/// Finds every number of a document by the kinds of the key catalogue.
struct InputWalk {
  private(set) var inputs: [ScenarioInput] = []
  private(set) var groups: [InputGroup] = []
  private var variant: String?
  private var defaults: Set<String>

  /// Keys that are read but have no effect yet, and settings of the run that are no facts about customers.
  private static let ignored: Set<String> = ["patience", "waiting", "retry", "staff", "sites", "contact"]

  /// Walks a document that was read without errors.
  ///
  /// - Parameter defaults: paths that were added with the language's defaults.
  /// - Complexity: O(values of the document).
  init(_ root: DocumentNode, defaults: Set<String> = []) {
    self.defaults = defaults
    walk(root, .mapping { KeyCatalogue.scenario }, [], [])
    group(.one, where: { $0.variant == nil && $0.path.hasPrefix("personas.") && Self.isShareOfPersona($0) })
    group(.one, where: { $0.variant == nil && $0.path.hasPrefix("satisfaction.memory.") })
    makeLaws()
  }

  private static func isShareOfPersona(_ input: ScenarioInput) -> Bool {
    DottedPath.segments(input.path).map { $0.count == 3 && $0[2] == "share" } ?? false
  }

  private mutating func group(_ total: InputGroup.Total, where isMember: (ScenarioInput) -> Bool) {
    let members = inputs.indices.filter { isMember(inputs[$0]) }
    if !members.isEmpty { groups.append(InputGroup(total: total, members: members)) }
  }

  // MARK: Walking

  private mutating func walk(_ node: DocumentNode, _ kind: Shape.Kind, _ path: [String], _ place: [Int]) {
    switch kind {
    case .mapping(let shape):
      let keys = Dictionary(shape().keys.map { ($0.name, $0.kind) }) { first, _ in first }
      for (at, entry) in (node.entries ?? []).enumerated() where !Self.ignored.contains(entry.key.name) {
        guard let inner = keys[entry.key.name] else { continue }
        let below = path + [entry.key.name]
        if path.count == 2, path[0] == "what if" {
          change(entry, below, place + [at])
        } else {
          walk(entry.value, inner, below, place + [at])
        }
      }
    case .named(let inner):
      let first = inputs.count
      for (at, entry) in (node.entries ?? []).enumerated() {
        let before = variant
        if path == ["what if"] { variant = entry.key.name }
        walk(entry.value, inner, path + [entry.key.name], place + [at])
        variant = before
      }
      if path.last == "sends to" { group(.atMostOne, from: first) }
    case .outcome:
      if node.entries != nil { walk(node, .mapping { KeyCatalogue.outcome }, path, place) }
    case .hits:
      if node.entries == nil { return scalar(node, .probability, path, place) }
      for (at, entry) in (node.entries ?? []).enumerated() {
        scalar(entry.value, .probability, path + [entry.key.name], place + [at])
      }
    case .quality where node.entries != nil:
      let first = inputs.count
      for (at, entry) in (node.entries ?? []).enumerated() {
        scalar(entry.value, .probability, path + [entry.key.name], place + [at])
      }
      group(.one, from: first)
    case .row: row(node, path, place)
    default: scalar(node, kind, path, place)
    }
  }

  /// The numbers that a variant sets or adds.
  private mutating func change(_ entry: DocumentEntry, _ path: [String], _ place: [Int]) {
    if entry.key.name == "add" {
      walk(entry.value, .mapping { KeyCatalogue.scenario }, path, place)
    } else if entry.key.name == "set" {
      for (at, change) in (entry.value.entries ?? []).enumerated() {
        guard let segments = DottedPath.segments(change.key.mark.text ?? change.key.name) else { continue }
        var kind = Shape.Kind.mapping { KeyCatalogue.scenario }
        for segment in segments { kind = kind.inputKind(of: segment) }
        walk(change.value, kind, path + [change.key.name], place + [at])
      }
    }
  }

  private mutating func group(_ total: InputGroup.Total, from first: Int) {
    if inputs.count > first { groups.append(InputGroup(total: total, members: Array(first..<inputs.count))) }
  }

  private mutating func row(_ node: DocumentNode, _ path: [String], _ place: [Int]) {
    guard let entries = node.entries else { return scalar(node, .number, path, place) }
    let first = inputs.count
    var (hasRest, isPercent) = (false, false)
    var seen: [Int] = []
    for (at, entry) in entries.enumerated() {
      guard case .scalar(let text) = entry.value.content else { continue }
      if text == "rest" {
        hasRest = true
        continue
      }
      let number = try? Uncertainty.split(ValueText(text), isShare: true).value
      let isShare = number?.last == "%"
      isPercent = isPercent || isShare
      let before = inputs.count
      scalar(entry.value, isShare ? .probability : .number, path + [entry.key.name], place + [at])
      guard inputs.count > before else { continue }
      if isShare { inputs[before].form = .percent }
      if inputs[before].kind == .seen { seen.append(before) }
    }
    if isPercent || hasRest { group(hasRest ? .atMostOne : .one, from: first) }
    let moves = seen.reduce(0) { $0 + inputs[$1].value }
    guard !seen.isEmpty, moves > 0 else { return }
    for member in seen {
      inputs[member].value /= moves
      inputs[member].question = path.map(DottedPath.quoted).joined(separator: ".")
    }
    groups.append(InputGroup(total: .seen(moves), members: seen))
  }

  // MARK: Values

  private mutating func scalar(_ node: DocumentNode, _ kind: Shape.Kind, _ path: [String], _ place: [Int]) {
    guard case .scalar(let text) = node.content, !node.isNull,
      let read = try? InputReading(text, kind, key: path.last ?? "")
    else { return }
    let name = path.map(DottedPath.quoted).joined(separator: ".")
    var input = ScenarioInput(
      path: name,
      written: text,
      isWritten: !defaults.contains(name),
      value: read.value,
      kind: read.kind,
      mark: read.mark,
      limit: read.limit,
      question: name,
      variant: variant
    )
    input.place = place
    input.form = read.form
    inputs.append(input)
  }

  private mutating func makeLaws() {
    for at in inputs.indices where inputs[at].kind != .seen { inputs[at].law = inputs[at].marginal }
    for group in groups {
      guard case .seen(let moves) = group.total, group.members.count > 1 else { continue }
      let half = 0.5
      for at in group.members {
        let count = (inputs[at].value * moves).rounded()
        inputs[at].law = .posterior(
          hits: count + half,
          misses: moves - count + half * Double(group.members.count - 1)
        )
      }
    }
  }
}

extension ScenarioInput {
  /// The law of the number by itself; nil where it has no mark or cannot vary.
  fileprivate var marginal: InputLaw? {
    guard let mark else { return nil }
    if case .counted(let count) = mark {
      let hits = value * Double(count)
      return .posterior(hits: hits + 0.5, misses: Double(count) - hits + 0.5)
    }
    guard value != 0, limit.map({ abs(value) < $0 }) ?? true else { return nil }
    let half: Double =
      switch mark {
      case .relative(let share): share * abs(value)
      default: InputLaw.guessRange * min(abs(value), (limit ?? .infinity) - abs(value))
      }
    guard half > 0 else { return nil }
    return .around(value, deviation: half / 1.959963984540054, limit: limit)
  }
}

extension Shape.Kind {
  /// What stands under a key or a name, in the whole of the language.
  fileprivate func inputKind(of name: String) -> Shape.Kind {
    switch self {
    case .mapping(let shape): shape().keys.first { $0.name == name }?.kind ?? .anything
    case .named(let kind): kind
    case .row: .row
    case .hits, .quality: .probability
    case .outcome: KeyCatalogue.outcome.keys.first { $0.name == name }?.kind ?? .anything
    default: .anything
    }
  }
}
