import Foundation
import JourneyDiagnostics
import JourneyModel

/// One reading of one scenario, from the text to the journey.
struct ReadingSession {
  var limits = ReadingLimits()
  var findings = Findings()

  mutating func read(path: String) -> ScenarioReading {
    let data: Data?
    if path == "-" {
      data = try? FileHandle.standardInput.readToEnd() ?? Data()
    } else {
      data = FileManager.default.contents(atPath: path)
    }
    guard let data else {
      _ = findings.sources.add(SourceFile(path: path, text: ""))
      findings.add(.fileMissing, at: .start(of: 0), "there is no file \(path), or it cannot be read")
      return failed()
    }
    guard data.count <= limits.bytes else {
      _ = findings.sources.add(SourceFile(path: path, text: ""))
      findings.add(.fileTooLarge, at: .start(of: 0), "the file is larger than \(limits.bytes >> 20) MB")
      return failed()
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      let readable = String(decoding: data, as: UTF8.self)
      let file = findings.sources.add(SourceFile(path: path, text: readable))
      let place = firstReplacement(in: readable, file: file)
      findings.add(.notUTF8, at: Mark(place: place), "the file is not UTF-8 text", help: ["save it as UTF-8"])
      return failed()
    }
    return read(text: text, path: path)
  }

  mutating func read(text: String, path: String) -> ScenarioReading {
    var text = text
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    let file = findings.sources.add(SourceFile(path: path, text: text))
    var reader = YAMLReader(text: text, file: file, limits: limits)
    guard let root = reader.read(into: &findings) else { return failed() }
    var decoder = Decoder(findings: findings)
    decoder.decode(root)
    var builder = JourneyBuilder(
      draft: decoder.draft,
      findings: decoder.findings,
      assumptions: decoder.assumptions
    )
    let journey = builder.build()
    findings = builder.findings
    let context = RuleContext(draft: decoder.draft, journey: journey)
    for rule in Rules.ofParts { rule.check(context, into: &findings) }
    guard findings.errors == 0 else { return failed() }
    let scenario = Scenario(
      path: path,
      digest: SHA256.hexadecimal(of: text),
      baseline: journey,
      assumptions: builder.assumptions,
      evidence: decoder.evidence
    )
    return ScenarioReading(scenario: scenario, findings: sorted(), sources: findings.sources.files)
  }

  private func failed() -> ScenarioReading {
    ScenarioReading(scenario: nil, findings: sorted(), sources: findings.sources.files)
  }

  /// The findings in the order of the file; those of one place in the order of finding.
  private func sorted() -> [Diagnostic] {
    findings.all.enumerated().sorted { left, right in
      if left.element.file != right.element.file { return left.offset < right.offset }
      return (left.element.range.start, left.offset) < (right.element.range.start, right.offset)
    }.map(\.element)
  }

  private func firstReplacement(in text: String, file: Int) -> Place {
    var (line, column) = (1, 1)
    for scalar in text.unicodeScalars {
      if scalar == "\u{FFFD}" { break }
      if scalar == "\n" { (line, column) = (line + 1, 1) } else { column += 1 }
    }
    return Place(file: file, line: line, column: column)
  }
}

extension Mark {
  /// The very beginning of a file.
  static func start(of file: Int) -> Mark { Mark(place: Place(file: file, line: 1, column: 1)) }
}
