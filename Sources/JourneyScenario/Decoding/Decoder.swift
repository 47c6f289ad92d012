import JourneyDiagnostics
import JourneyModel

/// Turns a document into a draft and collects every finding on the way; nothing stops at the first.
struct Decoder {
  var findings: Findings
  var assumptions: [String] = []
  var evidence = Evidence()
  /// The keys above the value that is being read.
  var path: [String] = []
  var draft = Draft()

  init(findings: Findings) {
    self.findings = findings
  }

  /// The entries of a mapping; anything else is a finding.
  mutating func entries(_ node: DocumentNode, of what: String) -> [DocumentEntry]? {
    if let entries = node.entries { return entries }
    if node.isNull {
      findings.add(.emptyValue, at: node.mark, "\(what) is empty")
    } else {
      findings.add(.wrongShape, at: node.mark, "\(what) is a mapping of keys to values")
    }
    return nil
  }

  /// Reads one value by the type that is expected, its evidence status taken off; a problem is a finding.
  ///
  /// - Parameter isShare: whether it may be measured `of` so many; a probability always may.
  mutating func value<Value>(
    _ node: DocumentNode,
    _ what: String,
    isShare: Bool = Value.self == Probability.self,
    _ parse: (ValueText) throws(ValueProblem) -> Value
  ) -> Value? {
    guard let text = scalar(node, what) else { return nil }
    do {
      let result = try parse(try Uncertainty.split(ValueText(text), isShare: isShare).value)
      evidence.numbers += 1
      return result
    } catch {
      report(error, at: node.mark)
      return nil
    }
  }

  /// Reads one word or text that is not a number.
  mutating func word<Value>(
    _ node: DocumentNode,
    _ what: String,
    _ parse: (ValueText) throws(ValueProblem) -> Value
  ) -> Value? {
    guard let text = scalar(node, what) else { return nil }
    do {
      return try parse(ValueText(text))
    } catch {
      report(error, at: node.mark)
      return nil
    }
  }

  /// Free text; it never changes a number.
  mutating func text(_ node: DocumentNode, _ what: String) -> String? { scalar(node, what) }

  /// The text of a single value that is not empty; anything else is a finding.
  mutating func scalar(_ node: DocumentNode, _ what: String) -> String? {
    switch node.content {
    case .scalar(let text) where !node.isNull: return text
    case .scalar: findings.add(.emptyValue, at: node.mark, "\(what) is empty")
    case .sequence: findings.add(.wrongShape, at: node.mark, "\(what) is a single value, not a list")
    case .mapping: findings.add(.wrongShape, at: node.mark, "\(what) is a single value, not a mapping")
    }
    return nil
  }

  /// A list of names; one name alone stands for a list of it.
  mutating func names(_ node: DocumentNode, _ what: String) -> [Draft.Name] {
    guard case .sequence(let items) = node.content else {
      return name(node, what).map { [$0] } ?? []
    }
    return items.compactMap { name($0, what) }
  }

  /// One name in NFC.
  mutating func name(_ node: DocumentNode, _ what: String) -> Draft.Name? {
    scalar(node, what).map { Draft.Name(text: $0.nfc, mark: node.mark) }
  }

  /// Goes one key down while reading a part.
  mutating func inside<Result>(_ key: String, _ read: (inout Decoder) -> Result) -> Result {
    path.append(key)
    defer { path.removeLast() }
    return read(&self)
  }

  /// Says that a value is not what stands there.
  mutating func report(_ problem: ValueProblem, at mark: Mark) {
    findings.add(
      problem.code,
      at: mark,
      part: problem.part.flatMap { $0.isEmpty ? nil : $0 },
      problem.message,
      help: problem.help,
      replacement: problem.replacement.map { (text: $0, say: "write \($0)") }
    )
  }

  /// Says that a mapping has no such key, and which one was probably meant.
  mutating func unknown(_ entry: DocumentEntry, in shape: Shape) {
    let name = entry.key.name
    let known = shape.keys.map(\.name)
    let nearest = Suggestion.nearest(to: name, among: known)
    findings.add(
      .unknownKey,
      at: entry.key.mark,
      "\(shape.title) has no key \"\(name)\"" + (nearest.map { "; did you mean \"\($0)\"?" } ?? ""),
      help: nearest == nil ? ["known keys: \(known.joined(separator: ", "))"] : [],
      replacement: nearest.map { (text: $0, say: "write \($0)") }
    )
  }

  /// Says that a key is needed.
  mutating func missing(_ key: String, in what: String, at mark: Mark, example: String) {
    findings.add(.missingKey, at: mark, "\(what) needs the key \"\(key)\"", help: ["add \(key): \(example)"])
  }

  /// Records an assumption once.
  mutating func assume(_ sentence: String) {
    if !assumptions.contains(sentence) { assumptions.append(sentence) }
  }
}
