import Foundation
import JourneyDiagnostics
import JourneyModel

/// One reading of one scenario: its texts, the files it extends, edits, the journey and its variants.
struct ReadingSession {
  var limits = ReadingLimits()
  var findings = Findings()
  /// Digests of the texts read, in the order of reading.
  private var digests: [String] = []
  /// The document after all edits, once it was read.
  private(set) var document: DocumentNode?

  /// Reads a file.
  mutating func read(path: String, edits: [ScenarioEdit]) -> ScenarioReading {
    guard let text = text(path: path, missing: nil) else { return reading(nil) }
    return read(text: text, path: path, edits: edits)
  }

  /// Reads a text.
  mutating func read(text: String, path: String, edits: [ScenarioEdit]) -> ScenarioReading {
    guard var root = document(text: text, path: path, above: []) else { return reading(nil) }
    for edit in edits { apply(edit, to: &root) }
    guard edits.isEmpty || findings.errors == 0 else { return reading(nil) }
    let base = JourneyReading(root, findings: findings)
    findings = base.findings
    document = root
    var evidence = base.evidence
    // Most of a large file's reading is saved where no number says how sure it is.
    if base.isValid, root.hasScalar(where: Uncertainty.mayStand) {
      let walk = InputWalk(root)
      evidence.marks = walk.marks
      walk.check(root, into: &findings)
    }
    var variants = VariantReader(base: base, root: root, findings: findings)
    let applied = variants.read()
    findings = variants.findings
    guard findings.errors == 0 else { return reading(nil) }
    return reading(
      Scenario(
        path: path,
        digest: digests.count == 1 ? digests[0] : SHA256.hexadecimal(of: digests.joined(separator: "\n")),
        baseline: base.journey,
        variants: applied,
        assumptions: base.assumptions + variants.assumptions,
        evidence: evidence
      )
    )
  }

  private func reading(_ scenario: Scenario?) -> ScenarioReading {
    ScenarioReading(
      scenario: scenario,
      findings: findings.sorted,
      suppressed: findings.suppressed,
      sources: findings.sources.files
    )
  }

  // MARK: Texts

  /// The text of a file, or nil after a finding says why there is none.
  private mutating func text(path: String, missing mark: Mark?) -> String? {
    let data: Data?
    if path == "-" {
      data = (try? FileHandle.standardInput.read(upToCount: limits.bytes + 1)) ?? Data()
    } else if let handle = FileHandle(forReadingAtPath: path) {
      data = try? handle.read(upToCount: limits.bytes + 1) ?? Data()
      try? handle.close()
    } else {
      data = nil
    }
    guard let data else {
      if let mark {
        findings.add(.extendsMissing, at: mark, "there is no file \(path), or it cannot be read")
      } else {
        _ = findings.sources.add(SourceFile(path: path, text: ""))
        findings.add(.fileMissing, at: .start(of: 0), "there is no file \(path), or it cannot be read")
      }
      return nil
    }
    if data.count > limits.bytes {
      let file = findings.sources.add(SourceFile(path: path, text: ""))
      findings.add(.fileTooLarge, at: .start(of: file), "the file is larger than \(limits.bytes >> 20) MB")
      return nil
    }
    if let text = String(validating: data, as: UTF8.self) { return text }
    let readable = String(decoding: data, as: UTF8.self)
    let file = findings.sources.add(SourceFile(path: path, text: readable))
    let place = TextScan.firstReplacement(in: readable, file: file)
    findings.add(.notUTF8, at: Mark(place: place), "the file is not UTF-8 text", help: ["save it as UTF-8"])
    return nil
  }

