import JourneyDiagnostics
import JourneyExperiments
import JourneyModel
import JourneyScenario
import JourneyStatistics

/// What uncertain inputs and rules of judgement add to a comparison, as JSON.
enum UncertaintyJSON {
  /// Members for a figure: beside `interval` the same with uncertain inputs.
  static func members(_ layered: LayeredEstimate?) -> [JSONValue.Member] {
    guard let layered else { return [] }
    return [
      .init("inputMean", .number(layered.inputs.mean)), .init("inputInterval", layered.inputs.intervalJSON),
      .init("input90", pair(layered.inputs90)), .init("inputVariance", .number(layered.inputVariance)),
      .init("inputVarianceInterval", pair(layered.inputVarianceInterval)),
      .init("positiveShare", .number(layered.positiveShare)),
    ]
  }

  static func pair(_ range: ClosedRange<Double>) -> JSONValue {
    .array([.number(range.lowerBound), .number(range.upperBound)])
  }

  static func standing(_ standing: Standing) -> JSONValue {
    .members([
      "rank": .int(standing.rank),
      "overInputs": .array([.int(standing.overInputs.lowerBound), .int(standing.overInputs.upperBound)]),
      "overRules": .array([.int(standing.overRules.lowerBound), .int(standing.overRules.upperBound)]),
      "firstShare": .number(standing.firstShare),
    ])
  }

  static func money(_ money: MoneyOutlook) -> JSONValue {
    .members([
      "positiveShare": .number(money.positiveShare), "median": .number(money.median),
      "middle80": pair(money.middle80), "typed": .number(money.typed), "bestShare": .number(money.bestShare),
    ])
  }

  /// The whole block of a run.
  static func block(_ result: UncertaintyResult) -> JSONValue {
    let words = ConclusionWords(result.comparison.journey, metric: result.metric)
    return .members([
      "draws": .int(result.draws), "travellersPerDraw": .int(result.travellersPerDraw),
      "failedDraws": .int(result.failedDraws.count),
      "failedReason": result.failedDraws.reason.map(JSONValue.text),
      "guessRange": .number(InputLaw.guessRange), "inputs": .array(result.drawn.map(input)),
      "fixed": .array(
        result.fixed.map { .members(["path": .text($0.path), "reason": .text($0.reason)]) }
      ),
      "metric": .text(result.metric.text),
      "rules": .array(
        result.rules.map { rule in
          .members([
            "name": .text(rule.name),
            "differences": .array(rule.differences.map { $0.map(\.json) ?? .null }),
          ])
        }
      ),
      "travellersPerRule": .int(result.travellersPerRule),
      "conclusions": .array(
        result.conclusions.map { conclusion in
          .members([
            "text": .text(words.statement(conclusion.kind)), "kind": .text(kind(conclusion.kind)),
            "isRobust": .bool(conclusion.isRobust), "inputShare": .number(conclusion.inputShare),
            "failingRules": .array(conclusion.failingRules.map(JSONValue.text)),
            "why": words.failure(conclusion).map(JSONValue.text),
          ])
        }
      ),
      "information": result.information.map(information),
    ])
  }

  static func kind(_ kind: Conclusion.Kind) -> String {
    switch kind {
    case .first: "first"
    case .moves: "moves"
    case .pays: "pays"
    case .target: "target"
    }
  }

  /// An input with its law.
  static func input(_ input: ScenarioInput) -> JSONValue {
    var mark: String?
    var count: Int?
    var relative: Double?
    switch input.mark {
    case .guess: mark = "guess"
    case .relative(let share): (mark, relative) = ("range", share)
    case .counted(let number): (mark, count) = ("counted", number)
    case nil: break
    }
    return .members([
      "path": .text(input.path), "value": .number(input.value), "written": .text(input.written),
      "isDefault": input.isWritten ? nil : .bool(true), "mark": mark.map(JSONValue.text),
      "relative": relative.map(JSONValue.number), "counted": count.map(JSONValue.int),
      "range": input.law.map { pair($0.range) },
    ])
  }

  private static func information(_ outlook: InformationOutlook) -> JSONValue {
    let (decision, unit): (String, String) =
      switch outlook.decision {
      case .eachByMoney: ("eachByMoney", MetricUnit.money.rawValue)
      case .oneByMoney: ("oneByMoney", MetricUnit.money.rawValue)
      case .oneByMetric(let metric): ("oneByMetric", metric.unit.rawValue)
      }
    return .members([
      "decision": .text(decision), "unit": .text(unit), "everything": outlook.everything.json,
      "questions": .array(
        outlook.questions.map { question in
          .members(["path": .text(question.question), "worth": question.worth.map(\.json) ?? .null])
        }
      ),
    ])
  }
}
