/// Every key of the scenario language, described once: the reader, the messages and the JSON Schema use it.
package enum KeyCatalogue {
  /// The whole file.
  package static let scenario = Shape(
    title: "a scenario",
    keys: [
      .init("journey", "The journey's name.", .text, example: "Omnichannel retailer", isRequired: true),
      .init("about", "What it is about, in words.", .text, example: "From first search to the next purchase"),
      .init(
        "extends",
        "Another scenario file that this one changes, relative to this file.",
        .text,
        example: "base.yaml"
      ),
      .init("run", "How the scenario is run.", .mapping { run }, example: "{travellers: 100000, seed: 1}"),
      .init("stages", "Stages in order.", .list(.name), example: "[discover, choose, buy]"),
      .init(
        "five as",
        "Which stages or outcomes are aware, appeal, ask, act and advocate: gives the purchase action ratio "
          + "(act / aware) and the brand advocacy ratio (advocate / aware).",
        .mapping { fiveAs },
        example: "{aware: discover, act: bought}"
      ),
      .init(
        "channels",
        "Where touchpoints happen, in order.",
        .named(.mapping { channel }),
        example: "{web: {}, app: {}}"
      ),
      .init(
        "handoffs",
        "Points lost when a customer changes channel: `default`, `a > b`, `any > b`, `a > any`.",
        .named(.handoffPoints),
        unit: "points",
        standard: "-3",
        example: "{default: -3, web > phone: -6}"
      ),
      .init(
        "touchpoints",
        "The contacts between customer and company.",
        .named(.mapping { touchpoint }),
        example: "{basket: {stage: buy, channel: web, feels: 76 ± 11}}",
        isRequired: true
      ),
      .init(
        "outcomes",
        "How journeys end, beside the reserved `leave` and `timed out`.",
        .named(.outcome),
        standard: "{done: goal}",
        example: "{bought: goal, refused: loss}"
      ),
      .init(
        "paths",
        "A row of options per touchpoint, plus START and optionally RETURN: relative weights, counts of moves "
          + "(`7241 seen`), or percentages (`12% of 340` where so many were counted).",
        .named(.row),
        example: "{START: {basket: 1}, basket: {done: 70%, leave: rest}}",
        isRequired: true
      ),
      .init(
        "pain points",
        "Frictions that hit with a probability.",
        .named(.mapping { painPoint }),
        example: "{late parcel: {at: delivery, hits: 12%, hurts: 30}}"
      ),
      .init(
        "personas",
        "Segments of customers; their shares total 100 %.",
        .named(.mapping { persona }),
        example: "{bargain hunter: {share: 45%, expects: 70}}"
      ),
      .init(
        "satisfaction",
        "How experiences become satisfaction.",
        .mapping { satisfaction },
        example: "{expects: 72}"
      ),
      .init(
        "retention",
        "How satisfaction becomes retention.",
        .mapping { retention },
        example: "{of: goal, every: 90d, baseline: 78% at 75}"
      ),
      .init(
        "targets",
        "Wishes, by metric id.",
        .named(.comparison),
        example: "{goal: at least 43%}"
      ),
      .init(
        "observed",
        "Facts that were measured; they drive nothing and are shown beside the simulated figures.",
        .named(.observation),
        example: "{goal: 31%, leave at product: 28%}"
      ),
      .init(
        "what if",
        "Named variants.",
        .named(.mapping { variant }),
        example: "{faster site: {fix: [slow product page]}}"
      ),
    ]
  )

  /// `run`.
  package static let run = Shape(
    title: "run",
    keys: [
      .init(
        "travellers",
        "Number of simulated travellers.",
        .count(1...1_000_000_000_000),
        standard: "100000",
        example: "100000"
      ),
      .init("seed", "Seed of all random draws.", .seed, standard: "1", example: "2024"),
      .init(
        "arrivals",
        "Arriving travellers: turns effects into money a year (no waits until channels are staffed).",
        .rate,
        unit: "travellers per time",
        example: "20000 per day"
      ),
      .init(
        "longest journey",
        "Visits a journey may have; the move beyond ends as `timed out`.",
        .visits,
        unit: "visits",
        standard: "1000",
        example: "60 visits"
      ),
      .init(
        "give up after",
        "Elapsed time after which a journey ends as `timed out`, tested after each visit.",
        .fixedDuration,
        unit: "time",
        example: "30d"
      ),
      .init("currency", "Currency of all money.", .text, example: "EUR"),
      .init(
        "show as",
        "How satisfaction is shown.",
        .choice(["points", "csat"]),
        standard: "points",
        example: "csat"
      ),
    ]
  )

  /// `five as`.
  package static let fiveAs = Shape(
    title: "five as",
    keys: [
      .init(
        "aware",
        "The stage whose visitors know of us: what both ratios are shares of.",
        .name,
        example: "discover",
        isRequired: true
      ),
      .init("appeal", "The stage or outcome of those whom we appeal to.", .name, example: "choose"),
      .init("ask", "The stage or outcome of those who ask and compare.", .name, example: "choose"),
      .init("act", "The stage or outcome of those who buy.", .name, example: "bought"),
      .init("advocate", "The stage or outcome of those who recommend us.", .name, example: "recommend"),
    ]
  )

  /// One of `channels`.
  package static let channel = Shape(
    title: "a channel",
    keys: [
      .init("open", "Opening hours; only `always` is supported.", .choice(["always"]), example: "always"),
      .init("staff", "People serving (not supported yet).", .anything, example: "9"),
      .init("sites", "Number of places (not supported yet).", .anything, example: "10"),
      .init(
        "patience",
        "Mean time people will queue (no effect until channels are staffed).",
        .fixedDuration,
        unit: "time",
        statistic: "mean",
        example: "2m"
      ),
      .init("retry", "Whether unserved people try again (not supported yet).", .anything, example: "50%"),
      .init(
        "contact",
        "`from us` marks outbound messages: arriving there is no hand-off.",
        .choice(["from us"]),
        example: "from us"
      ),
      .init("colour", "Colour in pictures, #RRGGBB.", .colour, example: "\"#1F6FB2\""),
      .init("glyph", "Sign in pictures.", .text, example: "▲"),
    ]
  )

  /// One of `touchpoints`.
  package static let touchpoint = Shape(
    title: "a touchpoint",
    keys: [
      .init("stage", "The stage it belongs to.", .name, example: "buy"),
      .init("channel", "The channel it happens in.", .name, example: "web"),
      .init(
        "feels",
        "Quality when nothing goes wrong; on all touchpoints or on none.",
        .quality,
        unit: "points 0-100",
        statistic: "mean ± standard deviation",
        example: "78 ± 12"
      ),
      .init(
        "takes",
        "How long a visit takes.",
        .duration,
        unit: "time",
        statistic: "median..90th percentile, or fixed",
        example: "2m..6m"
      ),
      .init(
        "costs",
        "Cost to the company of one visit.",
        .money,
        unit: "run.currency",
        statistic: "mean",
        standard: "0",
        example: "0.45"
      ),
      .init(
        "matters",
        "Importance in memory and in dissatisfaction; not a path weight.",
        .number,
        standard: "1",
        example: "1.5"
      ),
      .init(
        "kano",
        "How surprise works here.",
        .choice(["performance", "must", "delighter", "indifferent"]),
        standard: "performance",
        example: "must"
      ),
      .init("does", "What customers do here, in words.", .text, example: "compares prices"),
      .init("thinks", "What customers think here, in words.", .text, example: "Is it in stock?"),
      .init("backstage", "What happens behind the scenes, in words.", .text, example: "stock check"),
      .init("owner", "Who is responsible, in words.", .text, example: "web team"),
    ]
  )

  /// One of `outcomes`, in its long form.
  package static let outcome = Shape(
    title: "an outcome",
    keys: [
      .init(
        "kind",
        "What it means for the company.",
        .choice(["goal", "loss", "neutral"]),
        example: "goal",
        isRequired: true
      ),
      .init(
        "value",
        "Value to the company of one journey that ends so.",
        .money,
        unit: "run.currency",
        statistic: "mean",
        example: "40"
      ),
      .init(
        "points",
        "Points added to the journey's satisfaction, in place of `leaving costs`.",
        .handoffPoints,
        unit: "points",
        example: "-5"
      ),
      .init(
        "retention",
        "Probability that a traveller who ends so stays, in place of the retention model.",
        .probability,
        statistic: "share",
        example: "20%"
      ),
    ]
  )

  /// One of `pain points`.
  package static let painPoint = Shape(
    title: "a pain point",
    keys: [
      .init("at", "The touchpoint it belongs to.", .name, example: "checkout", isRequired: true),
      .init(
        "hits",
        "Chance per visit; may be given per persona, with `any` for the others. Say how sure it is with `?`, "
          + "`(± 20%)` or `12% of 340`.",
        .hits,
        statistic: "share of visits",
        example: "12%",
        isRequired: true
      ),
      .init(
        "hurts",
        "Points lost: a number, `12 ± 4`, or mild (5), clear (12), severe (25).",
        .severity,
        unit: "points 0-100",
        statistic: "mean ± standard deviation",
        standard: "0",
        example: "12 ± 4"
      ),
      .init(
        "delays",
        "Time lost.",
        .duration,
        unit: "time",
        statistic: "median..90th percentile, or fixed",
        example: "5m..20m"
      ),
      .init(
        "leaves",
        "Extra chance to give up when it hits.",
        .probability,
        statistic: "share of hits",
        standard: "0%",
        example: "6%"
      ),
      .init(
        "sends to",
        "Where it sends people when it hits; the remainder goes on normally.",
        .named(.probability),
        statistic: "share of hits",
        example: "{phone help: 45%}"
      ),
      .init(
        "costs",
        "Cost to the company of one hit.",
        .money,
        unit: "run.currency",
        statistic: "mean",
        standard: "0",
        example: "6.50"
      ),
      .init("fix", "What would mend it.", .mapping { fix }, example: "{costs: 60k, works: 80%}"),
    ]
  )

  /// `fix` of a pain point.
  package static let fix = Shape(
    title: "a fix",
    keys: [
      .init("name", "What is done, in words.", .text, example: "guest checkout"),
      .init("costs", "One-off cost.", .money, unit: "run.currency", example: "60k"),
      .init(
        "works",
        "Share of hits that it prevents.",
        .probability,
        statistic: "share of hits",
        standard: "100%",
        example: "80%"
      ),
      .init("lead time", "Time until it works.", .fixedDuration, unit: "time", example: "6w"),
      .init("owner", "Who is responsible, in words.", .text, example: "web team"),
    ]
  )

  /// One of `personas`.
  package static let persona = Shape(
    title: "a persona",
    keys: [
      .init(
        "share",
        "Share of travellers; all shares total 100 %.",
        .probability,
        statistic: "share of travellers",
        example: "45%",
        isRequired: true
      ),
      .init(
        "expects",
        "Expectation.",
        .points,
        unit: "points 0-100",
        standard: "satisfaction.expects",
        example: "70"
      ),
      .init(
        "prefers",
        "Factors on the weights of touchpoints by channel.",
        .named(.number),
        standard: "1",
        example: "{web: 1.3}"
      ),
      .init(
        "patience",
        "Factor on patience (no effect until channels are staffed).",
        .number,
        standard: "1",
        example: "0.7"
      ),
      .init(
        "baseline",
        "Probability to stay at the reference satisfaction.",
        .probability,
        statistic: "share of customers",
        standard: "retention.baseline",
        example: "70%"
      ),
      .init(
        "mood to leave",
        "Strength of mood-driven leaving per 10 points.",
        .number,
        standard: "satisfaction.mood.to leave",
        example: "0.6"
      ),
      .init("starts", "An entry row of its own.", .row, example: "{app home: 1}"),
      .init("paths", "Rows of its own.", .named(.row), example: "{basket: {checkout: 80%, leave: rest}}"),
      .init("goal", "What it wants, in words.", .text, example: "a good price"),
      .init("quote", "What it would say.", .text, example: "I compare everything."),
    ]
  )

  /// One of `what if`.
  package static let variant = Shape(
    title: "a variant",
    keys: [
      .init("fix", "Pain points that are mended as their fixes say.", .list(.name), example: "[late parcel]"),
      .init("remove", "Pain points that no longer hit.", .list(.name), example: "[late parcel]"),
      .init("bypass", "Touchpoints that are skipped.", .list(.name), example: "[basket]"),
      .init("close", "Touchpoints or channels that are taken away.", .list(.name), example: "[chat help]"),
      .init(
        "set",
        "Values by dotted path; a segment with a dot is quoted.",
        .named(.anything),
        example: "{pain points.late parcel.hits: 5%}"
      ),
      .init(
        "add",
        "A part of a scenario that is merged: mappings by key, lists replace, null deletes.",
        .anything,
        example: "{touchpoints: {locker: {channel: store}}}"
      ),
      .init("builds on", "Variants whose changes come first.", .list(.name), example: "[faster site]"),
      .init("because", "The reason, in words.", .text, example: "asked for in interviews"),
    ]
  )
}
