/// Findings for machines: JSON, and annotations of a continuous-integration service.
public enum FindingJSON {
  /// `journey.findings/1`: keys are only ever added within this number.
  public static func text(of findings: [Diagnostic]) -> String {
    let items = findings.map { "    " + object($0) }.joined(separator: ",\n")
    let list = items.isEmpty ? "[]" : "[\n\(items)\n  ]"
    return "{\n  \"schema\": \"journey.findings/1\",\n  \"findings\": \(list)\n}\n"
  }

  private static func object(_ finding: Diagnostic) -> String {
    var members = [
      ("code", JSONText.quoted(finding.code)),
      ("severity", JSONText.quoted(finding.severity.rawValue)),
      ("file", JSONText.quoted(finding.file)),
    ]
    members += places(finding.range)
    members.append(("message", JSONText.quoted(finding.message)))
    members.append(("notes", "[" + finding.notes.map(note).joined(separator: ", ") + "]"))
    members.append(("fixes", "[" + finding.fixes.map(fix).joined(separator: ", ") + "]"))
    return joined(members)
  }

  private static func note(_ note: Diagnostic.Note) -> String {
    joined([("message", JSONText.quoted(note.message))] + (note.range.map(places) ?? []))
  }

  private static func fix(_ fix: Diagnostic.Fix) -> String {
    var members = [("message", JSONText.quoted(fix.message))]
    if let replacement = fix.replacement { members.append(("replacement", JSONText.quoted(replacement))) }
    return joined(members + (fix.range.map(places) ?? []))
  }

  private static func places(_ range: SourceRange) -> [(String, String)] {
    [
      ("line", String(range.start.line)), ("column", String(range.start.column)),
      ("endLine", String(range.end.line)), ("endColumn", String(range.end.column)),
    ]
  }

  private static func joined(_ members: [(String, String)]) -> String {
    "{" + members.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ") + "}"
  }

  /// One annotation per finding, in the form of GitHub's workflow commands.
  public static func annotations(of findings: [Diagnostic]) -> String {
    findings.map { finding in
      let kind = finding.severity == .note ? "notice" : finding.severity.rawValue
      let (start, end) = (finding.range.start, finding.range.end)
      let last = max(start.column, end.column - 1)
      let place = "line=\(start.line),col=\(start.column),endLine=\(end.line),endColumn=\(last)"
      let words = ([finding.message] + finding.fixes.map(\.message)).joined(separator: "\n")
      let file = property(finding.file)
      return "::\(kind) file=\(file),\(place),title=\(property(finding.code))::\(value(words))\n"
    }.joined()
  }

  private static func value(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      default: result += DisplayText.safe(String(scalar))
      }
    }
    return result
  }

  private static func property(_ text: String) -> String {
    value(text).split(separator: ":", omittingEmptySubsequences: false).joined(separator: "%3A")
      .split(separator: ",", omittingEmptySubsequences: false).joined(separator: "%2C")
  }
}
