import Foundation
import JourneyDiagnostics
import JourneyScenario
import Testing

@Suite struct KeyCatalogueTests {
  private static let base = """
    stages: [buy]
    channels: {web: {}, phone: {}}
    touchpoints: {basket: {feels: 70}, checkout: {feels: 70}}
    """

  /// A key of the catalogue with the text that brings it into a scenario.
  struct Use: Sendable, CustomTestStringConvertible {
    var key: String
    var text: String
    var testDescription: String { key }
  }

  static let uses: [Use] = {
    func uses(_ shape: Shape, _ wrap: (String, String) -> String) -> [Use] {
      shape.keys.map { Use(key: "\(shape.title): \($0.name)", text: wrap($0.name, $0.example)) }
    }
    let names = ["stage": "buy", "channel": "web", "at": "basket", "sends to": "{checkout: 45%}"]
    func example(_ key: String, _ example: String) -> String { "\(key): \(names[key] ?? example)" }
    return uses(KeyCatalogue.run) { "run: {\($0): \($1)}" }
      + uses(KeyCatalogue.fiveAs) { key, _ in
        let own = ["aware": "", "act": ""][key] ?? ", \(key): buy"
        return "five as: {aware: buy, act: done\(own)}"
      }
      + uses(KeyCatalogue.channel) { "channels: {web: {\($0): \($1)}, phone: {}}" }
      + uses(KeyCatalogue.touchpoint) { key, text in
        key == "feels"
          ? "touchpoints: {basket: {feels: \(text)}, checkout: {feels: 70}}"
          : "touchpoints: {basket: {feels: 70, \(example(key, text))}, checkout: {feels: 70}}"
      }
      + uses(KeyCatalogue.outcome) { "outcomes: {done: {\($0 == "kind" ? "" : "kind: goal, ")\($0): \($1)}}" }
      + uses(KeyCatalogue.painPoint) { key, text in
        let others = ["at: basket", "hits: 5%"].filter { !$0.hasPrefix(key + ":") }.joined(separator: ", ")
        return "pain points: {slow: {\(others), \(example(key, text))}}"
      }
      + uses(KeyCatalogue.fix) { "pain points: {slow: {at: basket, hits: 5%, fix: {\($0): \($1)}}}" }
      + uses(KeyCatalogue.persona) { key, text in
        let text = ["starts": "{basket: 1}", "paths": "{basket: {checkout: 1}}"][key] ?? text
        return key == "share"
          ? "personas: {a: {share: 100%}}" : "personas: {a: {share: 100%, \(key): \(text)}}"
      }
      + uses(KeyCatalogue.satisfaction) { "satisfaction: {\($0): \($1)}" }
      + uses(KeyCatalogue.surprise) { "satisfaction: {surprise: {\($0): \($1)}}" }
      + uses(KeyCatalogue.memory) { "satisfaction: {memory: {\($0): \($1)}}" }
      + uses(KeyCatalogue.mood) { "satisfaction: {mood: {\($0): \($1)}}" }
      + uses(KeyCatalogue.retention) { key, text in
        let others = ["of: goal", "every: 90d", "baseline: 78%"].filter { !$0.hasPrefix(key + ":") }
        return "retention: {\(others.joined(separator: ", ")), \(key): \(text)}"
      }
      + uses(KeyCatalogue.value) { key, text in
        let margin = key == "margin per purchase" ? "" : "margin per purchase: 1, "
        return "retention: {of: goal, every: 90d, baseline: 78%, value: {\(margin)\(key): \(text)}}"
      }
  }()

  @Test(arguments: uses)
  func `every example of the catalogue is accepted`(use: Use) {
    let kept = Self.base.split(separator: "\n").filter { line in
      !use.text.hasPrefix(line.prefix { $0 != ":" } + ":")
    }
    let text = Completion.scenario((kept + [Substring(use.text)]).joined(separator: "\n"))
    let findings = ScenarioReader.read(text: text).findings.filter { finding in
      finding.severity == .error && finding.code != "not-supported"
    }
    #expect(findings.map(\.message) == [])
  }

  @Test func `the schema is JSON and describes every key`() throws {
    let root = try JSONSerialization.jsonObject(with: Data(JSONSchema.text.utf8)) as? [String: Any]
    let properties = try #require(root?["properties"] as? [String: [String: Any]])
    #expect(Set(properties.keys) == Set(KeyCatalogue.scenario.keys.map(\.name)))
    #expect(properties.values.allSatisfy { ($0["description"] as? String)?.isEmpty == false })
    #expect(root?["additionalProperties"] as? Bool == false)
  }
}
