extension ExplanationCatalogue {
  /// Names of the analyst's.
  static let names: [Explanation] = [
    .init(
      .unknownName,
      "A touchpoint, channel, stage, persona, pain point or metric is named that does not exist. Names "
        + "are compared letter by letter, capitals included.",
      wrong: "pain points: {slow: {at: baskte, hits: 15%}}",
      right: "pain points: {slow: {at: basket, hits: 15%}}"
    ),
    .init(
      .duplicateName,
      "Two things of one kind have the same name, or a touchpoint and an outcome do; a path could "
        + "not say which it means.",
      wrong: "stages: [buy, use, buy]",
      right: "stages: [buy, use]"
    ),
    .init(
      .reservedName,
      "START, RETURN, leave, done, timed out and rest have a meaning of their own, as has any among "
        + "channels and personas. done may be named in outcomes.",
      wrong: "outcomes: {done: goal, leave: loss}",
      right: "outcomes: {done: goal}"
    ),
    .init(
      .badName,
      "A name is one line of text that is not empty.",
      wrong: "stages: [\" \", buy]",
      right: "stages: [discover, buy]"
    ),
    .init(
      .badHandoff,
      "A hand-off is default, or names two channels with > between; any stands for every channel.",
      wrong: "channels: {web: {}, phone: {}}\nhandoffs: {web to phone: -6}",
      right: "channels: {web: {}, phone: {}}\nhandoffs: {web > phone: -6}"
    ),
    .init(
      .ambiguousName,
      "A name could mean either of two things: close takes a touchpoint or a channel, five as a stage or an "
        + "outcome, and here both have it.",
      wrong: "channels: {basket: {}}\nwhat if: {without: {close: [basket]}}",
      right: "channels: {web: {}}\nwhat if: {without: {close: [checkout]}}"
    ),
    .init(
      .badPath,
      "A path of set names keys from the top with dots between, a name with a dot in quotes. Keys of the "
        + "language may be new, names of yours must exist; use add for new parts.",
      wrong: "what if: {better: {set: {touchpoints.baskte.costs: 1}}}",
      right: "what if: {better: {set: {touchpoints.basket.costs: 1}}}"
    ),
  ]
}
