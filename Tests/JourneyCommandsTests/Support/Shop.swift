/// A shop with two fixes, some of whose numbers are marked as uncertain, as the text of a scenario file.
enum Shop {
  /// The file's text, which ends among the pain points.
  static let text = """
    journey: Shop
    run: {travellers: 4000, seed: 4, currency: EUR}
    touchpoints:
      search: {feels: 70 ± 10}
      pay: {feels: 65 ± 10}
    outcomes: {bought: goal}
    paths:
      START: {search: 1}
      search: {pay: 790 seen, leave: 210 seen}
      pay: {bought: 90, leave: 10}
    targets: {goal: at least 20%}
    what if:
      both: {fix: [slow page, card refused]}
      faster: {fix: [slow page]}
    pain points:
      slow page: {at: search, hits: 30% of 200, hurts: 20, leaves: 20% ?, fix: {costs: 20k, works: 80%}}
      card refused: {at: pay, hits: 20% (± 30%), hurts: 25, leaves: 40%, fix: {costs: 30k, works: 90%}}

    """
}
