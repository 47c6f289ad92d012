/// After how many travellers a growing run is looked at next.
public enum Looks {
  /// How much longer a run becomes at most between two looks.
  public static let growth = 1.5
  /// How far beyond what seems needed the next look is, so that it is the last.
  public static let margin = 1.01

  /// The number of travellers at the next look: half as many again, or fewer where fewer seem enough.
  ///
  /// Whole blocks, and at least one more, but never more than `most`. Where it stands may depend on what was seen:
  /// the intervals of a `ConfidenceSequence` hold wherever one looks.
  ///
  /// - Parameters:
  ///   - done: travellers so far; 0 before the first look, which comes after one block.
  ///   - block: travellers of a block.
  ///   - most: where the run ends at the latest, above `done`.
  ///   - needed: about how many will be enough, where that is known.
  public static func next(after done: Int, block: Int, most: Int, needed: Int? = nil) -> Int {
    let grown = (Double(done) * growth / Double(block)).rounded()
    let enough = needed.map { (Double($0) * margin / Double(block)).rounded(.up) } ?? .infinity
    let least = Double(done / block + 1)
    let blocks = Swift.max(least, Swift.min(grown, enough))
    return blocks * Double(block) >= Double(most) ? most : Int(blocks) * block
  }
}
