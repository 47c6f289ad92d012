import Yams

/// Reads YAML into a document, every value with its place, nothing interpreted.
///
/// Yams composes the nodes; two of its habits are worked around by marking characters of the text before it sees
/// them, each by one private-use character so that no column moves. An alias is composed as a plain scalar and
/// resolved here, so that it keeps the place of its use and a bomb is counted before it grows. And where Yams would
/// give up at a duplicate key, the keys are told apart, so that every duplicate is found and the rest is read too.
struct YAMLReader {
  private let text: String
  private let file: Int
  private let limits: ReadingLimits
  /// Columns that stand before the text on its first line.
  private let columnOffset: Int
  private var anchors: [String: (node: DocumentNode, count: Int)] = [:]
  private var marks: PrivateMarks
  private var count = 0
  private var aliased = 0
  private var isStopped = false

  init(text: String, file: Int, limits: ReadingLimits, columnOffset: Int = 0) {
    self.columnOffset = columnOffset
    self.text = text
    self.file = file
    self.limits = limits
    self.marks = PrivateMarks(text)
  }

  /// Reads the one document of the text, or nil where findings say why there is none.
  mutating func read(into findings: inout Findings) -> DocumentNode? {
    let composed = marks.markingAliases(text)
    do {
      return try convert(composed, into: &findings)
    } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
      do {
        if let marked = marks.markingKeys(in: composed) { return try convert(marked, into: &findings) }
        reportDuplicate(keys, context.mark, into: &findings)
      } catch YamlError.duplicatedKeysInMapping {
        reportDuplicate(keys, context.mark, into: &findings)
      } catch {
        report(error, into: &findings)
      }
    } catch {
      report(error, into: &findings)
    }
    return nil
  }

  private mutating func convert(_ text: String, into findings: inout Findings) throws -> DocumentNode? {
    let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
    // The parser owns the anchors' names, which nodes hold weakly.
    return try withExtendedLifetime(parser) {
      guard let root = try parser.singleRoot() else {
        findings.add(.emptyFile, at: .start(of: file), "the file is empty")
        return nil
      }
      let node = convert(root, depth: 0, into: &findings)
      return isStopped ? nil : node
    }
  }

  private mutating func convert(_ node: Node, depth: Int, into findings: inout Findings) -> DocumentNode {
    let place = node.mark.map(place) ?? Place(file: file, line: 1, column: 1)
    let nothing = DocumentNode(.scalar(""), at: place)
    guard !isStopped else { return nothing }
    count += 1
    let before = count
    guard count <= limits.nodes else {
      stop(.tooManyValues, at: place, "the file holds more than \(limits.nodes) values", &findings)
      return nothing
    }
    guard depth < limits.depth || node.isScalarNode else {
      stop(.tooDeep, at: place, "values are nested more than \(limits.depth) levels deep", &findings)
      return nothing
    }
    let result: DocumentNode
    switch node {
    case .scalar(let scalar):
      result = convert(scalar, at: place, depth: depth, into: &findings)
    case .sequence(let sequence):
      var items: [DocumentNode] = []
      items.reserveCapacity(sequence.count)
      for item in sequence { items.append(convert(item, depth: depth + 1, into: &findings)) }
      result = DocumentNode(.sequence(items), at: place)
    case .mapping(let mapping):
      result = convert(mapping, at: place, depth: depth, into: &findings)
    case .alias:
      result = nothing
    }
    if let anchor = node.anchor { anchors[anchor.rawValue] = (result, count - before + 1) }
    return result
  }

  private mutating func convert(
    _ scalar: Node.Scalar,
    at place: Place,
    depth: Int,
    into findings: inout Findings
  ) -> DocumentNode {
    let isPlain = scalar.style == .plain
    let mark = Mark(place: place, text: marks.restored(scalar.string))
    if isPlain, let name = marks.aliasName(scalar.string) {
      guard let (node, size) = anchors[name] else {
        findings.add(.unknownAlias, at: mark, "no value above is marked &\(name)")
        return DocumentNode(.scalar(mark.text ?? ""), at: place, isPlain: false)
      }
      count += size
      aliased += size
      if aliased > limits.aliasedNodes {
        stop(.tooManyValues, at: place, "aliases add more than \(limits.aliasedNodes) values", &findings)
      }
      if depth + node.depth > limits.depth {
        stop(.tooDeep, at: place, "values are nested more than \(limits.depth) levels deep", &findings)
      }
      // The content is shared, not copied; only the outermost value takes the place of the use.
      return DocumentNode(node.content, at: place, isPlain: node.isPlain)
    }
    let text = mark.text ?? ""
    if text.utf8.count > limits.textLength {
      let message = "a text of \(text.unicodeScalars.count) characters is longer than \(limits.textLength)"
      findings.add(.textTooLong, at: Mark(place: place), message)
      return DocumentNode(.scalar(""), at: place)
    }
    return DocumentNode(.scalar(text), at: place, isPlain: isPlain)
  }

  private mutating func convert(
    _ mapping: Node.Mapping,
    at place: Place,
    depth: Int,
    into findings: inout Findings
  ) -> DocumentNode {
    var entries: [DocumentEntry] = []
    entries.reserveCapacity(mapping.count)
    var seen: [String: Mark] = [:]
    for (key, value) in mapping {
      let value = convert(value, depth: depth + 1, into: &findings)
      guard !isStopped else { break }
      let keyNode = convert(key, depth: depth + 1, into: &findings)
      guard case .scalar(let text) = keyNode.content else {
        findings.add(.keyNotText, at: keyNode.mark, "a key is a single text, not a list or a mapping")
        continue
      }
      let documentKey = DocumentKey(name: text.nfc, mark: keyNode.mark)
      if let first = seen.updateValue(documentKey.mark, forKey: documentKey.name) {
        seen[documentKey.name] = first
        findings.add(
          .duplicateKey,
          at: documentKey.mark,
          "the key \"\(documentKey.name)\" stands twice in one mapping",
          notes: [.init("first written here", at: first)],
          help: ["remove one of the two, or give it another name"]
        )
        continue
      }
      entries.append(DocumentEntry(key: documentKey, value: value))
    }
    return DocumentNode(.mapping(entries), at: place)
  }

  private mutating func stop(
    _ code: FindingCode,
    at place: Place,
    _ message: String,
    _ findings: inout Findings
  ) {
    guard !isStopped else { return }
    isStopped = true
    findings.add(code, at: Mark(place: place), message)
  }

  /// Says the first duplicate only, where keys cannot be told apart (they are written with different escapes).
  private func reportDuplicate(_ keys: [String], _ mark: Yams.Mark, into findings: inout Findings) {
    let name = keys.first.map(marks.restored) ?? ""
    let mark = Mark(place: place(mark), text: name)
    findings.add(.duplicateKey, at: mark, "the key \"\(name)\" stands twice in one mapping")
  }

  private func place(_ mark: Yams.Mark) -> Place {
    Place(file: file, line: mark.line, column: mark.column + (mark.line == 1 ? columnOffset : 0))
  }

  private func report(_ error: any Error, into findings: inout Findings) {
    let start = Place(file: file, line: 1, column: 1)
    switch error {
    case YamlError.composer(_, let problem, let mark, _) where problem.contains("another document"):
      let message = "a second document begins here; a scenario file holds one"
      findings.add(.severalDocuments, at: Mark(place: place(mark)), message)
    case YamlError.scanner(let context, let problem, let mark, _),
      YamlError.parser(let context, let problem, let mark, _),
      YamlError.composer(let context, let problem, let mark, _):
      let at = Mark(place: place(mark), text: "")
      if problem.contains("cannot start any token"), character(at: mark) == "\t" {
        findings.add(
          .tabIndent,
          at: Mark(place: place(mark), text: "\t"),
          "YAML is indented by spaces, and here is a tab",
          help: ["use spaces"]
        )
        return
      }
      if problem.contains("nesting") {
        findings.add(.tooDeep, at: at, "values are nested more than \(limits.depth) levels deep")
        return
      }
      findings.add(
        .yamlSyntax,
        at: at,
        "this is not YAML: \(marks.restored(problem))",
        notes: context.map { [.init(marks.restored($0.text), at: Mark(place: place($0.mark)))] } ?? []
      )
    case YamlError.reader(let problem, _, _, _):
      findings.add(.yamlSyntax, at: Mark(place: start), "this is not YAML: \(problem)")
    default:
      findings.add(.yamlSyntax, at: Mark(place: start), "this is not YAML: \(error)")
    }
  }

  private func character(at mark: Yams.Mark) -> Unicode.Scalar? {
    let lines = text.unicodeScalars.split(omittingEmptySubsequences: false) { $0 == "\n" }
    guard lines.indices.contains(mark.line - 1) else { return nil }
    return lines[mark.line - 1].dropFirst(mark.column - 1).first
  }
}

extension Node {
  fileprivate var isScalarNode: Bool { if case .scalar = self { true } else { false } }
}

extension DocumentNode {
  /// Levels of mappings and lists in it, 0 for a single value.
  fileprivate var depth: Int {
    switch content {
    case .scalar: 0
    case .sequence(let items): 1 + (items.lazy.map(\.depth).max() ?? 0)
    case .mapping(let entries): 1 + (entries.lazy.map(\.value.depth).max() ?? 0)
    }
  }
}
