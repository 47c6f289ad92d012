import JourneyDiagnostics
import JourneyModel
import JourneyScenario
import Testing

@Suite("Inputs of a scenario")
struct ScenarioInputsTests {
  static let text = """
    journey: Shop
    run: {arrivals: 400 per day, currency: EUR}
    channels: {web: {}, phone: {}}
    handoffs: {default: -3 ?}
    touchpoints:
      basket: {channel: web, feels: 76 ± 11 (± 10%), takes: 2m..5m ?, costs: 0.40 ?}
      help: {channel: phone, feels: {60: 40% ?, 80: 60%}, takes: 5m}
    outcomes: {bought: {kind: goal, value: 40}}
    paths:
      START: {basket: 90 (± 20%), help: 10}
      basket: {bought: 7241 seen, help: 310 seen, leave: 2300 seen}
      help: {bought: 62% of 340, basket: 8% ?, leave: rest}
    pain points:
      slow: {at: basket, hits: 12% of 340, hurts: 12 ± 4 ?, leaves: 6% (± 40%), sends to: {help: 70% ?},
        fix: {costs: 60k ?, works: 80% ?}}
    personas:
      a: {share: 60% (± 20%), expects: 70 ?}
      b: {share: 30%}
      c: {share: 10%, prefers: {web: 1.4 ?}}
    satisfaction: {memory: {average: 0.5 ?}}
    retention: {of: goal, every: 90d, baseline: 78% at 75 (± 5%), polarisation: 0.25 ?,
      value: {margin per purchase: 21 ?, discount: 10% per year ?}}
    """

  /// Of the marginal Beta(7241.5, 2611) of a row's Dirichlet posterior.
  private static let deviationOfBought =
    (7_241.5 * 2_611 / (9_852.5 * 9_852.5 * 9_853.5)).squareRoot()

  private func inputs(_ text: String = text) throws -> ScenarioInputs {
    let (reading, inputs) = ScenarioReader.inputs(path: "shop.yaml", text: text)
    #expect(reading.findings.filter { $0.severity != .note }.map(\.message) == [])
    return try #require(inputs)
  }

  private func at(_ path: String, _ inputs: ScenarioInputs) throws -> Int {
    try #require(inputs.inputs.firstIndex { $0.path == path })
  }

