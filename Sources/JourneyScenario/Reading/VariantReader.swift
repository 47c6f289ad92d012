import JourneyDiagnostics
import JourneyModel

/// Applies the variants of `what if`: edits of the document first, then interventions on the journey.
struct VariantReader {
  let base: JourneyReading
  let root: DocumentNode
  var findings: Findings
  var assumptions: [String] = []
  private let parts: [String: Draft.VariantPart]

  init(base: JourneyReading, root: DocumentNode, findings: Findings) {
    self.base = base
    self.root = root
    self.findings = findings
    parts = Dictionary(base.draft.variants.map { ($0.name.text, $0) }) { first, _ in first }
  }

  /// The variants in the order of the file; those with findings are left out.
  mutating func read() -> [Variant] {
    base.draft.variants.compactMap { read($0) }
  }

  private mutating func read(_ part: Draft.VariantPart) -> Variant? {
    guard let chain = chain(of: part) else { return nil }
    guard base.isValid else { return nil }
    let journey: Journey
    var draft = base.draft
    if chain.contains(where: { !$0.set.isEmpty || $0.add != nil }) {
      guard let edited = edited(part, chain) else { return nil }
      journey = edited.journey
      draft = edited.draft
    } else {
      journey = base.journey
    }
    guard let interventions = interventions(of: chain, in: draft) else { return nil }
    do {
      return Variant(
        name: part.name.text,
        because: part.because,
        operations: chain.flatMap { operations(of: $0) },
        journey: try journey.applying(interventions)
      )
    } catch {
      findings.add(
        .variantImpossible,
        at: part.name.mark,
        "\"\(part.name.text)\" cannot be applied: \(error.message)"
      )
      return nil
    }
  }

  // MARK: Building on others

  /// The variants that a variant builds on, then itself; nil where names lead in a circle or nowhere.
  private mutating func chain(of part: Draft.VariantPart) -> [Draft.VariantPart]? {
    var walk = ChainWalk(owner: part.name.text, parts: parts)
    let isComplete = walk.visit(part, above: [], from: nil)
    for name in walk.circles {
      findings.add(
        .variantCycle,
        at: name.mark,
        "\"\(part.name.text)\" builds on itself by way of \"\(name.text)\""
      )
    }
    for name in part.buildsOn where parts[name.text] == nil {
      unknown(name, "variant", base.draft.variants.map(\.name.text))
    }
    return isComplete ? walk.chain : nil
  }

  // MARK: Edits of the document

  private mutating func edited(_ part: Draft.VariantPart, _ chain: [Draft.VariantPart]) -> JourneyReading? {
    let errors = findings.errors
    var document = root
    for part in chain {
      if let add = part.add {
        document.merge(add) { key in
          findings.add(
            .badPath,
            at: key.mark,
            "there is no \"\(key.name)\" to delete",
            help: ["write {} for an empty part"]
          )
        }
      }
      for entry in part.set {
        DocumentPathEdit(
          path: entry.key.mark.text ?? entry.key.name,
          value: entry.value,
          mark: entry.key.mark
        )
        .apply(to: &document, into: &findings)
      }
    }
    guard findings.errors == errors else { return nil }
    var fresh = Findings()
    fresh.sources = findings.sources
    let reading = JourneyReading(document, findings: fresh)
    findings.sources = reading.findings.sources
    let known = Set(findings.all)
    for finding in reading.findings.all where !known.contains(finding) {
      // What a variant that this one builds on brought was said there already.
      let isSaid = chain.dropLast().contains { findings.all.contains(attributed(finding, to: $0)) }
      if !isSaid { findings.add(attributed(finding, to: part)) }
    }
    for sentence in reading.assumptions where !base.assumptions.contains(sentence) {
      assumptions.append("in \"\(part.name.text)\": \(sentence)")
    }
    return reading.isValid ? reading : nil
  }

  /// The finding as one of the variant: at its text, with its name.
  private func attributed(_ finding: Diagnostic, to part: Draft.VariantPart) -> Diagnostic {
    var finding = finding
    finding.message = "in \"\(part.name.text)\": \(finding.message)"
    let file = Int(part.name.mark.place.file)
    let path = findings.sources.files.indices.contains(file) ? findings.sources.files[file].path : ""
    let start = SourcePosition(line: Int(part.name.mark.place.line), column: Int(part.name.mark.place.column))
    let end = end(of: part)
    let isInside =
      finding.file == path && finding.range.start >= start && end.map { finding.range.start < $0 } ?? true
    if !isInside {
      var sources = findings.sources
      let place = Diagnostic.Note("here", at: finding.file == path ? finding.range : nil)
      finding.file = path
      finding.range = sources.range(of: part.name.mark)
      finding.notes = [place] + finding.notes.map { Diagnostic.Note($0.message) }
      finding.fixes = finding.fixes.map { Diagnostic.Fix($0.message) }
    }
    return finding
  }

