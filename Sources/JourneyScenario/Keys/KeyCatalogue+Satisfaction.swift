extension KeyCatalogue {
  /// `satisfaction`.
  package static let satisfaction = Shape(
    title: "satisfaction",
    keys: [
      .init(
        "expects",
        "Expectation of personas that have none of their own.",
        .points,
        unit: "points 0-100",
        standard: "72",
        example: "72"
      ),
      .init(
        "surprise",
        "How surprise moves a score.",
        .mapping { surprise },
        example: "{gain: 0.25, loss aversion: 2}"
      ),
      .init(
        "adaptation",
        "How fast expectation follows experience within a journey.",
        .probability,
        standard: "0",
        example: "0.1"
      ),
      .init(
        "memory",
        "Weights of what is remembered; they total 100 %.",
        .mapping { memory },
        example: "{average: 0.5, best: 0.1, worst: 0.2, end: 0.2}"
      ),
      .init("mood", "How mood forms and drives leaving.", .mapping { mood }, example: "{newest counts: 0.3}"),
      .init(
        "waiting",
        "Points lost each time a wait grows e-fold (no effect until channels are staffed).",
        .number,
        unit: "points",
        standard: "8",
        example: "8"
      ),
      .init(
        "leaving costs",
        "Points lost in a journey that ends in a loss.",
        .points,
        unit: "points",
        standard: "10",
        example: "10"
      ),
      .init(
        "survey noise",
        "Spread of survey answers around what is felt.",
        .points,
        unit: "points",
        statistic: "standard deviation",
        standard: "10",
        example: "10"
      ),
    ]
  )

  /// `satisfaction.surprise`.
  package static let surprise = Shape(
    title: "surprise",
    keys: [
      .init("gain", "Weight of a pleasant surprise.", .number, standard: "0.25", example: "0.25"),
      .init(
        "loss aversion",
        "How much more a disappointment weighs than a pleasant surprise.",
        .number,
        standard: "2",
        example: "2"
      ),
    ]
  )

  /// `satisfaction.memory`.
  package static let memory = Shape(
    title: "memory",
    keys: [
      .init("average", "Weight of the mean.", .probability, standard: "0.5", example: "0.5"),
      .init("best", "Weight of the best moment.", .probability, standard: "0.1", example: "0.1"),
      .init("worst", "Weight of the worst moment.", .probability, standard: "0.2", example: "0.2"),
      .init("end", "Weight of the last moment.", .probability, standard: "0.2", example: "0.2"),
    ]
  )

  /// `satisfaction.mood`.
  package static let mood = Shape(
    title: "mood",
    keys: [
      .init("newest counts", "Weight of the newest moment.", .probability, standard: "0.3", example: "0.3"),
      .init(
        "to leave",
        "The hazard of leaving is multiplied by e to the minus this, per 10 points of mood.",
        .number,
        standard: "0.4",
        example: "0.4"
      ),
    ]
  )

  /// `retention`.
  package static let retention = Shape(
    title: "retention",
    keys: [
      .init(
        "of",
        "Who can be retained: those who reached a goal, or everyone (existing customers).",
        .choice(["goal", "everyone"]),
        example: "goal",
        isRequired: true
      ),
      .init("every", "Length of a period.", .fixedDuration, unit: "time", example: "90d", isRequired: true),
      .init(
        "baseline",
        "Probability to stay at a reference satisfaction (75 unless said).",
        .baseline,
        statistic: "share of customers",
        example: "78% at 75",
        isRequired: true
      ),
      .init(
        "odds per 10 points",
        "Factor on the odds of staying for every 10 points.",
        .number,
        standard: "1.4",
        example: "1.4"
      ),
      .init(
        "polarisation",
        "How much customers differ, 0 = all alike (beta heterogeneity).",
        .number,
        standard: "0.25",
        example: "0.25"
      ),
      .init(
        "anchor",
        "Whether earlier journeys anchor cumulative satisfaction.",
        .choice(["previous", "none"]),
        standard: "previous",
        example: "previous"
      ),
      .init(
        "value",
        "Money over a customer's life.",
        .mapping { value },
        example: "{margin per purchase: 21}"
      ),
    ]
  )

  /// `retention.value`.
  package static let value = Shape(
    title: "value",
    keys: [
      .init(
        "margin per purchase",
        "Margin of one journey that reaches the goal.",
        .money,
        unit: "run.currency",
        statistic: "mean",
        example: "21",
        isRequired: true
      ),
      .init(
        "discount",
        "Discount rate.",
        .sharePerYear,
        unit: "per year",
        standard: "0% per year",
        example: "10% per year"
      ),
      .init(
        "periods",
        "Number of periods, the first included.",
        .count(1...1_000),
        standard: "12",
        example: "12"
      ),
    ]
  )
}
