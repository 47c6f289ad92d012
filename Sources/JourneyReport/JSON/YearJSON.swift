import JourneyDiagnostics
import JourneyExperiments
import JourneyModel
import JourneyStatistics

/// A year's figures, touchpoints' value, stages and the action list as JSON members.
enum YearJSON {
  /// Figures of a year; nil where there are none.
  static func today(_ figures: [YearFigure]) -> JSONValue? {
    figures.isEmpty ? nil : .array(figures.map { .object(head($0) + $0.estimate.members) })
  }

  /// Changes of a year's figures; nil where there are none.
  static func changes(_ figures: [YearFigure]) -> JSONValue? {
    guard !figures.isEmpty else { return nil }
    return .array(
      figures.map { figure in
        .object(
          head(figure) + [
            .init("difference", .number(figure.estimate.mean)),
            .init("interval", figure.estimate.intervalJSON),
            .init("level", .number(figure.estimate.level)),
          ]
        )
      }
    )
  }

  private static func head(_ figure: YearFigure) -> [JSONValue.Member] {
    [.init("id", .text(figure.quantity.id))]
      + (figure.quantity.channel.map { [.init("channel", .text($0))] } ?? [])
      + [.init("unit", .text(figure.quantity.unit.rawValue))]
  }

  /// What each touchpoint adds; nil where none was tried.
  static func values(_ result: ComparisonResult) -> JSONValue? {
    let values = result.touchpointValues
    guard !values.isEmpty else { return nil }
    return .array(
      values.map { value in
        .members([
          "id": .text(value.name), "effect": .text(value.effect.rawValue), "rank": .int(value.rank),
          "tied": .bool(value.isTied),
          "contributions": .array(
            value.contributions.map {
              .members([
                "id": .text($0.id.text), "unit": .text($0.id.unit.rawValue),
                "contribution": .number($0.value.mean), "interval": $0.value.intervalJSON,
                "level": .number($0.value.level), "adjustedP": .number($0.adjustedP),
                "isReal": .bool($0.isReal),
              ])
            }
          ),
        ])
      }
    )
  }

  /// The action list: what to do, worth most first; nil where nothing is known of worth.
  static func actions(_ result: ComparisonResult) -> JSONValue? {
    let lines = ActionLine.all(result)
    guard !lines.isEmpty else { return nil }
    return .array(
      lines.map { line in
        .members([
          "painPoint": .text(line.painPoint), "fix": .text(line.title),
          "advice": .text(line.value.advice.rawValue),
          "owner": line.owner.isEmpty ? nil : .text(line.owner),
          "leadTimeDays": .number(line.value.leadYears * 365), "cost": .number(line.value.cost),
          "gainPerYear": line.value.gain.json,
          "paybackYears": line.value.paybackYears.map(JSONValue.number) ?? .null,
          "costOfWaitingAQuarter": line.value.costOfWaitingAQuarter.json,
        ])
      }
    )
  }

  /// From every stage to every later one; nil for fewer than two stages.
  static func conversions(_ conversions: [StageConversion]) -> JSONValue? {
    guard !conversions.isEmpty else { return nil }
    return .array(
      conversions.map {
        .members([
          "from": .text($0.from), "to": .text($0.to), "share": $0.share.map(\.json) ?? .null,
        ])
      }
    )
  }

  /// The five A's with the purchase action ratio and the brand advocacy ratio; nil where none is mapped.
  static func fiveAs(_ steps: [FiveAsEstimate]) -> JSONValue? {
    guard !steps.isEmpty else { return nil }
    func ratio(_ step: FiveAs.Step) -> JSONValue? {
      steps.first { $0.step == step }.map { $0.ratio.map(\.json) ?? .null }
    }
    return .members([
      "purchaseActionRatio": ratio(.act), "brandAdvocacyRatio": ratio(.advocate),
      "steps": .array(
        steps.map {
          .members([
            "id": .text($0.step.rawValue), "place": .text($0.place.name), "reach": $0.reach.json,
            "overAware": $0.ratio.map(\.json),
          ])
        }
      ),
    ])
  }
}