  @Test("every marked number is found with its value and what it rests on")
  func marks() throws {
    // A quick look at a text never misses one that a thorough look finds.
    for text in ["24% ?", "40% (± 15%)", "40 (+- 15%)", "12% of 340", "120 seen", "7?"] {
      #expect(Uncertainty.mayStand(in: text), "\(text)")
    }
    for text in ["60 ± 10", "30%", "2m..6m", "rest", "web", "20k"] {
      #expect(!Uncertainty.mayStand(in: text), "\(text)")
    }
    let inputs = try inputs()
    let marks = inputs.scenario.evidence.marks
    #expect(marks.count == 25)
    func mark(_ path: String) -> Evidence.Mark? { marks.first { $0.path == path } }
    #expect(mark("pain points.slow.hits")?.kind == .counted(340))
    #expect(mark("pain points.slow.hits")?.value == 0.12)
    #expect(
      mark("paths.basket.bought") == .init(path: "paths.basket.bought", value: 7_241, kind: .counted(7_241))
    )
    #expect(mark("pain points.slow.leaves")?.kind == .relative(0.4))
    #expect(
      mark("touchpoints.basket.takes") == .init(path: "touchpoints.basket.takes", value: 120, kind: .guess)
    )
    #expect(mark("retention.baseline")?.value == 0.78)
    #expect(mark("personas.b.share") == nil)
    // Unmarked numbers and defaults of the language are listed too.
    #expect(try inputs.inputs[at("personas.b.share", inputs)].mark == nil)
    #expect(try inputs.inputs[at("satisfaction.surprise.gain", inputs)].isWritten == false)
    #expect(Set(inputs.inputs.map(\.path)).count == inputs.inputs.count)
  }

  @Test("a scenario with nothing changed, or with what was typed, is the scenario")
  func unchanged() throws {
    let inputs = try inputs()
    #expect(try inputs.scenario(setting: [:]).baseline == inputs.scenario.baseline)
    let typed = Dictionary(uniqueKeysWithValues: inputs.inputs.indices.map { ($0, inputs.inputs[$0].value) })
    let again = try inputs.scenario(setting: typed).baseline
    #expect(again.painPoints == inputs.scenario.baseline.painPoints)
    for (row, weight) in [("basket", 7_241.0), ("help", 0.62)] {
      let before = try #require(inputs.scenario.baseline.paths.rows[row]?.weight(to: .outcome("bought")))
      let after = try #require(again.paths.rows[row]?.weight(to: .outcome("bought")))
      #expect(before == weight && abs(after - before) < 1e-9)
    }
  }

  @Test("constraints hold in every draw, and every draw can be read")
  func draws() throws {
    let inputs = try inputs()
    for number in 0..<300 {
      let journey = try inputs.scenario(setting: inputs.draw(UInt64(number), seed: 7)).baseline
      let row = try #require(journey.paths.rows["help"])
      #expect(abs(row.total - 1) < 1e-9)
      #expect(row.options.allSatisfy { (0...1).contains($0.weight) })
      #expect(abs(journey.personas.reduce(0) { $0 + $1.share.value } - 1) < 1e-9)
      // Those that were not drawn keep their proportion.
      let shares = Dictionary(uniqueKeysWithValues: journey.personas.map { ($0.name, $0.share.value) })
      #expect(abs(try #require(shares["b"]) / #require(shares["c"]) - 3) < 1e-9)
      let memory = journey.satisfaction.memory
      #expect(abs(memory.average + memory.best + memory.worst + memory.end - 1) < 1e-9)
      #expect(abs(memory.worst / memory.best - 2) < 1e-9)
      #expect((journey.painPoints[0].sendsTo.first?.probability.value ?? 2) < 1)
      let seen = try #require(journey.paths.rows["basket"])
      #expect(abs(seen.total - 9_851) < 1e-6)
      #expect(seen.options.allSatisfy { $0.weight > 0 })
      #expect(journey.handoffs.standard < 0)
    }
  }

  @Test("draws have the mean and the range that were typed")
  func laws() throws {
    let inputs = try inputs()
    for (path, mean, deviation) in [
      ("pain points.slow.leaves", 0.06, 0.06 * 0.4 / 1.96), ("personas.a.expects", 70, 30 * 0.5 / 1.96),
      ("touchpoints.basket.costs", 0.4, 0.4 * 0.5 / 1.96), ("handoffs.default", -3, 3 * 0.5 / 1.96),
      ("pain points.slow.fix.works", 0.8, 0.2 * 0.5 / 1.96),
      // Jeffreys' posterior of 12 % of 340.
      ("pain points.slow.hits", 41.3 / 341, (41.3 * 299.7 / (341.0 * 341 * 342)).squareRoot()),
      ("paths.basket.bought", 7_241.5 / 9_852.5, Self.deviationOfBought),
    ] {
      let law = try #require(inputs.inputs[at(path, inputs)].law)
      #expect(abs(law.mean / mean - 1) < 1e-9, "\(path)")
      #expect(abs(law.deviation / deviation - 1) < 1e-3, "\(path)")
      #expect(law.range.contains(law.mean) && law.quantile(0.2) < law.quantile(0.8))
    }
    // The draws themselves: the mean of a Dirichlet share over 2,000 draws, five standard errors; a twin is off.
    let at = try at("paths.basket.bought", inputs)
    let mean = (0..<2_000).reduce(0) { $0 + (inputs.draw(UInt64($1), seed: 3)[at] ?? 0) } / 2_000
    #expect(abs(mean - 7_241.5 / 9_852.5) < 5 * Self.deviationOfBought / 2_000.0.squareRoot())
    #expect(abs(mean - 7_300 / 9_852.5) > 5 * Self.deviationOfBought / 2_000.0.squareRoot())
  }

  @Test("adding an input reshuffles nothing")
  func stable() throws {
    let before = try inputs()
    let added = Self.text.split(separator: "\n").map { line in
      line.contains("help: {channel: phone") ? line + "\n  form: {channel: web, feels: 70 ?}" : line
    }.joined(separator: "\n")
    let after = try inputs(
      String(added).split(separator: "takes: 5m}").joined(separator: "takes: 5m ?}")
        .split(separator: "  help: {bought").joined(separator: "  form: {bought: 1}\n  help: {bought")
        .replacingFirst("START: {", "START: {form: 1, ")
    )
    #expect(after.drawn.count == before.drawn.count + 2)
    for at in before.drawn {
      let input = before.inputs[at]
      let twin = try #require(after.inputs.firstIndex { $0.path == input.path })
      #expect(before.draw(5, seed: 1)[at] == after.draw(5, seed: 1)[twin], "\(input.path)")
    }
    #expect(before.draw(5, seed: 1) != before.draw(6, seed: 1))
    #expect(before.draw(5, seed: 1) != before.draw(5, seed: 2))
  }

  @Test("one share of a row gets its value and the others share the rest in proportion")
  func proportion() throws {
    let inputs = try inputs()
    let at = try at("paths.help.bought", inputs)
    let row = try #require(inputs.scenario(setting: [at: 0.81]).baseline.paths.rows["help"])
    #expect(abs(row.weight(to: .outcome("bought")) - 0.81) < 1e-12)
    #expect(abs(row.weight(to: .touchpoint("basket")) / row.weight(to: .leave) - 8.0 / 30) < 1e-9)
    #expect(throws: InputProblem.self) { try inputs.scenario(setting: [at: 1.1]) }
    let pain = try self.at("pain points.slow.leaves", inputs)
    #expect(throws: InputProblem.self) { try inputs.scenario(setting: [pain: 1.01]) }
    #expect(throws: InputProblem.self) { try inputs.scenario(setting: [pain: -0.01]) }
  }

  @Test("variants stand on top of what was drawn, and their own numbers are inputs")
  func variants() throws {
    let text =
      Self.text + """

        what if:
          faster: {set: {touchpoints.basket.takes: 60s ?, pain points.slow.hurts: 5}}
          mended: {fix: [slow]}
        """
    let inputs = try inputs(text)
    let own = try at("what if.faster.set.\"touchpoints.basket.takes\"", inputs)
    #expect(inputs.inputs[own].variant == "faster")
    let hits = try at("pain points.slow.hits", inputs)
    let scenario = try inputs.scenario(setting: [hits: 0.5, own: 30])
    let mended = try #require(scenario.variants.first { $0.name == "mended" }).journey
    #expect(abs(mended.painPoints[0].hits.value - 0.1) < 1e-12)
    let faster = try #require(scenario.variants.first { $0.name == "faster" }).journey
    #expect(faster.touchpoints[0].takes == .fixed(seconds: 30))
    #expect(faster.painPoints[0].hurts == .constant(5) && faster.painPoints[0].hits.value == 0.5)
  }

  @Test("what cannot vary is said, and a range beyond the limit is a warning")
  func limits() throws {
    let text = """
      journey: A
      touchpoints: {basket: {}}
      paths: {START: {basket: 4 seen}, basket: {done: 100% ?, leave: 0%}}
      pain points: {slow: {at: basket, hits: 0% ?, leaves: 95% (± 40%)}, rare: {at: basket, hits: 0% of 30}}
      """
    let (reading, found) = ScenarioReader.inputs(path: "a.yaml", text: text)
    let inputs = try #require(found)
    #expect(inputs.fixed.map(\.path) == ["paths.START.basket", "paths.basket.done", "pain points.slow.hits"])
    #expect(
      inputs.drawn.map { inputs.inputs[$0].path } == ["pain points.slow.leaves", "pain points.rare.hits"]
    )
    let warning = try #require(reading.findings.first { $0.code == "bad-uncertainty" })
    #expect(warning.severity == .warning)
    #expect(warning.message.contains("133 %"))
    #expect(inputs.inputs[inputs.drawn[0]].law?.isNarrowed == true)
    #expect(inputs.draw(1, seed: 1).values.allSatisfy { $0 > 0 && $0 < 1 })
  }
}

extension String {
  fileprivate func replacingFirst(_ part: String, _ other: String) -> String {
    guard let range = firstRange(of: part) else { return self }
    return String(self[..<range.lowerBound]) + other + String(self[range.upperBound...])
  }
}
