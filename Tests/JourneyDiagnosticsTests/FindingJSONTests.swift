import Foundation
import JourneyDiagnostics
import Testing

@Suite struct FindingJSONTests {
  private static let finding = Diagnostic(
    code: "unknown-key",
    severity: .error,
    file: "a \"b\",c:d.yaml",
    range: SourceRange(start: SourcePosition(line: 2, column: 3), end: SourcePosition(line: 2, column: 9)),
    message: "no key \"x\\y\"\n100% \u{1}\u{2028}",
    notes: [.init("there", at: .fileStart), .init("words")],
    fixes: [.init("write z", replacement: "z", range: .fileStart)]
  )

  @Test func `the JSON holds every field`() throws {
    let data = Data(FindingJSON.text(of: [Self.finding]).utf8)
    let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(root["schema"] as? String == "journey.findings/1")
    let findings = try #require(root["findings"] as? [[String: Any]])
    let object = try #require(findings.first)
    #expect(object["code"] as? String == "unknown-key")
    #expect(object["severity"] as? String == "error")
    #expect(object["file"] as? String == Self.finding.file)
    #expect(object["message"] as? String == Self.finding.message)
    #expect(object["line"] as? Int == 2)
    #expect(object["column"] as? Int == 3)
    #expect(object["endLine"] as? Int == 2)
    #expect(object["endColumn"] as? Int == 9)
    #expect((object["notes"] as? [[String: Any]])?.count == 2)
    #expect((object["fixes"] as? [[String: Any]])?.first?["replacement"] as? String == "z")
  }

  @Test func `no findings are an empty list`() throws {
    #expect(FindingJSON.text(of: []).contains("\"findings\": []"))
  }

  @Test func `an annotation is one line that nothing can break out of`() {
    let text = FindingJSON.annotations(of: [Self.finding])
    #expect(text.split(separator: "\n").count == 1)
    #expect(
      text.hasPrefix(
        "::error file=a \"b\"%2Cc%3Ad.yaml,line=2,col=3,endLine=2,endColumn=8,title=unknown-key::"
      )
    )
    #expect(text.contains("100%25"))
  }
}
