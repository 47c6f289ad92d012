import JourneyDiagnostics
import JourneyExperiments
import JourneyModel
import JourneyStatistics

/// What parts of a page are made from that no other command answers.
enum PagePartsJSON {
  /// The journey with all fixes done: its figures, and what its stages feel like.
  static func target(_ result: SimulationResult) -> JSONValue {
    .members([
      "run": result.stamp.json, "metrics": .array(result.metrics.map(\.json)),
      "stages": .array(
        result.stages.map {
          .members(["id": .text($0.name), "satisfaction": $0.satisfaction.map(\.json) ?? .null])
        }
      ),
    ])
  }

  /// What every pair of fixes brings beyond both alone, figure by figure.
  static func pairs(_ pairs: FixPairs, _ input: ReportInput) -> JSONValue {
    .members([
      "travellers": .int(pairs.travellers), "painPoints": .array(pairs.fixes.map(JSONValue.text)),
      "metrics": .array(pairs.metrics.indices.map { figure(pairs, $0) }),
      "bestSets": bestSets(pairs, input),
    ])
  }

  /// The sets from which each further unit of money buys less; nil where a cost is not known.
  private static func bestSets(_ pairs: FixPairs, _ input: ReportInput) -> JSONValue? {
    guard let model = input.whatIf.flatMap({ LiveModel($0, pairs, input) }), model.totalCost != nil else {
      return nil
    }
    var pairwise = model.measures[0].model
    pairwise.costs = model.fixes.map { $0.cost ?? 0 }
    return .array(
      pairwise.frontierOnHull().filter { $0.cost > 0 }.map { point in
        let chosen = model.fixes.indices.filter { point.set >> UInt64($0) & 1 == 1 }
        return .members([
          "painPoints": .array(chosen.map { .text(model.fixes[$0].painPoint) }), "cost": .number(point.cost),
        ])
      }
    )
  }

  /// All pairs in one figure, and those that are told from adding up, with intervals that hold together.
  private static func figure(_ pairs: FixPairs, _ figure: Int) -> JSONValue {
    func pair(_ first: Int, _ second: Int, _ extra: Estimate) -> JSONValue {
      .members([
        "painPoints": .array([.text(pairs.fixes[first]), .text(pairs.fixes[second])]), "extra": extra.json,
      ])
    }
    let all = pairs.fixes.indices.flatMap { second in
      (0..<second).map { pair($0, second, pairs.extra(second, $0, figure: figure)) }
    }
    return .members([
      "id": .text(pairs.metrics[figure].text), "unit": .text(pairs.metrics[figure].unit.rawValue),
      "pairs": .array(all),
      "real": .array(pairs.real(figure: figure).map { pair($0.first, $0.second, $0.extra) }),
    ])
  }

  /// Today and all fixes together in the figure that ranks them; nil without two fixes and a run of them all together.
  static func together(_ whatIf: ComparisonResult) -> JSONValue? {
    let fixes = FixWords(whatIf)
    let metric = MetricID.ranking(whatIf)
    guard fixes.singles.count > 1, let all = fixes.together, let figure = all.metric(metric) else {
      return nil
    }
    let perfect = whatIf.variants.first {
      $0.operation == "remove" && $0.painPoints.count == fixes.singles.count
    }
    return .members([
      "metric": .text(metric.text), "unit": .text(metric.unit.rawValue), "operation": .text(all.operation),
      "today": figure.baseline.json, "all": figure.variant.json,
      "perfect": perfect?.metric(metric)?.variant.json,
    ])
  }

  /// One traveller today and with everything mended, and how this one was found.
  static func customer(_ customer: TypicalTraveller, _ scenario: Scenario) -> JSONValue {
    .members([
      "operation": .text(customer.trial.operation),
      "painPoints": .array(customer.trial.painPoints.map(JSONValue.text)),
      "scanned": .int(customer.scanned), "untouched": .int(customer.untouched),
      "untouchedShare": customer.untouchedShare.json, "concerned": .int(customer.concerned),
      "worse": .int(customer.worse), "better": .int(customer.better),
      "trace": TraceJSON.document(
        scenario,
        seed: customer.seed,
        [("today", customer.today), (customer.trial.operation, customer.after)]
      ),
    ])
  }

  /// Moves per traveller from stage to stage by channel, as drawn.
  static func stageFlow(_ flow: StageFlow) -> JSONValue {
    .members([
      "stages": .array(
        flow.stages.map { stage in
          .members([
            "id": .text(stage.name), "lost": .number(stage.lost), "onlyLeave": .bool(stage.onlyLeave),
            "back": .array(stage.back.map(JSONValue.number)),
          ])
        }
      ),
      "nodes": .array(
        flow.nodes.map { Self.node($0, in: flow) }
      ),
      "links": .array(
        flow.links.map {
          .members(["from": .int($0.from), "to": .int($0.to), "amount": .number($0.amount)])
        }
      ),
      "withinShare": .number(flow.withinShare), "backShare": .number(flow.backShare),
    ])
  }

  /// A place in a column with what comes in and goes out.
  private static func node(_ node: StageFlow.Node, in flow: StageFlow) -> JSONValue {
    let (kind, name): (String, String?) =
      switch node.kind {
      case .channel(let look): ("channel", look.name)
      case .passing: ("passing", nil)
      case .end(let name, _): ("end", name)
      }
    let stage = flow.stages.indices.contains(node.column) ? flow.stages[node.column].name : nil
    return .members([
      "kind": .text(kind), "id": name.map(JSONValue.text), "stage": stage.map(JSONValue.text),
      "comesIn": .number(node.comesIn), "returns": .number(node.returns), "goesOn": .number(node.goesOn),
      "lost": .number(node.lost), "goesBack": .number(node.goesBack),
    ])
  }
}
