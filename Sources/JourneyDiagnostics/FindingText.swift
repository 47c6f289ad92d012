/// Findings as text for a terminal: place, code frame with carets, notes and ways out.
public struct FindingText: Sendable {
  private let files: [String: SourceFile]

  /// Prepares to show findings in the texts they point into.
  public init(sources: [SourceFile]) {
    files = Dictionary(sources.map { ($0.path, $0) }) { first, _ in first }
  }

  /// One finding, ending in a line end.
  public func text(of finding: Diagnostic) -> String {
    var text = "\(finding.severity.rawValue)[\(finding.code)]: \(finding.message)\n"
    text += "  --> \(finding.file):\(finding.range.start.line):\(finding.range.start.column)\n"
    for fix in finding.fixes { text += "   = help: \(fix.message)\n" }
    return text
  }
}
