import ArgumentParser
import JourneyProbability
import JourneyStatistics

/// How often intervals that may be looked at all the time ever miss the truth, beside those that may not.
struct Sequences: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sequences",
    abstract:
      "How often a confidence sequence ever misses in 20,000 looks, beside peeking at usual intervals."
  )

  @Option(help: "Number of experiments.")
  var experiments = 1_000

  @Option(help: "Looks in each, one after every value.")
  var looks = 20_000

  @Option(help: "Values before the first look.")
  var first = 100

  func run() throws {
    print("\(experiments) experiments, looked at after each value from \(first) to \(looks)")
    for (name, tuned) in [("tuned for 500 values", 500.0), ("as runs use it", ConfidenceSequence.usualCount)]
    {
      let sequence = ConfidenceSequence(tunedFor: tuned)
      for (law, rate) in [("uniform", 0.5), ("a share of 20%", 0.2)] {
        let missed = everMissed(rate, sequence.multiple)
        print("confidence sequence, \(name), \(law): \(missed) ever missed (wish: 5%, at most 7%)")
      }
    }
    fixedWidth()
    print("usual intervals, peeking, uniform: \(everMissed(0.5) { _ in 1.959964 }) ever missed")
  }

  /// The rule that stops when Student's interval is short enough.
  private func fixedWidth() {
    let rule = FixedWidth(halfWidth: 0.1, least: 50)
    let generator = Philox4x32(seed: 1_965)
    var (covered, total) = (0, 0)
    for experiment in 0..<2_000 as Range<UInt32> {
      var sums = MomentSums()
      while !rule.isEnough(sums) {
        sums.add(Normal.standardQuantile(generator.block(UInt32(sums.count), 3, experiment, 0).uniform0))
      }
      total += sums.count
      if abs(sums.mean ?? .infinity) <= 0.1 { covered += 1 }
    }
    print(
      "stopping at a fixed width, normal, +-0.1: \(covered) of 2000 covered (at least 1850), "
        + "\(total / 2_000) values (theory: 384)"
    )
  }

  /// A rate of 0.5 stands for uniform values; any other for a share.
  private func everMissed(_ rate: Double, _ multiple: (Int) -> Double) -> Int {
    let generator = Philox4x32(seed: 20_240)
    let limits = (0...looks).map { $0 < first ? 0 : multiple($0) * multiple($0) }
    return (0..<UInt32(experiments)).count { experiment in
      var sum = 0.0
      var squares = 0.0
      for block in 0..<UInt32(looks / 4) {
        let draws = generator.block(block, 7, experiment, 0)
        for index in 0..<4 {
          let u = PhiloxBlock.uniform(draws[index])
          let value = (rate == 0.5 ? u : u < rate ? 1 : 0) - rate
          sum += value
          squares += value * value
          let count = Int(block) * 4 + index + 1
          let n = Double(count)
          if count >= first, sum * sum / n > limits[count] * (squares - sum * sum / n) / (n - 1) {
            return true
          }
        }
      }
      return false
    }
  }
}
