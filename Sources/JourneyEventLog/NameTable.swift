/// Gives each distinct name a small number, in order of first appearance.
///
/// The bytes of all names stand in one array, so a million case names are not a million allocations. The hash is the
/// standard library's, seeded anew in every process: no file can be made to collide, and no number depends on it.
struct NameTable {
  private var bytes: [UInt8] = []
  /// Name `n` is `bytes[ends[n - 1]..<ends[n]]`.
  private var ends: [Int] = []
  /// Open addressing; -1 is free. The length is a power of two, at most half of it taken.
  private var slots = [Int32](repeating: -1, count: 64)
  private var hashes: [Int] = []

  var count: Int { ends.count }

  /// The bytes of a name.
  subscript(id: Int) -> ArraySlice<UInt8> { bytes[(id == 0 ? 0 : ends[id - 1])..<ends[id]] }

  /// The names as text; nil for a name that is not UTF-8.
  func text(_ id: Int) -> String? { String(validating: self[id], as: UTF8.self) }

  /// The number of `name`, new or known.
  mutating func id(of name: ArraySlice<UInt8>) -> Int32 {
    let hash = Self.hash(name)
    var slot = hash & (slots.count - 1)
    while slots[slot] >= 0 {
      let id = slots[slot]
      if hashes[Int(id)] == hash, self[Int(id)].elementsEqual(name) { return id }
      slot = (slot + 1) & (slots.count - 1)
    }
    let id = Int32(ends.count)
    bytes.append(contentsOf: name)
    ends.append(bytes.count)
    hashes.append(hash)
    slots[slot] = id
    if ends.count * 2 > slots.count { grow() }
    return id
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (id, hash) in hashes.enumerated() {
      var slot = hash & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(id)
    }
  }

  private static func hash(_ name: ArraySlice<UInt8>) -> Int {
    var hasher = Hasher()
    name.withUnsafeBytes { hasher.combine(bytes: $0) }
    return hasher.finalize()
  }
}
