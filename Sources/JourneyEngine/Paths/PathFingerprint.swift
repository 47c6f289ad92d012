/// A name of 128 bits for a sequence of touchpoints and its outcome, the same on every machine.
///
/// Two different sequences among a thousand million share one with a chance under 10^-20, so counts by fingerprint are
/// taken for counts of sequences.
struct PathFingerprint: Sendable, Hashable {
  private var first: UInt64 = 0x243F_6A88_85A3_08D3
  private var second: UInt64 = 0x1319_8A2E_0370_7344

  /// Goes on by one place: a touchpoint's number, or the complement of an outcome's.
  @inline(__always)
  mutating func take(_ code: Int32) {
    let word = UInt64(UInt32(bitPattern: code)) &+ 1
    first = Self.mixed(first &+ word &* 0x9E37_79B9_7F4A_7C15, 0xBF58_476D_1CE4_E5B9, 0x94D0_49BB_1331_11EB)
    second = Self.mixed(
      second ^ (word &* 0xD6E8_FEB8_6659_FD93),
      0xFF51_AFD7_ED55_8CCD,
      0xC4CE_B9FE_1A85_EC53
    )
  }

  /// The place of a sequence among so many counters, a power of two.
  @inline(__always)
  func slot(of count: Int) -> Int { Int(truncatingIfNeeded: first) & (count - 1) }

  /// A bijection that lets every bit of its argument act on every bit of its value (Stafford, 2011).
  @inline(__always)
  private static func mixed(_ value: UInt64, _ left: UInt64, _ right: UInt64) -> UInt64 {
    var word = value
    word = (word ^ (word >> 30)) &* left
    word = (word ^ (word >> 27)) &* right
    return word ^ (word >> 31)
  }
}
