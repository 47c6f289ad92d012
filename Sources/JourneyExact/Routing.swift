import JourneyModel

/// Where one row leads, before pain points: the share that gives up and the shares of all other options.
///
/// At a touchpoint the share of `leave` is its weight over the row's total, and preferences then bend the choice among
/// the others. Closed options are taken away and all weights renormalised, that of `leave` included: whoever had
/// chosen a closed touchpoint draws again among what remains.
struct Routing {
  /// The share that leaves first; 0 in an entry row, where leaving is an ordinary option.
  private(set) var leaves = 0.0
  /// The share that stays, added up rather than subtracted.
  private(set) var stays = 1.0
  /// The options of those who stay, totalling 1.
  private(set) var choices: [(to: Destination, share: Double)] = []

  /// Reads a row of a touchpoint, or of the entry.
  ///
  /// `preference` is the factor on an option's weight. Where every option has lost its weight, everybody leaves.
  /// - Complexity: O(options).
  init(_ row: PathRow, isEntry: Bool, preference: (Destination) -> Double, isOpen: (Destination) -> Bool) {
    let open = row.options.filter { $0.weight > 0 && isOpen($0.to) }
    let others = isEntry ? open : open.filter { $0.to != .leave }
    let leaveWeight = isEntry ? 0 : row.weight(to: .leave)
    let otherWeight = others.reduce(0) { $0 + $1.weight }
    let preferred = others.map { (to: $0.to, weight: $0.weight * preference($0.to)) }
    let total = preferred.reduce(0) { $0 + $1.weight }
    guard total > 0 else {
      (leaves, stays) = (1, 0)
      return
    }
    leaves = leaveWeight / (leaveWeight + otherWeight)
    stays = otherWeight / (leaveWeight + otherWeight)
    choices = preferred.filter { $0.weight > 0 }.map { ($0.to, $0.weight / total) }
  }
}
