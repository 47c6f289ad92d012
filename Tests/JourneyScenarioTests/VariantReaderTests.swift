import JourneyDiagnostics
import JourneyModel
import JourneyScenario
import JourneyTestSupport
import Testing

@Suite struct VariantReaderTests {
  private static let parts = """
    channels: {web: {}, phone: {}}
    touchpoints: {basket: {channel: web, feels: 70}, checkout: {channel: web, feels: 75}}
    pain points:
      slow: {at: basket, hits: 20%, hurts: 10, fix: {works: 75%}}
      a.b: {at: checkout, hits: 10%}

    """

  private func variants(_ lines: String) throws -> [Variant] {
    try ScenarioReader.load(text: Completion.scenario(Self.parts + "what if:\n" + lines)).variants
  }

  @Test func `an empty variant is the baseline`() throws {
    let scenario = try ScenarioReader.load(
      text: Completion.scenario(Self.parts + "what if: {same: {}, also: }")
    )
    #expect(scenario.variants.map(\.journey) == [scenario.baseline, scenario.baseline])
  }

  @Test func `fix, remove, bypass and close are applied`() throws {
    let variants = try variants(
      """
        fixed: {fix: [slow], because: it is slow}
        gone: {remove: slow}
        around: {bypass: [checkout]}
        without: {close: [phone]}
      """
    )
    #expect(variants.map(\.name) == ["fixed", "gone", "around", "without"])
    #expect(variants[0].journey.painPoints[0].hits == Probability(0.2 * 0.25))
    #expect(variants[0].because == "it is slow")
    #expect(variants[0].operations == ["fix slow"])
    #expect(variants[1].journey.painPoints[0].hits == .zero)
    #expect(variants[2].journey.paths.rows["basket"]?.weight(to: .touchpoint("checkout")) == 0)
    #expect(variants[2].operations == ["bypass checkout"])
  }

  @Test func `values are set by path, also with quoted segments and new keys of the language`() throws {
    let variants = try variants(
      """
        nicer: {set: {touchpoints.basket.feels: 80 ± 5, satisfaction.mood.to leave: 0.7}}
        quoted: {set: {'pain points."a.b".hits': 3%}}
        deleted: {set: {touchpoints.basket.channel: ~}}
      """
    )
    #expect(variants[0].journey.touchpoints[0].feels == .normal(mean: 80, deviation: 5))
    #expect(variants[0].journey.satisfaction.moodToLeave == 0.7)
    #expect(variants[0].operations.first == "set touchpoints.basket.feels to 80 ± 5")
    #expect(variants[1].journey.painPoints[1].hits == Probability(0.03))
    #expect(variants[2].journey.touchpoints[0].channel == nil)
  }

  @Test func `parts are added, merged by key`() throws {
    let variants = try variants(
      """
        locker:
          add:
            touchpoints: {locker: {channel: phone, feels: 88}}
            paths: {checkout: {locker: 3}, locker: {done: 1}}
      """
    )
    let journey = variants[0].journey
    #expect(journey.touchpoints.map(\.name) == ["basket", "checkout", "locker"])
    #expect(journey.paths.rows["checkout"]?.weight(to: .touchpoint("locker")) == 3)
    #expect(journey.paths.rows["checkout"]?.weight(to: .outcome("done")) == 9)
  }

  @Test func `variants build on others, those first`() throws {
    let variants = try variants(
      """
        both: {builds on: [one, two]}
        one: {fix: [slow]}
        two: {builds on: [one], set: {touchpoints.basket.feels: 90}}
      """
    )
    #expect(variants[0].operations == ["fix slow", "set touchpoints.basket.feels to 90"])
    #expect(variants[0].journey == variants[2].journey)
  }

  @Test func `a finding of a variant stands at its text and says its name`() {
    let marked = MarkedText(
      Self.parts + """
        what if:
          cheaper: {set: {touchpoints.basket.feels: «great»}}
          «broken»: {set: {paths.basket: {checkout: 100%}, paths.START: {basket: 0}}}
          builds: {builds on: [cheaper]}
        """
    )
    let findings = ScenarioReader.read(text: Completion.scenario(marked.text)).findings
    #expect(findings.map(\.range).first == marked.ranges.first)
    #expect(findings.first?.message.contains("\"cheaper\"") == true)
    #expect(findings.contains { $0.message.contains("\"broken\"") && $0.code == "empty-row" })
    #expect(findings.filter { $0.message.contains("great") }.count == 1)
  }

  @Test func `a circle of three is said in each`() {
    let text = Completion.scenario("what if: {a: {builds on: [b]}, b: {builds on: [c]}, c: {builds on: [a]}}")
    let findings = ScenarioReader.read(text: text).findings
    #expect(findings.map(\.code) == ["variant-cycle", "variant-cycle", "variant-cycle"])
  }
}
