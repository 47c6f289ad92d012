/// A small generator of its own, so that mutants are the same on every machine (SplitMix64; Steele et al. 2014).
struct MutantGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func below(_ limit: Int) -> Int { limit <= 0 ? 0 : Int(next() % UInt64(limit)) }
}

/// Damages texts as people, editors and enemies do.
enum Mutator {
  private static let splinters = [
    "%", "100%", "-1", "0", "1e999", "nan", "0x10", "1_000", "12:30", "yes", "~", "null", "*a", "&a ",
    "<<: *a", "!!",
    "{", "}", "[", "]", ":", ": ", ", ", "#", " #", "'", "\"", "|", ">", "- ", "? ", "---", "...", "\t", "\n",
    "\r",
    "\u{0}", "\u{7}", "\u{FEFF}", "\u{2028}", "\u{85}", "\u{301}", "日本", "😀", "\u{F0000}", "\u{10FFFD}", "±",
    "+-", "rest", "leave",
    "done", "START", "any", "at least ", "per year", " seen", "12% of 340", " of 40", "7241 seen", "5% ?",
    "40% (± 15%)", "fixed ", "..", "{a: b}", "[a, b]", "what if", "extends",
    ".", "\\",
    "999999999999999999999", "0.0000000001", "a: a: a", "%YAML 1.1", "@", "`", "!<x>",
  ]

  static func mutant(of text: String, with generator: inout MutantGenerator) -> String {
    var scalars = Array(text.unicodeScalars)
    for _ in 0...generator.below(3) { mutate(&scalars, &generator) }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private static func mutate(_ scalars: inout [Unicode.Scalar], _ generator: inout MutantGenerator) {
    let at = generator.below(scalars.count + 1)
    switch generator.below(8) {
    case 0:  // a splinter in
      scalars.insert(contentsOf: splinters[generator.below(splinters.count)].unicodeScalars, at: at)
    case 1:  // a stretch out
      scalars.removeSubrange(at..<min(scalars.count, at + 1 + generator.below(12)))
    case 2:  // a stretch twice
      let end = min(scalars.count, at + 1 + generator.below(60))
      scalars.insert(contentsOf: Array(scalars[at..<end]), at: generator.below(scalars.count + 1))
    case 3:  // two words exchanged
      let (first, second) = (
        word(in: scalars, near: at), word(in: scalars, near: generator.below(scalars.count + 1))
      )
      guard !first.overlaps(second), !first.isEmpty, !second.isEmpty else { return }
      let (low, high) = first.lowerBound < second.lowerBound ? (first, second) : (second, first)
      let (lowWord, highWord) = (Array(scalars[low]), Array(scalars[high]))
      scalars.replaceSubrange(high, with: lowWord)
      scalars.replaceSubrange(low, with: highWord)
    case 4:  // a word replaced
      let range = word(in: scalars, near: at)
      scalars.replaceSubrange(range, with: Array(splinters[generator.below(splinters.count)].unicodeScalars))
    case 5:  // a line out or twice
      let range = line(in: scalars, at: at)
      if generator.below(2) == 0 {
        scalars.removeSubrange(range)
      } else {
        scalars.insert(contentsOf: Array(scalars[range]), at: range.upperBound)
      }
    case 6:  // indentation
      let range = line(in: scalars, at: at)
      scalars.insert(contentsOf: [" ", " "].prefix(1 + generator.below(2)), at: range.lowerBound)
    default:  // cut off
      if generator.below(4) == 0 { scalars.removeSubrange(at...) }
    }
  }

  private static func word(in scalars: [Unicode.Scalar], near at: Int) -> Range<Int> {
    func isPart(_ scalar: Unicode.Scalar) -> Bool { !" \n{}[]:,#".unicodeScalars.contains(scalar) }
    var (low, high) = (min(at, scalars.count), min(at, scalars.count))
    while low > 0, isPart(scalars[low - 1]) { low -= 1 }
    while high < scalars.count, isPart(scalars[high]) { high += 1 }
    return low..<high
  }

  private static func line(in scalars: [Unicode.Scalar], at: Int) -> Range<Int> {
    var (low, high) = (min(at, scalars.count), min(at, scalars.count))
    while low > 0, scalars[low - 1] != "\n" { low -= 1 }
    while high < scalars.count, scalars[high] != "\n" { high += 1 }
    return low..<min(scalars.count, high + 1)
  }
}
