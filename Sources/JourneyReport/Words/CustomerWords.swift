import JourneyEngine
import JourneyExperiments
import JourneyModel
import JourneyStatistics

/// Says who the traveller of the storyboard is, why this one was taken, and how the two journeys end.
struct CustomerWords {
  private let customer: TypicalTraveller

  init(_ customer: TypicalTraveller) { self.customer = customer }

  /// The world with the change ("With all ten fixes").
  var world: String {
    let names = customer.trial.painPoints
    let isFix = customer.trial.operation == "fix"
    switch (names.count, isFix) {
    case (1, true): return "With \(Language.quoted(names[0])) fixed"
    case (1, false): return "Without \(Language.quoted(names[0]))"
    case (2, true): return "With both fixes"
    case (_, true): return "With all \(Language.count(names.count)) fixes"
    case (2, false): return "Without both pain points"
    case (_, false): return "Without all \(Language.count(names.count)) pain points"
    }
  }

  /// Both satisfactions, with so many digits that they differ where they do.
  var satisfactions: (today: String, after: String) {
    let (old, new) = (customer.today.satisfaction ?? 0, customer.after.satisfaction ?? 0)
    var places = 0
    while places < 3, old != new,
      DecimalText.fixed(old, places: places) == DecimalText.fixed(new, places: places)
    {
      places += 1
    }
    return (DecimalText.fixed(old, places: places), DecimalText.fixed(new, places: places))
  }

  /// The finding.
  var heading: String {
    let (old, new) = satisfactions
    let world = world.lowercasedFirst
    if customer.today.outcome == customer.after.outcome {
      return "Meet one customer, twice: satisfaction \(old) of 100 today, \(new) \(world)"
    }
    let (before, after) = (Self.ending(customer.today.outcome), Self.ending(customer.after.outcome))
    return
      "Meet one customer, twice: \(before) today (satisfaction \(old) of 100), \(after) \(world) (\(new))"
  }

  /// Why this one.
  var reading: String {
    let people = DecimalText.count(customer.scanned)
    let share = Figure(customer.untouchedShare, in: .share)
    let untouched =
      customer.untouched == 0
      ? "Of the first \(people) travellers all notice it"
      : "Of the first \(people) travellers \(share.long) notice nothing of it"
    return "A simulated traveller, not a person: number \(customer.number), "
      + "\(Language.quoted(customer.today.persona)), with the same luck in both worlds. "
      + "\(untouched). \(middle)"
  }

  private var middle: String {
    let count = customer.concerned
    guard count > 1 else { return "This is the only one who comes off better or worse." }
    var parts = ["\(DecimalText.count(customer.worse)) come off worse than this"]
    parts.append("\(DecimalText.count(customer.better)) better")
    let alike = count - 1 - customer.worse - customer.better
    if alike > 0 { parts.append("\(DecimalText.count(alike)) just the same") }
    return
      "Of the \(DecimalText.count(count)) whose satisfaction or outcome changes, this is the one in the middle: "
      + "\(Language.list(parts))."
  }

  /// How a journey ended.
  static func ending(_ outcome: String) -> String {
    switch outcome {
    case Outcome.leaveName: "left on the way"
    case Outcome.timedOutName: "cut off"
    default: Language.quoted(outcome)
    }
  }

  /// A pain point that hit ("delivery fee late −12, 2 days late").
  static func hit(_ hit: Trace.Hit) -> String {
    let lost = hit.severity == 0 ? "" : " " + DecimalText.fixed(-hit.severity, places: 0)
    return hit.pain + lost
      + (hit.delaySeconds > 0 ? ", \(Language.duration(seconds: hit.delaySeconds)) late" : "")
  }

  /// What else happened during a visit.
  static func remarks(_ step: Trace.Step) -> [String] {
    var parts: [String] = []
    if step.handoff != 0 {
      parts.append("change of channel \(DecimalText.fixed(step.handoff, places: 0, plus: true))")
    }
    if step.earlierVisits > 0 { parts.append("visit \(step.earlierVisits + 1) here") }
    if step.isForced { parts.append("sent to \(step.next.name)") }
    return parts
  }
}
