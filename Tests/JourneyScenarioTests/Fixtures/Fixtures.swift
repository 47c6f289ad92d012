/// Scenarios that several tests read.
enum Fixtures {
  /// The worked retailer: every optional part in use.
  static let retailer = """
    # Omnichannel retailer, from first search to the next purchase.
    # All quality and satisfaction figures are points on a 0-100 scale; CSAT (1-5) and NPS (0-10) are derived.
    #   78 ± 12    mean ± standard deviation        2m..6m   median .. 90th percentile (lognormal)
    #   15%        probability                      60k      currency units, one-off
    journey: Omnichannel retailer
    run: {travellers: 100000, seed: 2024, arrivals: 20000 per day, give up after: 30d, longest journey: 60 visits, currency: EUR}

    stages: [discover, choose, buy, receive, get help]

    channels:                       # patience = mean time people will queue
      web:     {open: always}
      app:     {open: always}
      store:   {open: always, patience: 8m}
      phone:   {open: always, patience: 2m}
      chat:    {open: always, patience: 90s}
      courier: {open: always}
    handoffs:                       # points lost when the customer is made to change channel
      default: -3
      web > phone: -6               # has to explain everything again
      app > store: -1               # basket is carried over

    touchpoints:                    # feels = quality when nothing goes wrong; matters = importance in memory (default 1)
      search:      {stage: discover, channel: web,     feels: 75 ± 12, takes: 2m..6m,   costs: 0.03}
      app home:    {stage: discover, channel: app,     feels: 79 ± 11, takes: 1m..4m,   costs: 0.02}
      product:     {stage: choose,   channel: web,     feels: 77 ± 12, takes: 3m..9m,   costs: 0.04}
      store visit: {stage: choose,   channel: store,   feels: 80 ± 14, takes: 3m..8m,   costs: 2.10}
      chat help:   {stage: get help, channel: chat,    feels: 73 ± 16, takes: 6m..14m,  costs: 2.40}
      basket:      {stage: buy,      channel: web,     feels: 76 ± 11, takes: 2m..5m,   costs: 0.02}
      checkout:    {stage: buy,      channel: web,     feels: 77 ± 12, takes: 3m..7m,   costs: 0.45, matters: 1.5}
      store till:  {stage: buy,      channel: store,   feels: 79 ± 12, takes: 4m..9m,   costs: 1.20, matters: 1.5}
      delivery:    {stage: receive,  channel: courier, feels: 81 ± 13, takes: 2d..4d,   costs: 4.90, matters: 2}
      phone help:  {stage: get help, channel: phone,   feels: 72 ± 18, takes: 6m..13m,  costs: 5.50, matters: 1.5}

    paths:                          # relative weights; 'leave' = gives up, 'done' = goal reached
      START:       {search: 50, app home: 30, store visit: 20}
      search:      {product: 72, store visit: 6, leave: 22}
      app home:    {product: 80, leave: 20}
      product:     {basket: 40, search: 22, chat help: 4, store visit: 6, leave: 28}
      store visit: {store till: 48, product: 10, leave: 42}
      chat help:   {product: 50, basket: 25, phone help: 8, leave: 17}
      basket:      {checkout: 66, product: 12, leave: 22}
      checkout:    {delivery: 88, phone help: 4, leave: 8}
      store till:  {done: 98, leave: 2}
      delivery:    {done: 93, phone help: 7}
      phone help:  {done: 80, delivery: 12, leave: 8}

    pain points:                    # hits = chance per visit, hurts = points lost, leaves = extra chance to give up
      slow product page: {at: product,     hits: 15%, hurts: 10, leaves: 6%,  fix: {costs: 60k,  works: 80%}}
      payment declined:  {at: checkout,    hits: 6%,  hurts: 25, leaves: 30%, fix: {costs: 40k,  works: 60%}}
      surprise shipping: {at: basket,      hits: 30%, hurts: 9,  leaves: 12%, fix: {costs: 90k,  works: 100%}}
      late parcel:       {at: delivery,    hits: 12%, hurts: 30, sends to: {phone help: 45%}, fix: {costs: 180k, works: 50%}}
      till queue:        {at: store till,  hits: 20%, hurts: 12, leaves: 4%,  fix: {costs: 75k,  works: 70%}}
      told to call back: {at: phone help,  hits: 18%, hurts: 22, sends to: {phone help: 60%}, fix: {costs: 50k, works: 65%}}

    personas:                       # share of travellers and how they differ from the defaults below
      bargain hunter: {share: 45%, expects: 70, prefers: {web: 1.3}, baseline: 70%}
      loyal shopper:  {share: 35%, expects: 74, prefers: {app: 1.5, store: 1.2}, baseline: 86%}
      convenience:    {share: 20%, expects: 76, prefers: {app: 1.6}, patience: 0.7, mood to leave: 0.6}

    satisfaction:
      expects: 72
      surprise: {gain: 0.25, loss aversion: 2.0}       # Anderson & Sullivan 1993; Brown et al. 2024
      memory: {average: 0.5, best: 0.1, worst: 0.2, end: 0.2}   # Alaybek et al. 2022; Verhoef et al. 2004
      mood: {newest counts: 0.3, to leave: 0.4}        # leave hazard x exp(-0.4) per 10 points of mood
      waiting: 8                                       # points lost each time the wait grows e-fold past expectation
      leaving costs: 10                                # points lost when the goal is not reached
      survey noise: 10
    retention:
      of: goal                                         # whoever reached the goal is a customer
      every: 90d
      baseline: 78% at 75                              # repurchase probability at 75 satisfaction points
      odds per 10 points: 1.4
      polarisation: 0.25                               # 0 = all alike, 1 = all-or-nothing (beta heterogeneity, sBG)
      value: {margin per purchase: 21, discount: 10% per year, periods: 12}
    what if:
      faster site:    {fix: [slow product page]}
      no surprises:   {fix: [surprise shipping, late parcel]}
      friendlier phone: {set: {touchpoints.phone help.feels: 80 ± 15}}
    """
}
