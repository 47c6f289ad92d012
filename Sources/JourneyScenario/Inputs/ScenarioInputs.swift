import JourneyDiagnostics
import JourneyModel
import JourneyProbability

/// All numbers of a scenario, what each rests on, and the scenario with some of them changed.
///
/// The text is parsed once; a change edits the document and decodes it again, so variants and fixes are applied on
/// top of whatever was changed.
public struct ScenarioInputs: Sendable {
  /// A marked number that stays as it is in all draws.
  public struct Fixed: Sendable, Hashable {
    /// Its path.
    public var path: String
    /// Why it cannot vary.
    public var reason: String
  }

  /// The scenario as it stands.
  public let scenario: Scenario
  /// Every number, in the order of the file, defaults of the language last in their part.
  public let inputs: [ScenarioInput]
  /// Marked numbers that cannot vary, with the reason.
  public let fixed: [Fixed]

  private let groups: [InputGroup]
  private let groupOf: [Int: Int]
  private let document: DocumentNode
  private let sources: SourceTable
  private let sites: [UInt32]

  /// Makes the list of a document that was read without errors.
  init(_ scenario: Scenario, _ root: DocumentNode, sources: SourceTable) {
    self.scenario = scenario
    self.sources = sources
    var complete = root
    let defaults = complete.writeDefaults(for: scenario.baseline)
    document = complete
    let walk = InputWalk(complete, defaults: defaults)
    inputs = walk.inputs
    groups = walk.groups
    var groupOf: [Int: Int] = [:]
    for (number, group) in walk.groups.enumerated() {
      for member in group.members { groupOf[member] = number }
    }
    self.groupOf = groupOf
    let table = SiteTable(walk.inputs.map { SitePlace(.input, $0.path) })
    sites = walk.inputs.map { table[.input, $0.path] ?? SiteHash.site(.input, $0.path) }
    fixed = walk.inputs.compactMap { input in
      guard input.mark != nil, input.law == nil else { return nil }
      return Fixed(path: input.path, reason: Self.reason(input))
    }
  }

  private static func reason(_ input: ScenarioInput) -> String {
    if input.kind == .seen { return "nothing else was seen from there" }
    if input.value == 0 { return "a range in percent of 0 is nothing; say on how many it was measured" }
    if let limit = input.limit, abs(input.value) >= limit { return "it stands at its limit" }
    return "its range is empty"
  }

  /// The positions of the numbers that are drawn: marked, and free to vary.
  public var drawn: [Int] { inputs.indices.filter { inputs[$0].law != nil } }

  /// How many questions could be asked: numbers that are drawn, a row of moves seen counting once.
  public var questions: [String] {
    var seen: Set<String> = []
    return drawn.map { inputs[$0].question }.filter { seen.insert($0).inserted }
  }

  // MARK: Drawing

  /// The uniform number behind an input in one draw: the same whatever else the file holds.
  public func uniform(of input: Int, draw number: UInt64, seed: UInt64) -> Double {
    let address = DrawAddress(
      visit: 0,
      site: sites[input],
      traveller: number,
      period: 0,
      purpose: .input
    )
    return Philox4x32(seed: seed).block(at: address).uniform0
  }

  /// The three uniform numbers that decide an input's part in a screening trajectory.
  public func screeningNumbers(
    of input: Int,
    trajectory: UInt64,
    seed: UInt64
  ) -> (start: Double, direction: Double, order: Double) {
    let address = DrawAddress(
      visit: 0,
      site: sites[input],
      traveller: trajectory,
      period: 0,
      purpose: .screen
    )
    let block = Philox4x32(seed: seed).block(at: address)
    return (block.uniform0, block.uniform1, block.uniform2)
  }

  /// One draw of all uncertain numbers, by their positions.
  ///
  /// A row of moves that were seen is drawn as a whole from its Dirichlet posterior, by beta draws for one option
  /// after the other (stick breaking), each with its own draw.
  ///
  /// - Complexity: O(marked numbers).
  public func draw(_ number: UInt64, seed: UInt64) -> [Int: Double] {
    var values: [Int: Double] = [:]
    for at in inputs.indices where inputs[at].kind != .seen {
      guard let law = inputs[at].law else { continue }
      values[at] = law.quantile(uniform(of: at, draw: number, seed: seed))
    }
    for group in groups {
      guard case .seen(let moves) = group.total, group.members.count > 1 else { continue }
      let members = group.members.sorted { inputs[$0].path.precedesCanonically(inputs[$1].path) }
      let alphas = members.map { (inputs[$0].value * moves).rounded() + 0.5 }
      var left = 1.0
      var below = alphas.reduce(0, +)
      for (member, alpha) in zip(members, alphas) {
        below -= alpha
        guard member != members.last else {
          values[member] = left
          break
        }
        let u = uniform(of: member, draw: number, seed: seed)
        let part = BetaDistribution(alpha: alpha, beta: below).quantile(u)
        values[member] = left * part
        left *= 1 - part
      }
    }
    return values
  }

