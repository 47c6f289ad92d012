import JourneyDiagnostics
import JourneyModel
import JourneyScenario
import JourneyTestSupport
import Testing

@Suite struct JSONReaderTests {
  @Test func `a scenario in JSON is read as one in YAML`() throws {
    let json = #"""
      {"journey": "Caf\u00e9 \ud83d\ude00", "touchpoints": {"basket": {"feels": 78, "takes": "2m..6m"}},
       "paths": {"START": {"basket": 1}, "basket": {"done": "60%", "leave": "rest"}}}
      """#
    let yaml = """
      journey: Café 😀
      touchpoints: {basket: {feels: 78, takes: 2m..6m}}
      paths: {START: {basket: 1}, basket: {done: 60%, leave: rest}}
      """
    let fromJSON = try ScenarioReader.load(text: json, path: "a.json").baseline
    #expect(fromJSON == (try ScenarioReader.load(text: yaml).baseline))
  }

  @Test(arguments: [
    "{\"journey\": \"A\",«»}", "{\"journey\": «»'A'}", "{«»journey: 1}", "{\"journey\" «»1}",
    "{\"journey\": «»01}", "{\"journey\": 1} «»x", "{\"journey\": «»\"A\n\"}", "[1, 2«»",
    "{\"a\": \"«»\\x\"}",
    "{\"a\": \"«»\\ud800\"}", "{\"a\": «»TRUE}", "{\"日本\": «»nope}",
  ])
  func `a mistake is pointed at`(marked: String) {
    let marked = MarkedText(marked)
    let findings = ScenarioReader.read(text: marked.text, path: "a.json").findings
    #expect(findings.map(\.code) == ["json-syntax"])
    #expect(findings.first?.range.start == marked.ranges.first?.start)
  }

  @Test func `a duplicate key is found with the rest`() {
    let marked = MarkedText("{\"run\": {\"seed\": 1, «\"seed\"»: 2, «\"sed\"»: 3}}")
    let findings = ScenarioReader.read(text: marked.text, path: "a.json").findings
    #expect(findings.filter { $0.code != "missing-key" }.map(\.range) == marked.ranges)
  }
}
