extension ExplanationCatalogue {
  /// The journey as a whole, and its variants.
  static let journeys: [Explanation] = [
    .init(
      .feelsOnSome,
      "A journey's satisfaction needs the quality of every touchpoint. feels stands on all touchpoints, "
        + "or on none: then the journey is a plain chain.",
      wrong: "touchpoints: {basket: {feels: 78 ± 12}, checkout: {}}",
      right: "touchpoints: {basket: {feels: 78 ± 12}, checkout: {feels: 75 ± 10}}"
    ),
    .init(
      .needsFeels,
      "Satisfaction and what is read from it need feels on the touchpoints.",
      wrong: "targets: {satisfaction: at least 70}",
      right: "touchpoints: {basket: {feels: 78}, checkout: {feels: 75}}\ntargets: {satisfaction: at least 70}"
    ),
    .init(
      .needsRetention,
      "Figures of customers who stay need the part retention, and clv its value.",
      wrong: "targets: {kept: at least 20%}",
      right: "retention: {of: goal, every: 90d, baseline: 78% at 75}\ntargets: {kept: at least 20%}"
    ),
    .init(
      .unreachable,
      "No path leads here, so it changes nothing. Often a row is missing an option.",
      wrong: "paths: {START: {basket: 1}, basket: {done: 1}, checkout: {done: 1}}",
      right: "paths: {START: {basket: 1}, basket: {checkout: 1}, checkout: {done: 1}}"
    ),
    .init(
      .noEnd,
      "Whoever comes here goes on forever. Every journey must be able to reach an outcome or leave.",
      wrong: "paths: {START: {basket: 1}, basket: {checkout: 1}, checkout: {basket: 1}}",
      right: "paths: {START: {basket: 1}, basket: {checkout: 1}, checkout: {basket: 1, done: 3}}"
    ),
    .init(
      .goalUnreachable,
      "No path leads to an outcome of kind goal, so nobody can reach it.",
      wrong: "paths: {START: {basket: 1}, basket: {checkout: 1}, checkout: {leave: 1}}",
      right: "paths: {START: {basket: 1}, basket: {checkout: 1}, checkout: {done: 9, leave: 1}}"
    ),
    .init(
      .longJourney,
      "Along the typed paths, journeys come near the limit of visits and are cut off as timed out, which "
        + "bends every figure.",
      wrong: "run: {longest journey: 4 visits}",
      right: "run: {longest journey: 100 visits}"
    ),
    .init(
      .typedTotal,
      "A path leads where a pain point sends people too. The typed weight is taken as the share of those "
        + "who are not sent; if it was measured over all, it counts the sent twice.",
      wrong: "pain points: {lost: {at: basket, hits: 5%, sends to: {checkout: 50%}}}",
      right: "pain points: {lost: {at: basket, hits: 5%, leaves: 50%}}"
    ),
    .init(
      .variantCycle,
      "Variants build on each other in a circle, so none can be applied first.",
      wrong: "what if: {one: {builds on: [two]}, two: {builds on: [one]}}",
      right: "what if: {one: {}, two: {builds on: [one]}}"
    ),
    .init(
      .variantImpossible,
      "The variant leaves a place without options, for example by closing the only way on.",
      wrong: "what if: {without: {close: [basket]}}",
      right: "what if: {without: {bypass: [basket]}}"
    ),
    .init(
      .noFix,
      "The pain point has no fix, so fixing it is taken to mend it entirely and at no cost.",
      wrong: "pain points: {slow: {at: basket, hits: 15%}}\nwhat if: {faster: {fix: [slow]}}",
      right:
        "pain points: {slow: {at: basket, hits: 15%, fix: {costs: 60k, works: 80%}}}\nwhat if: {faster: {fix: [slow]}}"
    ),
  ]
}
