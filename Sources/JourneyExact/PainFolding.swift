import JourneyModel

/// What the pain points of one touchpoint do to the way on, folded into probabilities.
///
/// Hits are independent; each hit multiplies the chance to stay by `1 - leaves` and may force the next place, the
/// first in canonical order to do so winning. Staying and forcing share the hit, so both are carried together:
/// the running value is E[product of stay factors; no pain point has forced yet].
struct PainFolding {
  /// The probability that no pain point makes the traveller leave.
  private(set) var stays = 1.0
  /// Its complement, added up rather than subtracted.
  private(set) var leaves = 0.0
  /// The probability to stay and to be forced to a destination, in the order first met.
  private(set) var forced: [(to: Destination, probability: Double)] = []
  /// The probability to stay and to be free to choose.
  private(set) var free = 1.0

  /// Folds pain points, given in canonical order; whoever is forced to a place that is not open is free to choose.
  ///
  /// - Complexity: O(pain points + forced moves).
  init(_ pains: [PainPoint], for persona: String, isOpen: (Destination) -> Bool) {
    // The probability that none of the later pain points makes the traveller leave.
    var staysLater = [Double](repeating: 1, count: pains.count + 1)
    for index in pains.indices.reversed() {
      let pain = pains[index]
      let hit = pain.hits(for: persona)
      let factor = hit.complement.value + hit.value * pain.leaves.complement.value
      staysLater[index] = staysLater[index + 1] * factor
    }
    var unforced = 1.0
    var turnedAway = 0.0
    for (index, pain) in pains.enumerated() {
      let hit = pain.hits(for: persona)
      leaves += stays * hit.value * pain.leaves.value
      let hitStays = hit.value * pain.leaves.complement.value
      stays *= hit.complement.value + hitStays
      var forcing = 0.0
      for move in pain.sendsTo where move.probability.value > 0 {
        forcing += move.probability.value
        let probability = unforced * hitStays * move.probability.value * staysLater[index + 1]
        if isOpen(move.to) { add(probability, to: move.to) } else { turnedAway += probability }
      }
      unforced *= hit.complement.value + hitStays * max(0, 1 - forcing)
    }
    free = unforced + turnedAway
  }

  private mutating func add(_ probability: Double, to destination: Destination) {
    if let index = forced.firstIndex(where: { $0.to == destination }) {
      forced[index].probability += probability
    } else {
      forced.append((destination, probability))
    }
  }
}
