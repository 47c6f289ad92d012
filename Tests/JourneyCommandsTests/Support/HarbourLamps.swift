/// A small shop that has a bit of everything, as the text of a scenario file.
struct HarbourLamps {
  /// Top-level keys with their lines; lines may stand in any order where they hold entries of a mapping.
  private var sections: [(key: String, lines: [String])] = [
    ("journey: Harbour Lamps", []),
    ("about: A small shop, to test with.", []),
    ("run: {travellers: 3000, seed: 11, longest journey: 40 visits, currency: EUR}", []),
    ("stages: [look, buy]", []),
    ("channels:", ["web: {}", "phone: {}"]),
    ("handoffs:", ["default: -4"]),
    (
      "touchpoints:",
      [
        "page: {stage: look, channel: web, feels: 72 ± 12, takes: 2m..6m, costs: 0.1, does: Looks}",
        "desk: {stage: buy, channel: web, feels: 76 ± 10, takes: 1m..4m, costs: 0.5, owner: Shop}",
        "help: {stage: buy, channel: phone, feels: 66 ± 15, takes: 5m..12m, costs: 6, thinks: \"Hm?\"}",
      ]
    ),
    (
      "paths:",
      [
        "START: {page: 9, help: 1}",
        "page: {desk: 60, help: 10, leave: 30}",
        "desk: {bought: 80, help: 8, page: 2, leave: 10}",
        "help: {desk: 60, bought: 20, leave: 20}",
      ]
    ),
    ("outcomes:", ["bought: goal"]),
    (
      "pain points:",
      [
        "slow page: {at: page, hits: 30%, hurts: 12 ± 4, leaves: 5%, fix: {costs: 20k, works: 70%}}",
        "card refused: {at: desk, hits: 8%, hurts: 22, leaves: 15%}",
        "wrong bill: {at: desk, hits: 6%, hurts: 9, sends to: {help: 30%}}",
      ]
    ),
    (
      "personas:",
      ["hurried: {share: 40%, expects: 76, prefers: {web: 2}}", "patient: {share: 60%, expects: 68}"]
    ),
    (
      "retention:",
      ["of: goal", "every: 30d", "baseline: 15%", "value: {margin per purchase: 40, periods: 3}"]
    ),
    ("targets:", ["goal: at least 40%", "cost: at most 9"]),
    ("observed:", ["goal: 45%"]),
    (
      "what if:",
      [
        "nothing: {because: An empty variant}",
        "faster: {fix: [slow page], because: Speed pays}",
        "no phone: {close: [phone]}",
      ]
    ),
  ]

  /// The file's text.
  var text: String {
    sections.map { ([$0.key] + $0.lines.map { "  \($0)" }).joined(separator: "\n") + "\n" }.joined()
  }

  /// The same scenario with every section and every entry in the opposite order.
  var reordered: HarbourLamps {
    var copy = self
    copy.sections = sections.reversed().map { ($0.key, $0.lines.reversed()) }
    return copy
  }

  /// The same scenario told in other words.
  var reworded: String {
    text.replacing("A small shop, to test with.", with: "Other words.")
      .replacing("does: Looks", with: "does: Browses idly").replacing("owner: Shop", with: "owner: Someone")
      .replacing("\"Hm?\"", with: "\"Really?\"").replacing("Speed pays", with: "Why not")
  }
}
