extension ExplanationCatalogue {
  /// Keys and values.
  static let values: [Explanation] = [
    .init(
      .unknownKey,
      "The mapping has no such key. A key that is not known is refused, because a typing mistake would "
        + "otherwise be ignored without a word. journey schema prints all keys.",
      wrong: "run: {travelers: 1000}",
      right: "run: {travellers: 1000}"
    ),
    .init(
      .missingKey,
      "The mapping does not make sense without this key.",
      wrong: "personas: {family: {expects: 70}}",
      right: "personas: {family: {share: 100%, expects: 70}}"
    ),
    .init(
      .wrongShape,
      "A mapping, a list or a single value stands where another of them belongs.",
      wrong: "stages: {discover: 1}",
      right: "stages: [discover, buy]"
    ),
    .init(
      .emptyValue,
      "A key stands without a value. Nothing is assumed for it; remove the key to get the default.",
      wrong: "run: {seed: }",
      right: "run: {seed: 1}"
    ),
    .init(
      .wrongWord,
      "Only a few words are known here; the finding lists them.",
      wrong: "run: {show as: stars}",
      right: "run: {show as: csat}"
    ),
    .init(
      .notSupported,
      "The language knows this key, but it cannot be simulated yet: channels have no staff, sites or opening hours "
        + "and never make anybody wait. It is refused, because results would look as if it counted.",
      wrong: "channels: {phone: {staff: 9}}",
      right: "channels: {phone: {open: always}}"
    ),
    .init(
      .noEffect,
      "The value is accepted and kept, but makes nobody wait until channels are staffed.",
      wrong: "channels: {phone: {patience: 2m}}",
      right: "run: {seed: 1}"
    ),
    .init(
      .badNumber,
      "A number is written in decimal digits with a point: no thousands separators, no hexadecimal, no "
        + "infinity, and within the limits that the finding names.",
      wrong: "run: {travellers: 1_000}",
      right: "run: {travellers: 1000}"
    ),
    .init(
      .badProbability,
      "A probability or share is written 15% or 0.15. A bare 15 is refused, because nobody can say "
        + "whether it means 15 % or a mistake.",
      wrong: "pain points: {slow: {at: basket, hits: 15}}",
      right: "pain points: {slow: {at: basket, hits: 15%}}"
    ),
    .init(
      .badPoints,
      "Satisfaction, quality and expectation are in points from 0 to 100; csat 3.9 converts a mean "
        + "answer from 1 to 5.",
      wrong: "satisfaction: {expects: 720}",
      right: "satisfaction: {expects: 72}"
    ),
    .init(
      .badQuality,
      "feels is a mean with a standard deviation, 78 ± 12 (or 78 +- 12), one number, or values with "
        + "probabilities, {60: 50%, 80: 50%}; all in points from 0 to 100.",
      wrong: "touchpoints: {basket: {feels: 78 ± x}, checkout: {feels: 75}}",
      right: "touchpoints: {basket: {feels: 78 ± 12}, checkout: {feels: 75}}"
    ),
    .init(
      .badSeverity,
      "hurts is in points lost: a number, 12 ± 4, or mild (5), clear (12), severe (25).",
      wrong: "pain points: {slow: {at: basket, hits: 15%, hurts: a lot}}",
      right: "pain points: {slow: {at: basket, hits: 15%, hurts: severe}}"
    ),
    .init(
      .badDuration,
      "A duration is a number with s, m, h, d or w. 2m..6m gives the median and the 90th percentile.",
      wrong: "touchpoints: {basket: {takes: 5}, checkout: {}}",
      right: "touchpoints: {basket: {takes: 5m}, checkout: {}}"
    ),
    .init(
      .badMoney,
      "An amount is a number in run.currency; k means thousand and M million. No currency sign.",
      wrong: "touchpoints: {basket: {costs: €4}, checkout: {}}",
      right: "touchpoints: {basket: {costs: 4.00}, checkout: {}}"
    ),
    .init(
      .badRate,
      "A rate is a number per hour, day, week, month or year.",
      wrong: "run: {arrivals: 20000 daily}",
      right: "run: {arrivals: 20000 per day}"
    ),
    .init(
      .badComparison,
      "A target says at least or at most, then a figure in the metric's unit.",
      wrong: "targets: {goal: 43%}",
      right: "targets: {goal: at least 43%}"
    ),
    .init(
      .badColour,
      "A colour is #RRGGBB in quotes; without quotes YAML takes # as a comment.",
      wrong: "channels: {web: {colour: blue}}",
      right: "channels: {web: {colour: \"#1F6FB2\"}}"
    ),
    .init(
      .badUncertainty,
      "How sure a number is stands behind it: ? for a guess, (± 20%) for a share of the number (95% of what "
        + "it may be), and behind a share on how many it was measured: 12% of 340. Moves that were counted are "
        + "weights: 7241 seen. A range that reaches beyond what the number can be is a warning: it is drawn "
        + "from a narrower one.",
      wrong: "satisfaction: {expects: 72 (± 20)}",
      right: "satisfaction: {expects: 72 (± 20%)}"
    ),
    .init(
      .qualityTotal,
      "The probabilities of the values of a quality total 100 %.",
      wrong: "touchpoints: {basket: {feels: {60: 50%, 80: 40%}}, checkout: {feels: 75}}",
      right: "touchpoints: {basket: {feels: {60: 50%, 80: 50%}}, checkout: {feels: 75}}"
    ),
  ]
}
