import JourneyProbability
import JourneyStatistics
import Testing

@Suite("Screening by elementary effects")
struct MorrisTests {
  private func trajectory(_ number: UInt64, inputs: Int) -> Morris.Trajectory {
    let generator = Philox4x32(seed: 4)
    return Morris.Trajectory(
      (0..<inputs).map { input in
        let block = generator.block(UInt32(input), 0, UInt32(number), 0)
        return Morris.Seeds(start: block.uniform0, direction: block.uniform1, order: block.uniform2)
      }
    )
  }

  private func effects(_ function: ([Double]) -> Double, inputs: Int) -> [[Double]] {
    var all = [[Double]](repeating: [], count: inputs)
    for number in 0..<30 {
      let trajectory = trajectory(UInt64(number), inputs: inputs)
      for (at, effect) in trajectory.effects(trajectory.points.map(function)).enumerated() {
        if let effect { all[at].append(effect) }
      }
    }
    return all
  }

  @Test("a trajectory moves each input once, between the four levels")
  func design() {
    let trajectory = trajectory(1, inputs: 5)
    #expect(trajectory.points.count == 6)
    #expect(Set(trajectory.moved) == Set(0..<5))
    for (before, after) in zip(trajectory.points, trajectory.points.dropFirst()) {
      let moves = zip(before, after).map { abs($0 - $1) }.filter { $0 > 0 }
      #expect(moves.count == 1 && abs(moves[0] - Morris.step) < 1e-12)
    }
    let levels = trajectory.points.flatMap { $0 }.map { ($0 * 3).rounded() / 3 - $0 }
    #expect(levels.allSatisfy { abs($0) < 1e-12 })
  }

  @Test("a linear function gives its coefficients without spread, an interaction shows in sigma")
  func functions() throws {
    let linear = effects({ 5 * $0[0] - 2 * $0[1] + 0 * $0[2] }, inputs: 3).map { Morris.summary($0) }
    for (effect, coefficient) in zip(linear, [5.0, -2, 0]) {
      let effect = try #require(effect)
      #expect(abs(effect.size.mean - abs(coefficient)) < 1e-9 && abs(effect.mean - coefficient) < 1e-9)
      #expect(effect.deviation < 1e-9)
    }
    let mixed = try #require(Morris.summary(effects({ 5 * $0[0] * $0[1] }, inputs: 2)[0]))
    #expect(mixed.deviation > 0.5)
  }

  @Test("a point without an answer leaves two effects out")
  func missing() {
    let trajectory = trajectory(2, inputs: 3)
    let found = trajectory.effects([0, nil, 1, 1])
    #expect(found.count { $0 == nil } == 2)
    #expect(Morris.summary([1]) == nil)
  }
}
