import JourneyModel

/// A value that cannot stand where it was to be set, with the reason in words.
public struct InputProblem: Error, Sendable, Hashable {
  /// One sentence.
  public var message: String

  /// Creates a problem.
  public init(_ message: String) { self.message = message }
}

/// Numbers that share a total: options of a row in percent, the personas' shares, the weights of memory, …
///
/// One that is set to a share x gets it, and the others share the rest in proportion. Several at once are set by
/// their odds, which for one alone is the same: with typed shares p, the weight of a set one is x / (1 - x) (1 - p),
/// that of any other p, and shares are weights over their total. So no draw leaves [0, 1], and nothing is cut off.
struct InputGroup: Sendable {
  /// What the total is.
  enum Total: Sendable {
    /// Exactly 100 %.
    case one
    /// At most 100 %; what is missing is an option of its own, not written (`rest`, or going on normally).
    case atMostOne
    /// The moves that were seen, so many of them; shares are of these.
    case seen(Double)
  }

  var total: Total
  /// Positions in the list of inputs.
  var members: [Int]

  /// The shares of all members after some were set.
  ///
  /// - Throws: `InputProblem` where a share is none, or leaves the others nothing that could be shared.
  func shares(
    setting values: [Int: Double],
    typed: (Int) -> Double,
    name: (Int) -> String
  ) throws(InputProblem) -> [Double] {
    if case .seen = total, members.allSatisfy({ values[$0] != nil }) {
      let shares = members.map { values[$0] ?? 0 }
      let sum = shares.reduce(0, +)
      return shares.map { $0 / sum }
    }
    var weights: [Double] = []
    for (at, member) in members.enumerated() {
      let share = typed(member)
      guard let wanted = values[member], wanted != share else {
        weights.append(share)
        continue
      }
      guard wanted >= 0, wanted <= 1 else {
        throw InputProblem("\(ProbabilityValue.shown(wanted)) is no share")
      }
      if wanted == 1 {
        guard members.allSatisfy({ $0 == member || values[$0] == nil }) else {
          throw InputProblem("100 % of \(name(member)) leaves nothing for the others")
        }
        return members.indices.map { $0 == at ? 1 : 0 }
      }
      guard share < 1 else {
        throw InputProblem("\(name(member)) has all: there is nothing that could share the rest")
      }
      weights.append(wanted / (1 - wanted) * (1 - share))
    }
    let remainder: Double =
      if case .atMostOne = total { max(0, 1 - members.reduce(0) { $0 + typed($1) }) } else { 0 }
    let sum = weights.reduce(remainder, +)
    guard sum > 0 else { throw InputProblem("nothing is left to be shared") }
    return weights.map { $0 / sum }
  }
}