  /// The document of a text, merged into the file that it extends.
  private mutating func document(text: String, path: String, above: [String]) -> DocumentNode? {
    digests.append(SHA256.hexadecimal(of: text))
    guard let root = parse(text: text, path: path) else { return nil }
    guard let extends = root["extends"], !extends.isNull else { return root }
    guard case .scalar(let name) = extends.content else {
      findings.add(.wrongShape, at: extends.mark, "extends is the path of one file")
      return nil
    }
    let folder = path == "-" ? "" : (path as NSString).deletingLastPathComponent
    let target =
      name.hasPrefix("/") || folder.isEmpty ? name : (folder as NSString).appendingPathComponent(name)
    let above = above + [identity(path)]
    guard !above.contains(identity(target)) else {
      findings.add(.extendsCycle, at: extends.mark, "\(name) extends this file again")
      return nil
    }
    guard above.count < limits.files else {
      findings.add(.extendsCycle, at: extends.mark, "more than \(limits.files) files extend one another")
      return nil
    }
    guard let baseText = self.text(path: target, missing: extends.mark),
      var base = document(text: baseText, path: target, above: above)
    else { return nil }
    guard base.entries != nil, root.entries != nil else { return root }
    base.merge(root) { key in
      findings.add(.badPath, .warning, at: key.mark, "there is no \"\(key.name)\" to delete")
    }
    base.place = root.place
    return base
  }

  private func identity(_ path: String) -> String {
    URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath().path
  }

  /// The document of one text.
  mutating func parse(text: String, path: String) -> DocumentNode? {
    var text = text
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    let file = findings.sources.add(SourceFile(path: path, text: text))
    guard text.utf8.count <= limits.bytes else {
      findings.add(.fileTooLarge, at: .start(of: file), "the text is larger than \(limits.bytes >> 20) MB")
      return nil
    }
    let controls = TextScan.controlCharacters(in: text, file: file)
    for mark in controls {
      findings.add(
        .controlCharacter,
        at: mark,
        "a control character stands here",
        help: ["remove it"]
      )
    }
    guard controls.isEmpty else { return nil }
    if path.lowercased().hasSuffix(".json") {
      var reader = JSONReader(text: text, file: file, limits: limits)
      return reader.read(into: &findings)
    }
    var reader = YAMLReader(text: text, file: file, limits: limits)
    return reader.read(into: &findings)
  }

  // MARK: Edits

  private mutating func apply(_ edit: ScenarioEdit, to root: inout DocumentNode) {
    let file = findings.sources.add(SourceFile(path: "--set", text: edit.text))
    digests.append(SHA256.hexadecimal(of: edit.text))
    let mark = Mark(place: Place(file: file, line: 1, column: 1), text: edit.text)
    guard let (path, value, offset) = edit.parts else {
      findings.add(
        .badPath,
        at: mark,
        "a path and a value with = between are needed",
        help: ["write run.seed=7"]
      )
      return
    }
    var reader = YAMLReader(text: value, file: file, limits: limits, columnOffset: offset)
    guard let node = reader.read(into: &findings) else { return }
    DocumentPathEdit(path: path, value: node, mark: Mark(place: mark.place, text: path))
      .apply(to: &root, into: &findings)
  }
}

/// A value that is set at a path, with findings where the path leads nowhere.
struct DocumentPathEdit {
  let path: String
  let value: DocumentNode
  /// Where the path is written.
  let mark: Mark

  func apply(to root: inout DocumentNode, into findings: inout Findings) {
    guard let segments = DottedPath.segments(path) else {
      findings.add(
        .badPath,
        at: mark,
        "\"\(path)\" is not a path",
        help: ["write names with dots between, a name with a dot in quotes"]
      )
      return
    }
    if segments[0] == "what if" || segments[0] == "extends" {
      findings.add(.badPath, at: mark, "\"\(segments[0])\" cannot be changed by a path")
      return
    }
    do throws(DocumentNode.PathProblem) {
      try root.set(segments, to: value, key: mark)
    } catch {
      switch error {
      case .unknown(let segment, let known):
        let name = segments[segment]
        let nearest = Suggestion.nearest(to: name, among: known)
        let above = segments[..<segment].joined(separator: ".")
        findings.add(
          .badPath,
          at: mark,
          "there is no \"\(name)\"" + (above.isEmpty ? "" : " in \(above)")
            + (nearest.map { "; did you mean \"\($0)\"?" } ?? "")
        )
      case .notMapping(let segment):
        findings.add(.badPath, at: mark, "\(segments[..<segment].joined(separator: ".")) has no parts")
      }
    }
  }
}

extension Mark {
  /// The very beginning of a file.
  static func start(of file: Int) -> Mark { Mark(place: Place(file: file, line: 1, column: 1), text: "") }
}
