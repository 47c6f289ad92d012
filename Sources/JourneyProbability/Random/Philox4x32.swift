/// Four random words, the answer of the generator to one counter.
///
/// The words stand in named fields, not in an array, so that a block lives in registers.
@frozen
public struct PhiloxBlock: Equatable, Sendable {
  /// Word 0.
  public var x0: UInt32
  /// Word 1.
  public var x1: UInt32
  /// Word 2.
  public var x2: UInt32
  /// Word 3.
  public var x3: UInt32

  /// A block of the four words given.
  @inlinable
  public init(_ x0: UInt32, _ x1: UInt32, _ x2: UInt32, _ x3: UInt32) {
    self.x0 = x0
    self.x1 = x1
    self.x2 = x2
    self.x3 = x3
  }

  /// Word 0 as a number strictly between 0 and 1.
  @inlinable public var uniform0: Double { Self.uniform(x0) }
  /// Word 1 as a number strictly between 0 and 1.
  @inlinable public var uniform1: Double { Self.uniform(x1) }
  /// Word 2 as a number strictly between 0 and 1.
  @inlinable public var uniform2: Double { Self.uniform(x2) }
  /// Word 3 as a number strictly between 0 and 1.
  @inlinable public var uniform3: Double { Self.uniform(x3) }

  /// A word as the number (word + 1/2) / 2^32.
  ///
  /// Exact in a Double and never 0 or 1, so that every quantile of it is finite and 1 - u is as good as u.
  @inlinable
  public static func uniform(_ word: UInt32) -> Double {
    (Double(word) + 0.5) * 0x1p-32
  }

  /// The word at `index` modulo 4.
  @inlinable
  public subscript(index: Int) -> UInt32 {
    switch index & 3 {
    case 0: x0
    case 1: x1
    case 2: x2
    default: x3
    }
  }
}

/// A counter-based random generator: each value is a pure function of a key and a counter.
///
/// There is no state and no "next number", so no order of use, number of threads or other traveller can disturb
/// a draw, and the same address gives the same number in every variant of a journey.
/// Source: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3" (2011), Philox4x32.
@frozen
public struct Philox4x32: Equatable, Sendable {
  /// The low 32 bits of the seed.
  public let keyLow: UInt32
  /// The high 32 bits of the seed.
  public let keyHigh: UInt32

  /// A generator whose two key words are the low and the high half of the seed.
  @inlinable
  public init(seed: UInt64) {
    keyLow = UInt32(truncatingIfNeeded: seed)
    keyHigh = UInt32(truncatingIfNeeded: seed >> 32)
  }

  /// The block at a counter of four words, after ten rounds. No allocation, about forty instructions.
  @inlinable
  @inline(__always)
  public func block(_ c0: UInt32, _ c1: UInt32, _ c2: UInt32, _ c3: UInt32) -> PhiloxBlock {
    var words = PhiloxBlock(c0, c1, c2, c3)
    var low = keyLow
    var high = keyHigh
    Self.round(&words, low, high)
    // Nine times in full: a loop here is left rolled in unoptimised callers, and this is the hottest line we have.
    Self.bumpedRound(&words, &low, &high)
    Self.bumpedRound(&words, &low, &high)
    Self.bumpedRound(&words, &low, &high)
    Self.bumpedRound(&words, &low, &high)
    Self.bumpedRound(&words, &low, &high)
    Self.bumpedRound(&words, &low, &high)
    Self.bumpedRound(&words, &low, &high)
    Self.bumpedRound(&words, &low, &high)
    Self.bumpedRound(&words, &low, &high)
    return words
  }

  /// Moves the key along its Weyl sequence and mixes once.
  @inlinable
  @inline(__always)
  static func bumpedRound(_ words: inout PhiloxBlock, _ low: inout UInt32, _ high: inout UInt32) {
    low &+= 0x9E37_79B9
    high &+= 0xBB67_AE85
    round(&words, low, high)
  }

  /// One mixing round: two full products, their halves crossed over and folded with the key.
  @inlinable
  @inline(__always)
  static func round(_ words: inout PhiloxBlock, _ low: UInt32, _ high: UInt32) {
    let first = UInt64(words.x0) &* 0xD251_1F53
    let second = UInt64(words.x2) &* 0xCD9E_8D57
    words = PhiloxBlock(
      UInt32(truncatingIfNeeded: second >> 32) ^ words.x1 ^ low,
      UInt32(truncatingIfNeeded: second),
      UInt32(truncatingIfNeeded: first >> 32) ^ words.x3 ^ high,
      UInt32(truncatingIfNeeded: first)
    )
  }
}
