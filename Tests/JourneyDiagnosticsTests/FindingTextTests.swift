import JourneyDiagnostics
import Testing

@Suite struct FindingTextTests {
  private static func range(_ line: Int, _ from: Int, _ to: Int) -> SourceRange {
    SourceRange(
      start: SourcePosition(line: line, column: from),
      end: SourcePosition(line: line, column: to)
    )
  }

  private static func text(_ source: String, _ range: SourceRange, notes: [Diagnostic.Note] = []) -> String {
    let finding = Diagnostic(
      code: "row-total",
      severity: .error,
      file: "a.yaml",
      range: range,
      message: "the row totals 110 %",
      notes: notes,
      fixes: [Diagnostic.Fix("write rest")]
    )
    return FindingText(sources: [SourceFile(path: "a.yaml", text: source)]).text(of: finding)
  }

  @Test func `a frame shows the line, the caret and the way out`() {
    let text = Self.text("journey: A\npaths: {b: 110%}\n", Self.range(2, 9, 10))
    #expect(
      text == """
        error[row-total]: the row totals 110 %
         --> a.yaml:2:9
          |
        2 | paths: {b: 110%}
          |         ^
          |
          = help: write rest

        """
    )
  }

  @Test func `notes are underlined, lines between are left out`() {
    let notes: [Diagnostic.Note] = [
      .init("", at: Self.range(1, 4, 7)), .init("these total 110 %", at: Self.range(4, 4, 7)),
      .init("nothing is scaled"),
    ]
    let text = Self.text("a: 50%\nb: 0\nc: 0\nd: 60%", Self.range(1, 1, 2), notes: notes)
    #expect(
      text == """
        error[row-total]: the row totals 110 %
         --> a.yaml:1:1
          |
        1 | a: 50%
          | ^  ---
        ...
        4 | d: 60%
          |    --- these total 110 %
          |
          = note: nothing is scaled
          = help: write rest

        """
    )
  }

  @Test(arguments: [
    ("\ta: x", 5, 6, "    a: x", "       ^"),
    ("日本: x", 5, 6, "日本: x", "      ^"),
    ("日本: x", 1, 3, "日本: x", "^^^^"),
    ("e\u{301}: x", 5, 6, "e\u{301}: x", "   ^"),
    ("😀: x", 4, 5, "😀: x", "    ^"),
    ("a", 2, 2, "a", " ^"),
  ])
  func `carets stand under what they mean`(line: String, from: Int, to: Int, shown: String, carets: String) {
    let rows = Self.text(line, Self.range(1, from, to)).split(separator: "\n")
    #expect(rows[3] == "1 | \(shown)")
    #expect(rows[4] == "  | \(carets)")
  }

  @Test func `no text of a user can control the terminal`() {
    let finding = Diagnostic(
      code: "unknown-key",
      severity: .warning,
      file: "a\u{1B}]0;x.yaml",
      range: Self.range(1, 1, 2),
      message: "no \u{1B}[31m \u{202E}key",
      notes: [.init("\u{7}\u{9B}")],
      fixes: [.init("\r\n\u{8}")]
    )
    let source = SourceFile(path: finding.file, text: "\u{1B}[2J\u{0}\u{200F}")
    let text = FindingText(sources: [source]).text(of: finding)
    let controls = text.unicodeScalars.filter { scalar in
      scalar != "\n"
        && (scalar.properties.generalCategory == .control || [0x202E, 0x200F].contains(scalar.value))
    }
    #expect(controls.isEmpty)
  }

  @Test func `colour comes only where it is asked for`() {
    let finding = Diagnostic(
      code: "x",
      severity: .error,
      file: "a",
      range: .fileStart,
      message: "m"
    )
    let sources = [SourceFile(path: "a", text: "x")]
    #expect(!FindingText(sources: sources).text(of: finding).contains("\u{1B}"))
    #expect(FindingText(sources: sources, isColoured: true).text(of: finding).contains("\u{1B}[1;31m"))
  }

  @Test func `the last line counts and names a code to explain`() {
    func finding(_ severity: Severity, _ code: String) -> Diagnostic {
      Diagnostic(code: code, severity: severity, file: "a", range: .fileStart, message: "m")
    }
    let text = FindingText(sources: [])
    let both = text.text(
      of: [finding(.note, "n"), finding(.error, "e"), finding(.error, "f")],
      suppressed: 3
    )
    #expect(
      both.hasSuffix(
        "2 errors, 1 note, 3 more not shown. Nothing was run. Explain a code: journey explain e\n"
      )
    )
    #expect(
      text.text(of: [finding(.warning, "w")]).hasSuffix("1 warning. Explain a code: journey explain w\n")
    )
    #expect(text.text(of: []) == "")
  }
}
