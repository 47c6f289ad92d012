import JourneyModel

/// Where one row leads, before pain points: the share that gives up and the shares of all other options.
///
/// At a touchpoint the share of `leave` is its weight over the row's total, and preferences then bend the choice among
/// the others. An option that was closed is drawn again, by those who had chosen it only, among all that remains
/// (`leave` included).
struct Routing {
  /// The share that leaves first; 0 in an entry row, where leaving is an ordinary option.
  private(set) var leaves = 0.0
  /// The share that stays, added up rather than subtracted.
  private(set) var stays = 1.0
  /// The options of those who stay, totalling 1; those who drew a closed place again and then left are among them.
  private(set) var choices: [(to: Destination, share: Double)] = []

  /// Reads a row of a touchpoint, or of the entry.
  ///
  /// `preference` is the factor on an option's weight. Where every option has lost its weight, everybody leaves.
  /// - Complexity: O(options).
  init(_ row: PathRow, isEntry: Bool, preference: (Destination) -> Double, isOpen: (Destination) -> Bool) {
    let options = row.options.filter { $0.weight > 0 }
    let leaveWeight = isEntry ? 0 : row.weight(to: .leave)
    let others = isEntry ? options : options.filter { $0.to != .leave }
    let otherWeight = others.reduce(0) { $0 + $1.weight }
    let weighted = others.map { (to: $0.to, weight: $0.weight * preference($0.to)) }
    let total = weighted.reduce(0) { $0 + $1.weight }
    guard total > 0 else {
      (leaves, stays) = (1, 0)
      return
    }
    leaves = leaveWeight / (leaveWeight + otherWeight)
    stays = otherWeight / (leaveWeight + otherWeight)
    let closed = weighted.reduce(0) { isOpen($1.to) ? $0 : $0 + $1.weight } / total
    let open = weighted.filter { isOpen($0.to) }
    let openTotal = open.reduce(0) { $0 + $1.weight }
    let openWeight = others.reduce(0) { isOpen($1.to) ? $0 + $1.weight : $0 }
    let leavesAgain = openTotal > 0 ? leaveWeight / (leaveWeight + openWeight) : 1
    let choosesAgain = openTotal > 0 ? openWeight / (leaveWeight + openWeight) : 0
    for option in open where option.weight > 0 {
      let again = closed > 0 ? closed * choosesAgain * (option.weight / openTotal) : 0
      choices.append((option.to, option.weight / total + again))
    }
    if closed > 0, leavesAgain > 0 { choices.append((.leave, closed * leavesAgain)) }
  }
}
