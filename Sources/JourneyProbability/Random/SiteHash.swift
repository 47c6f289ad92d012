/// What kind of thing a site of draws is. The raw value is part of every result.
@frozen
public enum SiteKind: UInt8, CaseIterable, Comparable, Sendable {
  case touchpoint = 1
  case painPoint = 2
  case start = 3
  case traveller = 4
  case input = 5

  /// Order of the raw values.
  public static func < (left: SiteKind, right: SiteKind) -> Bool { left.rawValue < right.rawValue }
}

/// The stable 32-bit number of a named place: the second counter word of its draws.
///
/// It depends on the name alone, never on a position in a file, so that editing or reordering a scenario
/// reshuffles nothing.
public enum SiteHash {
  /// The site of a kind and a name.
  ///
  /// The name is taken as its UTF-8 bytes and must be in Unicode normalisation form C, as names of a validated
  /// journey are. `attempt` is 0 but for names whose earlier attempts met a site that was taken.
  /// FNV-1a over kind, name, an end mark that no UTF-8 text contains, and the attempt (Fowler, Noll and Vo);
  /// then an avalanche step, because FNV leaves the last bytes in the low bits.
  public static func site(_ kind: SiteKind, _ name: String, attempt: UInt8 = 0) -> UInt32 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func absorb(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    absorb(kind.rawValue)
    for byte in name.utf8 { absorb(byte) }
    absorb(0xFF)
    absorb(attempt)
    hash = (hash ^ (hash >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    hash = (hash ^ (hash >> 33)) &* 0xC4CE_B9FE_1A85_EC53
    return UInt32(truncatingIfNeeded: hash >> 32)
  }
}
