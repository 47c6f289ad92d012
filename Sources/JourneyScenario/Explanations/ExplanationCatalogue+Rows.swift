extension ExplanationCatalogue {
  /// Rows and totals.
  static let rows: [Explanation] = [
    .init(
      .missingRow,
      "Every touchpoint needs a row in paths that says where it leads, and paths need START, where "
        + "journeys begin.",
      wrong: "paths: {START: {basket: 1}, basket: {checkout: 1}}",
      right: "paths: {START: {basket: 1}, basket: {checkout: 1}, checkout: {done: 1}}"
    ),
    .init(
      .emptyRow,
      "A row holds no option that anybody can take: it is empty, all its weights are 0, or a persona's "
        + "preference of 0 takes all away.",
      wrong: "paths: {START: {basket: 1}, basket: {checkout: 0}, checkout: {done: 1}}",
      right: "paths: {START: {basket: 1}, basket: {checkout: 1}, checkout: {done: 1}}"
    ),
    .init(
      .rowTotal,
      "A row in percent totals 100 %. Nothing is scaled without a word: write rest for one option, or "
        + "bare numbers for relative weights.",
      wrong: "paths: {START: {basket: 1}, basket: {checkout: 60%, leave: 30%}, checkout: {done: 1}}",
      right: "paths: {START: {basket: 1}, basket: {checkout: 60%, leave: rest}, checkout: {done: 1}}"
    ),
    .init(
      .rowMixedUnits,
      "A row is written whole in percent or whole in relative weights. Counts of moves (7241 seen) are weights: "
        + "they may stand beside bare ones on the same scale, but not beside percentages.",
      wrong: "paths: {START: {basket: 1}, basket: {checkout: 60%, leave: 2}, checkout: {done: 1}}",
      right: "paths: {START: {basket: 1}, basket: {checkout: 60%, leave: 40%}, checkout: {done: 1}}"
    ),
    .init(
      .twoRows,
      "A persona's entry row is written once, as starts or as START in its paths.",
      wrong: "personas: {all: {share: 100%, starts: {basket: 1}, paths: {START: {basket: 1}}}}",
      right: "personas: {all: {share: 100%, starts: {basket: 1}}}"
    ),
    .init(
      .personaShares,
      "Everybody is of one persona, so their shares total 100 %.",
      wrong: "personas: {families: {share: 60%}, students: {share: 30%}}",
      right: "personas: {families: {share: 70%}, students: {share: 30%}}"
    ),
    .init(
      .memoryWeights,
      "What is remembered of a journey is a mean of its parts, so their weights total 100 %. A weight "
        + "that is not written stands at its default: average 0.5, best 0.1, worst 0.2, end 0.2.",
      wrong: "satisfaction: {memory: {average: 0.8}}",
      right: "satisfaction: {memory: {average: 0.8, best: 0, worst: 0.1, end: 0.1}}"
    ),
    .init(
      .sendsToTotal,
      "Somebody who is hit is sent to one place at most, so the forced moves total at most 100 %.",
      wrong: "pain points: {lost: {at: basket, hits: 5%, sends to: {checkout: 70%, basket: 60%}}}",
      right: "pain points: {lost: {at: basket, hits: 5%, sends to: {checkout: 70%, basket: 30%}}}"
    ),
  ]
}
