/// `feels` stands on all touchpoints or on none: satisfaction of a journey needs every touchpoint's quality.
enum FeelsOnAllOrNone: Rule {
  static func check(_ context: RuleContext, into findings: inout Findings) {
    let parts = context.draft.touchpoints
    guard let with = parts.first(where: { $0.feels != nil }), let mark = with.feels else { return }
    for part in parts where part.feels == nil {
      findings.add(
        .feelsOnSome,
        at: part.name.mark,
        "\"\(part.name.text)\" has no feels, but \"\(with.name.text)\" has",
        notes: [.init("feels is given here", at: mark)],
        help: ["add feels, as in feels: 75 ± 12, or remove it from all touchpoints"]
      )
    }
  }
}
