import JourneyDiagnostics

/// Collects everything that is found in a document; nothing stops at the first problem.
package struct Findings {
  /// A further place in words.
  package struct Remark {
    var message: String
    var mark: Mark?
    init(_ message: String, at mark: Mark? = nil) {
      self.message = message
      self.mark = mark
    }
  }

  /// More findings than this help nobody; the rest are counted.
  package static let limit = 1_000

  /// The texts that findings point into.
  package var sources = SourceTable()
  /// What was found, in the order of finding.
  package private(set) var all: [Diagnostic] = []
  /// How many were left out beyond the limit.
  package private(set) var suppressed = 0
  /// Errors found so far, those left out included.
  package private(set) var errors = 0

  package init() {}

  /// Everything found, in the order of the files, each from top to bottom.
  package var sorted: [Diagnostic] {
    var order: [String: Int] = [:]
    for (index, file) in sources.files.enumerated() where order[file.path] == nil { order[file.path] = index }
    return all.enumerated().sorted { left, right in
      let (first, second) = (order[left.element.file] ?? 0, order[right.element.file] ?? 0)
      if first != second { return first < second }
      return (left.element.range.start, left.offset) < (right.element.range.start, right.offset)
    }.map(\.element)
  }

  /// Adds a finding at a value, or at a part of it given in Unicode scalars of its text.
  package mutating func add(
    _ code: FindingCode,
    _ severity: Severity = .error,
    at mark: Mark,
    part: Range<Int>? = nil,
    _ message: String,
    notes: [Remark] = [],
    help: [String] = [],
    replacement: (text: String, say: String)? = nil
  ) {
    if severity == .error { errors += 1 }
    guard all.count < Self.limit else {
      suppressed += 1
      return
    }
    let range = sources.range(of: mark, part: part)
    var fixes = help.map { Diagnostic.Fix($0) }
    if let replacement {
      fixes.insert(Diagnostic.Fix(replacement.say, replacement: replacement.text, range: range), at: 0)
    }
    let file = Int(mark.place.file)
    all.append(
      Diagnostic(
        code: code.rawValue,
        severity: severity,
        file: sources.files.indices.contains(file) ? sources.files[file].path : "",
        range: range,
        message: message,
        notes: notes.map { remark in
          // A note in another file cannot be underlined in this one's frame; its words name the file instead.
          guard let other = remark.mark, other.place.file == mark.place.file else {
            return Diagnostic.Note(remark.message)
          }
          return Diagnostic.Note(remark.message, at: sources.range(of: other))
        },
        fixes: fixes
      )
    )
  }

  /// Adds a finding that was made elsewhere.
  package mutating func add(_ finding: Diagnostic) {
    if finding.severity == .error { errors += 1 }
    if all.count < Self.limit { all.append(finding) } else { suppressed += 1 }
  }
}

extension [Mark] {
  /// Notes at all the places, with words at the last.
  func together(saying words: String) -> [Findings.Remark] {
    enumerated().map { .init($0.offset == count - 1 ? words : "", at: $0.element) }
  }
}