  // MARK: Changing

  /// The scenario with some numbers changed, those that share a total with them in proportion.
  ///
  /// - Parameters:
  ///   - values: by position, in the unit of each.
  ///   - withVariants: whether the variants are applied too; they take most of the time.
  /// - Throws: `InputProblem` where a value cannot stand there.
  /// - Complexity: O(values of the document), and again for each variant that edits it.
  public func scenario(
    setting values: [Int: Double],
    withVariants: Bool = true
  ) throws(InputProblem) -> Scenario {
    var document = document
    for (at, text) in try texts(setting: values) { document.replace(at: inputs[at].place[...], with: text) }
    var findings = Findings()
    findings.sources = sources
    let base = JourneyReading(document, findings: findings)
    guard base.isValid else { throw Self.problem(base.findings) }
    var variants: [Variant] = []
    if withVariants {
      var reader = VariantReader(base: base, root: document, findings: base.findings)
      variants = reader.read()
      guard reader.findings.errors == 0 else { throw Self.problem(reader.findings) }
    }
    var changed = scenario
    changed.baseline = base.journey
    changed.variants = variants
    return changed
  }

  private static func problem(_ findings: Findings) -> InputProblem {
    InputProblem(findings.all.first { $0.severity == .error }?.message ?? "it cannot be read")
  }

  /// What is to be written where.
  private func texts(setting values: [Int: Double]) throws(InputProblem) -> [(Int, String)] {
    var texts: [(Int, String)] = []
    var touched: Set<Int> = []
    for (at, value) in values.sorted(by: { $0.key < $1.key }) {
      if let group = groupOf[at] {
        touched.insert(group)
      } else {
        guard inputs[at].allows(value) else {
          throw InputProblem("\(inputs[at].form.text(value)) cannot stand at \(inputs[at].path)")
        }
        if value != inputs[at].value { texts.append((at, inputs[at].form.text(value))) }
      }
    }
    for number in touched.sorted() {
      let group = groups[number]
      let shares = try group.shares(
        setting: values,
        typed: { inputs[$0].value },
        name: { inputs[$0].path }
      )
      for (member, share) in zip(group.members, shares) {
        if case .seen(let moves) = group.total {
          texts.append((member, InputForm.decimal(share * moves)))
        } else {
          texts.append((member, inputs[member].form.text(share)))
        }
      }
    }
    return texts
  }
}

extension DocumentNode {
  /// Replaces a single value, found by the positions of entries from here down.
  fileprivate mutating func replace(at place: ArraySlice<Int>, with text: String) {
    guard let first = place.first else {
      content = .scalar(text)
      isPlain = true
      return
    }
    guard case .mapping(var entries) = content, entries.indices.contains(first) else { return }
    // Taken out while it is changed, so that the part is not copied.
    content = .mapping([])
    entries[first].value.replace(at: place.dropFirst(), with: text)
    content = .mapping(entries)
  }

  /// Writes out the constants of the language that a scenario leaves at their defaults, and gives their paths.
  ///
  /// Only those that have an effect on this journey; so they can be varied like any other number.
  fileprivate mutating func writeDefaults(for journey: Journey) -> Set<String> {
    var paths: [[String]] = []
    if journey.hasQuality {
      paths += ["expects", "leaving costs", "survey noise"].map { ["satisfaction", $0] }
      paths += ["gain", "loss aversion"].map { ["satisfaction", "surprise", $0] }
      paths += ["average", "best", "worst", "end"].map { ["satisfaction", "memory", $0] }
      paths += ["newest counts", "to leave"].map { ["satisfaction", "mood", $0] }
      if journey.channels.count > 1 { paths.append(["handoffs", "default"]) }
    }
    if journey.retention != nil {
      paths += ["odds per 10 points", "polarisation"].map { ["retention", $0] }
    }
    var written: Set<String> = []
    for path in paths where self[path] == nil {
      guard let standard = KeyCatalogue.standard(of: path) else { continue }
      let node = DocumentNode(.scalar(standard), at: place)
      let mark = Mark(place: place, text: path.last)
      guard (try? set(path, to: node, key: mark)) != nil else { continue }
      written.insert(path.map(DottedPath.quoted).joined(separator: "."))
    }
    return written
  }

  private subscript(_ path: [String]) -> DocumentNode? {
    var node: DocumentNode? = self
    for name in path { node = node?[name] }
    return node
  }
}

extension KeyCatalogue {
  /// The default of a constant, as it would be written.
  fileprivate static func standard(of path: [String]) -> String? {
    if path == ["handoffs", "default"] { return "-3" }
    var shape = scenario
    for name in path.dropLast() {
      guard case .mapping(let inner)? = shape.keys.first(where: { $0.name == name })?.kind else { return nil }
      shape = inner()
    }
    return shape.keys.first { $0.name == path.last }?.standard
  }
}
