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
    print("usual intervals, peeking, uniform: \(everMissed(0.5) { _ in 1.959964 }) ever missed")
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
