/// The scenario that `journey init` writes: valid, runnable, commented, the difficult keys commented out.
public enum StarterScenario {
  /// The text of a starter.
  public static func text(name: String, ladder: StageLadder) -> String {
    let rungs = ladder.rungs
    return [
      head(name), stages(rungs), touchpoints(rungs), paths(rungs), pains(rungs), people(rungs), models,
      variants(rungs),
    ].joined(separator: "\n") + "\n"
  }

  /// A file name for a journey: its letters and digits, joined by hyphens.
  public static func fileName(for name: String) -> String {
    let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }
    return (words.isEmpty ? "journey" : words.joined(separator: "-")) + ".yaml"
  }

  private static func head(_ name: String) -> String {
    """
    # yaml-language-server: $schema=./.journey/schema.json
    # $schema: ./.journey/schema.json
    #
    # A customer journey to start from. All numbers are placeholders (?): replace them by what you know.
    #   78 ± 12   mean ± standard deviation, points 0-100      2m..6m   median..90th percentile
    #   15%       probability                                  60k      money in run.currency
    # Check it with journey validate, run it with journey simulate.
    journey: \(quoted(name))
    run: {travellers: 100000, seed: 1, longest journey: 100 visits, currency: EUR}

    """
  }

  private static func stages(_ rungs: [StageLadder.Rung]) -> String {
    var channels: [String] = []
    for rung in rungs where !channels.contains(rung.channel) { channels.append(rung.channel) }
    let width = channels.map(\.count).max() ?? 0
    let rows = channels.map { channel in
      let outbound = channel == "mail" || channel == "courier"
      let value = outbound ? "{contact: from us}   # we contact them: no hand-off" : "{}"
      return "  \(padded(channel + ":", width + 1)) \(value)"
    }
    return """
      stages: [\(rungs.map(\.stage).joined(separator: ", "))]

      channels:
      \(rows.joined(separator: "\n"))

      handoffs:                  # points lost when a customer is made to change channel
        default: -3
        # web > phone: -6        # a hand-off that hurts more

      """
  }

  private static func touchpoints(_ rungs: [StageLadder.Rung]) -> String {
    let width = rungs.map(\.touchpoint.count).max() ?? 0
    let stage = rungs.map(\.stage.count).max() ?? 0
    let channel = rungs.map(\.channel.count).max() ?? 0
    let rows = rungs.map { rung in
      "  \(padded(rung.touchpoint + ":", width + 1)) {stage: \(padded(rung.stage + ",", stage + 1)) channel: "
        + "\(padded(rung.channel + ",", channel + 1)) feels: \(rung.feels) ?, takes: \(rung.takes), "
        + "costs: \(rung.costs)}"
    }
    return """
      touchpoints:               # feels = quality when nothing goes wrong; costs = cost to the company per visit
      \(rows.joined(separator: "\n"))
        # more keys: matters: 1.5 (importance in memory), kano: must, does: …, thinks: …, backstage: …, owner: …

      """
  }

  private static func paths(_ rungs: [StageLadder.Rung]) -> String {
    let width = max(5, rungs.map(\.touchpoint.count).max() ?? 0)
    var rows: [String] = []
    for (at, rung) in rungs.enumerated() {
      let next = at + 1 < rungs.count ? rungs[at + 1].touchpoint : "done"
      let back = at > 0 && rung.onward < 60 ? ", \(rungs[at - 1].touchpoint): 10%" : ""
      rows.append(
        "  \(padded(rung.touchpoint + ":", width + 1)) {\(next): \(rung.onward)%\(back), leave: rest}"
      )
    }
    return """
      paths:                     # a row in percent, or relative weights; leave = gives up, done = goal reached
        \(padded("START:", width + 1)) {\(rungs[0].touchpoint): 80%, \(rungs[1].touchpoint): 20%}
      \(rows.joined(separator: "\n"))

      """
  }

  private static func pains(_ rungs: [StageLadder.Rung]) -> String {
    let middle = rungs[rungs.count / 2].touchpoint
    let late = rungs[rungs.count - 2].touchpoint
    return """
      pain points:               # hits = chance per visit, hurts = points lost, leaves = extra chance to give up
        too slow:    {at: \(middle), hits: 15% ?, hurts: 10, leaves: 6%, fix: {name: faster pages, costs: 60k, works: 80%}}
        not clear:   {at: \(late), hits: 20% ?, hurts: 12 ± 4, leaves: 8%, fix: {name: plain words, costs: 25k, works: 60%}}
        # more keys: delays: 5m..20m, costs: 6.50, sends to: {\(rungs[0].touchpoint): 20%}

      """
  }

  private static func people(_ rungs: [StageLadder.Rung]) -> String {
    """
    personas:                  # shares total 100 %
      in a hurry:  {share: 60% ?, expects: 70, goal: done in five minutes}
      careful:     {share: 40% ?, expects: 75, goal: no surprises, prefers: {\(rungs[1].channel): 1.2}}
      # more keys: baseline: 80%, mood to leave: 0.6, starts: {…}, paths: {…}

    """
  }

  private static let models = """
    # satisfaction:            # how experiences become satisfaction; these are the defaults
    #   expects: 72
    #   surprise: {gain: 0.25, loss aversion: 2.0}
    #   memory: {average: 0.5, best: 0.1, worst: 0.2, end: 0.2}
    #   mood: {newest counts: 0.3, to leave: 0.4}
    #   leaving costs: 10

    retention:
      of: goal                 # whoever reached the goal is a customer; everyone = existing customers
      every: 90d
      baseline: 75% at 75 ?    # probability to stay at 75 points of satisfaction
      # odds per 10 points: 1.4
      # polarisation: 0.25     # 0 = all customers alike
      # value: {margin per purchase: 21, discount: 10% per year, periods: 12}

    targets:
      goal: at least 10%

    # observed:                # measured facts, shown beside the simulated figures
    #   goal: 11%
    #   churn: 30% per year

    """

  private static func variants(_ rungs: [StageLadder.Rung]) -> String {
    """
    what if:
      faster:      {fix: [too slow], because: pages take four seconds}
      both fixes:  {builds on: [faster], fix: [not clear]}
      # nicer:     {set: {touchpoints.\(rungs[1].touchpoint).feels: 80 ± 10}}

    """
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  /// A text in YAML's double quotes; control characters become blanks.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\":
        result.unicodeScalars.append("\\")
        result.unicodeScalars.append(scalar)
      case _
      where scalar.properties.generalCategory == .control || scalar.value == 0x2028 || scalar.value == 0x2029:
        result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