  /// Where the next key after a variant stands, or nil at the end of the file.
  private func end(of part: Draft.VariantPart) -> SourcePosition? {
    let place = part.name.mark.place
    func isLater(_ other: Place) -> Bool {
      other.file == place.file && (other.line, other.column) > (place.line, place.column)
    }
    let keys = (root.entries ?? []).map(\.key.mark.place) + base.draft.variants.map(\.name.mark.place)
    return keys.filter(isLater).min { ($0.line, $0.column) < ($1.line, $1.column) }
      .map { SourcePosition(line: Int($0.line), column: Int($0.column)) }
  }

  // MARK: Interventions

  private mutating func interventions(of chain: [Draft.VariantPart], in draft: Draft) -> [Intervention]? {
    let pains = Dictionary(draft.pains.map { ($0.name.text, $0.value) }) { first, _ in first }
    let touchpoints = Set(draft.touchpoints.map(\.name.text))
    let channels = Set(draft.channels.map(\.name.text))
    var result: [Intervention] = []
    var isComplete = true
    for (at, part) in chain.enumerated() {
      // Findings about a part of the chain are said once, with that part.
      let isOwn = at == chain.count - 1
      func refuse(_ name: Draft.Name, _ kind: String, _ known: some Sequence<String>) {
        isComplete = false
        if isOwn { unknown(name, kind, known) }
      }
      for name in part.remove {
        if pains[name.text] == nil {
          refuse(name, "pain point", draft.pains.map(\.name.text))
        } else {
          result.append(.remove(painPoint: name.text))
        }
      }
      for name in part.fix {
        guard let pain = pains[name.text] else {
          refuse(name, "pain point", draft.pains.map(\.name.text))
          continue
        }
        if pain.fix == nil, isOwn {
          findings.add(
            .noFix,
            .note,
            at: name.mark,
            "\"\(name.text)\" has no fix of its own; it is taken to work always",
            help: ["give it a fix with what it costs and how well it works, or write remove"]
          )
        }
        result.append(.fix(painPoint: name.text))
      }
      for name in part.bypass {
        if touchpoints.contains(name.text) {
          result.append(.bypass(touchpoint: name.text))
        } else {
          refuse(name, "touchpoint", draft.touchpoints.map(\.name.text))
        }
      }
      for name in part.close {
        switch (touchpoints.contains(name.text), channels.contains(name.text)) {
        case (true, false): result.append(.closeTouchpoint(name.text))
        case (false, true): result.append(.closeChannel(name.text))
        case (true, true):
          isComplete = false
          if isOwn {
            findings.add(
              .ambiguousName,
              at: name.mark,
              "\"\(name.text)\" is both a touchpoint and a channel",
              help: ["give one of them another name"]
            )
          }
        case (false, false):
          refuse(
            name,
            "touchpoint or channel",
            draft.touchpoints.map(\.name.text) + draft.channels.map(\.name.text)
          )
        }
      }
    }
    return isComplete ? result : nil
  }

  private func operations(of part: Draft.VariantPart) -> [String] {
    var words: [String] = []
    for entry in part.add?.entries ?? [] { words.append("add to \(entry.key.name)") }
    for entry in part.set {
      if case .scalar(let text) = entry.value.content {
        words.append("set \(entry.key.name) to \(entry.value.isNull ? "nothing" : text)")
      } else {
        words.append("set \(entry.key.name)")
      }
    }
    words += part.remove.map { "remove \($0.text)" } + part.fix.map { "fix \($0.text)" }
    words += part.bypass.map { "bypass \($0.text)" } + part.close.map { "close \($0.text)" }
    return words
  }

  private mutating func unknown(_ name: Draft.Name, _ kind: String, _ known: some Sequence<String>) {
    let nearest = Suggestion.nearest(to: name.text, among: known)
    findings.add(
      .unknownName,
      at: name.mark,
      "no \(kind) is called \"\(name.text)\"" + (nearest.map { "; did you mean \"\($0)\"?" } ?? ""),
      replacement: nearest.map { (text: $0, say: "write \($0)") }
    )
  }
}

/// Follows `builds on` from one variant.
private struct ChainWalk {
  let owner: String
  let parts: [String: Draft.VariantPart]
  /// Those passed, each after what it builds on.
  var chain: [Draft.VariantPart] = []
  /// The owner's own entries that lead back to it; circles elsewhere are said where they are.
  var circles: [Draft.Name] = []
  private var done: Set<String> = []

  init(owner: String, parts: [String: Draft.VariantPart]) {
    self.owner = owner
    self.parts = parts
  }

  /// Whether everything below a variant is there and leads in no circle.
  mutating func visit(_ part: Draft.VariantPart, above: [String], from entry: Draft.Name?) -> Bool {
    guard !done.contains(part.name.text) else { return true }
    let above = above + [part.name.text]
    var isComplete = true
    for name in part.buildsOn {
      let entry = entry ?? name
      if name.text == owner { circles.append(entry) }
      guard !above.contains(name.text), let next = parts[name.text] else {
        isComplete = false
        continue
      }
      if !visit(next, above: above, from: entry) { isComplete = false }
    }
    done.insert(part.name.text)
    chain.append(part)
    return isComplete
  }
}
